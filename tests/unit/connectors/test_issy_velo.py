"""The bicycles of quai d'Issy: both directions together, read with the clock still."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import pytest

from climact_issy.connectors import issy_velo
from climact_issy.connectors.base import Page, Reason, SourceError
from climact_issy.domain.observations import Batch, Refused
from tests.support.source_cases import PAYLOADS

READ_AT = datetime(2026, 7, 6, 22, 10, tzinfo=UTC)
ONE, OTHER = issy_velo.DIRECTIONS


def page(body: bytes | list[dict[str, object]]) -> Page:
    told = body if isinstance(body, bytes) else json.dumps({"results": body}).encode()
    return Page("https://data.issy.com/x", "application/json", told, READ_AT)


def row(at: str, counter: str, value: object) -> dict[str, object]:
    return {"date": at, "id_compteur": counter, "sum_counts": value}


def values(batch: Batch) -> list[tuple[str, float | None]]:
    return [(found.period, found.value) for found in batch.observations]


class Fake:
    """The port, that answers nothing new."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, dict[str, str]]] = []

    def now(self) -> datetime:
        return READ_AT

    def get(self, path: str, params: Mapping[str, str] | None = None) -> Page | None:
        self.asked.append((path, dict(params or {})))
        return None


def test_the_recorded_hour_is_both_directions_and_the_cut_one_is_a_gap() -> None:
    body = (PAYLOADS / "issy-velo" / "records.json").read_bytes()

    batch = issy_velo.parse(page(body))

    assert values(batch) == [("2026-07-06T20:00Z", None), ("2026-07-06T21:00Z", 34.0)]
    assert not batch.rejects


def test_an_hour_of_one_direction_is_a_gap() -> None:
    at = "2026-07-06T21:00:00+00:00"

    assert values(issy_velo.parse(page([row(at, ONE, 25)]))) == [
        ("2026-07-06T21:00Z", None)
    ]
    assert values(issy_velo.parse(page([row(at, ONE, 25), row(at, OTHER, None)]))) == [
        ("2026-07-06T21:00Z", None)
    ]
    assert values(issy_velo.parse(page([row(at, ONE, 0), row(at, OTHER, 0)]))) == [
        ("2026-07-06T21:00Z", 0.0)
    ]


def test_a_counter_we_do_not_know_changes_no_sum() -> None:
    at = "2026-07-06T21:00:00+00:00"
    rows = [row(at, ONE, 25), row(at, "new", 900), row(at, OTHER, 9)]

    assert values(issy_velo.parse(page(rows))) == [("2026-07-06T21:00Z", 34.0)]


def test_a_direction_told_twice_is_counted_once() -> None:
    at = "2026-07-06T21:00:00+00:00"

    batch = issy_velo.parse(
        page([row(at, ONE, 20), row(at, OTHER, 9), row(at, ONE, 25)])
    )

    assert values(batch) == [("2026-07-06T21:00Z", 34.0)]
    assert [found.reason for found in batch.rejects] == [Refused.DUPLICATE]


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("ND", Refused.NOT_A_NUMBER),
        (float("inf"), Refused.NOT_FINITE),
        (-1, Refused.OUT_OF_RANGE),
        (10_001, Refused.OUT_OF_RANGE),
    ],
)
def test_what_cannot_be_a_count_is_refused_and_its_hour_is_a_gap(
    value: object, reason: Refused
) -> None:
    at = "2026-07-06T21:00:00+00:00"

    batch = issy_velo.parse(page([row(at, ONE, 25), row(at, OTHER, value)]))

    assert values(batch) == [("2026-07-06T21:00Z", None)]
    assert [found.reason for found in batch.rejects] == [reason]


def test_a_few_days_too_are_asked_by_windows_so_that_no_hour_is_cut() -> None:
    http = Fake()

    assert not list(issy_velo.fetch(http, READ_AT - timedelta(hours=3)))

    ((path, asked),) = http.asked
    assert path.endswith("comptage-velo-donnees-compteurs-issy/exports/json")
    assert asked["where"] == "date >= date'2026-07-06T19:10:00Z'"
    assert asked["select"] == "date,id_compteur,sum_counts"


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b'{"results": [{', Reason.NOT_JSON),
        (b'{"results": [{"date": "x", "sum_counts": 1}]}', Reason.UNKNOWN_SHAPE),
    ],
)
def test_what_is_no_answer_of_theirs_is_refused_whole(
    body: bytes, reason: Reason
) -> None:
    with pytest.raises(SourceError) as caught:
        issy_velo.parse(page(body))

    assert caught.value.reason is reason


def test_an_empty_page_is_no_mistake() -> None:
    assert issy_velo.parse(page([])) == Batch()
