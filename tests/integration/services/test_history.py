"""A person's own gestures, newest first."""

from datetime import timedelta

from climact_issy.database import Database
from climact_issy.domain.gestures import GestureLine
from climact_issy.domain.people import Actor
from climact_issy.services import history, seasons
from tests.support.gestures import INSULATE, NOON, SORT, WALK, person, tap


def lines(
    database: Database, who: Actor, *, limit: int = 10, slug: str = "", weeks: int = 0
) -> tuple[GestureLine, ...]:
    now = NOON + timedelta(weeks=weeks)
    return database.read_here(
        lambda s: history.lines(
            s,
            who,
            seasons.current(s, now=now),
            now=now,
            limit=limit,
            action_slug=slug,
        )
    )


def test_the_newest_comes_first_and_the_rest_is_left_out(database: Database) -> None:
    who = person(database)
    for n in range(4):
        tap(database, who, WALK, n)
    tap(database, who, SORT)
    tap(database, person(database), SORT)

    assert [g.action_slug for g in lines(database, who, limit=3)] == [
        "tri",
        "marche",
        "marche",
    ]
    assert len(lines(database, who, slug="marche")) == 4


def test_yesterday_cannot_be_undone(database: Database) -> None:
    who = person(database)
    tap(database, who, now=NOON - timedelta(days=1))
    tap(database, who)

    assert [g.can_undo for g in lines(database, who)] == [True, False]


def test_a_one_off_action_shows_no_quantity(database: Database) -> None:
    who = person(database)
    tap(database, who, INSULATE)

    (line,) = lines(database, who)

    assert (line.quantity, line.points) == (None, 25)


def test_an_older_season_is_over(database: Database) -> None:
    who = person(database)
    tap(database, who)
    tap(database, who, now=NOON + timedelta(weeks=8))

    assert len(lines(database, who, weeks=8)) == 1
