"""What a gesture does for challenges, and that undoing it takes it back."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from sqlmodel import Session, col, select

from climact_issy.database import Database
from climact_issy.domain.challenge_moves import Move
from climact_issy.domain.challenges import Scope
from climact_issy.domain.people import Actor
from climact_issy.domain.seasons import PAUSE
from climact_issy.models import (
    Challenge,
    ChallengeMember,
    ChallengeTotal,
    Ledger,
    Season,
)
from climact_issy.services import (
    challenge_desk,
    challenge_joining,
    challenge_totals,
    ledger,
    seasons,
)
from tests.support.challenges import (
    GOAL,
    HABIT,
    PLEDGE,
    RACE,
    later,
    running,
    scheduled,
    team,
)
from tests.support.gestures import (
    BIKE,
    NOON,
    SORT,
    WALK,
    goes_on_board,
    person,
    plays_for,
    statements_of,
    tap,
    untap,
)
from tests.support.rules import RULES

pytestmark = pytest.mark.usefixtures("counted_actions")


def totals(database: Database, slug: str) -> dict[str, tuple[int, int, int, int]]:
    def work(session: Session) -> dict[str, tuple[int, int, int, int]]:
        rows = session.exec(
            select(ChallengeTotal)
            .join(Challenge, col(Challenge.id) == ChallengeTotal.challenge_id)
            .where(Challenge.slug == slug)
        ).all()
        return {
            row.group_id: (row.people, row.progress, row.points, row.points_squares)
            for row in rows
        }

    return database.read_here(work)


def member(database: Database, who: Actor) -> ChallengeMember | None:
    return database.read_here(
        lambda s: s.exec(
            select(ChallengeMember).where(ChallengeMember.member_ref == who.member_ref)
        ).first()
    )


def awards(database: Database) -> list[tuple[str, int, str]]:
    rows = database.read_here(lambda s: list(s.exec(select(Ledger)).all()))
    return [
        (row.kind, row.amount, row.cause) for row in rows if "challenge" in row.cause
    ]


def join(database: Database, who: Actor, slug: str) -> None:
    database.run_here(lambda s: challenge_joining.join(s, who, slug, now=NOON))


def assert_true(database: Database) -> None:
    assert database.read_here(challenge_totals.differences) == []
    assert database.read_here(ledger.differences) == []


def test_a_gesture_counts_for_a_goal_without_joining(database: Database) -> None:
    running(database)
    who = person(database, "la-ferme")

    noted = tap(database, who)
    tap(database, who, WALK)
    tap(database, who, SORT)

    assert [step.progress for step in noted.challenges] == [1]
    assert totals(database, GOAL.slug) == {"": (1, 2, 15, 225)}
    assert_true(database)


def test_gestures_noted_before_a_challenge_ran_never_count(database: Database) -> None:
    who = person(database, "la-ferme")
    early = tap(database, who)
    slug = scheduled(database)
    between = tap(database, who, seen=1)
    database.run_here(lambda s: challenge_desk.turn(s, now=NOON))

    untap(database, who, early.entry_id)
    assert totals(database, slug) == {}
    assert between.challenges == ()
    tap(database, who, WALK)
    assert totals(database, slug) == {"": (1, 1, 5, 25)}
    assert_true(database)


def test_undoing_takes_the_gesture_out_and_leaves_no_trace(database: Database) -> None:
    running(database, RACE)
    who = person(database, "la-ferme")
    noted = tap(database, who)
    assert totals(database, RACE.slug)["la-ferme"] == (1, 1, 10, 100)

    untap(database, who, noted.entry_id)
    untap(database, who, noted.entry_id)

    assert totals(database, RACE.slug) == {"": (0,) * 4, "la-ferme": (0,) * 4}
    assert member(database, who) is None
    assert_true(database)


def test_an_undo_counts_even_once_the_challenge_is_closed(database: Database) -> None:
    slug = running(database)
    who = person(database)
    noted = tap(database, who)
    database.run_here(
        lambda s: challenge_desk.move(
            s, None, slug, Move.CLOSE, reason="Trop de pluie.", now=NOON
        )
    )

    assert tap(database, who, seen=1).challenges == ()
    untap(database, who, noted.entry_id)

    assert totals(database, slug) == {"": (0,) * 4}
    assert_true(database)


def test_a_gesture_after_the_last_day_never_counts(database: Database) -> None:
    slug = running(database)

    tap(database, person(database), now=later(28))

    assert totals(database, slug) == {}


@pytest.mark.parametrize("place", ["outside", "unknown", ""])
def test_whoever_plays_for_no_neighbourhood_is_not_in_a_race(
    database: Database, place: str
) -> None:
    running(database, RACE)

    assert tap(database, person(database, place)).challenges == ()


def test_a_race_of_teams_counts_for_the_team_of_the_gesture(
    database: Database,
) -> None:
    running(database, replace(RACE, scope=Scope.TEAM))
    who, alone = person(database, "la-ferme"), person(database, "la-ferme")
    plays_for(database, who, "velo")
    tap(database, who)
    tap(database, alone)

    plays_for(database, who, "autre")
    tap(database, who, seen=1)

    # Who has started for a group stays with it to the end of the race.
    assert totals(database, RACE.slug) == {
        "": (1, 2, 20, 400),
        "velo": (1, 2, 20, 400),
    }
    assert_true(database)


def test_a_goal_of_a_team_counts_its_own_people_only(database: Database) -> None:
    team(database, "classe")
    running(database, replace(GOAL, scope=Scope.TEAM, owner_team="classe"))
    parent, other = person(database), person(database)
    plays_for(database, parent, "classe")

    tap(database, parent)
    tap(database, other)

    assert totals(database, GOAL.slug) == {"": (1, 1, 10, 100)}


def test_a_habit_counts_days_of_who_joined(database: Database) -> None:
    slug = running(database, HABIT)
    who = person(database)
    assert tap(database, who).challenges == ()
    join(database, who, slug)

    first = tap(database, who, seen=1)
    tap(database, who, now=later(1))
    again = tap(database, who, seen=1, now=later(1))

    assert [step.progress for step in first.challenges] == [1]
    assert [step.progress for step in again.challenges] == [2]
    assert totals(database, slug)[""][:2] == (1, 2)
    assert_true(database)


def test_completing_a_habit_is_awarded_once_under_the_caps(database: Database) -> None:
    slug = running(database, HABIT)
    who = person(database, "la-ferme")
    goes_on_board(database, who)
    join(database, who, slug)
    tap(database, who)

    done = tap(database, who, now=later(1))
    tap(database, who, seen=1, now=later(1))
    tap(database, who, now=later(3))

    # Effort 3 at 5 points each; the day had 30.
    assert awards(database) == [("challenge", 15, "challenge")]
    assert (done.challenges[0].points, done.challenges[0].is_completed) == (15, True)
    assert done.member_total_points == 35
    assert done.goal.done == 3
    assert_true(database)


def test_a_cap_takes_what_is_beyond_it_and_says_so(database: Database) -> None:
    slug = running(database, HABIT)
    who = person(database)
    join(database, who, slug)
    tap(database, who)
    for n in range(4):
        tap(database, who, WALK, n, now=later(1))

    tap(database, who, now=later(1))

    assert awards(database) == [("challenge", 0, "challenge:day")]


def test_undo_below_the_target_takes_the_award_back_and_it_can_come_again(
    database: Database,
) -> None:
    slug = running(database, HABIT)
    who = person(database, "la-ferme")
    join(database, who, slug)
    tap(database, who)
    last = tap(database, who, now=later(1))

    untap(database, who, last.entry_id, now=later(1))
    assert awards(database)[1:] == [("undo", -15, "challenge")]
    assert_true(database)
    again = tap(database, who, seen=1, now=later(1))

    assert again.member_total_points == 35
    assert [amount for _, amount, _ in awards(database)] == [15, -15, 15]
    row = member(database, who)
    assert row is not None
    assert (row.progress, row.completed_at) == (2, later(1))
    assert_true(database)


def test_undoing_one_of_two_gestures_of_a_day_keeps_the_day(
    database: Database,
) -> None:
    slug = running(database, HABIT)
    who = person(database)
    join(database, who, slug)
    tap(database, who)
    one = tap(database, who, now=later(1))
    tap(database, who, seen=1, now=later(1))

    untap(database, who, one.entry_id, now=later(1))

    assert [amount for _, amount, _ in awards(database)] == [15]
    assert_true(database)


def test_two_simultaneous_completions_award_once(database: Database) -> None:
    slug = running(database, replace(HABIT, actions=(BIKE.slug, WALK.slug)))
    who = person(database, "la-ferme")
    join(database, who, slug)
    tap(database, who)

    with ThreadPoolExecutor(2) as threads:
        both = [
            threads.submit(tap, database, who, action, now=later(1))
            for action in (BIKE, WALK)
        ]
    completed = [s.is_completed for each in both for s in each.result().challenges]

    assert sorted(completed) == [False, True]
    assert [amount for _, amount, _ in awards(database)] == [15]
    assert_true(database)


def test_people_who_complete_side_by_side_never_block_each_other(
    database: Database,
) -> None:
    habit, pledge = running(database, HABIT), running(database, PLEDGE)
    running(database)
    running(database, RACE)
    places = ["la-ferme", "val-de-seine"] * 4
    everybody = [person(database, place) for place in places]
    for who in everybody:
        join(database, who, habit)
        join(database, who, pledge)

    def live(who: Actor) -> None:
        for day in range(2):
            tap(database, who, now=later(day))
            at = later(day)
            database.run_here(
                lambda s, at=at: challenge_joining.check_in(
                    s, who, pledge, rules=RULES, now=at
                )
            )

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(live, everybody))

    assert len(awards(database)) == 16
    assert totals(database, GOAL.slug)[""][:2] == (8, 16)
    assert_true(database)


def test_a_pause_brings_no_points(database: Database) -> None:
    slug = running(database, HABIT)
    who = person(database)
    join(database, who, slug)
    tap(database, who)

    def pause(session: Session) -> None:
        season = session.get_one(Season, seasons.current(session, now=NOON).season_id)
        season.kind = PAUSE
        session.add(season)

    database.run_here(pause)
    tap(database, who, now=later(1))

    assert awards(database) == [("challenge", 0, "challenge:pause")]


def test_a_gesture_that_counts_for_nothing_costs_one_statement(
    database: Database,
) -> None:
    running(database)
    who = person(database, "la-ferme")
    with statements_of(database.engine) as found:
        tap(database, who, SORT)

    mine = [sql for sql, _ in found if "challenge" in sql]
    assert len(mine) == 1
