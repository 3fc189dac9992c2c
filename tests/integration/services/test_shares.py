"""The share of each tier in a total: together they are the total, for everybody."""

from datetime import timedelta

from climact_issy.database import Database
from climact_issy.domain.shares import Shares
from climact_issy.services import seasons as periods
from climact_issy.services import shares
from climact_issy.services.totals import NEIGHBOURHOOD, TEAM
from tests.support.gestures import (
    NOON,
    SORT,
    decides,
    moderator,
    person,
    plays_for,
    shows,
    statements_of,
    tap,
)
from tests.support.rules import RULES, rules

SEASON = 1


def play(database: Database) -> str:
    """Two people of two places, one with accepted evidence; return their reference."""
    who, other = person(database, "la-ferme"), person(database, "val-de-seine")
    plays_for(database, who, "velo-club")
    tap(database, who)
    entry_id = tap(database, who, SORT).entry_id
    decides(database, moderator(database), shows(database, who, entry_id))
    tap(database, other)
    return who.member_ref


def test_the_tiers_of_every_total_make_it(database: Database) -> None:
    ref = play(database)

    mine = database.read_here(lambda s: shares.of_member(s, ref, SEASON))
    here = database.read_here(
        lambda s: shares.of_group(s, NEIGHBOURHOOD, "la-ferme", SEASON)
    )
    team = database.read_here(lambda s: shares.of_group(s, TEAM, "velo-club", SEASON))
    all_of_us = database.read_here(lambda s: shares.of_everybody(s, SEASON))

    assert mine == here.shares == team.shares == Shares(declared=25, evidence=5)
    assert (here.people, team.people, all_of_us.people) == (1, 1, 2)
    assert all_of_us.shares == Shares(declared=35, evidence=5)


def test_who_has_done_nothing_has_no_share(database: Database) -> None:
    play(database)

    assert database.read_here(lambda s: shares.of_member(s, "x", SEASON)).total == 0
    assert database.read_here(
        lambda s: shares.of_group(s, NEIGHBOURHOOD, "la-ferme", 9)
    ) == shares.GroupShares(Shares(), 0)


def test_in_a_pause_they_are_those_of_the_season_before_it(database: Database) -> None:
    play(database)
    pause = NOON + timedelta(weeks=8)
    database.run_here(lambda s: periods.ensure(s, now=pause))
    tap(database, person(database, "la-ferme", now=pause), now=pause)
    few = rules(minimum_active=1, minimum_published=1)

    here, everybody = database.read_here(
        lambda s: shares.published(s, "la-ferme", rules=few, now=pause)
    )

    assert database.read_here(lambda s: periods.current(s, now=pause)).is_pause
    assert here == Shares(declared=25, evidence=5)
    assert everybody == Shares(declared=35, evidence=5)


def test_below_the_published_numbers_nothing_leaves(database: Database) -> None:
    play(database)

    def asked(minimum_active: int, minimum_published: int) -> list[bool]:
        rule = rules(minimum_active=minimum_active, minimum_published=minimum_published)
        found = database.read_here(
            lambda s: shares.published(s, "la-ferme", rules=rule, now=NOON)
        )
        return [each is not None for each in found]

    assert asked(RULES.minimum_active, RULES.minimum_published) == [False, False]
    assert asked(1, 2) == [True, True]
    assert asked(2, 3) == [False, False]


def test_groups_and_seasons_are_read_in_one_query_each(database: Database) -> None:
    play(database)

    with statements_of(database.engine) as statements:
        places = database.run_here(
            lambda s: shares.of_groups(
                s, NEIGHBOURHOOD, ["la-ferme", "val-de-seine", "les-iles"], SEASON
            )
        )
        seasons = database.run_here(lambda s: shares.of_seasons(s, [SEASON, 9]))

    assert len(statements) == 2
    assert places == {
        slug: database.read_here(
            lambda s, slug=slug: shares.of_group(s, NEIGHBOURHOOD, slug, SEASON)
        )
        for slug in ("la-ferme", "val-de-seine")
    }
    assert seasons == {
        SEASON: database.read_here(lambda s: shares.of_everybody(s, SEASON))
    }
    assert database.read_here(lambda s: shares.of_groups(s, TEAM, [], SEASON)) == {}
