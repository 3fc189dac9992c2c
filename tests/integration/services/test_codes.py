"""A code counts once per person, a one-time code once at all; guessing is slow."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlmodel import func, select

from climact_issy.database import Database
from climact_issy.domain.errors import BadInput, TooManyTries
from climact_issy.domain.events import Attendance
from climact_issy.domain.people import Actor
from climact_issy.models import Code, CodeTry, CodeUse
from climact_issy.services import codes
from climact_issy.services import ledger as ledgers
from tests.support.events import (
    SLUG,
    TODAY,
    batch,
    event,
    ledger,
    redeem,
    texts,
)
from tests.support.gestures import (
    INSULATE,
    NOON,
    goes_on_board,
    person,
    plays_for,
    tap,
)
from tests.support.rules import rules

UNKNOWN = "CDFH-JKMN"
WRONG = ("2222-2222", "?", "lina", "3333-3333")


def refused(database: Database, actor: Actor, typed: str, **given: object) -> str:
    with pytest.raises(BadInput) as refusal:
        redeem(database, actor, typed, **given)
    return refusal.value.code


def test_a_code_brings_points_once(database: Database) -> None:
    event(database)
    (text,) = texts(database, batch(database))
    lina = person(database, "la-ferme")
    plays_for(database, lina, "velos")
    goes_on_board(database, lina)

    counted = redeem(database, lina, f" {text[:4].lower()}-{text[4:]} ")
    assert isinstance(counted, Attendance)
    assert counted.points == 22  # 3 x 5 x 1.5
    assert not counted.was_already_there

    again = redeem(database, lina, text)
    assert isinstance(again, Attendance)
    assert again.was_already_there
    assert (again.entry_id, again.points) == (counted.entry_id, 22)

    (row,) = ledger(database)
    assert (row.kind, row.tier, row.cause, row.subject) == (
        "code",
        "code",
        "code",
        SLUG,
    )
    assert (row.amount, row.saving_gco2e, row.team) == (22, None, "velos")
    assert row.civic_day == TODAY
    assert database.read_here(ledgers.differences) == []


def test_another_code_of_the_same_event_counts_no_second_time(
    database: Database,
) -> None:
    event(database)
    one, other = texts(database, batch(database, 2))
    lina = person(database)
    redeem(database, lina, one)

    again = redeem(database, lina, other)
    assert isinstance(again, Attendance)
    assert again.was_already_there
    # It is left for somebody else.
    assert isinstance(redeem(database, person(database), other), Attendance)
    assert len(ledger(database)) == 2


def test_of_many_who_type_a_one_time_code_at_once_one_is_counted(
    database: Database,
) -> None:
    event(database)
    (text,) = texts(database, batch(database))
    people = [person(database, "la-ferme") for _ in range(6)]

    def use(actor: Actor) -> str:
        try:
            redeem(database, actor, text)
        except BadInput as refusal:
            return refusal.code
        return ""

    with ThreadPoolExecutor(6) as pool:
        answers = sorted(pool.map(use, people))
    assert answers == [""] + ["code_spent"] * 5
    assert len(ledger(database)) == 1
    assert database.read_here(lambda s: s.exec(select(Code.uses)).one()) == 1
    assert database.read_here(ledgers.differences) == []


def test_one_person_who_types_a_shared_code_twice_at_once_is_counted_once(
    database: Database,
) -> None:
    event(database)
    (text,) = texts(database, batch(database, uses=50))
    lina = person(database)

    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: redeem(database, lina, text), range(4)))
    assert sum(not each.was_already_there for each in found) == 1  # pyright: ignore[reportAttributeAccessIssue] - each is an Attendance
    assert len(ledger(database)) == 1
    assert database.read_here(lambda s: s.exec(select(Code.uses)).one()) == 1


def test_a_shared_code_counts_for_as_many_as_it_says(database: Database) -> None:
    event(database)
    (text,) = texts(database, batch(database, uses=2))
    for _ in range(2):
        assert isinstance(redeem(database, person(database), text), Attendance)
    assert refused(database, person(database), text) == "code_spent"
    uses = database.read_here(
        lambda s: s.exec(select(func.count()).select_from(CodeUse)).one()
    )
    assert uses == 2


def test_a_code_counts_on_its_days_and_while_its_event_runs(
    database: Database,
) -> None:
    event(database)
    (text,) = texts(database, batch(database, valid_from=TODAY, valid_until=TODAY))
    lina = person(database)
    day = timedelta(days=1)
    assert refused(database, lina, text, now=NOON - day) == "code_early"
    assert refused(database, lina, text, now=NOON + day) == "code_over"

    event(database, "fete", state="draft")
    (other,) = texts(database, batch(database, slug="fete"))
    assert refused(database, lina, other) == "code_early"
    assert ledger(database) == []
    # None of these codes is wrong: no try was counted.
    assert database.read_here(lambda s: s.exec(select(CodeTry)).all()) == []


def test_who_was_counted_is_told_so_after_the_event_too(database: Database) -> None:
    event(database)
    (text,) = texts(database, batch(database))
    lina = person(database)
    redeem(database, lina, text)
    later = redeem(database, lina, text, now=NOON + timedelta(days=5))
    assert isinstance(later, Attendance)
    assert later.was_already_there


def test_a_cap_takes_points_but_not_the_attendance(database: Database) -> None:
    event(database)
    (text,) = texts(database, batch(database))
    lina = person(database)
    tap(database, lina, INSULATE)
    counted = redeem(database, lina, text, rules=rules(day_cap=30))
    assert isinstance(counted, Attendance)
    assert (counted.points, counted.cap) == (5, "day")
    assert ledger(database)[-1].cause == "code:day"
    again = redeem(database, lina, text)
    assert isinstance(again, Attendance)
    assert again.cap == "day"


def test_an_event_without_effort_counts_without_points(database: Database) -> None:
    event(database, effort=0)
    (text,) = texts(database, batch(database))
    counted = redeem(database, person(database), text)
    assert isinstance(counted, Attendance)
    assert (counted.points, counted.cap) == (0, None)


@pytest.mark.parametrize("typed", [*WRONG, UNKNOWN])
def test_a_wrong_code_is_answered_and_counted(database: Database, typed: str) -> None:
    lina = person(database)
    answer = redeem(database, lina, typed)
    assert isinstance(answer, BadInput)
    assert answer.code in {"code_typo", "code_unknown"}
    kept = database.read_here(lambda s: s.exec(select(CodeTry)).all())
    assert [(row.member_ref, row.client_hash) for row in kept] == [
        (lina.member_ref, "")
    ]


def test_ten_wrong_codes_in_ten_minutes_are_enough(database: Database) -> None:
    event(database)
    (text,) = texts(database, batch(database, uses=50))
    lina = person(database)
    for minute in range(codes.MAX_PER_PERSON):
        wrong = redeem(database, lina, "?", now=NOON + timedelta(seconds=10 * minute))
        assert isinstance(wrong, BadInput)

    for typed in ("?", text):
        with pytest.raises(TooManyTries) as refusal:
            redeem(database, lina, typed, now=NOON + timedelta(minutes=5))
        assert refusal.value.code == "too_many_codes"
        assert refusal.value.values["next_at"] == NOON + codes.WINDOW
    # Somebody else is not held back, and neither is she once the first is old.
    assert isinstance(redeem(database, person(database), text), Attendance)
    assert isinstance(redeem(database, lina, text, now=NOON + codes.WINDOW), Attendance)


def test_a_place_where_many_guess_is_held_back_alike(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(codes, "MAX_PER_CLIENT", 3)
    event(database)
    (text,) = texts(database, batch(database, uses=50))
    for _ in range(3):
        redeem(database, person(database), "?", client="192.0.2.1")
    with pytest.raises(TooManyTries) as refusal:
        redeem(database, person(database), text, client="192.0.2.1")
    assert refusal.value.code == "too_many_codes"
    elsewhere = redeem(database, person(database), text, client="192.0.2.2")
    assert isinstance(elsewhere, Attendance)
    kept = database.read_here(lambda s: s.exec(select(CodeTry.client_hash)).all())
    assert all("192.0.2" not in each for each in kept)


def test_wrong_codes_are_forgotten(database: Database) -> None:
    lina = person(database)
    redeem(database, lina, "?")
    database.run_here(lambda s: codes.purge(s, now=NOON + timedelta(minutes=9)))
    assert database.read_here(lambda s: s.exec(select(CodeTry)).all())
    database.run_here(lambda s: codes.purge(s, now=NOON + codes.WINDOW))
    assert not database.read_here(lambda s: s.exec(select(CodeTry)).all())
