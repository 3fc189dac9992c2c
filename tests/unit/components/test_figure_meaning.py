"""What a figure means is drawn with its sources, and says whose reading it is."""

import pytest

from climact_issy import texts
from climact_issy.components.figure_meaning import figure_meaning
from climact_issy.content import actions as actions_catalogue
from climact_issy.content import indicators as catalogue
from climact_issy.presenters import indicators
from climact_issy.presenters.indicator_depth import depth
from tests.support.rendered import rendered


def drawn(slug: str, language: str = "fr") -> str:
    t = texts.for_language(language)
    indicator = catalogue.by_slug(slug, is_demo=True)
    deep = depth(t, indicator, actions_catalogue.catalogue())
    parts = figure_meaning(t, indicators.view(t, indicator), deep)
    return "".join(map(rendered, parts))


@pytest.mark.parametrize("slug", [i.slug for i in catalogue.shown(is_demo=True)])
def test_every_section_is_there_and_long_ones_are_folded(slug: str) -> None:
    said = drawn(slug)
    for title in ("Pourquoi c’est important", "Beaucoup ou peu", "Qui peut agir"):
        assert title in said
    folded = said.index('jsx("details"')
    assert said.index("Beaucoup ou peu") < folded < said.index("Qui peut agir")


def test_the_aim_or_its_absence_is_said_in_the_open() -> None:
    assert "L’objectif." in drawn("budget-climat")
    water = drawn("eau-domestique")
    assert "L’objectif." not in water
    assert "aucun seuil officiel" in water


def test_a_fact_has_its_source_and_an_opinion_is_ours() -> None:
    said = drawn("dechets-menagers")
    assert "INSEE Première 2055" in said
    assert 'href:"https://www.issy.com/collecte"' in said
    assert "Notre lecture." in said


def test_english_pages_speak_english() -> None:
    said = drawn("dechets-menagers", "en")
    assert "Who can act?" in said
    assert "Our reading." in said
    assert "Notre lecture" not in said
