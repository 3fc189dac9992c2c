"""The chart of a picture is the geometry of the page, stretched to its frame."""

from climact_issy import texts
from climact_issy.content import indicators as catalogue
from climact_issy.presenters import indicators
from climact_issy.presenters.drawing import Chart
from climact_issy.web import embed_plot
from climact_issy.web.drawing import Canvas, scaled
from climact_issy.web.embed_plot import Frame


def chart(slug: str) -> Chart:
    t = texts.for_language("fr")
    found = indicators.view(t, catalogue.by_slug(slug)).chart
    assert found is not None
    return found


def test_every_mark_is_drawn_in_its_frame() -> None:
    for indicator in catalogue.indicators():
        drawn, canvas = chart(indicator.slug), Canvas("light")
        frame = Frame(10, 20, 500, 250)
        embed_plot.plot(canvas, drawn, frame, is_mini=True)
        x, y = 500 / drawn.width, 250 / drawn.height
        text = canvas.inside()
        for mark in drawn.marks:
            path = scaled(mark.path, x, y)
            assert path in text or path.replace("h0", "h.01") in text


def test_a_large_chart_has_its_axis_and_levels_and_a_small_one_has_not() -> None:
    drawn = chart("electricite-annee")
    large, small = Canvas("light"), Canvas("light")
    frame = Frame(0, 0, 600, 220)
    low = embed_plot.plot(large, drawn, frame, is_mini=False)
    high = embed_plot.plot(small, drawn, frame, is_mini=True)
    assert low > high
    for tick in (*drawn.ticks, *drawn.levels):
        assert f">{tick.text}</text>" in large.inside()
        assert f">{tick.text}</text>" not in small.inside()


def test_rows_make_a_chart_high() -> None:
    ranked = chart("empreinte-par-personne")
    assert embed_plot.height(ranked, is_mini=False) == ranked.rows * 58
    assert embed_plot.height(chart("budget-climat"), is_mini=True) == 130


def test_the_key_tells_a_rough_value_by_its_lines() -> None:
    canvas = Canvas("dark")
    embed_plot.plot(canvas, chart("budget-climat"), Frame(0, 0, 320, 130), is_mini=True)
    text = canvas.inside()
    assert 'stroke-dasharray="3 2"' in text
    assert 'clip-path="url(#frame)"' in text
