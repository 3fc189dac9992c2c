"""A season closes once, ten minutes after its last day, and stays as it was."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

from sqlmodel import select

from climact_issy.database import Database
from climact_issy.domain.civic import day_bounds
from climact_issy.domain.seasons import Season
from climact_issy.models import AuditEvent, FinalStanding
from climact_issy.services import closing, leaderboards, seasons
from tests.support.challenges import team
from tests.support.gestures import NOON, SORT, person, plays_for, tap
from tests.support.rules import RULES, rules

OVER = NOON + timedelta(weeks=8)


def lived(database: Database) -> Season:
    """Live a season with ten people of La Ferme, three of Les Iles, one outsider."""
    season = database.run_here(lambda s: seasons.ensure(s, now=NOON))
    for slug, people in (("la-ferme", 10), ("les-iles", 3), ("outside", 1)):
        for _ in range(people):
            tap(database, person(database, slug), SORT)
    return season


def close(database: Database, now: datetime = OVER) -> list[str]:
    return database.run_here(lambda s: closing.close_due(s, rules=RULES, now=now))


def standings(database: Database) -> dict[str, FinalStanding]:
    rows = database.read_here(
        lambda s: [row.model_copy() for row in s.exec(select(FinalStanding))]
    )
    return {row.group_id: row for row in rows}


def test_a_season_closes_ten_minutes_after_its_last_day(database: Database) -> None:
    season = lived(database)
    midnight = day_bounds(season.ends_on)[1]

    def is_due(now: datetime) -> bool:
        return database.read_here(lambda s: closing.is_due(s, now=now))

    for early in (NOON, midnight, midnight + timedelta(minutes=9)):
        assert not is_due(early)
        assert close(database, early) == []
    assert is_due(midnight + timedelta(minutes=10))
    assert close(database, midnight + timedelta(minutes=10)) == [season.slug]
    assert not is_due(OVER)


def test_the_final_standings_are_kept_without_what_is_not_published(
    database: Database,
) -> None:
    lived(database)
    close(database)
    kept = standings(database)

    assert len(kept) == 8
    ferme = kept["la-ferme"]
    assert (ferme.terrace, ferme.people, ferme.newcomers, ferme.gestures) == (
        1, 10, None, 10
    )  # fmt: skip
    # Ten people of 15 points, drawn towards their own mean.
    assert (ferme.score, ferme.p_best, ferme.is_winner) == (15, 1.0, False)
    islands = kept["les-iles"]
    assert islands.model_dump(exclude={"season_id", "group_kind", "group_id"}) == {
        "terrace": None,
        "score": None,
        "p_best": None,
        "is_winner": False,
        "people": None,
        "newcomers": None,
        "gestures": None,
        "target": None,
        "rule_version": 1,
    }
    assert (kept[""].group_kind, kept[""].gestures, kept[""].target) == (
        "commune", 14, 500
    )  # fmt: skip


def test_the_teams_that_were_ranked_are_kept_too(database: Database) -> None:
    database.run_here(lambda s: seasons.ensure(s, now=NOON))
    for slug, people in (("les-roues", 10), ("les-rares", 3)):
        team(database, slug)
        for _ in range(people):
            who = person(database, "la-ferme")
            plays_for(database, who, slug)
            tap(database, who, SORT)
    close(database)

    kept = standings(database)
    assert [slug for slug, row in kept.items() if row.group_kind == "team"] == [
        "les-roues"
    ]
    wheels = kept["les-roues"]
    assert (wheels.terrace, wheels.people, wheels.gestures) == (1, 10, None)
    assert (wheels.score, wheels.is_winner) == (15, False)


def test_closing_says_so_in_the_audit_trail(database: Database) -> None:
    season = lived(database)
    close(database)

    event = database.read_here(
        lambda s: s.exec(
            select(AuditEvent).where(AuditEvent.kind == "season_closed")
        ).one()
    )
    assert (event.subject, event.actor_ref) == (season.slug, "system")
    assert json.loads(event.details) == {"rule_version": 1, "winner": None}


def test_a_season_closes_once_among_many_workers(database: Database) -> None:
    season = lived(database)
    with ThreadPoolExecutor(8) as pool:
        closed = list(pool.map(lambda _: close(database), range(8)))

    assert sorted(closed) == [[]] * 7 + [[season.slug]]
    assert len(standings(database)) == 8
    assert close(database, OVER + timedelta(days=1)) == []


def test_what_comes_later_does_not_move_an_archive(database: Database) -> None:
    lived(database)
    close(database)
    before = standings(database)
    for _ in range(3):
        tap(database, person(database, "la-ferme"), now=NOON + timedelta(days=1))
    close(database, OVER + timedelta(days=1))

    assert standings(database) == before


def test_every_season_that_was_missed_is_closed_and_a_pause_never(
    database: Database,
) -> None:
    first = lived(database)
    pause = database.run_here(lambda s: seasons.ensure(s, now=OVER))
    after = OVER + timedelta(weeks=2)
    second = database.run_here(lambda s: seasons.ensure(s, now=after))
    much_later = after + timedelta(weeks=30)

    assert pause.is_pause
    assert close(database, much_later) == [first.slug, second.slug]


def test_the_next_season_shows_the_progress_of_the_same_rule_only(
    database: Database,
) -> None:
    lived(database)
    close(database)
    later = OVER + timedelta(weeks=3)
    database.run_here(lambda s: seasons.ensure(s, now=later))
    for _ in range(10):
        tap(database, person(database, "la-ferme", now=later), now=later)

    def previous(version: int) -> int | None:
        board = database.read_here(
            lambda s: leaderboards.board(s, rules=rules(version=version), now=later)
        )
        return board.race.standings[1].previous

    assert previous(1) == 15
    assert previous(2) is None
