"""Indicators as pictures: whole, in their card, with the words of the presenter."""

from xml.etree import ElementTree as ET

import pytest

from climact_issy import texts
from climact_issy.content import indicators as catalogue
from climact_issy.presenters import indicators
from climact_issy.presenters.embeds import FRAMES, SIZES, Options, Size
from climact_issy.routes import LANGUAGES, Language
from climact_issy.web import embed_svg, lettering

MOST_BYTES = 20_000
SVG = "{http://www.w3.org/2000/svg}"


def words(root: ET.Element) -> str:
    return " ".join(part.text or "" for part in root.iter(f"{SVG}text"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
def test_every_picture_holds_its_words(language: Language, size: Size) -> None:
    t = texts.for_language(language)
    for indicator in catalogue.shown(is_demo=True):
        view = indicators.view(t, indicator)
        svg = embed_svg.picture(t, view, Options(language, size))
        assert len(svg.encode()) <= MOST_BYTES
        root = ET.fromstring(svg)  # noqa: S314 - written by us
        told = words(root)
        wanted = view.value if size == "small" else view.text
        compact = lettering.drawable(wanted).replace(" ", "")
        assert compact in told.replace(" ", ""), indicator.slug
        assert lettering.drawable(view.source).split()[0] in told
        assert (t("démo") in told.split()) == indicator.is_demo
        assert float(root.get("width", "0")) == FRAMES[size][0]


@pytest.mark.parametrize("size", SIZES)
def test_no_line_leaves_its_card(size: Size) -> None:
    t = texts.for_language("fr")
    for indicator in catalogue.indicators():
        svg = embed_svg.picture(t, indicators.view(t, indicator), Options(size=size))
        root = ET.fromstring(svg)  # noqa: S314 - written by us
        width, height = (float(root.get(side, "0")) for side in ("width", "height"))
        for line in root.iter(f"{SVG}text"):
            x, y = float(line.get("x", "0")), float(line.get("y", "0"))
            letters = lettering.lettering(int(line.get("font-weight", "0")))
            wide = letters.width(line.text or "", float(line.get("font-size", "0")))
            share = {"middle": 0.5, "end": 1.0}.get(line.get("text-anchor", ""), 0.0)
            assert x - share * wide >= 0, (indicator.slug, line.text)
            assert x + (1 - share) * wide <= width, (indicator.slug, line.text)
            assert 0 < y < height


def test_the_level_stands_on_its_colour_with_its_shape() -> None:
    t = texts.for_language("fr")
    view = indicators.view(t, catalogue.by_slug("budget-climat"))
    for size in SIZES[:2]:
        svg = embed_svg.picture(t, view, Options(size=size))
        assert "#ffdcd0" in svg
        assert 'd="M8 1l8 14H0z" fill="#a5321a"' in svg


def test_night_is_drawn_when_asked_for() -> None:
    t = texts.for_language("fr")
    view = indicators.view(t, catalogue.by_slug("budget-climat"))
    day, usual, night = (
        embed_svg.picture(t, view, Options(theme=theme))
        for theme in ("light", "auto", "dark")
    )
    assert day == usual
    assert "#132c36" in night
    assert "#132c36" not in day
