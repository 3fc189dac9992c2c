"""Evidence of a gesture: its states, and which ones somebody else looks at again."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

SECOND_LOOK_ONE_IN: Final = 10
"""One piece of evidence in so many is decided again by another moderator."""


class EvidenceState(StrEnum):
    """Where a piece of evidence stands."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a moderator says of a piece of evidence.

    Attributes:
        evidence_id: which one.
        is_accepted: whether it shows the gesture.
        reason: in the moderator's words; needed to reject and to change a decision.
    """

    evidence_id: int
    is_accepted: bool
    reason: str = ""

    @property
    def state(self) -> EvidenceState:
        """The state that the verdict leads to."""
        return EvidenceState.ACCEPTED if self.is_accepted else EvidenceState.REJECTED


@dataclass(frozen=True, slots=True)
class Decided:
    """A piece of evidence after a verdict.

    Attributes:
        evidence_id: which one.
        state: where it stands.
        points: points that the verdict brought, negative when it took them back.
        needs_second_look: whether somebody else has to decide it again.
    """

    evidence_id: int
    state: EvidenceState
    points: int
    needs_second_look: bool


def is_second_look(keyed_hash: str) -> bool:
    """Whether a piece of evidence is of the random tenth.

    Args:
        keyed_hash: of its gesture, in hexadecimal: nobody without the key can tell
            beforehand, anybody with it can check afterwards.
    """
    return int(keyed_hash, 16) % SECOND_LOOK_ONE_IN == 0
