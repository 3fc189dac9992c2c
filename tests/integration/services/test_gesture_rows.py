"""What a gesture reads before it decides."""

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
