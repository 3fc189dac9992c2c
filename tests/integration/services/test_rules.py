"""The versions of the rule: scheduled, in force on their day, never changed."""

import json
from datetime import date, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError
from sqlmodel import Session, select

from climact_issy.content import rules as published
from climact_issy.database import Database
from climact_issy.domain.civic import civic_day
from climact_issy.domain.errors import BadInput, NotAllowed
from climact_issy.domain.people import Actor
from climact_issy.domain.points import Rules
from climact_issy.domain.rulebook import Fault
from climact_issy.models import AuditEvent, Ledger
from climact_issy.services import actions, rules
from tests.support.gestures import BIKE, NOON, moderator, person, statements_of
from tests.support.versions import body

TODAY = civic_day(NOON)
TOMORROW = TODAY + timedelta(days=1)


def scheduled(database: Database, starts_on: date, file: str = "") -> Rules:
    said, file = " Plus juste. ", file or body(day_cap=50)
    return database.run_here(
        lambda s: rules.schedule(s, None, file, starts_on, reason=said, now=NOON)
    )


def in_force(database: Database, day: date) -> Rules:
    return database.read_here(lambda s: rules.in_force(s, day))


def faults(database: Database, starts_on: date, text: str) -> list[tuple[str, str]]:
    with pytest.raises(BadInput) as refused:
        scheduled(database, starts_on, text)
    found = refused.value.values["faults"]
    assert isinstance(found, tuple)
    return [(f.key, f.code) for f in found if isinstance(f, Fault)]


def test_before_any_other_version_the_content_is_in_force(database: Database) -> None:
    assert in_force(database, TODAY) is published.first()
    assert in_force(database, date(2020, 1, 1)) is published.first()
    assert [e.rules.version for e in database.read_here(rules.history)] == [1]


def test_a_version_holds_from_its_day_on(database: Database) -> None:
    found = scheduled(database, TOMORROW)

    assert (found.version, found.day_cap) == (2, 50)
    assert in_force(database, TODAY).version == 1
    assert in_force(database, TOMORROW) == found
    assert in_force(database, TOMORROW + timedelta(days=400)) == found


def test_the_history_keeps_who_and_why(database: Database) -> None:
    scheduled(database, TOMORROW)
    scheduled(database, TOMORROW + timedelta(days=7), body(week_cap=180))

    first, second, third = database.read_here(rules.history)

    assert (first.rules.version, first.scheduled_at) == (1, None)
    assert (second.rules.day_cap, second.reason) == (50, "Plus juste.")
    assert second.scheduled_at == NOON
    assert (third.rules.version, third.rules.week_cap, third.rules.day_cap) == (
        3,
        180,
        60,
    )
    last = TOMORROW + timedelta(days=6)
    assert in_force(database, last).version == 2
    assert in_force(database, last + timedelta(days=1)).version == 3


def test_scheduling_is_audited(database: Database) -> None:
    scheduled(database, TOMORROW)

    event = database.read_here(lambda s: s.exec(select(AuditEvent)).one())

    assert (event.actor_ref, event.kind, event.subject) == (
        "system",
        "rules_scheduled",
        "rules:2",
    )
    assert json.loads(event.details) == {
        "starts_on": TOMORROW.isoformat(),
        "version": 2,
    }


@pytest.mark.parametrize("days", [0, -1, -400])
def test_a_version_never_begins_today_or_earlier(database: Database, days: int) -> None:
    day = TODAY + timedelta(days=days)

    assert faults(database, day, body()) == [("starts_on", "too_early")]
    assert len(database.read_here(rules.history)) == 1


def test_a_version_begins_after_the_last_scheduled_one(database: Database) -> None:
    later = TOMORROW + timedelta(days=30)
    scheduled(database, later)

    assert faults(database, TOMORROW, body()) == [("starts_on", "too_early")]
    assert faults(database, later, body()) == [("starts_on", "too_early")]


def test_everything_wrong_is_told_at_once(database: Database) -> None:
    found = faults(database, TODAY, body(without="goal_gestures", day_cap=0))

    assert found == [
        ("starts_on", "too_early"),
        ("goal_gestures", "missing"),
        ("day_cap", "out_of_bounds"),
    ]


def test_a_reason_too_long_to_keep_is_refused(database: Database) -> None:
    def work(session: Session) -> None:
        rules.schedule(session, None, body(), TOMORROW, reason="x" * 501, now=NOON)

    with pytest.raises(BadInput):
        database.run_here(work)
    assert len(database.read_here(rules.history)) == 1


@pytest.mark.parametrize(
    "statement",
    ["UPDATE rule_version SET body = ''", "DELETE FROM rule_version"],
)
def test_a_version_is_never_changed(database: Database, statement: str) -> None:
    scheduled(database, TOMORROW)

    with pytest.raises(DatabaseError, match="append-only"):
        database.run_here(lambda s: s.connection().execute(text(statement)))


def test_new_gestures_follow_the_version_and_past_rows_keep_theirs(
    database: Database,
) -> None:
    scheduled(database, TOMORROW, body(points_per_effort=7))
    who = person(database)

    def tap(session: Session, days: int) -> int:
        at = NOON + timedelta(days=days)
        rule = rules.in_force(session, civic_day(at))
        return actions.log(session, who, BIKE, None, 0, rules=rule, now=at).points

    assert [database.run_here(lambda s, n=n: tap(s, n)) for n in (0, 1)] == [10, 14]
    rows = database.read_here(lambda s: s.exec(select(Ledger)).all())
    assert [(row.amount, row.rule_version) for row in rows] == [(10, 1), (14, 2)]


def test_asking_what_is_in_force_costs_one_statement(database: Database) -> None:
    scheduled(database, TOMORROW)

    with statements_of(database.engine) as found:
        database.run_here(lambda s: rules.in_force(s, TOMORROW))

    assert len(found) == 1


def test_what_a_build_prints_is_the_file_of_the_version_in_force(
    database: Database,
) -> None:
    scheduled(database, TOMORROW)

    assert database.read_here(lambda s: rules.in_force_row(s, TODAY)) == (
        published.first(),
        "",
    )
    rule, kept = database.read_here(lambda s: rules.in_force_row(s, TOMORROW))
    assert published.kept(kept, 2, TOMORROW) == rule


def test_only_a_moderator_schedules_a_version(database: Database) -> None:
    def schedule(who: Actor) -> Rules:
        return database.run_here(
            lambda s: rules.schedule(s, who, body(), TOMORROW, reason="", now=NOON)
        )

    with pytest.raises(NotAllowed):
        schedule(person(database))
    assert schedule(moderator(database)).version == 2
