"""The rest of a figure's page: why, who, beside what, how sure, which actions."""

from dataclasses import replace

import pytest

from climact_issy import texts
from climact_issy.content import actions as actions_catalogue
from climact_issy.content import indicators as catalogue
from climact_issy.content import live_indicators
from climact_issy.domain.indicators import Status
from climact_issy.presenters.indicator_depth import DepthView, certainty, depth
from tests.support.indicator_states import states

LANGUAGES = ("fr", "en")
FRENCH = texts.for_language("fr")
SLUGS = [indicator.slug for indicator in catalogue.shown(is_demo=True)]


def deep(slug: str, language: str = "fr") -> DepthView:
    indicator = catalogue.by_slug(slug, is_demo=True)
    t = texts.for_language(language)
    return depth(t, indicator, actions_catalogue.catalogue())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("slug", SLUGS)
def test_each_figure_tells_all_of_it(slug: str, language: str) -> None:
    found = deep(slug, language)
    assert found.certainty
    assert found.why
    assert len(found.levers) >= 2
    assert found.compared
    assert all(lever.holder and lever.can for lever in found.levers)


@pytest.mark.parametrize("slug", SLUGS)
def test_nothing_is_the_same_in_both_languages(slug: str) -> None:
    french, english = deep(slug), deep(slug, "en")
    assert french.why != english.why
    for one, other in zip(french.levers, english.levers, strict=True):
        assert one.can != other.can


@pytest.mark.parametrize("slug", SLUGS)
def test_a_level_or_what_it_would_take(slug: str) -> None:
    has_level = slug in {"budget-climat", "dechets-menagers"}
    assert bool(deep(slug).no_level) is not has_level
    assert ("Il faudrait" in deep(slug).no_level) is not has_level


@pytest.mark.parametrize(
    ("slug", "words"),
    [
        ("budget-climat", "Valeur publiée."),
        ("electricite-annee", "Valeur provisoire. La dernière année"),
        ("electricite-mois-heure", "Valeur calculée. Moyenne des demi-heures"),
        ("co2-mauna-loa", "Valeur calculée. Moyenne des mois publiés d’une année inc"),
        ("empreinte-par-personne", "Valeur calculée."),
        ("air-du-jour", "Valeurs inventées."),
    ],
)
def test_how_sure_a_value_is_stands_beside_it(slug: str, words: str) -> None:
    indicator = catalogue.by_slug(slug, is_demo=True)
    assert certainty(FRENCH, indicator).startswith(words)


def test_every_status_has_its_own_words() -> None:
    budget = catalogue.by_slug("budget-climat")
    latest = budget.latest
    assert latest is not None
    said = {
        certainty(FRENCH, replace(budget, headline=replace(latest, status=status)))
        for status in Status
    }
    assert len(said) == len(Status)


def test_a_value_that_is_missing_is_not_sure_of_anything() -> None:
    for state in states():
        latest = state.latest
        is_told = latest is not None and latest.value is not None
        assert bool(certainty(FRENCH, state)) is is_told


def test_what_nobody_else_says_is_our_reading() -> None:
    levers = {lever.holder: lever for lever in deep("dechets-menagers").levers}
    assert levers["Vous"].source is None
    collected = levers["Grand Paris Seine Ouest"].source
    assert collected is not None
    assert collected.href == "https://www.issy.com/collecte"


def test_the_city_accounts_are_moved_by_known_shares_first() -> None:
    first = deep("budget-climat").moving[0]
    assert first.detail
    assert "%" in first.share


LIVE = [figure.slug for figure in live_indicators.live_indicators()]
SCALES = {"indice-atmo", "episode-pollution", "vigilance-canicule"}


def deep_live(slug: str, language: str = "fr") -> DepthView:
    t = texts.for_language(language)
    figure = live_indicators.by_slug(slug)
    return depth(t, figure, actions_catalogue.catalogue())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("slug", LIVE)
def test_each_live_figure_tells_all_of_it(slug: str, language: str) -> None:
    found = deep_live(slug, language)
    assert found.why
    assert len(found.levers) >= 2
    assert len(found.compared) == 1
    assert found.scale
    assert found.aim in {"Le seuil.", "The threshold."}


@pytest.mark.parametrize("slug", LIVE)
def test_a_live_figure_has_a_threshold_or_says_what_it_would_take(slug: str) -> None:
    has_threshold = slug == "nitrates-eau-du-robinet" or slug in SCALES
    assert ("Il faudrait" in deep_live(slug).no_level) is not has_threshold


def test_a_limit_that_does_not_judge_is_named() -> None:
    said = deep_live("dioxyde-azote").no_level
    assert "200" in said
    assert "aucun seuil officiel" not in said


def test_actions_move_a_live_figure_without_a_known_share() -> None:
    found = deep_live("velos-quai-d-issy")
    assert len(found.moving) == 4
    assert not any(moving.share or moving.detail for moving in found.moving)
    assert "La part de chaque geste est inconnue" in found.scale


def test_a_live_figure_that_no_action_moves_says_so() -> None:
    found = deep_live("nitrates-eau-du-robinet")
    assert found.moving == ()
    assert found.scale.startswith("Aucun geste de notre liste")
