"""What a person sees of one action, in the answer to a tap and on its own."""

from datetime import timedelta

from sqlmodel import Session

from climact_issy.database import Database
from climact_issy.domain.gestures import MyAction
from climact_issy.domain.people import Actor
from climact_issy.services import actions
from tests.support.gestures import BIKE, NOON, person, tap, untap
from tests.support.rules import RULES


def read(database: Database, who: Actor) -> MyAction:
    def work(session: Session) -> MyAction:
        return actions.mine(session, who, BIKE, rules=RULES, now=NOON)

    return database.read_here(work)


def test_the_answer_to_a_tap_says_what_a_reading_says(database: Database) -> None:
    who = person(database, "la-ferme")
    tap(database, who, now=NOON - timedelta(days=1))

    first = tap(database, who)
    seen_after_first = read(database, who)
    again = tap(database, who)
    second = tap(database, who, seen=1)

    assert first.mine == seen_after_first
    assert again.mine == first.mine
    assert second.mine == read(database, who)
    assert (second.mine.seen, second.mine.can_log) == (2, False)
    assert [line.entry_id for line in second.mine.gestures[:2]] == [
        second.entry_id,
        first.entry_id,
    ]


def test_an_undone_gesture_stays_in_sight_and_frees_its_place(
    database: Database,
) -> None:
    who = person(database, "la-ferme")
    noted = tap(database, who)
    untap(database, who, noted.entry_id)

    found = read(database, who)

    assert (found.seen, found.can_log) == (1, True)
    assert [line.is_undone for line in found.gestures] == [True]
