"""A feed that is sent is kept once, and read by the same ingestion as any answer."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from climact_issy.database import Database
from climact_issy.domain import signatures
from climact_issy.domain.errors import ClimactError, NotAllowed, NotFound
from climact_issy.domain.live import Reading
from climact_issy.domain.sources import Run
from climact_issy.services import (
    ingestion,
    observed,
    pushes,
    raw_payloads,
    source_states,
)
from climact_issy.services.pushes import InvalidFeed, Push, Receipt
from tests.unit.connectors.test_smartlina_feed import GOOD, feed

NOW = datetime(2026, 11, 24, 10, 12, tzinfo=UTC)
SECRET = "shared"
KEY = pushes.smartlina_feed.MEASURES["nitrogen-dioxide"].key


def push(body: bytes, at: datetime = NOW) -> Push:
    seconds = signatures.seconds_of(at)
    return Push(body, seconds, signatures.signature(SECRET.encode(), seconds, body))


def send(database: Database, body: bytes, at: datetime = NOW) -> Receipt:
    page = pushes.checked(push(body, at), SECRET, now=at)
    return database.run_here(lambda s: pushes.keep(s, page))


def ingest(database: Database, at: datetime) -> Run:
    port = pushes.inbox(database, pushes.SOURCE, None)
    return ingestion.run(database, pushes.SOURCE, port, since=None, now=at)


def shown(database: Database) -> Reading:
    return database.read_here(lambda s: observed.reading(s, KEY, now=NOW))


def is_due(database: Database, at: datetime) -> bool:
    return database.read_here(lambda s: source_states.is_due(s, pushes.SOURCE, now=at))


def test_what_is_sent_is_what_is_shown(database: Database) -> None:
    receipt = send(database, feed(GOOD))
    done = ingest(database, NOW + timedelta(minutes=1))

    assert (receipt.is_new, receipt.values) == (True, 1)
    assert (done.added, done.pages, done.failure) == (1, 1, "")
    reading = shown(database)
    assert reading.newest is not None
    assert (reading.newest.period, reading.newest.value) == ("2026-11-24T10:00Z", 27.5)
    assert reading.source == "smartlina-push"


def test_the_same_bytes_are_kept_once(database: Database) -> None:
    first = send(database, feed(GOOD))
    again = send(database, feed(GOOD), NOW + timedelta(minutes=2))

    assert (first.sha256, again.is_new) == (again.sha256, False)
    assert ingest(database, NOW + timedelta(minutes=3)).pages == 1


def test_it_is_read_at_the_next_turn_and_old_payloads_are_left_alone(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLIMACT_FEED_SECRET", SECRET)
    source_states.get_settings.cache_clear()
    send(database, feed(GOOD))
    assert is_due(database, NOW)
    ingest(database, NOW)
    assert not is_due(database, NOW + timedelta(minutes=59))

    later = NOW + timedelta(minutes=30)
    second = GOOD | {"period": "2026-11-24T10:30Z", "value": 29}
    send(database, feed(second), later)
    assert is_due(database, later)
    assert ingest(database, later).added == 1
    ingest(database, later + timedelta(hours=1))
    assert ingest(database, later + timedelta(hours=2)).pages == 0
    source_states.get_settings.cache_clear()


def test_a_payload_whose_bytes_are_gone_is_passed_over(database: Database) -> None:
    send(database, feed(GOOD))
    later = NOW + raw_payloads.KEPT + timedelta(days=1)
    database.run_here(lambda s: raw_payloads.empty_old(s, now=later))

    port = pushes.inbox(database, pushes.SOURCE, NOW - timedelta(days=1))
    done = ingestion.run(database, pushes.SOURCE, port, since=None, now=later)
    assert (done.pages, done.failure) == (0, "")
    # Sent once more, it is whole again.
    assert send(database, feed(GOOD), later).is_new
    assert ingest(database, later + timedelta(minutes=1)).pages == 1


def test_a_corrected_figure_keeps_the_old_one(database: Database) -> None:
    send(database, feed(GOOD))
    send(database, feed(GOOD | {"value": 26}))

    done = ingest(database, NOW)

    assert (done.added, done.revised, done.pages) == (1, 1, 2)
    newest = shown(database).newest
    assert newest is not None
    assert newest.value == 26


@pytest.mark.parametrize(
    ("sent", "secret", "expected"),
    [
        (push(feed(GOOD)), "", NotFound("not_found")),
        (push(feed(GOOD)), "another", NotAllowed("push_unsigned")),
        (Push(feed(GOOD), "", ""), SECRET, NotAllowed("push_unsigned")),
        (
            push(feed(GOOD), NOW - timedelta(hours=1)),
            SECRET,
            NotAllowed("push_expired"),
        ),
        (push(b"{}"), SECRET, InvalidFeed()),
    ],
)
def test_whatever_is_not_right_is_refused_at_the_door(
    sent: Push, secret: str, expected: ClimactError
) -> None:
    with pytest.raises(type(expected)) as caught:
        pushes.checked(sent, secret, now=NOW)

    assert caught.value.code == expected.code


def test_a_refusal_says_where_the_feed_is_wrong() -> None:
    sent = push(json.dumps(json.loads(feed(GOOD)) | {"version": 2}).encode())

    with pytest.raises(InvalidFeed) as caught:
        pushes.checked(sent, SECRET, now=NOW)

    assert caught.value.faults == ("version: Input should be 1",)
