"""Roles include each other upwards, and nobody sees what is somebody else's."""

import pytest

from climact_issy.domain.errors import NotAllowed, NotFound
from climact_issy.domain.people import Actor, Role
from climact_issy.domain.permissions import may, require_own, require_role

CITIZEN = Actor(1, "aa")
MODERATOR = Actor(2, "bb", Role.MODERATOR)


@pytest.mark.parametrize(
    ("role", "needed", "answer"),
    [
        (Role.CITIZEN, Role.CITIZEN, True),
        (Role.CITIZEN, Role.CAPTAIN, False),
        (Role.CAPTAIN, Role.CITIZEN, True),
        (Role.CAPTAIN, Role.MODERATOR, False),
        (Role.MODERATOR, Role.CAPTAIN, True),
    ],
)
def test_a_role_includes_the_smaller_ones(
    role: Role, needed: Role, *, answer: bool
) -> None:
    assert may(role, needed) is answer


def test_a_role_too_small_is_refused() -> None:
    require_role(MODERATOR, Role.CAPTAIN)
    with pytest.raises(NotAllowed):
        require_role(CITIZEN, Role.CAPTAIN)


def test_what_belongs_to_somebody_else_does_not_exist() -> None:
    require_own(CITIZEN, "aa")
    with pytest.raises(NotFound):
        require_own(MODERATOR, "aa")
