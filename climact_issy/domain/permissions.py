"""Who may do what, once we know who asks."""

from typing import Final

from climact_issy.domain.errors import NotAllowed, NotFound
from climact_issy.domain.people import Actor, Role

_RANKS: Final = {Role.CITIZEN: 0, Role.CAPTAIN: 1, Role.MODERATOR: 2}


def may(role: Role, needed: Role) -> bool:
    """Whether a role includes what another one may do."""
    return _RANKS[role] >= _RANKS[needed]


def require_role(actor: Actor, needed: Role) -> None:
    """Refuse an actor whose role is too small.

    Raises:
        NotAllowed: their role does not include `needed`.
    """
    if not may(actor.role, needed):
        raise NotAllowed


def require_own(actor: Actor, member_ref: str) -> None:
    """Refuse what belongs to somebody else, as if it did not exist.

    Raises:
        NotFound: the thing is not theirs.
    """
    if actor.member_ref != member_ref:
        raise NotFound
