"""The electricity of Île-de-France: that region alone, read with the clock still."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import pytest

from climact_issy.connectors import eco2mix_regional
from climact_issy.connectors.base import Page, Reason, SourceError
from climact_issy.domain.observations import Batch, Kind, Refused
from tests.support.source_cases import PAYLOADS

READ_AT = datetime(2023, 9, 12, 16, 27, tzinfo=UTC)


def page(body: bytes | list[dict[str, object]]) -> Page:
    told = body if isinstance(body, bytes) else json.dumps({"results": body}).encode()
    return Page("https://odre.opendatasoft.com/x", "application/json", told, READ_AT)


def row(at: str, value: object, region: str = "11") -> dict[str, object]:
    return {"code_insee_region": region, "date_heure": at, "consommation": value}


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


def test_the_answer_is_read_without_the_other_regions() -> None:
    body = (PAYLOADS / "eco2mix-regional" / "records.json").read_bytes()

    batch = eco2mix_regional.parse(page(body))

    assert values(batch) == [
        ("2023-09-12T15:00Z", 7012.0),
        ("2023-09-12T16:15Z", 7105.0),
    ]
    assert {found.unit for found in batch.observations} == {"MW"}
    assert {found.kind for found in batch.observations} == {Kind.REAL_TIME}
    assert not batch.rejects


def test_only_the_region_is_asked_for_and_no_carbon() -> None:
    http = Fake()

    assert not list(eco2mix_regional.fetch(http, READ_AT - timedelta(hours=2)))

    ((path, asked),) = http.asked
    assert path.endswith("/eco2mix-regional-tr/records")
    assert asked["where"].endswith('and code_insee_region = "11"')
    assert "taux_co2" not in asked["select"]


def test_the_rest_of_the_day_is_to_come_and_no_gap() -> None:
    batch = eco2mix_regional.parse(
        page(
            [
                row("2023-09-12T16:00:00+00:00", None),
                row("2023-09-12T16:15:00+00:00", "7105"),
                row("2023-09-12T16:30:00+00:00", None),
            ]
        )
    )

    assert values(batch) == [("2023-09-12T16:00Z", None), ("2023-09-12T16:15Z", 7105.0)]


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("ND", Refused.NOT_A_NUMBER),
        (float("nan"), Refused.NOT_FINITE),
        (-1, Refused.OUT_OF_RANGE),
        (60_001, Refused.OUT_OF_RANGE),
    ],
)
def test_what_cannot_be_a_power_is_refused_alone(
    value: object, reason: Refused
) -> None:
    good = row("2023-09-12T16:00:00+00:00", 7012)

    batch = eco2mix_regional.parse(
        page([good, row("2023-09-12T16:15:00+00:00", value)])
    )

    assert values(batch) == [("2023-09-12T16:00Z", 7012.0)]
    assert [found.reason for found in batch.rejects] == [reason]


def test_of_an_hour_that_never_was_the_last_value_counts() -> None:
    at = "2024-03-31T01:00:00+00:00"

    batch = eco2mix_regional.parse(page([row(at, 7000), row(at, 7100)]))

    assert values(batch) == [("2024-03-31T01:00Z", 7100.0)]
    assert [found.reason for found in batch.rejects] == [Refused.DUPLICATE]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b'{"results": [{', Reason.NOT_JSON),
        (
            b'{"results": [{"date_heure": "x", "consommation": 1}]}',
            Reason.UNKNOWN_SHAPE,
        ),
    ],
)
def test_what_is_no_answer_of_theirs_is_refused_whole(
    body: bytes, reason: Reason
) -> None:
    with pytest.raises(SourceError) as caught:
        eco2mix_regional.parse(page(body))

    assert caught.value.reason is reason


def test_an_empty_page_is_no_mistake() -> None:
    assert eco2mix_regional.parse(page([])) == Batch()
