"""What only looks odd: something for staff to look at, never a punishment.

There is no way from here to points: a signal has no effect by itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final


class SignalKind(StrEnum):
    """What looks odd."""

    BURST = "burst"
    """One person noted many gestures in a few minutes."""
    SHARED_DEVICE = "shared_device"
    """Many accounts were entered from one connection within half an hour."""


BURST_GESTURES: Final = 10
"""Gestures of one person within BURST_WINDOW that are worth a look."""

BURST_WINDOW: Final = timedelta(minutes=5)

SHARED_ACCOUNTS: Final = 5
"""Accounts of one connection that are worth a look: a family has fewer."""


@dataclass(frozen=True, slots=True)
class Burst:
    """The densest few minutes of one person.

    Attributes:
        count: gestures within the window.
        first_at: the first of them.
        last_at: the last of them.
    """

    count: int
    first_at: datetime
    last_at: datetime


@dataclass(frozen=True, slots=True)
class OddSign:
    """One signal that was written, as staff sees it.

    Attributes:
        signal_id: primary key.
        kind: what looks odd.
        subject: a member reference, or the keyed hash of a connection and a day.
        civic_day: when.
        count: gestures or accounts.
        first_at: the first of them.
        last_at: the last of them.
    """

    signal_id: int
    kind: SignalKind
    subject: str
    civic_day: date
    count: int
    first_at: datetime
    last_at: datetime


def burst(instants: Sequence[datetime]) -> Burst | None:
    """Return the densest window of some gestures, None when it is an ordinary one.

    Args:
        instants: when one person noted gestures, in order.
    """
    best: Burst | None = None
    start = 0
    for end, at in enumerate(instants):
        while at - instants[start] > BURST_WINDOW:
            start += 1
        count = end - start + 1
        if count >= BURST_GESTURES and (best is None or count > best.count):
            best = Burst(count, instants[start], at)
    return best
