"""Two columns, never added; a missing number is said, never invented."""

import pytest

from climact_issy import texts
from climact_issy.content import actions
from climact_issy.domain.actions import Boundary
from climact_issy.presenters.impacts import impact_view, kilograms, mass

T = texts.for_language("fr")


@pytest.mark.parametrize(
    ("kgco2e", "text"),
    [
        (0.71, "−0,71\u00a0kg"),
        (341.2, "−341\u00a0kg"),
        (12.94, "−12,9\u00a0kg"),
        (0.0142, "−14\u00a0g"),
        (0.0042, "−4,2\u00a0g"),
        (-0.5, "+0,50\u00a0kg"),
        (0, "0,00\u00a0kg"),
    ],
)
def test_an_avoided_mass_is_written_as_a_change(kgco2e: float, text: str) -> None:
    assert kilograms(T, kgco2e) == text


def test_a_mass_in_english_has_english_digits() -> None:
    assert mass(texts.for_language("en"), 1236.4) == "1,236\u00a0kg"


def test_five_kilometres_by_bike_scale_the_published_figure() -> None:
    view = impact_view(T, actions.by_slug("prendre-le-velo"), 5)
    assert view.title == "Ce que changent 5\u00a0km"
    assert view.footprint.value == "−0,71\u00a0kg"
    assert "−0,55\u00a0kg" in view.footprint.between
    assert "−1,36\u00a0kg" in view.footprint.between


def test_what_the_city_sees_in_part_is_a_bound_and_never_a_share() -> None:
    view = impact_view(T, actions.by_slug("prendre-le-velo"), 5)
    assert view.city.word == "en partie"
    assert view.city.shape == "half"
    assert "Entre 0 et 1,36\u00a0kg" in view.city.sentence


def test_what_the_city_does_not_count_says_so() -> None:
    meal = impact_view(T, actions.by_slug("repas-vegetarien"))
    assert meal.city.word == "non"
    assert meal.city.sentence.startswith("Rien")


def test_an_action_without_a_published_saving_shows_no_figure() -> None:
    silent = [a for a in actions.catalogue() if a.saving is None]
    assert silent
    for action in silent:
        footprint = impact_view(T, action).footprint
        assert footprint.value == footprint.unit_value == ""
        assert "pas de chiffre" in footprint.sentence.lower()


def test_every_action_reads_in_both_languages() -> None:
    for action in actions.catalogue():
        french = impact_view(T, action)
        english = impact_view(texts.for_language("en"), action)
        assert french.city.sentence != english.city.sentence
        assert french.city.shape in {"full", "half", "empty", "dashed"}
        if action.boundary is Boundary.NO:
            assert "entre" not in french.city.sentence.casefold()
