"""Columns are found by their headings, and a table says what may be kept of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from climact_issy.domain.errors import BadInput
from climact_issy.domain.observations import Kind, Observation, Refused, SeriesKey
from climact_issy.domain.table_import import (
    ColumnMap,
    RowFault,
    TableReading,
    column_map,
    folded,
    positions,
    suggestion,
)

ONE = Observation(SeriesKey("a", "main", "b"), "2026", 1.0, "kg", Kind.PUBLISHED)
BAD = RowFault(2, "Valeur", Refused.NOT_A_NUMBER, "n.d.")
TWICE = RowFault(3, "Date", Refused.DUPLICATE, "2026 1.0", 4)


def test_a_map_is_told_in_any_order() -> None:
    found = column_map(["value=Valeur (µg/m³)", "period = Date = heure"])

    assert found == ColumnMap("Date = heure", "Valeur (µg/m³)")
    assert column_map([]) is None


@pytest.mark.parametrize(
    "told",
    [
        ["period=Date"],
        ["period=Date", "value="],
        ["period=Date", "value=A", "value=B"],
        ["period=Date", "number=A"],
        ["Date", "Valeur"],
    ],
)
def test_half_a_map_is_refused(told: list[str]) -> None:
    with pytest.raises(BadInput) as caught:
        column_map(told)
    assert caught.value.code == "table_map"


@pytest.mark.parametrize(
    "heading",
    ["Valeur mesurée", "VALEUR MESUREE", " valeur\u00a0mesurée ", "Valeurmesurée"],
)
def test_a_heading_is_found_whatever_its_capitals_accents_and_spaces(
    heading: str,
) -> None:
    columns = ColumnMap("date", heading)
    assert positions(["Station", "Date", "Valeur mesurée"], columns) == (1, 2)


def test_both_writings_of_micro_and_cube_are_one() -> None:
    assert folded("µg/m³") == folded("μg / m3")
    assert folded("g CO₂/kWh") == folded("gco2/kwh")


@given(st.text())
def test_folding_twice_changes_nothing_more(heading: str) -> None:
    assert folded(folded(heading)) == folded(heading)


@pytest.mark.parametrize(
    ("headings", "code"),
    [
        (["Date", "Mesure"], "table_column"),
        (["Date", "Valeur", "VALEUR "], "table_twice"),
    ],
)
def test_a_column_that_is_missing_or_double_is_refused_with_those_found(
    headings: list[str], code: str
) -> None:
    with pytest.raises(BadInput) as caught:
        positions([*headings, ""], ColumnMap("Date", "Valeur"))

    assert caught.value.code == code
    assert caught.value.values == {"column": "Valeur", "found": tuple(headings)}


@pytest.mark.parametrize(
    ("headings", "found"),
    [
        (["Station", "Date", "Valeur"], ("Date", "Valeur")),
        (["Valeur NO2", "Horodatage"], ("Horodatage", "Valeur NO2")),
        (["Année", "CO2"], ("Année", "CO2")),
        (["Date", "NO2", "NO"], None),
        (["A", "B"], None),
        ([], None),
    ],
)
def test_headings_that_tell_make_a_suggestion(
    headings: list[str], found: tuple[str, str] | None
) -> None:
    assert suggestion(headings) == (ColumnMap(*found) if found else None)


def test_a_table_with_a_fault_is_kept_only_in_part() -> None:
    faulty = TableReading(2, (ONE,), (BAD, TWICE))
    double = TableReading(2, (ONE,), (TWICE,))

    assert faulty.blocking == (BAD,)
    assert not faulty.may_be_kept(is_partial=False)
    assert faulty.may_be_kept(is_partial=True)
    assert double.may_be_kept(is_partial=False)
    assert not TableReading(2, (), (BAD,)).may_be_kept(is_partial=True)
