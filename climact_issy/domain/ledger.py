"""What a ledger row can be, and what it counts for."""

from enum import StrEnum


class EntryKind(StrEnum):
    """Kind of a ledger row; a new one is a new word, never a new column."""

    GESTURE = "gesture"
    """An action that a person noted."""
    CODE = "code"
    """A person was at an event: they typed its code, or a list attests it."""
    CHALLENGE = "challenge"
    """A person completed a challenge."""
    EVIDENCE = "evidence"
    """The points that accepted evidence adds to a gesture."""
    UNDO = "undo"
    """Takes back a gesture, a code or a completed challenge."""
    CORRECTION = "correction"
    """Takes back points alone: those of evidence."""


_GESTURES = {
    EntryKind.GESTURE: 1,
    EntryKind.CODE: 1,
    EntryKind.CHALLENGE: 1,
    EntryKind.EVIDENCE: 0,
    EntryKind.UNDO: -1,
    EntryKind.CORRECTION: 0,
}


def gestures_of(kind: EntryKind) -> int:
    """Return how many gestures a row adds to those that stand: 1, 0 or -1.

    Whoever has points has a gesture that stands: points alone (evidence) always
    lean on one.
    """
    return _GESTURES[kind]


def reversal_kind(kind: EntryKind) -> EntryKind:
    """Return the kind of the row that takes one of this kind back.

    Raises:
        ValueError: a reversal is never reversed.
    """
    if kind in {EntryKind.UNDO, EntryKind.CORRECTION}:
        msg = f"a reversal is never reversed: {kind}"
        raise ValueError(msg)
    return EntryKind.UNDO if _GESTURES[kind] else EntryKind.CORRECTION
