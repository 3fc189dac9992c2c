"""The clock opens and closes seasons, not the first gesture in the next one."""

from datetime import timedelta

from climact_issy.database import Database
from climact_issy.jobs.season import turn_season
from climact_issy.services import closing, seasons
from tests.support.gestures import NOON


async def test_season_and_pause_and_season_open_by_themselves_and_once(
    database: Database,
) -> None:
    first = database.run_here(lambda s: seasons.ensure(s, now=NOON))
    found = [first]
    for weeks in (8, 10):
        later = NOON + timedelta(weeks=weeks)
        assert not database.read_here(lambda s, at=later: seasons.is_open(s, now=at))
        await turn_season(later)
        found.append(database.read_here(lambda s, at=later: seasons.current(s, now=at)))
        await turn_season(later)
        assert found[-1] == database.read_here(
            lambda s, at=later: seasons.current(s, now=at)
        )

    assert [period.is_pause for period in found] == [False, True, False]
    assert len({period.season_id for period in found}) == 3


async def test_a_season_that_is_over_is_closed(database: Database) -> None:
    database.run_here(lambda s: seasons.ensure(s, now=NOON))
    later = NOON + timedelta(weeks=8)

    await turn_season(NOON)
    assert database.read_here(lambda s: closing.is_due(s, now=later))
    await turn_season(later)
    assert not database.read_here(lambda s: closing.is_due(s, now=later))
