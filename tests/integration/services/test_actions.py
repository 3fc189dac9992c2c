"""One tap: what it awards, when it is refused, how it is taken back."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session, select

from climact_issy.database import Database
from climact_issy.domain.actions import Cadence, Period
from climact_issy.domain.caps import ENTRIES_A_DAY
from climact_issy.domain.errors import (
    BadInput,
    CadenceReached,
    ClimactError,
    NotFound,
    StaleSight,
    TooManyTries,
    UndoTooLate,
)
from climact_issy.models import ActionLog, Citizen, Ledger
from climact_issy.services import actions, ledger
from tests.support.gestures import (
    BIKE,
    INSULATE,
    NOON,
    SORT,
    WALK,
    YEARLY,
    person,
    statements_of,
    tap,
    untap,
)
from tests.support.rules import RULES

A_FEW_SEASONS = {"SCAN season", "SCAN season LEFT-JOIN"}
"""The one table that may be read whole: it has a row every eight weeks."""


def ledger_rows(database: Database) -> list[Ledger]:
    return database.read_here(lambda session: list(session.exec(select(Ledger)).all()))


def refusal(database: Database, *args: object, **kwargs: object) -> ClimactError:
    with pytest.raises(ClimactError) as caught:
        tap(database, *args, **kwargs)  # pyright: ignore[reportArgumentType] - same arguments
    return caught.value


def test_a_tap_answers_what_it_brought(database: Database) -> None:
    who = person(database, "la-ferme")

    noted = tap(database, who, quantity=7.5)

    assert (noted.points, noted.cap, noted.quantity) == (10, None, 7.5)
    assert noted.saving_kgco2e == pytest.approx(1.5)
    assert noted.low_kgco2e == pytest.approx(0.75)
    assert noted.high_kgco2e == pytest.approx(2.25)
    assert noted.neighbourhood == "la-ferme"
    assert noted.member_total_points == 10
    assert (noted.goal.done, noted.goal.today, noted.goal.target) == (1, 1, 500)
    assert noted.can_undo_until == datetime(2026, 11, 25, 23, tzinfo=UTC)
    assert not noted.was_already_there


def test_the_ledger_row_says_everything(database: Database) -> None:
    who = person(database, "la-ferme")
    tap(database, who, quantity=7.5)
    (row,) = ledger_rows(database)

    assert row.model_dump(exclude={"id", "season_id"}) == {
        "member_ref": who.member_ref,
        "kind": "gesture",
        "subject": "velo",
        "reverses": None,
        "tier": "declared",
        "amount": 10,
        "quantity_milli": 7500,
        "saving_gco2e": 1500,
        "rule_version": 1,
        "factor_version": "v1",
        "neighbourhood": "la-ferme",
        "team": None,
        "civic_day": NOON.date(),
        "recorded_at": NOON,
        "cause": "tap",
        "idempotency_key": f"{who.member_ref}:velo:2026-11-25:1",
    }


def test_points_never_follow_quantity_nor_carbon(database: Database) -> None:
    who = person(database)

    assert tap(database, who, quantity=1).points == 10
    assert tap(database, who, seen=1, quantity=100).points == 10


def test_an_action_without_a_published_saving_claims_none(database: Database) -> None:
    noted = tap(database, person(database), SORT)

    assert (noted.points, noted.saving_kgco2e, noted.low_kgco2e) == (15, None, None)
    assert ledger_rows(database)[0].saving_gco2e is None


def test_two_taps_on_one_sight_award_once(database: Database) -> None:
    who = person(database)
    first, second = tap(database, who), tap(database, who)

    assert second.was_already_there
    assert replace(second, was_already_there=False, badges=first.badges) == first
    assert len(ledger_rows(database)) == 1


def test_an_honest_second_tap_counts(database: Database) -> None:
    who = person(database)
    tap(database, who)

    assert tap(database, who, seen=1).member_total_points == 20


def test_a_retry_of_the_first_tap_after_a_second_one_still_answers_the_first(
    database: Database,
) -> None:
    who = person(database)
    first = tap(database, who, quantity=3)
    tap(database, who, seen=1, quantity=9)

    again = tap(database, who, seen=0, quantity=3)

    assert (again.entry_id, again.quantity) == (first.entry_id, 3)
    assert again.member_total_points == 20


@pytest.mark.parametrize("seen", [1, 5, -1])
def test_a_sight_of_what_never_was_is_stale(database: Database, seen: int) -> None:
    assert isinstance(refusal(database, person(database), seen=seen), StaleSight)
    assert ledger_rows(database) == []


def test_the_rhythm_of_a_day_refuses_and_tells_when(database: Database) -> None:
    who = person(database)
    tap(database, who)
    tap(database, who, seen=1)

    error = refusal(database, who, seen=2)

    assert isinstance(error, CadenceReached)
    assert error.values["next_at"] == datetime(2026, 11, 25, 23, tzinfo=UTC)
    assert tap(database, who, now=NOON + timedelta(days=1)).points == 10


def test_a_one_off_action_counts_once_a_season(database: Database) -> None:
    who = person(database)
    assert tap(database, who, INSULATE).quantity is None

    error = refusal(database, who, INSULATE, now=NOON + timedelta(days=9))

    assert isinstance(error, CadenceReached)
    later = NOON + timedelta(weeks=11)
    assert tap(database, who, INSULATE, now=later).points == 25


def test_a_points_cap_keeps_the_gesture_and_says_what_it_brought(
    database: Database,
) -> None:
    who = person(database)
    tap(database, who, INSULATE)

    capped, nothing = tap(database, who), tap(database, who, seen=1)

    assert (capped.points, capped.cap) == (5, "day")
    assert (nothing.points, nothing.cap, nothing.goal.done) == (0, "day", 3)
    assert tap(database, who, seen=1).cap == "day"


def test_the_week_cap_counts_from_monday_to_sunday(database: Database) -> None:
    who = person(database)
    monday = NOON - timedelta(days=2)
    earned = [
        tap(database, who, WALK, n, now=monday + timedelta(days=day)).points
        for day in range(5)
        for n in range(6)
    ]

    assert sum(earned) == RULES.week_cap
    next_monday = monday + timedelta(days=7)
    assert tap(database, who, WALK, now=next_monday).points == 5


@pytest.mark.parametrize(
    "quantity", [0, 0.99, 100.01, -5, 1e300, float("nan"), float("inf")]
)
def test_a_quantity_out_of_bounds_is_refused(
    database: Database, quantity: float
) -> None:
    error = refusal(database, person(database), quantity=quantity)

    assert isinstance(error, BadInput)
    assert ledger_rows(database) == []


def test_what_is_not_noted_is_refused(database: Database) -> None:
    who = person(database)

    assert isinstance(refusal(database, who, YEARLY), BadInput)
    assert isinstance(refusal(database, who, INSULATE, quantity=3), BadInput)


def test_a_person_who_was_erased_notes_nothing(database: Database) -> None:
    who = person(database)

    def erase(session: Session) -> None:
        session.delete(session.get_one(Citizen, who.citizen_id))

    database.run_here(erase)

    assert isinstance(refusal(database, who), NotFound)


def test_undo_is_a_reversing_row_and_takes_everything_back(database: Database) -> None:
    who = person(database, "la-ferme")
    noted = tap(database, who)

    undone = database.run_here(
        lambda s: actions.undo(s, who, noted.entry_id, rules=RULES, now=NOON)
    )
    rows = ledger_rows(database)

    assert (undone.points, undone.member_total_points, undone.goal.done) == (10, 0, 0)
    assert not undone.was_already_undone
    assert [(r.kind, r.amount, r.saving_gco2e) for r in rows] == [
        ("gesture", 10, 1000),
        ("undo", -10, -1000),
    ]
    assert rows[1].reverses == rows[0].id == noted.entry_id
    assert database.read_here(ledger.differences) == []


def test_undoing_twice_takes_back_once(database: Database) -> None:
    who = person(database)
    noted = tap(database, who)
    untap(database, who, noted.entry_id)

    again = database.run_here(lambda s: actions.undo(s, who, noted.entry_id, now=NOON))

    assert again.was_already_undone
    assert again.member_total_points == 0
    assert len(ledger_rows(database)) == 2


def test_undo_ends_with_the_civic_day(database: Database) -> None:
    who = person(database)
    noted = tap(database, who, now=datetime(2026, 11, 25, 22, 30, tzinfo=UTC))
    last = datetime(2026, 11, 25, 22, 59, 59, tzinfo=UTC)

    with pytest.raises(UndoTooLate):
        untap(database, who, noted.entry_id, now=last + timedelta(seconds=1))
    untap(database, who, noted.entry_id, now=last)


def test_nobody_undoes_the_gesture_of_somebody_else(database: Database) -> None:
    noted = tap(database, person(database))

    with pytest.raises(NotFound):
        untap(database, person(database), noted.entry_id)
    with pytest.raises(NotFound):
        untap(database, person(database), 10**9)
    assert len(ledger_rows(database)) == 1


def test_a_reversal_is_not_a_gesture_to_undo(database: Database) -> None:
    who = person(database)
    untap(database, who, tap(database, who).entry_id)
    reversal = ledger_rows(database)[1]

    with pytest.raises(NotFound):
        untap(database, who, reversal.id or 0)


def test_after_an_undo_the_rhythm_and_the_caps_have_room_again(
    database: Database,
) -> None:
    who = person(database)
    tap(database, who)
    second = tap(database, who, seen=1)
    untap(database, who, second.entry_id)

    assert tap(database, who, seen=2).points == 10
    assert isinstance(refusal(database, who, seen=3), CadenceReached)


def test_a_late_retry_of_an_undone_tap_does_not_bring_it_back(
    database: Database,
) -> None:
    who = person(database)
    untap(database, who, tap(database, who).entry_id)

    again = tap(database, who)

    assert again.was_already_there
    assert again.member_total_points == 0


def test_tapping_and_undoing_for_ever_is_refused(database: Database) -> None:
    who = person(database)
    for n in range(ENTRIES_A_DAY):
        untap(database, who, tap(database, who, seen=n).entry_id)

    error = refusal(database, who, seen=ENTRIES_A_DAY)

    assert isinstance(error, TooManyTries)


def test_one_sees_ones_own_gestures_of_an_action(database: Database) -> None:
    who = person(database)
    first = tap(database, who, quantity=3)
    untap(database, who, first.entry_id)
    tap(database, who, seen=1)
    tap(database, who, SORT)
    tap(database, person(database))

    mine = database.read_here(
        lambda s: actions.mine(s, who, BIKE, rules=RULES, now=NOON)
    )

    assert (mine.seen, mine.can_log, mine.next_at, mine.next_points) == (
        2,
        True,
        None,
        5,
    )
    assert [(g.quantity, g.is_undone, g.can_undo) for g in mine.gestures] == [
        (5, False, True),
        (3, True, False),
    ]


def test_what_one_sees_says_when_the_rhythm_is_over(database: Database) -> None:
    who = person(database)
    tap(database, who, replace(BIKE, cadence=Cadence(1, Period.DAY)))
    once = replace(BIKE, cadence=Cadence(1, Period.DAY))

    mine = database.read_here(
        lambda s: actions.mine(s, who, once, rules=RULES, now=NOON)
    )

    assert not mine.can_log
    assert mine.next_at == datetime(2026, 11, 25, 23, tzinfo=UTC)


def test_before_any_season_there_is_nothing_of_ones_own(database: Database) -> None:
    who = person(database)

    mine = database.read_here(
        lambda s: actions.mine(s, who, BIKE, rules=RULES, now=NOON)
    )

    assert (mine.seen, mine.gestures, mine.can_log) == (0, (), True)


def test_parallel_taps_on_one_sight_award_once(database: Database) -> None:
    who = person(database)
    tap(database, who, SORT)

    futures = [
        database.submit(
            lambda s: actions.log(s, who, BIKE, None, 0, rules=RULES, now=NOON)
        )
        for _ in range(16)
    ]
    answers = [future.result() for future in futures]

    assert sum(not answer.was_already_there for answer in answers) == 1
    assert len({answer.entry_id for answer in answers}) == 1
    assert database.read_here(ledger.differences) == []


def test_parallel_people_of_one_neighbourhood_never_block_each_other(
    database: Database,
) -> None:
    people = [person(database, "la-ferme") for _ in range(12)]
    for who in people[::2]:
        tap(database, who, SORT)

    def chain(session: Session, index: int) -> int:
        noted = actions.log(
            session, people[index], BIKE, None, 0, rules=RULES, now=NOON
        )
        if index % 3 == 0:
            actions.undo(session, people[index], noted.entry_id, now=NOON)
        return noted.entry_id

    futures = [
        database.submit(lambda s, i=index: chain(s, i)) for index in range(len(people))
    ]

    assert len({future.result() for future in futures}) == len(people)
    assert database.read_here(ledger.differences) == []


def test_two_actions_at_once_share_one_day_cap(database: Database) -> None:
    who = person(database)
    tap(database, who, replace(BIKE, slug="autre", effort=4))
    kinds = [replace(BIKE, slug=f"a{n}", effort=2) for n in range(6)]

    futures = [
        database.submit(
            lambda s, a=kind: actions.log(s, who, a, None, 0, rules=RULES, now=NOON)
        )
        for kind in kinds
    ]

    assert sum(future.result().points for future in futures) == RULES.day_cap - 20


def test_the_first_gesture_of_a_season_opens_it_once(database: Database) -> None:
    people = [person(database) for _ in range(6)]

    futures = [
        database.submit(
            lambda s, w=who: actions.log(s, w, BIKE, None, 0, rules=RULES, now=NOON)
        )
        for who in people
    ]
    seasons = {future.result().goal.ends_on for future in futures}

    assert len(seasons) == 1
    assert database.read_here(ledger.differences) == []


def test_a_gesture_costs_the_same_few_statements_whatever_the_past(
    database: Database,
) -> None:
    who = person(database, "la-ferme")
    tap(database, who, WALK)
    costs: list[int] = []
    for n in range(1, 26):
        with statements_of(database.engine) as found:
            tap(database, who, WALK, n)
        costs.append(len(found))
    with statements_of(database.engine) as first:
        tap(database, person(database, "la-ferme"), WALK)

    assert max(costs) <= 16
    assert len(set(costs[:5])) == 1
    assert costs[-1] <= costs[0]
    assert len(first) <= 17 + 4  # the weeks of the first one; four make the person


def test_no_statement_of_a_gesture_reads_a_whole_table(database: Database) -> None:
    if not database.is_sqlite:
        # The planner of PostgreSQL scans small tables on purpose; the statements
        # and the indexes are the same.
        assert database.engine.dialect.name == "postgresql"
        return
    who = person(database, "la-ferme")
    tap(database, who, WALK)
    with statements_of(database.engine) as found:
        noted = tap(database, who, WALK, 1)
        tap(database, who, WALK, 1)
        untap(database, who, noted.entry_id)
    plans = database.read_here(lambda s: [_plan(s, *each) for each in found])

    lines = [line for plan in plans for line in plan]
    assert any("SEARCH ledger USING" in line for line in lines)
    assert {line for line in lines if line.startswith("SCAN")} <= A_FEW_SEASONS


def _plan(session: Session, sql: str, values: object) -> list[str]:
    rows = session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", values)  # pyright: ignore[reportArgumentType] - as the driver got them
    return [str(row[3]) for row in rows]


@given(st.floats(allow_nan=True, allow_infinity=True))
def test_any_number_is_kept_within_bounds_or_refused(quantity: float) -> None:
    try:
        kept = actions.checked_quantity(BIKE, quantity)
    except BadInput:
        assert not 1 <= quantity <= 100
    else:
        assert kept is not None
        assert 1 <= kept <= 100


def test_the_log_keeps_what_the_ledger_has(database: Database) -> None:
    who = person(database)
    noted = tap(database, who, quantity=2.5)

    row = database.read_here(lambda s: s.get_one(ActionLog, noted.entry_id))

    assert (row.n, row.points, row.quantity_milli) == (1, 10, 2500)
