"""The life of a challenge: which move leads from where to where, and who may make it.

draft -> submitted -> approved -> scheduled -> running -> closed -> archived, with
changes requested in between. Nothing leaves "archived", and the clock alone starts.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from climact_issy.domain.errors import BadInput, NotAllowed, WrongMoment
from climact_issy.domain.people import Role

REASON_LENGTH: Final = 500


class State(StrEnum):
    """Where a challenge is in its life."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    CHANGES_REQUESTED = "changes_requested"
    APPROVED = "approved"
    SCHEDULED = "scheduled"
    RUNNING = "running"
    CLOSED = "closed"
    ARCHIVED = "archived"


class Move(StrEnum):
    """What somebody, or the clock, does to a challenge."""

    SUBMIT = "submit"
    WITHDRAW = "withdraw"
    REQUEST_CHANGES = "request-changes"
    APPROVE = "approve"
    SCHEDULE = "schedule"
    START = "start"
    CLOSE = "close"
    ARCHIVE = "archive"


class Hand(StrEnum):
    """In whose name a move is made."""

    OWNER = "owner"
    """A captain of the team that proposes it; a moderator where no team does."""
    MODERATOR = "moderator"
    CLOCK = "clock"


@dataclass(frozen=True, slots=True)
class Step:
    """One legal move.

    Attributes:
        to: where it leads.
        by: who may make it.
        needs_reason: whether a person who makes it says why; the clock never does.
    """

    to: State
    by: frozenset[Hand]
    needs_reason: bool = False


_OWNER: Final = frozenset({Hand.OWNER})
_MODERATOR: Final = frozenset({Hand.MODERATOR})
_CLOCK: Final = frozenset({Hand.CLOCK})
_ASKED: Final = Step(State.CHANGES_REQUESTED, _MODERATOR, needs_reason=True)
_GIVEN_UP: Final = Step(State.ARCHIVED, _OWNER)

STEPS: Final[Mapping[tuple[State, Move], Step]] = MappingProxyType(
    {
        (State.DRAFT, Move.SUBMIT): Step(State.SUBMITTED, _OWNER),
        (State.CHANGES_REQUESTED, Move.SUBMIT): Step(State.SUBMITTED, _OWNER),
        (State.SUBMITTED, Move.WITHDRAW): Step(State.DRAFT, _OWNER),
        (State.SUBMITTED, Move.REQUEST_CHANGES): _ASKED,
        (State.APPROVED, Move.REQUEST_CHANGES): _ASKED,
        (State.SUBMITTED, Move.APPROVE): Step(State.APPROVED, _MODERATOR),
        (State.APPROVED, Move.SCHEDULE): Step(State.SCHEDULED, _OWNER | _MODERATOR),
        (State.SCHEDULED, Move.START): Step(State.RUNNING, _CLOCK),
        (State.SCHEDULED, Move.CLOSE): Step(
            State.CLOSED, _MODERATOR, needs_reason=True
        ),
        (State.RUNNING, Move.CLOSE): Step(
            State.CLOSED, _MODERATOR | _CLOCK, needs_reason=True
        ),
        (State.DRAFT, Move.ARCHIVE): _GIVEN_UP,
        (State.CHANGES_REQUESTED, Move.ARCHIVE): _GIVEN_UP,
        (State.APPROVED, Move.ARCHIVE): _GIVEN_UP,
        (State.CLOSED, Move.ARCHIVE): Step(State.ARCHIVED, _MODERATOR | _CLOCK),
    }
)
"""Every legal move; what is not here is refused."""

EDITABLE: Final = frozenset({State.DRAFT, State.CHANGES_REQUESTED})
"""Where its owner may still change what a challenge says."""

SHOWN: Final = frozenset({State.SCHEDULED, State.RUNNING, State.CLOSED})
"""What visitors see."""


def hands_of(role: Role, *, is_captain: bool, owner_team: str) -> frozenset[Hand]:
    """Return in whose name a person may act on a challenge.

    Args:
        role: their role.
        is_captain: whether they are a captain of the owning team.
        owner_team: slug of that team, "" where no team owns it.
    """
    found: set[Hand] = set()
    if role is Role.MODERATOR:
        found.add(Hand.MODERATOR)
    if is_captain if owner_team else role is Role.MODERATOR:
        found.add(Hand.OWNER)
    return frozenset(found)


def moved(
    state: State, move: Move, hands: frozenset[Hand], *, reason: str = ""
) -> State:
    """Return where a move leads.

    Args:
        state: where the challenge is.
        move: what is done to it.
        hands: in whose name.
        reason: why, in the words of who does it.

    Raises:
        WrongMoment: no such move from there (code "challenge_move").
        NotAllowed: the move is somebody else's.
        BadInput: a reason is missing or too long (code "challenge_reason").
    """
    step = STEPS.get((state, move))
    if step is None:
        code = "challenge_move"
        raise WrongMoment(code, state=state.value, move=move.value)
    makers = step.by & hands
    if not makers:
        raise NotAllowed
    is_reason_due = step.needs_reason and makers != _CLOCK
    if len(reason) > REASON_LENGTH or (is_reason_due and not reason.strip()):
        code = "challenge_reason"
        raise BadInput(code, maximum=REASON_LENGTH)
    return step.to
