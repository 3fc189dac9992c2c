"""The city's climate budget: its words in budget.toml, its figures in data/."""

from functools import cache
from typing import Final

from climact_issy.content import actions, indicators, series, tables
from climact_issy.domain.budget import ClimateBudget, Disagreement
from climact_issy.domain.indicators import Point
from climact_issy.domain.simulation import Catalogue, sorted_out

BUDGET: Final = "budget-climat"
EMITTERS: Final = "qui-emet-a-issy"


@cache
def budget() -> ClimateBudget:
    """Return the climate budget, with every figure that its pages give.

    Raises:
        KeyError: the bundled file does not hold the yearly cut.
    """
    words = tables.table(tables.FOLDER / "budget.toml")
    emissions, ceilings = indicators.by_slug(BUDGET).series
    return ClimateBudget(
        emissions=emissions.points,
        ceilings=ceilings.points,
        aims=_changes("target_change_vs_previous_year"),
        changes=_changes("change_vs_previous_year"),
        required_cut_t=abs(float(_row("required_change_per_year")["value"])),
        splits=indicators.by_slug(EMITTERS).series,
        inside=tuple(tables.pair(line) for line in words["inside"]),
        outside=tuple(tables.pair(line) for line in words["outside"]),
        disagreements=tuple(_disagreement(entry) for entry in words["disagreement"]),
    )


@cache
def simulated() -> Catalogue:
    """Return the catalogue by what a simulation may say of each action."""
    return sorted_out(actions.catalogue())


def _changes(measure: str) -> tuple[Point, ...]:
    """Return the points of a measure in percent, in the order of the years."""
    rows = [r for r in tables.rows("issy_climate_budget") if r["measure"] == measure]
    return tuple(
        Point(
            row["year"],
            (row["year"], row["year"]),
            float(row["value"]),
            series.STATUSES[row["status"]],
            source_url=row["source_url"],
            note=row["note"],
        )
        for row in sorted(rows, key=lambda row: row["year"])
    )


def _row(measure: str, year: str = "") -> tables.Row:
    for row in tables.rows("issy_climate_budget"):
        if row["measure"] == measure and year in {"", row["year"]}:
            return row
    raise KeyError(measure)


def _disagreement(entry: tables.Table) -> Disagreement:
    row = _row(entry["measure"], entry["year"])
    return Disagreement(
        what=tables.pair(entry["what"]),
        readings=tuple(tables.pair(reading) for reading in entry["readings"]),
        source_url=row["source_url"].split(" ", maxsplit=1)[0],
    )
