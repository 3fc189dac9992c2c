"""The clock opens the next season, not the first gesture in it."""

from datetime import timedelta

from climact_issy.database import Database
from climact_issy.jobs.season import open_season
from climact_issy.services import seasons
from tests.support.gestures import NOON


async def test_the_next_season_opens_by_itself_and_once(database: Database) -> None:
    first = database.run_here(lambda s: seasons.ensure(s, now=NOON))
    later = NOON + timedelta(weeks=8)
    assert database.read_here(lambda s: seasons.is_open(s, now=NOON))
    assert not database.read_here(lambda s: seasons.is_open(s, now=later))

    await open_season(later)
    second = database.read_here(lambda s: seasons.current(s, now=later))
    await open_season(later)

    assert second.season_id != first.season_id
    assert database.read_here(lambda s: seasons.current(s, now=later)) == second
