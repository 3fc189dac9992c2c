"""The archive: what was kept, in three queries, the newest season first."""

from datetime import timedelta

from sqlmodel import Session

from climact_issy.database import Database
from climact_issy.domain.archive import Archived
from climact_issy.domain.shares import Shares
from climact_issy.services import archive, closing, leaderboards, seasons
from tests.support.gestures import NOON, SORT, person, statements_of, tap
from tests.support.rules import RULES


def live(database: Database, weeks: int, people: int) -> None:
    """Live and close one season with one neighbourhood of some people."""
    at = NOON + timedelta(weeks=weeks)
    database.run_here(lambda s: seasons.ensure(s, now=at))
    for _ in range(people):
        who = person(database, "la-ferme", now=at)
        tap(database, who, SORT, now=at)
        tap(database, person(database, "les-iles", now=at), now=at)
    over = at + timedelta(weeks=9)
    database.run_here(lambda s: closing.close_due(s, rules=RULES, now=over))


def closed(session: Session) -> tuple[Archived, ...]:
    return archive.closed(session, rules=RULES)


def test_before_the_first_closing_there_is_nothing(database: Database) -> None:
    database.run_here(lambda s: seasons.ensure(s, now=NOON))

    assert database.read_here(closed) == ()


def test_a_season_reads_as_it_was_published(database: Database) -> None:
    at = NOON
    live(database, 0, 12)
    shown = database.read_here(
        lambda s: leaderboards.board(
            s, rules=RULES, now=at + timedelta(weeks=7, days=4)
        )
    ).race

    (found,) = database.read_here(closed)

    assert found.race == shown
    assert (found.done, found.target, found.rule_version) == (24, 500, 1)
    assert found.gestures == {"la-ferme": 12, "les-iles": 12}
    assert not found.is_goal_reached
    assert found.shares == Shares(declared=12 * 15 + 12 * 10)


def test_the_newest_comes_first_with_its_progress(database: Database) -> None:
    live(database, 0, 10)
    live(database, 10, 10)
    live(database, 20, 4)

    with statements_of(database.engine) as statements:
        newest, middle, oldest = database.run_here(closed)

    assert len(statements) == 3
    starts = [found.race.season.starts_on for found in (newest, middle, oldest)]
    assert starts == sorted(starts, reverse=True)

    def previous(found: Archived, slug: str) -> int | None:
        by_slug = {s.neighbourhood: s for s in found.race.standings}
        return by_slug[slug].previous

    assert previous(oldest, "la-ferme") is None
    assert previous(middle, "la-ferme") == oldest.race.standings[1].score
    assert newest.race.terraces == ()
    assert [found.shares is None for found in (newest, middle)] == [False, False]
    assert newest.gestures == {}


def test_of_a_season_of_few_people_no_share_is_told(database: Database) -> None:
    live(database, 0, 2)

    (found,) = database.read_here(closed)

    assert found.shares is None
