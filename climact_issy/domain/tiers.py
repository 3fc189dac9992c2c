"""How far a gesture is proved."""

from enum import StrEnum


class Tier(StrEnum):
    """Proof of a gesture, from the person's word to a meter."""

    DECLARED = "declared"
    """The person says so."""
    EVIDENCE = "evidence"
    """A photo that a moderator accepted."""
    ATTESTED = "attested"
    """An association says so."""
    CODE = "code"
    """A code handed out at an event."""
    MEASURED = "measured"
    """A meter says so."""
