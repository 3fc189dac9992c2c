import pytest

from climact_issy.content import formulas
from climact_issy.domain.errors import NotFound


def test_zero_has_no_factor() -> None:
    assert formulas.term("0").factor is None
    assert formulas.term("0").value == 0
    assert formulas.term("0").words("fr") == "0"


def test_a_multiplied_factor_is_said_with_its_multiplier() -> None:
    half = formulas.term("0.5*derived.transport.voiturethermique.vehicle_km")
    assert half.value == pytest.approx(0.113803, abs=1e-6)
    assert half.words("fr").startswith("0,50 × 0,2276")
    assert half.words("en").startswith("0.50 × 0.2276")


def test_a_difference_is_said_in_both_languages() -> None:
    french, english = formulas.difference(
        formulas.term("ico2.meal.repasavecduboeuf"),
        formulas.term("ico2.meal.repasvegetarien"),
    )
    assert french == "4,97 (repas avec du bœuf) − 0,85 (repas végétarien)"
    assert english == "4.97 (beef meal) − 0.85 (vegetarian meal)"


def test_a_difference_with_nothing_is_the_thing_itself() -> None:
    meal = formulas.term("ico2.meal.repasavecduboeuf")
    french, _ = formulas.difference(meal, formulas.term("0"))
    assert french == "4,97 (repas avec du bœuf)"


def test_nonsense_is_refused() -> None:
    with pytest.raises(ValueError, match="not a formula"):
        formulas.term("a car")
    with pytest.raises(NotFound):
        formulas.term("ico2.nothing")
