"""What visitors see of challenges, and what is never published."""

from dataclasses import replace

import pytest
from sqlmodel import Session, select

from climact_issy.database import Database
from climact_issy.domain.challenge_moves import Move, State
from climact_issy.domain.challenge_sights import (
    ChallengeCard,
    ChallengeSight,
    MyChallenge,
)
from climact_issy.domain.challenges import Draft, Scope
from climact_issy.domain.errors import NotFound
from climact_issy.domain.people import Actor
from climact_issy.models import Challenge, CodeUse
from climact_issy.services import challenge_desk, challenge_joining, challenges
from tests.support.challenges import (
    EVENT,
    GOAL,
    HABIT,
    PLEDGE,
    RACE,
    day,
    later,
    running,
    scheduled,
    team,
)
from tests.support.events import batch, event, redeem, texts
from tests.support.gestures import (
    BIKE,
    NOON,
    SORT,
    person,
    plays_for,
    statements_of,
    tap,
)
from tests.support.rules import RULES, rules

pytestmark = pytest.mark.usefixtures("counted_actions")


def card(database: Database, slug: str) -> ChallengeCard:
    return sight(database, slug).card


def sight(database: Database, slug: str, days: int = 0) -> ChallengeSight:
    return database.read_here(
        lambda s: challenges.sight(s, slug, rules=RULES, now=later(days))
    )


def mine(database: Database, who: Actor, slug: str, days: int = 0) -> MyChallenge:
    return database.read_here(lambda s: challenges.mine(s, who, slug, now=later(days)))


def test_drafts_and_archives_are_not_shown(database: Database) -> None:
    shown = running(database)
    database.run_here(lambda s: challenge_desk.create(s, None, PLEDGE, now=NOON))

    cards = database.read_here(lambda s: challenges.shown(s, rules=RULES))

    assert [found.slug for found in cards] == [shown]
    with pytest.raises(NotFound):
        card(database, PLEDGE.slug)
    with pytest.raises(NotFound):
        card(database, "rien")


def test_a_goal_shows_its_first_gesture_but_not_who_few_they_are(
    database: Database,
) -> None:
    slug = running(database)
    for _ in range(4):
        tap(database, person(database, "la-ferme"))
    found = card(database, slug)
    assert (found.progress, found.people) == (4, None)

    tap(database, person(database))

    assert card(database, slug).people == 5


@pytest.mark.parametrize("draft", [HABIT, PLEDGE], ids=lambda d: d.kind)
def test_under_five_people_the_days_of_persons_are_not_published(
    database: Database, draft: Draft
) -> None:
    slug = running(database, draft)
    for _ in range(4):
        who = person(database)
        database.run_here(lambda s, w=who: challenge_joining.join(s, w, slug, now=NOON))
    assert (card(database, slug).progress, card(database, slug).people) == (None, None)

    who = person(database)
    database.run_here(lambda s: challenge_joining.join(s, who, slug, now=NOON))

    assert (card(database, slug).progress, card(database, slug).people) == (0, 5)


def test_a_goal_of_a_small_team_is_not_published(database: Database) -> None:
    team(database, "classe")
    slug = running(database, replace(GOAL, scope=Scope.TEAM, owner_team="classe"))
    who = person(database)
    plays_for(database, who, "classe")
    tap(database, who)

    assert card(database, slug).progress is None
    assert card(database, slug).owner_name == "Équipe classe"


def test_a_race_ranks_from_ten_people_and_never_below(database: Database) -> None:
    slug = running(database, RACE)
    for _ in range(9):
        tap(database, person(database, "la-ferme"))
        tap(database, person(database, "val-de-seine"))
    assert sight(database, slug).race == ()

    tap(database, person(database, "la-ferme"))

    (line,) = sight(database, slug).race
    assert (line.group_id, line.name, line.terrace) == ("la-ferme", "La Ferme", 1)


def test_a_race_counts_people_fully_once_they_are_established(
    database: Database,
) -> None:
    slug = running(database, RACE)
    ten = [person(database, "la-ferme") for _ in range(10)]
    for who in ten:
        tap(database, who)

    few = rules(prior_points=60, prior_strength=10)
    early, settled = (
        database.read_here(
            lambda s, d=days: challenges.sight(s, slug, rules=few, now=later(d))
        ).race[0]
        for days in (0, 14)
    )

    # Newcomers with 10 points would lower a mean of 60: they do not count yet. Once
    # established they make the mean of everybody.
    assert (early.score, settled.score) == (60, 10)


def test_inviting_people_of_the_same_pace_costs_nothing_in_a_race(
    database: Database,
) -> None:
    slug = running(database, RACE)
    people = [
        (person(database, place), week)
        for place, week in (("la-ferme", 0), ("les-iles", 0), ("les-iles", 1))
        for _ in range(10)
    ]
    for week in range(4):
        for who, since in people:
            if week >= since:
                tap(database, who, now=later(7 * week))

    found = database.read_here(
        lambda s: challenges.sight(
            s, slug, rules=rules(prior_strength=1), now=later(21)
        )
    )

    # Forty points in four weeks, or thirty in three.
    assert {(line.terrace, line.score) for line in found.race} == {(1, 40)}


def test_a_challenge_that_was_closed_early_stays_as_it_ended(
    database: Database,
) -> None:
    slug = running(database, RACE)
    for _ in range(10):
        tap(database, person(database, "la-ferme"))
    database.run_here(
        lambda s: challenge_desk.move(
            s, None, slug, Move.CLOSE, reason="Fini.", now=later(2)
        )
    )
    few = rules(prior_points=60, prior_strength=10)

    def seen(days: int) -> ChallengeSight:
        return database.read_here(
            lambda s: challenges.sight(s, slug, rules=few, now=later(days))
        )

    assert seen(2).card.ended_on == seen(20).card.ended_on == day(2)
    assert [line.score for line in seen(2).race + seen(20).race] == [60, 60]


