"""The clock of the weather: what is measured opens its challenge, once."""

from climact_issy.database import Database
from climact_issy.jobs.weather import turn_weather
from climact_issy.services import challenge_desk
from tests.support.weather import ATMO, NOW, measure


async def test_the_clock_opens_a_challenge_once(database: Database) -> None:
    await turn_weather(NOW)
    assert database.read_here(challenge_desk.everything) == []

    measure(database, ATMO, 6)
    await turn_weather(NOW)
    await turn_weather(NOW)

    found = database.read_here(challenge_desk.everything)
    assert [each.slug for each in found] == ["meteo-air-2026-07-14"]
