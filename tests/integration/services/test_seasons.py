"""Season, pause and season open one after another by themselves, each once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import col, func, select

from climact_issy.content import rules as published
from climact_issy.database import Database
from climact_issy.domain.civic import PARIS, day_bounds
from climact_issy.domain.errors import NotFound
from climact_issy.domain.seasons import Season
from climact_issy.models import Citizen, Ledger
from climact_issy.models import Season as Row
from climact_issy.services import deployment, ledger, seasons
from tests.support.gestures import NOON, person, plays_for, tap, untap

WEEK = timedelta(weeks=1)


def open_at(database: Database, now: datetime) -> Season:
    return database.run_here(lambda s: seasons.ensure(s, now=now))


def change(database: Database, citizen_id: int, **values: object) -> None:
    def work(session: seasons.Session) -> None:
        row = session.get_one(Citizen, citizen_id)
        row.sqlmodel_update(values)
        session.add(row)

    database.run_here(work)


def test_the_first_start_opens_a_season_this_monday(database: Database) -> None:
    season = open_at(database, NOON)

    assert season.starts_on == date(2026, 11, 23)
    assert season.weeks == published.first().season_weeks
    assert database.read_here(lambda s: seasons.current(s, now=NOON)) == season


def test_a_second_start_finds_it(database: Database) -> None:
    first = open_at(database, NOON)

    assert open_at(database, NOON + 5 * WEEK) == first


def test_after_a_season_comes_its_pause_and_after_the_pause_a_season(
    database: Database,
) -> None:
    first = open_at(database, NOON)
    last_known = database.read_here(lambda s: seasons.current(s, now=NOON + 8 * WEEK))
    pause = open_at(database, NOON + 8 * WEEK)
    second = open_at(database, NOON + 10 * WEEK)

    assert last_known == first
    assert (pause.is_pause, pause.weeks) == (True, 2)
    assert pause.starts_on == first.ends_on + timedelta(days=1)
    assert not second.is_pause
    assert second.starts_on == pause.ends_on + timedelta(days=1)


def test_in_a_pause_pages_talk_about_the_season_before_it(database: Database) -> None:
    first = open_at(database, NOON)
    later = NOON + 8 * WEEK
    pause = open_at(database, later)
    running = database.read_here(lambda s: seasons.running(s, now=later))

    assert (running.season, running.pause, running.period) == (first, pause, pause)


def test_a_long_standstill_is_followed_by_a_season(database: Database) -> None:
    open_at(database, NOON)
    found = open_at(database, NOON + 30 * WEEK)

    assert not found.is_pause
    assert found.starts_on == date(2026, 11, 23) + 30 * WEEK


@pytest.mark.parametrize(
    ("last", "first"),
    [
        # A season through each clock change: its weeks are 167 and 169 hours long.
        (datetime(2026, 3, 2, tzinfo=PARIS), date(2026, 4, 27)),
        (datetime(2026, 9, 7, tzinfo=PARIS), date(2026, 11, 2)),
    ],
)
def test_a_season_ends_at_midnight_of_paris_whatever_the_clock(
    database: Database, last: datetime, first: date
) -> None:
    season = open_at(database, last.astimezone(UTC))
    midnight = day_bounds(season.ends_on)[1]

    assert midnight.astimezone(PARIS) == datetime.combine(
        first, datetime.min.time(), PARIS
    )
    assert open_at(database, midnight - timedelta(microseconds=1)) == season
    assert open_at(database, midnight).starts_on == first


def test_a_period_opens_once_among_many_workers(database: Database) -> None:
    for weeks in (0, 8, 10):
        with ThreadPoolExecutor(8) as pool:
            at = NOON + weeks * WEEK
            opened = list(pool.map(lambda _, at=at: open_at(database, at), range(8)))
        assert len(set(opened)) == 1

    assert (
        database.read_here(lambda s: s.exec(select(func.count(col(Row.id)))).one()) == 3
    )


def test_whoever_asked_to_move_moves_when_the_season_opens(database: Database) -> None:
    open_at(database, NOON)
    mover, stayer = person(database, "la-ferme"), person(database, "la-ferme")
    plays_for(database, stayer, "les-velos")
    change(database, mover.citizen_id, next_neighbourhood="les-iles")
    change(database, stayer.citizen_id, next_team="")
    open_at(database, NOON + 8 * WEEK)

    def place(citizen_id: int) -> tuple[str, str | None, str, str | None]:
        row = database.read_here(lambda s: s.get_one(Citizen, citizen_id).model_copy())
        return row.neighbourhood, row.next_neighbourhood, row.team, row.next_team

    assert place(mover.citizen_id) == ("la-ferme", "les-iles", "", None)
    open_at(database, NOON + 10 * WEEK)
    assert place(mover.citizen_id) == ("les-iles", None, "", None)
    assert place(stayer.citizen_id) == ("la-ferme", None, "", None)


def test_many_first_taps_open_a_season_that_moves_them_all(database: Database) -> None:
    """Each holds their own row and moves everybody's: nobody waits for ever."""
    open_at(database, NOON)
    people = [person(database, "la-ferme") for _ in range(8)]
    for who in people:
        change(database, who.citizen_id, next_neighbourhood="les-iles")
    at = NOON + 20 * WEEK
    with ThreadPoolExecutor(8) as pool:
        noted = list(pool.map(lambda who: tap(database, who, now=at), people))

    assert {found.neighbourhood for found in noted} == {"les-iles"}


def test_a_demo_begins_in_its_fifth_week(database: Database) -> None:
    database.run_here(lambda s: deployment.claim(s, "demo", now=NOON))
    season = open_at(database, NOON)

    assert season.week_number(NOON.date()) == 5


def test_before_any_season_there_is_none(database: Database) -> None:
    with pytest.raises(NotFound) as caught:
        database.read_here(lambda s: seasons.current(s, now=NOON))
    assert caught.value.code == seasons.NO_SEASON


def test_in_a_pause_gestures_are_noted_and_bring_no_points(database: Database) -> None:
    who = person(database, "la-ferme")
    tap(database, who)
    later = NOON + 8 * WEEK
    noted = tap(database, who, now=later)

    assert (noted.points, noted.cap, noted.member_total_points) == (0, "pause", 10)
    assert (noted.mine.next_points, noted.mine.resumes_on) == (0, date(2027, 2, 1))
    assert tap(database, who, now=later).was_already_there
    row = database.read_here(lambda s: s.get_one(Ledger, noted.entry_id).model_copy())
    assert (row.cause, row.amount, row.season_id) == ("tap:pause", 0, 2)
    untap(database, who, noted.entry_id, now=later)

    back = tap(database, who, now=NOON + 10 * WEEK)
    assert (back.points, back.cap, back.member_total_points) == (10, None, 10)
    assert back.mine.resumes_on is None
    assert database.read_here(ledger.differences) == []
