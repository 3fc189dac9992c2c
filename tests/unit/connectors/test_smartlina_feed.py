"""The published feed: one schema, every fault said, and the clock held still."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from climact_issy.connectors import smartlina_feed
from climact_issy.connectors.base import Page, Reason, SourceError
from climact_issy.content import tables
from climact_issy.domain.observations import Batch, Kind, Refused
from tests.support.source_cases import PAYLOADS

READ_AT = datetime(2026, 11, 24, 10, 12, tzinfo=UTC)
GOOD = {
    "indicator": "nitrogen-dioxide",
    "place": "92040",
    "period": "2026-11-24T11:00:00+01:00",
    "value": 27.5,
    "unit": "ug/m3",
}


def feed(*rows: dict[str, Any], **changes: object) -> bytes:
    told = {
        "feed": "smartlina",
        "version": 1,
        "producer": "somebody",
        "licence": "Licence Ouverte 2.0",
        "values": list(rows),
    }
    return json.dumps(told | changes).encode()


def parsed(body: bytes) -> Batch:
    return smartlina_feed.parse(Page("x", "application/json", body, READ_AT))


def values(batch: Batch) -> list[tuple[str, float | None]]:
    return [(found.period, found.value) for found in batch.observations]


def test_the_example_is_read_as_written_and_other_towns_are_left_out() -> None:
    body = (PAYLOADS / "smartlina-feed" / "feed.json").read_bytes()

    batch = parsed(body)

    assert values(batch) == [("2026-11-24T09:00Z", 31), ("2026-11-24T10:00Z", 27.5)]
    assert {found.key.place for found in batch.observations} == {"issy-les-moulineaux"}
    assert not batch.rejects
    assert smartlina_feed.faults(body) == []


def test_the_shipped_schema_is_the_one_that_is_checked() -> None:
    shipped = tables.FOLDER / "schemas" / "smartlina-feed-1.json"

    assert json.loads(shipped.read_text("utf-8")) == smartlina_feed.schema()


def test_its_vocabulary_becomes_ours() -> None:
    kinds = [
        parsed(feed(GOOD | {"kind": kind})).observations[0].kind
        for kind in ("measured", "validated", "published", "forecast")
    ]

    assert kinds == [
        Kind.REAL_TIME,
        Kind.CONSOLIDATED,
        Kind.PUBLISHED,
        Kind.FORECAST,
    ]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"value": "ND"}, Refused.NOT_A_NUMBER),
        ({"value": float("nan")}, Refused.NOT_FINITE),
        ({"value": -1}, Refused.OUT_OF_RANGE),
        ({"unit": "ppb"}, Refused.OTHER_UNIT),
        ({"indicator": "happiness"}, Refused.UNKNOWN_SERIES),
        ({"period": "2026-11-24T11:00:00"}, Refused.NO_TIME_ZONE),
        ({"period": "2026-11-24"}, Refused.BAD_PERIOD),
        ({"period": None}, Refused.BAD_PERIOD),
    ],
)
def test_what_cannot_be_a_value_is_refused_alone_and_said_to_a_sender(
    change: dict[str, object], reason: Refused
) -> None:
    body = feed(GOOD, GOOD | {"period": "2026-11-24T10:00Z"} | change)
    first = feed(GOOD, GOOD | change)

    assert values(parsed(body)) == [("2026-11-24T10:00Z", 27.5)]
    assert [found.reason for found in parsed(body).rejects] == [reason]
    assert smartlina_feed.faults(first)
    assert smartlina_feed.faults(first)[0].startswith("values.1")


@pytest.mark.parametrize(
    ("body", "place"),
    [
        (b"", "feed: "),
        (b"[1]", "feed: "),
        (feed(GOOD, version=2), "version: "),
        (feed(GOOD, feed="other"), "feed: "),
        (feed(GOOD, producer=""), "producer: "),
        (feed({"indicator": "nitrogen-dioxide"}), "values.0.place: "),
        (feed(GOOD | {"value": "27"}), "values.0.value: "),
        (feed(GOOD | {"kind": "guessed"}), "values.0.kind: "),
        (feed(GOOD | {"place": "Issy"}), "values.0.place: "),
    ],
)
def test_a_feed_that_breaks_its_schema_is_told_where(body: bytes, place: str) -> None:
    assert any(fault.startswith(place) for fault in smartlina_feed.faults(body))


def test_no_more_than_twenty_faults_are_told() -> None:
    assert len(smartlina_feed.faults(feed(*[{}] * 100))) == 20


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b'{"version": 1, "values"', Reason.NOT_JSON),
        (b"[" * 100_000, Reason.NOT_JSON),
        (b"[]", Reason.UNKNOWN_SHAPE),
        (feed(GOOD, version=2), Reason.UNKNOWN_SHAPE),
        (b'{"version": 1}', Reason.UNKNOWN_SHAPE),
        (b'{"version": 1, "values": [1]}', Reason.UNKNOWN_SHAPE),
        (feed({"at": 1, "no2": 2}), Reason.UNKNOWN_SHAPE),
    ],
)
def test_what_is_no_feed_is_refused_whole(body: bytes, reason: Reason) -> None:
    with pytest.raises(SourceError) as caught:
        parsed(body)

    assert caught.value.reason is reason


def test_an_empty_feed_is_no_mistake() -> None:
    assert parsed(feed()) == Batch()
    assert smartlina_feed.faults(feed()) == []


class Waiting:
    """A port that holds some payloads, or a feed that has not changed."""

    def __init__(self, *bodies: bytes) -> None:
        self.bodies = bodies
        self.asked: list[str] = []

    def now(self) -> datetime:
        return READ_AT

    def get(self, path: str, params: Any = None) -> Page | None:  # noqa: ANN401 - as the port
        self.asked.append(path)
        place = int((params or {}).get("after") or 0)
        if place >= len(self.bodies):
            return None
        return Page(path, "", self.bodies[place], READ_AT, etag=str(place + 1))


def test_the_feed_is_one_document() -> None:
    known, unchanged = Waiting(b"a"), Waiting()

    assert [p.body for p in smartlina_feed.fetch(known, READ_AT)] == [b"a"]
    assert list(smartlina_feed.fetch(unchanged, READ_AT)) == []
    assert known.asked == [""]


def test_everything_that_waits_is_taken_in_order() -> None:
    port = Waiting(b"a", b"b", b"c")

    found = [page.body for page in smartlina_feed.fetch_waiting(port, READ_AT)]

    assert found == [b"a", b"b", b"c"]
