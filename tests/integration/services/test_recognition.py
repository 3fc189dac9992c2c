"""What a person is recognised for: since the first day, in a handful of queries."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlmodel import Session

from climact_issy.content import actions as catalogue
from climact_issy.database import Database
from climact_issy.domain.actions import Cadence, Period
from climact_issy.domain.errors import NotFound
from climact_issy.domain.ledger import EntryKind
from climact_issy.domain.people import Actor
from climact_issy.domain.recognition import Recognition
from climact_issy.services import gesture_rows, own_rhythm, posting, recognition
from climact_issy.services.sums import sums
from tests.support.gestures import NOON, person, statements_of, tap, untap

BIKE = replace(catalogue.by_slug("prendre-le-velo"), cadence=Cadence(30, Period.DAY))
SHOWER = catalogue.by_slug("douche-courte")
A_SEASON = timedelta(weeks=9)


def mine(database: Database, who: Actor, *, weeks: int = 0) -> Recognition:
    at = NOON + timedelta(weeks=weeks)
    return database.read_here(lambda s: recognition.mine(s, who, now=at))


def levels(found: Recognition) -> dict[str, int]:
    return {p.badge.slug: p.level for p in found.badges if p.level}


def posted(database: Database, who: Actor, kind: EntryKind, key: str) -> int:
    """Append one row of another kind, as events and challenges do."""

    def work(session: Session) -> int:
        connection = session.connection()
        player = gesture_rows.hold_player(connection, who, NOON.date())
        assert player.season is not None
        row = {
            "season_id": player.season.season_id,
            "member_ref": who.member_ref,
            "kind": kind.value,
            "subject": key,
            "reverses": None,
            "tier": "code",
            "amount": 0,
            "quantity_milli": 1000,
            "saving_gco2e": None,
            "rule_version": 1,
            "factor_version": "",
            "neighbourhood": player.neighbourhood,
            "team": None,
            "civic_day": NOON.date(),
            "recorded_at": NOON,
            "cause": kind.value,
            "idempotency_key": f"{kind}:{who.member_ref}:{key}",
        }
        before = sums(connection, posting.spot_of(row))
        return posting.post(connection, row, before, is_on_board=False).entry_id

    return database.run_here(work)


def taken_back(database: Database, who: Actor, entry_id: int) -> None:
    def work(session: Session) -> None:
        connection = session.connection()
        gesture_rows.hold_player(connection, who, NOON.date())
        row = session.connection().execute(
            posting.gesture_rows._ledger.select().where(
                posting.gesture_rows._ledger.c.id == entry_id
            )
        )
        posting.take_back(
            connection,
            dict(row.mappings().one()),
            cause="undo",
            now=NOON,
            is_on_board=False,
        )

    database.run_here(work)


def test_nothing_is_a_start(database: Database) -> None:
    found = mine(database, person(database))

    assert levels(found) == {}
    assert (found.weeks, found.rhythm.goal, found.rhythm.done) == (0, 0, 0)


def test_gestures_of_every_season_count_and_undone_ones_do_not(
    database: Database,
) -> None:
    who = person(database)
    for seen in range(9):
        tap(database, who, BIKE, seen)
    undone = tap(database, who, BIKE, 9)
    assert levels(mine(database, who))["roues"] == 2
    untap(database, who, undone.entry_id)
    assert levels(mine(database, who))["roues"] == 1

    tap(database, who, BIKE, now=NOON + A_SEASON)
    tap(database, person(database), SHOWER)

    assert levels(mine(database, who)) == {"roues": 2, "semaines": 1}


def test_active_weeks_are_never_reset(database: Database) -> None:
    who = person(database)
    for weeks in (0, 1, 3, 9, 30):
        tap(database, who, BIKE, now=NOON + timedelta(weeks=weeks))

    found = mine(database, who, weeks=60)
    assert found.weeks == 5
    assert levels(found)["semaines"] == 2
    assert found.rhythm.done == 0


def test_events_and_challenges_count_while_they_stand(database: Database) -> None:
    who = person(database)
    tap(database, who, BIKE)
    codes = [posted(database, who, EntryKind.CODE, f"e{n}") for n in range(3)]
    posted(database, who, EntryKind.CHALLENGE, "d")
    posted(database, who, EntryKind.EVIDENCE, "p")
    found = levels(mine(database, who))
    assert (found["evenements"], found["defis"]) == (2, 1)

    taken_back(database, who, codes[0])

    assert levels(mine(database, who))["evenements"] == 1


def test_what_one_did_before_counts_for_its_own_badge_only(database: Database) -> None:
    who = person(database)
    database.run_here(
        lambda s: own_rhythm.set_already(s, who, BIKE, is_doing=True, now=NOON)
    )

    assert levels(mine(database, who)) == {"deja": 1}


def test_the_week_beside_the_goal_counts_from_monday(database: Database) -> None:
    who = person(database)
    tap(database, who, BIKE, now=NOON - timedelta(days=7))
    tap(database, who, BIKE)
    tap(database, who, SHOWER, now=NOON - timedelta(days=2))
    database.run_here(lambda s: own_rhythm.set_goal(s, who, 5, now=NOON))

    rhythm = mine(database, who).rhythm

    assert (rhythm.goal, rhythm.done, rhythm.shows_goal) == (5, 2, True)


def test_a_gesture_says_which_levels_it_reached(database: Database) -> None:
    who = person(database)

    def reached(seen: int, *, weeks: int = 0) -> dict[str, int]:
        at = NOON + timedelta(weeks=weeks)
        noted = tap(database, who, BIKE, seen, now=at)
        return {p.badge.slug: p.level for p in noted.badges}

    assert reached(0) == {"roues": 1, "semaines": 1}
    assert reached(1) == {}
    assert [reached(seen) for seen in range(2, 9)] == [{}] * 7
    assert reached(9) == {"roues": 2}
    assert reached(0, weeks=1) == {}
    assert [reached(0, weeks=week) for week in (2, 3)] == [{}, {"semaines": 2}]


def test_the_retry_of_a_gesture_reaches_nothing(database: Database) -> None:
    who = person(database)

    assert tap(database, who, BIKE).badges
    assert tap(database, who, BIKE).badges == ()


def test_a_level_that_was_undone_is_reached_again(database: Database) -> None:
    who = person(database)
    first = tap(database, who, BIKE)
    untap(database, who, first.entry_id)

    again = tap(database, who, BIKE, 1)

    assert [p.badge.slug for p in again.badges] == [p.badge.slug for p in first.badges]


def test_a_gesture_that_completes_a_challenge_reaches_that_badge_too(
    database: Database,
) -> None:
    who = person(database)
    tap(database, who, BIKE)
    posted(database, who, EntryKind.CHALLENGE, "d")

    def reached(session: Session, completed: int) -> set[str]:
        connection = session.connection()
        noted = recognition.Noted(BIKE.slug, is_new_week=False, challenges=completed)
        before = recognition.before_gesture(
            connection, who.member_ref, is_new_week=False
        )
        found = recognition.reached_by(connection, who.member_ref, noted, before)
        return {p.badge.slug for p in found}

    assert database.read_here(lambda s: reached(s, 1)) == {"defis"}
    assert database.read_here(lambda s: reached(s, 0)) == set()


def test_it_costs_as_many_statements_for_much_as_for_little(
    database: Database,
) -> None:
    who = person(database)

    def cost() -> int:
        with statements_of(database._reader or database.engine) as found:
            mine(database, who)
        return len(found)

    tap(database, who, BIKE)
    little = cost()
    for seen in range(1, 12):
        tap(database, who, BIKE, seen)
        posted(database, who, EntryKind.CODE, str(seen))
    assert cost() == little == 4


def test_nothing_reads_a_whole_table(database: Database) -> None:
    who = person(database)
    tap(database, who, BIKE)
    if database.engine.dialect.name != "sqlite":
        return

    with statements_of(database._reader or database.engine) as found:
        mine(database, who)

    def plans(session: Session) -> list[str]:
        connection = session.connection()
        return [
            row[3]
            for sql, values in found
            for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", values)  # pyright: ignore[reportArgumentType] - what the driver was given
        ]

    assert not [plan for plan in database.read_here(plans) if plan.startswith("SCAN")]


def test_an_erased_person_is_recognised_for_nothing(database: Database) -> None:
    who = replace(person(database), citizen_id=10**6)

    with pytest.raises(NotFound):
        mine(database, who)
