"""Per person, and against a baseline; a gap stays a gap."""

import math

import pandas as pd
import pytest

from climact_issy.analytics import compare


def table(**values: float | None) -> compare.Frame:
    periods = [name.removeprefix("y") for name in values]
    return pd.DataFrame(
        {
            "period": periods,
            "value": [math.nan if v is None else v for v in values.values()],
        }
    )


def test_each_year_is_divided_by_its_own_people() -> None:
    found = compare.per_person(
        table(y2020=100.0, y2021=None, y2022=90.0, y2023=80.0),
        {"2020": 10, "2021": 10, "2022": 9},
    )

    values = list(found["value"])
    assert values[0] == 10
    assert values[2] == 10
    assert math.isnan(values[1])
    assert math.isnan(values[3])


def test_nobody_is_no_number_of_people() -> None:
    with pytest.raises(ValueError, match="above zero"):
        compare.per_person(table(y2020=1.0), {"2020": 0})


def test_a_change_is_against_the_mean_of_the_baseline() -> None:
    found = compare.against_baseline(
        table(y2019=90.0, y2020=110.0, y2021=50.0, y2022=None), "2019", "2020"
    )

    assert list(found["value"])[:3] == [
        pytest.approx(-10),
        pytest.approx(10),
        pytest.approx(-50),
    ]
    assert math.isnan(list(found["value"])[3])


@pytest.mark.parametrize("values", [{"y2020": None}, {"y2020": 0.0}, {"y2025": 1.0}])
def test_without_a_baseline_nothing_is_compared(
    values: dict[str, float | None],
) -> None:
    with pytest.raises(ValueError, match="nothing to compare"):
        compare.against_baseline(table(**values), "2019", "2021")
