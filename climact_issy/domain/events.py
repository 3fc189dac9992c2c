"""Events: where people meet, and how being there is proved."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from climact_issy.domain.challenge_moves import State
from climact_issy.domain.challenges import Kind
from climact_issy.domain.errors import BadInput
from climact_issy.domain.gestures import Cap

EVENT: Final = Kind.EVENT.value
"""Kind of the challenges that are events."""

RUNNING: Final = State.RUNNING.value
"""The one state of an event in which its codes count."""

OPEN_TO_PAPER: Final = frozenset({RUNNING, State.CLOSED.value})
"""States of an event in which a paper list counts: lists are typed afterwards."""

OVER: Final = frozenset({State.CLOSED.value, State.ARCHIVED.value})
"""States from which an event never runs again."""

CODE_EARLY: Final = "code_early"
CODE_OVER: Final = "code_over"
CODE_SPENT: Final = "code_spent"
CODE_UNKNOWN: Final = "code_unknown"


@dataclass(frozen=True, slots=True)
class Event:
    """One event: a challenge of kind "event".

    Attributes:
        challenge_id: primary key of the challenge.
        slug: its address.
        title: (French, English).
        place: where, in plain words; untrusted text.
        starts_on: first civic day.
        ends_on: last civic day, inclusive.
        state: state of its life cycle.
        effort: band being there is awarded by, 1 to 5; 0 brings no points.
        owner_team: slug of the team that holds it, "" for the city.
        is_demo: exists in a demonstration only.
    """

    challenge_id: int
    slug: str
    title: tuple[str, str]
    place: str
    starts_on: date
    ends_on: date
    state: str
    effort: int
    owner_team: str = ""
    is_demo: bool = False

    def covers(self, day: date) -> bool:
        """Whether a civic day is one of its days."""
        return self.starts_on <= day <= self.ends_on


@dataclass(frozen=True, slots=True)
class Attendance:
    """A person was at an event, and it stands in the ledger.

    Attributes:
        event: the event.
        entry_id: the ledger row.
        points: points it brought, 0 when a cap took them all.
        cap: the cap that took some.
        civic_day: the day it counts for.
        neighbourhood: where it counts: a slug, OUTSIDE or UNKNOWN.
        was_already_there: it had been counted before, and nothing was added.
    """

    event: Event
    entry_id: int
    points: int
    cap: Cap
    civic_day: date
    neighbourhood: str
    was_already_there: bool


@dataclass(frozen=True, slots=True)
class CodeSheet:
    """The codes of a batch that still count, to print.

    Attributes:
        batch_id: primary key.
        label: the name its maker gave it.
        event: where the codes are handed out.
        texts: the codes, as they are kept.
        spent: how many codes of the batch were used up and are left out.
        uses_per_code: 1 for one-time codes.
        valid_from: first civic day.
        valid_until: last civic day, inclusive.
    """

    batch_id: int
    label: str
    event: Event
    texts: tuple[str, ...]
    spent: int
    uses_per_code: int
    valid_from: date
    valid_until: date


def refuse_closed(
    event: Event, valid_from: date, valid_until: date, today: date
) -> None:
    """Refuse a code of an event that does not run, or outside the code's days.

    Raises:
        BadInput: codes code_early (values: day, where it is known) and code_over.
    """
    first = max(event.starts_on, valid_from)
    last = min(event.ends_on, valid_until)
    if today < first:
        raise BadInput(CODE_EARLY, day=first)
    if today > last or event.state in OVER:
        raise BadInput(CODE_OVER)
    if event.state != RUNNING:
        raise BadInput(CODE_EARLY)


CAUSES: Final[Mapping[str, Cap]] = {"day": "day", "week": "week"}
"""What may take points of an attendance: it is proven, and comes once."""


def cap_of(cause: str) -> Cap:
    """Return the cap that a ledger row's cause names, e.g. "code:day"."""
    return CAUSES.get(cause.partition(":")[2])
