"""The embed draws the very geometry of the page."""

from climact_issy import texts
from climact_issy.content import indicators as catalogue
from climact_issy.presenters import charts
from climact_issy.presenters.drawing import Chart
from climact_issy.web.embed_chart import chart


def budget() -> Chart:
    drawn = charts.draw(
        texts.for_language("fr"), catalogue.by_slug("budget-climat"), 'Dit "ceci"'
    )
    assert drawn is not None
    return drawn


def test_every_mark_is_drawn_and_described() -> None:
    drawn = budget()
    text = chart(drawn, is_mini=False)
    assert text.count("<path") == len(drawn.marks)
    assert all(mark.path in text for mark in drawn.marks)
    assert 'role="img"' in text
    assert "Dit &quot;ceci&quot;" in text


def test_a_small_chart_has_no_axis() -> None:
    assert 'class="axis"' in chart(budget(), is_mini=False)
    assert 'class="axis"' not in chart(budget(), is_mini=True)
