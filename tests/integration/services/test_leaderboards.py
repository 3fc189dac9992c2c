"""The board: thresholds, terraces, and a handful of queries."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import Session

from climact_issy.database import Database
from climact_issy.domain.errors import NotFound
from climact_issy.domain.gestures import Board, Standing
from climact_issy.services import leaderboards, rules, seasons, teams
from tests.support.gestures import BIKE, NOON, WALK, person, statements_of, tap, untap
from tests.support.rules import RULES
from tests.support.versions import body


def board(database: Database, *, days: int = 0) -> Board:
    return database.read_here(
        lambda s: leaderboards.board(s, rules=RULES, now=NOON + timedelta(days=days))
    )


def standing(found: Board, slug: str) -> Standing:
    return next(s for s in found.race.standings if s.neighbourhood == slug)


def crowd(database: Database, slug: str, people: int) -> None:
    for _ in range(people):
        tap(database, person(database, slug))


def test_before_any_season_there_is_no_board(database: Database) -> None:
    with pytest.raises(NotFound):
        board(database)


def test_an_empty_season_shows_seven_unranked_neighbourhoods(
    database: Database,
) -> None:
    database.run_here(lambda s: seasons.ensure(s, now=NOON))
    found = board(database)

    assert len(found.race.standings) == 7
    assert {(s.is_ranked, s.score, s.terrace) for s in found.race.standings} == {
        (False, None, None)
    }
    assert (found.race.terraces, found.race.is_tied_at_top) == ((), False)
    assert (found.goal.done, found.version) == (0, 0)


def test_nine_people_are_unranked_without_any_count_and_ten_are_ranked(
    database: Database,
) -> None:
    crowd(database, "la-ferme", 9)
    nine = standing(board(database), "la-ferme")
    crowd(database, "la-ferme", 1)
    ten = standing(board(database), "la-ferme")

    assert nine == Standing(
        "la-ferme", None, None, is_ranked=False, gestures_today=None
    )
    assert ten == Standing(
        "la-ferme",
        1,
        60,
        is_ranked=True,
        gestures_today=10,
        people=10,
        newcomers=10,
        p_best=1.0,
    )


def test_the_gestures_of_the_day_show_from_five_people_on(database: Database) -> None:
    crowd(database, "la-ferme", 10)
    tomorrow = NOON + timedelta(days=1)
    people = [person(database, "la-ferme") for _ in range(5)]
    for who in people[:4]:
        tap(database, who, now=tomorrow)
        tap(database, who, seen=1, now=tomorrow)
    four = standing(board(database, days=1), "la-ferme").gestures_today
    tap(database, people[4], now=tomorrow)
    five = standing(board(database, days=1), "la-ferme").gestures_today

    assert (four, five) == (None, 9)


def test_outside_counts_for_the_goal_and_not_for_the_race(database: Database) -> None:
    crowd(database, "outside", 12)
    crowd(database, "", 1)
    found = board(database)

    assert found.goal.done == found.goal.today == 13
    assert not any(s.is_ranked for s in found.race.standings)


def test_newcomers_are_counted_where_neither_they_nor_the_others_are_few(
    database: Database,
) -> None:
    def newcomers(days: int) -> int | None:
        return standing(board(database, days=days), "la-ferme").newcomers

    def join(people: int, days: int) -> None:
        at = NOON + timedelta(days=days)
        for _ in range(people):
            tap(database, person(database, "la-ferme", now=at), now=at)

    crowd(database, "la-ferme", 4)
    join(8, 21)
    assert newcomers(21) is None
    crowd(database, "la-ferme", 1)
    assert newcomers(21) == 8
    assert newcomers(35) is None


def test_the_commune_has_one_rate_too_coarse_to_tell_a_small_group(
    database: Database,
) -> None:
    crowd(database, "la-ferme", 3)
    crowd(database, "outside", 3)
    few = board(database).participation
    crowd(database, "les-iles", 31)
    enough = board(database).participation

    assert few is not None
    assert enough is not None
    assert (few.share, few.population.inhabitants) == (None, 67669)
    assert enough.share == 0.001


def test_in_a_pause_the_board_stays_as_the_season_ended(database: Database) -> None:
    crowd(database, "la-ferme", 10)
    later = NOON + timedelta(weeks=8)
    before = board(database).race
    tap(database, person(database, "la-ferme", now=later), now=later)
    found = board(database, days=56)

    assert found.race.season == before.season
    assert found.race.resumes_on == date(2027, 2, 1)
    assert standing(found, "la-ferme").people == 10
    assert standing(found, "la-ferme").gestures_today is None
    assert (found.goal.done, found.goal.is_over) == (10, True)
    assert before.resumes_on is None


def test_once_a_season_is_over_its_own_rule_makes_the_board(database: Database) -> None:
    crowd(database, "la-ferme", 10)
    pause = NOON + timedelta(weeks=8)
    database.run_here(lambda s: seasons.ensure(s, now=pause))
    later = body(minimum_active="11", goal_gestures="9")
    first = date(2027, 1, 19)
    database.run_here(
        lambda s: rules.schedule(s, None, later, first, reason="", now=NOON)
    )

    def version(now: datetime) -> int:
        return database.read_here(lambda s: seasons.rule(s, now=now)).version

    assert version(NOON) == version(pause) == 1
    # The season ended on Sunday the 17th of January, its pause on the 31st.
    assert version(datetime(2027, 1, 25, tzinfo=UTC)) == 1
    next_season = datetime(2027, 2, 1, 12, tzinfo=UTC)
    database.run_here(lambda s: seasons.ensure(s, now=next_season))
    assert version(next_season) == 2


def test_two_equal_neighbourhoods_share_the_top(database: Database) -> None:
    crowd(database, "la-ferme", 10)
    crowd(database, "centre-ville", 10)
    race = board(database).race

    assert race.terraces == (("centre-ville", "la-ferme"),)
    assert race.is_tied_at_top


def test_the_goal_tells_this_season_last_week_and_today(database: Database) -> None:
    who = person(database)
    tap(database, who, now=NOON - timedelta(days=8))
    tap(database, who, now=NOON - timedelta(days=7))
    tap(database, who)
    goal = board(database).goal

    assert (goal.done, goal.last_week, goal.today) == (3, 2, 1)


def test_the_version_grows_with_every_gesture_and_undo(database: Database) -> None:
    def version(session: Session) -> int:
        return leaderboards.version(session)

    who = person(database)
    versions = [database.read_here(version)]
    noted = tap(database, who)
    versions.append(database.read_here(version))
    tap(database, who)
    versions.append(database.read_here(version))
    untap(database, who, noted.entry_id)
    versions.append(database.read_here(version))

    assert versions == [0, 1, 1, 2]


def test_a_shown_board_is_old_after_a_gesture_midnight_and_a_new_season(
    database: Database,
) -> None:
    def fresh(at: datetime) -> tuple[int, int, date]:
        return database.read_here(lambda s: leaderboards.freshness(s, now=at))

    tomorrow, later = NOON + timedelta(days=1), NOON + timedelta(weeks=8)
    found = [fresh(NOON)]
    tap(database, person(database))
    found += [fresh(NOON), fresh(tomorrow), fresh(later)]
    database.run_here(lambda s: seasons.ensure(s, now=later))
    found.append(fresh(later))

    assert len(set(found)) == len(found)
    assert fresh(later) == found[-1]


def test_the_board_costs_the_same_few_statements_for_any_number_of_people(
    database: Database,
) -> None:
    crowd(database, "la-ferme", 2)
    few = statements_for_a_board(database)
    crowd(database, "la-ferme", 20)
    for _ in range(3):
        tap(database, person(database, "val-de-seine"), WALK)
    many = statements_for_a_board(database)

    assert few == many <= 8


def statements_for_a_board(database: Database) -> int:
    with statements_of(database.engine) as found:
        database.run_here(lambda s: leaderboards.board(s, rules=RULES, now=NOON))
    return len(found)


def test_no_gesture_lowers_the_shown_score_of_its_neighbourhood(
    database: Database,
) -> None:
    crowd(database, "la-ferme", 11)
    people = [person(database, "la-ferme") for _ in range(3)]
    for days in (0, 7, 14, 20):
        before = standing(board(database, days=days), "la-ferme").score or 0
        for who in people:
            tap(database, who, BIKE, now=NOON + timedelta(days=days))
            after = standing(board(database, days=days), "la-ferme").score or 0
            assert after >= before
            before = after


def test_teams_race_by_the_rule_of_the_neighbourhoods(database: Database) -> None:
    big, small = (
        database.run_here(lambda s, n=name: teams.create(s, None, n, now=NOON))
        for name in ("Grande", "Petite")
    )
    for number in range(12):
        who = person(database, "la-ferme")
        team = big if number < 10 else small
        database.run_here(
            lambda s, w=who, c=team.join_code: teams.join(s, w, c, now=NOON)
        )
        tap(database, who)

    found = database.read_here(
        lambda s: leaderboards.team_race(s, rules=RULES, now=NOON)
    )
    by_slug = {standing.neighbourhood: standing for standing in found.standings}

    assert found.terraces == ((big.slug,),)
    assert by_slug[big.slug].people == 10
    assert (by_slug[small.slug].is_ranked, by_slug[small.slug].people) == (False, None)
