from dataclasses import replace

from climact_issy.content import indicators
from climact_issy.domain.indicators import Point, Series

LINE = replace(indicators.by_slug("electricite-annee"), headline=None)


def points(*values: float | None) -> tuple[Series, ...]:
    found = (Point(str(2020 + i), ("", ""), v) for i, v in enumerate(values))
    return (Series("main", ("", ""), tuple(found)),)


def test_the_newest_known_value_is_the_latest() -> None:
    assert replace(LINE, series=points(1.0, 2.0, None)).latest == Point(
        "2021", ("", ""), 2.0
    )


def test_a_series_of_gaps_has_no_latest() -> None:
    assert replace(LINE, series=points(None, None)).latest is None


def test_a_headline_stands_for_the_whole() -> None:
    total = Point("2026", ("Total", "Total"), 8287.16)
    assert replace(LINE, series=points(1.0), headline=total).latest is total


def test_a_ceiling_that_is_whole_has_no_decimals() -> None:
    told = {
        ceiling: replace(LINE, digits=1, ceiling=ceiling).ceiling_digits
        for ceiling in (50.0, 0.5, None)
    }
    assert told == {50.0: 0, 0.5: 1, None: 0}
