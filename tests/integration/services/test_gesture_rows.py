"""What a gesture reads before it decides."""

from datetime import timedelta

import pytest
from sqlmodel import Session

from climact_issy.database import Database
from climact_issy.domain.errors import NotFound
from climact_issy.domain.people import UNKNOWN
from climact_issy.services import gesture_rows, seasons
from tests.support.gestures import NOON, SORT, person, tap

TODAY = NOON.date()


def test_a_player_comes_with_the_season_of_the_day(database: Database) -> None:
    who = person(database, "la-ferme")
    season = database.run_here(lambda s: seasons.ensure(s, now=NOON))

    def read(session: Session) -> gesture_rows.Player:
        return gesture_rows.hold_player(session.connection(), who, TODAY)

    assert database.run_here(read) == gesture_rows.Player(
        who.member_ref, "la-ferme", season
    )


def test_without_a_choice_or_a_season_a_player_is_unknown(database: Database) -> None:
    who = person(database)
    found = database.read_here(
        lambda s: gesture_rows.player(s.connection(), who, TODAY)
    )

    assert (found.neighbourhood, found.season) == (UNKNOWN, None)


def test_sums_look_at_day_week_season_and_place(database: Database) -> None:
    who = person(database, "la-ferme")
    tap(database, who, now=NOON - timedelta(days=7))
    tap(database, who, now=NOON - timedelta(days=1))
    tap(database, who)
    season_id = database.read_here(lambda s: seasons.current(s, now=NOON)).season_id

    def sums(session: Session, place: str) -> gesture_rows.Sums:
        return gesture_rows.sums(
            session.connection(), who.member_ref, season_id, place, TODAY
        )

    here = database.read_here(lambda s: sums(s, "la-ferme"))
    elsewhere = database.read_here(lambda s: sums(s, "les-iles"))

    assert (here.today, here.week) == (10, 20)
    assert (elsewhere.today, elsewhere.week) == (10, 20)
    assert (elsewhere.points, elsewhere.gestures, elsewhere.gestures_today) == (0, 0, 0)
    assert here.gestures_today == 1


def test_a_gesture_is_found_by_its_own_person_only(database: Database) -> None:
    who, other = person(database), person(database)
    noted = tap(database, who, SORT)
    key = f"{who.member_ref}:{SORT.slug}:{TODAY}:1"

    row = database.read_here(
        lambda s: gesture_rows.by_key(s.connection(), who.member_ref, key)
    )

    assert row.id == noted.entry_id
    for look in (
        lambda s: gesture_rows.by_key(s.connection(), other.member_ref, key),
        lambda s: gesture_rows.by_id(s.connection(), other.member_ref, row.id),
    ):
        with pytest.raises(NotFound):
            database.read_here(look)
