"""The carbon of electricity as RTE publishes it, read with the clock held still."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from climact_issy.connectors import eco2mix
from climact_issy.connectors.base import Page, Reason, SourceError
from climact_issy.domain.observations import Batch, Kind, Refused
from tests.support.source_cases import PAYLOADS

READ_AT = datetime(2023, 9, 12, 16, 27, tzinfo=UTC)


def page(body: bytes | list[dict[str, object]]) -> Page:
    told = body if isinstance(body, bytes) else json.dumps({"results": body}).encode()
    return Page("https://odre.opendatasoft.com/x", "application/json", told, READ_AT)


def row(
    at: str, value: object, nature: str = "Données temps réel"
) -> dict[str, object]:
    return {"date_heure": at, "taux_co2": value, "nature": nature}


def values(batch: Batch) -> list[tuple[str, float | None]]:
    return [(found.period, found.value) for found in batch.observations]


def test_the_recorded_answer_is_read_as_recorded() -> None:
    body = (PAYLOADS / "eco2mix-national" / "records.json").read_bytes()

    batch = eco2mix.parse(page(body))

    assert values(batch) == [("2023-09-12T16:15Z", 47.0)]
    assert batch.observations[0].unit == "gCO2/kWh"
    assert batch.observations[0].kind is Kind.REAL_TIME
    assert not batch.rejects


def test_the_rest_of_the_day_is_to_come_and_no_gap() -> None:
    batch = eco2mix.parse(
        page(
            [
                row("2023-09-12T16:00:00+00:00", None),
                row("2023-09-12T16:15:00+00:00", "47"),
                row("2023-09-12T16:30:00+00:00", None),
                row("2023-09-12T23:45:00+00:00", None),
            ]
        )
    )

    assert values(batch) == [("2023-09-12T16:00Z", None), ("2023-09-12T16:15Z", 47.0)]


def test_its_vocabulary_becomes_ours() -> None:
    batch = eco2mix.parse(
        page([row("2023-09-12T16:15:00+00:00", 47, "Données consolidées")])
    )

    assert batch.observations[0].kind is Kind.CONSOLIDATED


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("ND", Refused.NOT_A_NUMBER),
        (True, Refused.NOT_A_NUMBER),
        (float("nan"), Refused.NOT_FINITE),
        (-1, Refused.OUT_OF_RANGE),
        (1001, Refused.OUT_OF_RANGE),
    ],
)
def test_what_cannot_be_a_value_is_refused_alone(
    value: object, reason: Refused
) -> None:
    good = row("2023-09-12T16:00:00+00:00", 46)

    batch = eco2mix.parse(page([good, row("2023-09-12T16:15:00+00:00", value)]))

    assert values(batch) == [("2023-09-12T16:00Z", 46.0)]
    assert [found.reason for found in batch.rejects] == [reason]


def test_the_longest_day_has_a_hundred_quarter_hours() -> None:
    start = datetime(2022, 10, 29, 22, 0, tzinfo=UTC)
    rows = [row((start + i * timedelta(minutes=15)).isoformat(), i) for i in range(100)]

    batch = eco2mix.parse(page(rows))

    assert len(batch.observations) == 100
    assert batch.observations[-1].period == "2022-10-30T22:45Z"
    assert not batch.rejects


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b'{"results": [{"date_heure"', Reason.NOT_JSON),
        (b"\xff\xfe", Reason.NOT_JSON),
        (b"[" * 100_000, Reason.NOT_JSON),
        (b'{"error_code": "ODSQLError"}', Reason.UNKNOWN_SHAPE),
        (b'{"results": [1]}', Reason.UNKNOWN_SHAPE),
        (b'{"results": [{"date_heure": 1, "co2": 2}]}', Reason.UNKNOWN_SHAPE),
    ],
)
def test_what_is_no_answer_of_theirs_is_refused_whole(
    body: bytes, reason: Reason
) -> None:
    with pytest.raises(SourceError) as caught:
        eco2mix.parse(page(body))

    assert caught.value.reason is reason


def test_an_empty_page_is_no_mistake() -> None:
    assert eco2mix.parse(page([])) == Batch()
