"""Two measures side by side, with the river between and no sum."""

from climact_issy import texts
from climact_issy.components.two_banks import two_banks
from climact_issy.presenters.impacts import CityView, FootprintView, ImpactView

FRENCH = texts.for_language("fr")


def _drawn(value: str) -> str:
    city = CityView("non", "empty", "Rien pour la ville", "")
    footprint = FootprintView(value, "environ", "phrase", "", "", "")
    return str(two_banks(FRENCH, ImpactView("5 km", city, footprint)))


def test_the_banks_are_two_and_the_river_is_between() -> None:
    drawn = _drawn("0,71 kg")

    first, river, last = (
        drawn.index('className:"bank"'),
        drawn.index("bank-dots"),
        drawn.rindex('className:"bank"'),
    )
    assert first < river < last
    assert "icons.svg#disc-empty" in drawn


def test_the_two_measures_are_said_never_to_be_added() -> None:
    assert "On ne les additionne jamais." in _drawn("0,71 kg")


def test_a_missing_figure_is_said() -> None:
    assert "pas de chiffre" in _drawn("")
