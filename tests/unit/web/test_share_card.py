"""The card for social networks, drawn: everything inside its frame."""

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from climact_issy.presenters.share_cards import CardView
from climact_issy.web import lettering, share_card

SVG = "{http://www.w3.org/2000/svg}"
CITY = CardView(
    title="Ensemble, tous quartiers réunis",
    headline="Encore 2 412 gestes avant le 13 décembre",
    number="2 588",
    unit="gestes sur 5 000",
    lines=("412 gestes la semaine dernière", "Saison d’automne, jusqu’au 13 décembre"),
    percent=51,
    place="",
    map_note="",
    demo="",
    invitation="Un geste pour le climat d’Issy ?",
)
PLACE = replace(
    CITY,
    headline="Les Hauts d’Issy",
    number="124",
    unit="points par participant actif",
    lines=("83 % de son score final de la saison précédente (149)",),
    percent=None,
    place="les-hauts-d-issy",
    map_note="Contours indicatifs",
    demo="démo",
)


def words(view: CardView) -> list[ET.Element]:
    root = ET.fromstring(share_card.card(view))  # noqa: S314 - written by us
    assert (root.get("width"), root.get("height")) == ("1200", "630")
    return list(root.iter(f"{SVG}text"))


@pytest.mark.parametrize("view", [CITY, PLACE, replace(PLACE, number="", unit="")])
def test_no_word_leaves_the_card(view: CardView) -> None:
    for line in words(view):
        letters = lettering.lettering(int(line.get("font-weight", "0")))
        wide = letters.width(line.text or "", float(line.get("font-size", "0")))
        x, y = float(line.get("x", "0")), float(line.get("y", "0"))
        is_end = line.get("text-anchor") == "end"
        assert x + (0 if is_end else wide) <= share_card.WIDTH
        assert 0 < y < share_card.HEIGHT


def test_the_demo_is_labelled_and_the_map_says_what_it_is_worth() -> None:
    said = [line.text for line in words(PLACE)]
    assert "démo" in said
    assert "Contours indicatifs" in said
    assert "démo" not in [line.text for line in words(CITY)]


def test_the_barge_is_where_the_goal_is() -> None:
    places = []
    for percent in (0, 51, 100):
        root = ET.fromstring(share_card.card(replace(CITY, percent=percent)))  # noqa: S314 - written by us
        circle = root.find(f".//{SVG}circle")
        assert circle is not None
        places.append(float(circle.get("cx", "0")))
    assert 0 < places[0] < places[1] < places[2] < share_card.WIDTH
