"""What a person's totals say, from where a row will count."""

from datetime import timedelta

from climact_issy.database import Database
from climact_issy.services import seasons
from climact_issy.services.sums import Share, Spot, Sums, sums
from tests.support.gestures import NOON, person, plays_for, tap

TODAY = NOON.date()


def test_sums_look_at_day_week_season_and_place(database: Database) -> None:
    who = person(database, "la-ferme")
    tap(database, who, now=NOON - timedelta(days=7))
    tap(database, who, now=NOON - timedelta(days=1))
    tap(database, who)

    here = _sums(database, who.member_ref, "la-ferme")
    elsewhere = _sums(database, who.member_ref, "les-iles")

    assert (here.today, here.week, here.week_proven) == (10, 20, 0)
    assert (elsewhere.today, elsewhere.week) == (10, 20)
    assert (elsewhere.here.points, elsewhere.here.gestures) == (0, 0)
    assert (here.gestures_today, elsewhere.gestures_today) == (1, 0)
    assert here.season == elsewhere.season


def test_a_team_has_what_was_made_for_it_only(database: Database) -> None:
    who = person(database, "la-ferme")
    tap(database, who)
    plays_for(database, who, "velo-club")
    tap(database, who, seen=1)

    monday = TODAY - timedelta(days=TODAY.weekday())
    found = _sums(database, who.member_ref, "la-ferme", "velo-club")
    assert found.team == Share(10, 1, monday)
    assert found.here == Share(20, 2, monday)
    assert _sums(database, who.member_ref, "la-ferme").team is None


def _sums(database: Database, member_ref: str, place: str, team: str = "") -> Sums:
    season_id = database.read_here(lambda s: seasons.current(s, now=NOON)).season_id
    spot = Spot(member_ref, season_id, TODAY, place, team)
    return database.read_here(lambda s: sums(s.connection(), spot))
