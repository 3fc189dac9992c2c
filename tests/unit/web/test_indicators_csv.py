"""The CSV of a figure: every point, gaps as gaps, licence and provenance on top."""

import csv
import io
from dataclasses import replace

import pytest

from climact_issy.content import indicators as catalogue
from climact_issy.domain.indicators import Indicator
from climact_issy.web.indicators_csv import BYTE_ORDER_MARK, HEADS, csv_text
from tests.support.indicator_states import with_points

SHOWN = catalogue.shown(is_demo=True)
every_indicator = pytest.mark.parametrize("indicator", SHOWN, ids=lambda i: i.slug)


def parted(indicator: Indicator) -> tuple[list[str], list[dict[str, str]]]:
    """The lines of provenance, and the rows below the head."""
    text = csv_text(indicator)
    assert text.startswith(BYTE_ORDER_MARK)
    lines = text.removeprefix(BYTE_ORDER_MARK).splitlines()
    remarks = [line for line in lines if line.startswith("#")]
    assert lines[: len(remarks)] == remarks
    body = "\n".join(lines[len(remarks) :])
    return remarks, list(csv.DictReader(io.StringIO(body)))


@every_indicator
def test_every_point_of_every_series_is_a_row(indicator: Indicator) -> None:
    _, rows = parted(indicator)
    told = [(s.key, p) for s in indicator.series for p in s.points]
    assert [(row["series"], row["period"]) for row in rows] == [
        (key, point.period) for key, point in told
    ]
    assert all(tuple(row) == HEADS for row in rows)
    for row, (_, point) in zip(rows, told, strict=True):
        found = float(row["value"]) if row["value"] else None
        assert found == point.value
        assert bool(row["status"]) is (point.value is not None)
        assert row["unit"] == indicator.unit[0]


@every_indicator
def test_source_licence_and_day_stand_on_top(indicator: Indicator) -> None:
    remarks, _ = parted(indicator)
    said = "\n".join(remarks)
    assert "# Source\u00a0: " in said
    assert "# Licence\u00a0: " in said
    assert "# Source: " in said
    assert indicator.caveat[0] in said
    assert indicator.caveat[1] in said
    assert indicator.source_url in said
    assert ("inventées pour la démonstration" in said) is indicator.is_demo


def test_a_gap_of_the_budget_stays_empty() -> None:
    _, rows = parted(catalogue.by_slug("budget-climat"))
    values = {
        row["period"]: row["value"] for row in rows if row["series"] == "emissions"
    }
    assert values["2021"] == ""
    assert values["2024"] == "104987.0"


def test_a_text_is_never_a_formula() -> None:
    water = catalogue.by_slug("eau-domestique")
    trap = replace(water.series[0].points[0], label=("=1+1", "@SUM(A1)"))
    _, rows = parted(with_points(water, (trap,)))
    assert rows[0]["label_fr"] == "'=1+1"
    assert rows[0]["label_en"] == "'@SUM(A1)"
