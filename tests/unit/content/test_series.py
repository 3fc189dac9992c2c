import pytest

from climact_issy.content import series
from climact_issy.domain.indicators import Status


def test_an_indicator_without_a_file_has_no_series() -> None:
    with pytest.raises(KeyError):
        series.of("air-du-jour")


def test_incomplete_years_of_mauna_loa_say_so() -> None:
    points = series.of("co2-mauna-loa")[0].points
    assert [p.period for p in points if p.remark[0]] == ["1958", "1964", "2020"]


def test_the_newest_electricity_year_is_provisional() -> None:
    points = series.of("electricite-annee")[0].points
    assert [p.period for p in points if p.status is Status.PROVISIONAL] == ["2025"]
    assert points[-1].period == "2025"


def test_a_ceiling_read_from_two_sources_keeps_the_first_address() -> None:
    ceilings = series.of("budget-climat")[1].points
    assert [p.period for p in ceilings] == ["2021", "2022", "2030"]
    assert all(" " not in p.source_url for p in ceilings)
    assert [p.period for p in ceilings if p.status is Status.TARGET] == ["2030"]


def test_the_waste_target_belongs_to_the_count_it_was_set_for() -> None:
    ademe, insee = series.of("dechets-menagers")
    assert [(p.period, p.value) for p in ademe.points] == [("2021", 611), ("2030", 502)]
    assert [p.value for p in insee.points] == [615]


def test_hours_are_named_in_both_languages() -> None:
    labels = {p.period: p.label for p in series.of("electricite-mois-heure")[0].points}
    assert labels["2-8"] == ("février, 8\u00a0h", "February, 08:00")
