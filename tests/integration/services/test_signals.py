"""Signals are written beside the game: they change nothing and nobody waits."""

from datetime import timedelta

import pytest
from sqlmodel import Session

from climact_issy.database import Database
from climact_issy.domain.errors import NotAllowed, NotFound
from climact_issy.domain.signals import BURST_GESTURES, SHARED_ACCOUNTS, SignalKind
from climact_issy.services import ledger, sign_in, signals
from climact_issy.services.sign_in import Asked, Asking
from tests.support.gestures import (
    NOON,
    WALK,
    moderator,
    person,
    statements_of,
    tap,
)


def looked(database: Database, minutes: float = 2) -> int:
    """Look once, some minutes after noon; return how many signals are new."""
    now = NOON + timedelta(minutes=minutes)
    seen = database.read_here(lambda s: signals.look(s, now=now))
    return database.run_here(lambda s: signals.note(s, seen))


def burst(database: Database, count: int = BURST_GESTURES, first: int = 0) -> None:
    who = person(database, "la-ferme")
    for n in range(first, first + count):
        tap(database, who, WALK, n, now=NOON + timedelta(seconds=n))


def enters(database: Database, name: str, client: str = "192.0.2.1") -> None:
    """Somebody asks for a mail and uses its link."""
    links: list[Asked] = []

    def compose(asked: Asked) -> tuple[str, str, str]:
        links.append(asked)
        return ("s", "t", "h")

    asking = Asking(f"{name}@example.org", name, client, "fr", "/")
    database.run_here(lambda s: sign_in.ask(s, asking, compose, now=NOON))
    database.run_here(lambda s: sign_in.use_link(s, links[-1].token, now=NOON))


def test_a_burst_is_flagged_once_and_grows(database: Database) -> None:
    who = person(database, "la-ferme")
    for n in range(BURST_GESTURES):
        tap(database, who, WALK, n, now=NOON + timedelta(seconds=n))

    assert looked(database) == 1
    tap(database, who, WALK, BURST_GESTURES, now=NOON + timedelta(minutes=1))
    assert looked(database) == 0

    (sign,) = database.read_here(signals.open_signals)
    assert (sign.kind, sign.subject) == (SignalKind.BURST, who.member_ref)
    assert sign.count == BURST_GESTURES + 1
    assert sign.first_at == NOON


def test_an_ordinary_hour_is_no_signal(database: Database) -> None:
    burst(database, BURST_GESTURES - 1)

    assert looked(database) == 0


def test_what_is_long_over_is_not_looked_at_again(database: Database) -> None:
    burst(database)

    assert looked(database, minutes=45) == 0


def test_many_accounts_of_one_connection_are_flagged_without_naming_it(
    database: Database,
) -> None:
    for n in range(SHARED_ACCOUNTS):
        enters(database, f"p{n}")
    enters(database, "far", "198.51.100.1")

    assert looked(database) == 1
    (sign,) = database.read_here(signals.open_signals)
    assert (sign.kind, sign.count) == (SignalKind.SHARED_DEVICE, SHARED_ACCOUNTS)
    hidden = {"192.0.2.1", sign_in.keyed_hash("client", "192.0.2.1")}
    assert sign.subject not in hidden


def test_one_account_that_enters_often_is_no_signal(database: Database) -> None:
    for _ in range(3):
        enters(database, "same")

    assert looked(database) == 0


def test_a_signal_changes_no_total_and_refuses_nothing(database: Database) -> None:
    who = person(database, "la-ferme")
    for n in range(BURST_GESTURES):
        tap(database, who, WALK, n, now=NOON + timedelta(seconds=n))

    def state(session: Session) -> list[object]:
        return [ledger.kept(session, t) for t in ledger.TOTALS]

    before = database.read_here(state)
    assert looked(database) == 1
    assert database.read_here(state) == before

    noted = tap(database, who, WALK, BURST_GESTURES, now=NOON + timedelta(minutes=1))
    assert not noted.was_already_there


def test_no_gesture_reads_or_writes_a_signal(database: Database) -> None:
    who = person(database, "la-ferme")
    with statements_of(database.engine) as found:
        tap(database, who)

    assert found
    assert not [sql for sql, _ in found if "signal" in sql]


def test_staff_closes_a_signal_with_a_trace(database: Database) -> None:
    burst(database)
    looked(database)
    (sign,) = database.read_here(signals.open_signals)
    staff, citizen = moderator(database), person(database)

    def review(session: Session) -> None:
        signals.review(session, staff, sign.signal_id, "Une classe.", now=NOON)

    with pytest.raises(NotAllowed):
        database.run_here(
            lambda s: signals.review(s, citizen, sign.signal_id, "", now=NOON)
        )
    database.run_here(review)

    assert database.read_here(signals.open_signals) == []
    with pytest.raises(NotFound):
        database.run_here(review)
    assert looked(database) == 0


def test_signals_are_forgotten_after_a_season(database: Database) -> None:
    burst(database)
    looked(database)
    early, late = NOON + timedelta(days=59), NOON + timedelta(days=61)

    database.run_here(lambda s: signals.purge(s, now=early))
    assert database.read_here(signals.open_signals)
    database.run_here(lambda s: signals.purge(s, now=late))
    assert not database.read_here(signals.open_signals)
