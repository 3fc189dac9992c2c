"""Who acts: roles, a citizen's situation, and the actor of a use case."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

OUTSIDE: Final = "outside"
"""Neighbourhood of a person who does not live in Issy: the shared goal counts
them, the race between neighbourhoods does not."""

UNKNOWN: Final = "unknown"
"""Neighbourhood of a person who does not know it: same effect as OUTSIDE."""


class Role(StrEnum):
    """What a signed-in person may be."""

    CITIZEN = "citizen"
    CAPTAIN = "captain"
    MODERATOR = "moderator"


@dataclass(frozen=True, slots=True)
class Situation:
    """What a person said of themselves, to filter the catalogue "for me".

    Each is None until the person answered.
    """

    is_tenant: bool | None = None
    has_car: bool | None = None
    has_garden: bool | None = None
    has_shared_heating: bool | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """The signed-in person on whose behalf a service works.

    Attributes:
        citizen_id: primary key of the citizen row.
        member_ref: random pseudonymous reference, the only link to the ledger.
        role: what they may do.
        pseudonym: the name they chose (untrusted text, plain).
        neighbourhood: slug, OUTSIDE, UNKNOWN, or "" until they chose.
        language: "fr" or "en".
        situation: their answers for the "for me" filter.
        session_id: primary key of their web session row.
        is_demo: a labelled demo person.
    """

    citizen_id: int
    member_ref: str
    role: Role = Role.CITIZEN
    pseudonym: str = ""
    neighbourhood: str = ""
    language: str = "fr"
    situation: Situation = field(default_factory=Situation)
    session_id: int = 0
    is_demo: bool = False