def test_a_race_of_teams_names_them(database: Database) -> None:
    team(database, "velo")
    slug = running(database, replace(RACE, scope=Scope.TEAM))
    for _ in range(10):
        who = person(database)
        plays_for(database, who, "velo")
        tap(database, who)

    (line,) = sight(database, slug).race
    assert line.name == "Équipe velo"


def test_the_same_few_queries_whatever_the_people(database: Database) -> None:
    slug = running(database, RACE)
    running(database)
    costs: list[int] = []
    for people in (1, 12):
        for _ in range(people):
            tap(database, person(database, "la-ferme"))
        engine = database._reader or database.engine
        with statements_of(engine) as found:
            database.read_here(lambda s: challenges.shown(s, rules=RULES))
            sight(database, slug)
        costs.append(len(found))

    assert costs[0] == costs[1] <= 5


def test_my_part_of_a_pledge_says_what_i_can_do(database: Database) -> None:
    slug = running(database, replace(PLEDGE, target=1))
    who = person(database)
    assert mine(database, who, slug) == MyChallenge(can_join=True)

    database.run_here(lambda s: challenge_joining.join(s, who, slug, now=NOON))
    joined = mine(database, who, slug)
    assert (joined.can_join, joined.can_leave, joined.can_check_in) == (
        False,
        True,
        True,
    )

    database.run_here(
        lambda s: challenge_joining.check_in(s, who, slug, rules=RULES, now=NOON)
    )
    kept = mine(database, who, slug)
    assert (kept.is_completed, kept.points, kept.progress) == (True, 10, 1)
    assert not any((kept.can_leave, kept.can_check_in, kept.can_join))


def test_a_pledge_is_not_checked_in_before_it_starts(database: Database) -> None:
    slug = scheduled(database, PLEDGE)
    who = person(database)
    database.run_here(lambda s: challenge_joining.join(s, who, slug, now=NOON))

    assert not mine(database, who, slug).can_check_in


def test_a_challenge_of_another_team_says_so(database: Database) -> None:
    team(database, "classe")
    slug = running(database, replace(HABIT, scope=Scope.TEAM, owner_team="classe"))
    found = mine(database, person(database), slug)

    assert (found.is_outside, found.can_join) == (True, False)


def test_my_gestures_are_my_part_of_a_goal(database: Database) -> None:
    slug = running(database)
    who = person(database)
    tap(database, who)

    assert mine(database, who, slug) == MyChallenge(progress=1)


def test_whoever_used_a_code_was_there(database: Database) -> None:
    slug = running(database, EVENT)
    who = person(database)
    assert mine(database, who, slug) == MyChallenge()
    entry = tap(database, who, SORT).entry_id

    def attend(session: Session) -> None:
        found = session.exec(select(Challenge.id)).one()
        session.add(
            CodeUse(
                challenge_id=found or 0,
                member_ref=who.member_ref,
                entry_id=entry,
                used_at=NOON,
            )
        )

    database.run_here(attend)

    assert mine(database, who, slug).is_completed
    assert card(database, slug).progress is None


def test_who_comes_to_an_event_is_seen_and_the_past_is_not_counted_again(
    database: Database,
) -> None:
    def fresh() -> tuple[object, ...]:
        return database.read_here(lambda s: challenges.freshness(s, now=NOON))

    event(database)
    (code,) = texts(database, batch(database, uses=9))
    redeem(database, person(database), code)
    one = fresh()
    redeem(database, person(database), code)
    two = fresh()
    assert (one[1], two[1]) == (1, 2)

    def archive(session: Session) -> None:
        row = session.exec(select(Challenge)).one()
        row.state = State.ARCHIVED.value
        session.add(row)

    database.run_here(archive)

    assert fresh()[1] == 0


def test_an_action_names_the_running_challenges_that_count_it(
    database: Database,
) -> None:
    running(database)
    scheduled(database, HABIT)

    def counting(action: str, days: int = 0) -> list[str]:
        found = database.read_here(
            lambda s: challenges.counts_for(s, action, now=later(days))
        )
        return [slug for slug, _ in found]

    assert counting(BIKE.slug) == [GOAL.slug]
    assert counting(SORT.slug) == counting(BIKE.slug, 28) == []


def test_every_change_is_seen_by_who_looks(database: Database) -> None:
    pledge = running(database, PLEDGE)
    slug = running(database)
    who = person(database)
    steps = [
        lambda s: challenge_joining.join(s, who, pledge, now=NOON),
        lambda s: challenge_joining.check_in(s, who, pledge, rules=RULES, now=NOON),
        lambda s: challenge_joining.leave(s, who, pledge, now=NOON),
        lambda s: challenge_desk.move(
            s, None, slug, Move.CLOSE, reason="Fini.", now=later(1)
        ),
    ]
    seen = [database.read_here(lambda s: challenges.freshness(s, now=NOON))]
    tap(database, who)
    seen.append(database.read_here(lambda s: challenges.freshness(s, now=NOON)))
    for step in steps:
        database.run_here(step)
        seen.append(database.read_here(lambda s: challenges.freshness(s, now=NOON)))

    assert len(set(seen)) == len(seen)
    assert card(database, slug).state is State.CLOSED
