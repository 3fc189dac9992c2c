"""The life of a challenge, walked by every hand from every state."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from climact_issy.domain.challenge_moves import (
    EDITABLE,
    REASON_LENGTH,
    SHOWN,
    STEPS,
    Hand,
    Move,
    State,
    hands_of,
    moved,
)
from climact_issy.domain.errors import BadInput, NotAllowed, WrongMoment
from climact_issy.domain.people import Role

EVERY_HAND = frozenset(Hand)
states, moves = st.sampled_from(State), st.sampled_from(Move)
hands = st.frozensets(st.sampled_from(Hand))


def reached(start: State) -> set[State]:
    found = {start}
    while (
        more := {step.to for (state, _), step in STEPS.items() if state in found}
        - found
    ):
        found |= more
    return found


def test_every_state_can_be_reached_from_a_draft() -> None:
    assert reached(State.DRAFT) == set(State)


@pytest.mark.parametrize("state", State)
def test_every_life_can_end(state: State) -> None:
    assert State.ARCHIVED in reached(state)


@given(move=moves, hands=hands)
def test_nothing_leaves_the_archive(move: Move, hands: frozenset[Hand]) -> None:
    with pytest.raises(WrongMoment) as caught:
        moved(State.ARCHIVED, move, hands, reason="parce que")
    assert caught.value.code == "challenge_move"


@given(state=states, move=moves, hands=hands, reason=st.text(max_size=600))
def test_a_move_leads_where_the_table_says_or_is_refused_with_its_code(
    state: State, move: Move, hands: frozenset[Hand], reason: str
) -> None:
    step = STEPS.get((state, move))
    if step is None:
        expected = WrongMoment
    elif not step.by & hands:
        expected = NotAllowed
    elif len(reason) > REASON_LENGTH or (
        step.needs_reason and step.by & hands != {Hand.CLOCK} and not reason.strip()
    ):
        expected = BadInput
    else:
        assert moved(state, move, hands, reason=reason) is step.to
        return
    with pytest.raises(expected):
        moved(state, move, hands, reason=reason)


@given(st.lists(st.tuples(moves, hands), max_size=30))
def test_no_walk_runs_without_having_been_approved(
    walk: list[tuple[Move, frozenset[Hand]]],
) -> None:
    state, was_approved = State.DRAFT, False
    for move, who in walk:
        try:
            state = moved(state, move, who, reason="parce que")
        except (WrongMoment, NotAllowed):
            continue
        if state in {State.SUBMITTED, State.CHANGES_REQUESTED, State.DRAFT}:
            was_approved = False
        if state is State.APPROVED:
            assert Hand.MODERATOR in who
            was_approved = True
        if state in {State.SCHEDULED, State.RUNNING}:
            assert was_approved


def test_only_the_clock_starts_a_challenge() -> None:
    assert STEPS[State.SCHEDULED, Move.START].by == {Hand.CLOCK}
    with pytest.raises(NotAllowed):
        moved(State.SCHEDULED, Move.START, EVERY_HAND - {Hand.CLOCK})


def test_the_clock_closes_without_a_reason_and_a_person_gives_one() -> None:
    clock, person = frozenset({Hand.CLOCK}), frozenset({Hand.MODERATOR})

    assert moved(State.RUNNING, Move.CLOSE, clock) is State.CLOSED
    with pytest.raises(BadInput) as caught:
        moved(State.RUNNING, Move.CLOSE, person)
    assert caught.value.code == "challenge_reason"


@pytest.mark.parametrize(
    ("role", "is_captain", "owner_team", "expected"),
    [
        (Role.CITIZEN, False, "velo", set()),
        (Role.CITIZEN, True, "velo", {Hand.OWNER}),
        (Role.CAPTAIN, False, "velo", set()),
        (Role.CAPTAIN, False, "", set()),
        (Role.MODERATOR, False, "velo", {Hand.MODERATOR}),
        (Role.MODERATOR, True, "velo", {Hand.MODERATOR, Hand.OWNER}),
        (Role.MODERATOR, False, "", {Hand.MODERATOR, Hand.OWNER}),
    ],
)
def test_who_may_act_on_a_challenge(
    role: Role, *, is_captain: bool, owner_team: str, expected: set[Hand]
) -> None:
    assert hands_of(role, is_captain=is_captain, owner_team=owner_team) == expected


def test_what_is_shown_can_no_longer_be_changed() -> None:
    assert not SHOWN & EDITABLE
