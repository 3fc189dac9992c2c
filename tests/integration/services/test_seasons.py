"""A season opens by itself, once."""

from datetime import date, timedelta

import pytest

from climact_issy.content import rules as published
from climact_issy.database import Database
from climact_issy.domain.errors import NotFound
from climact_issy.services import deployment, seasons
from tests.support.gestures import NOON


def test_the_first_start_opens_a_season_this_monday(database: Database) -> None:
    season = database.run_here(lambda s: seasons.ensure(s, now=NOON))

    assert season.starts_on == date(2026, 11, 23)
    assert season.weeks == published.first().season_weeks
    assert database.read_here(lambda s: seasons.current(s, now=NOON)) == season


def test_a_second_start_finds_it(database: Database) -> None:
    first = database.run_here(lambda s: seasons.ensure(s, now=NOON))
    later = NOON + timedelta(weeks=5)

    assert database.run_here(lambda s: seasons.ensure(s, now=later)) == first


def test_after_its_last_day_the_next_one_opens(database: Database) -> None:
    first = database.run_here(lambda s: seasons.ensure(s, now=NOON))
    later = NOON + timedelta(weeks=8)

    last_known = database.read_here(lambda s: seasons.current(s, now=later))
    second = database.run_here(lambda s: seasons.ensure(s, now=later))

    assert last_known == first
    assert second.starts_on == first.ends_on + timedelta(days=1)


def test_a_demo_begins_in_its_fifth_week(database: Database) -> None:
    database.run_here(lambda s: deployment.claim(s, "demo", now=NOON))
    season = database.run_here(lambda s: seasons.ensure(s, now=NOON))

    assert season.week_number(NOON.date()) == 5


def test_before_any_season_there_is_none(database: Database) -> None:
    with pytest.raises(NotFound) as caught:
        database.read_here(lambda s: seasons.current(s, now=NOON))
    assert caught.value.code == seasons.NO_SEASON
