"""Who decides from a command line is a known person."""

import pytest

from climact_issy.database import Database
from climact_issy.domain.errors import NotFound
from climact_issy.services import staff
from tests.support.gestures import person


def test_a_person_is_named_by_their_reference(database: Database) -> None:
    who = person(database)

    assert database.read_here(lambda s: staff.named(s, who.member_ref)) == who


@pytest.mark.parametrize("name", ["0" * 32, "who@example.org", "nobody"])
def test_nobody_acts_without_a_name(database: Database, name: str) -> None:
    with pytest.raises(NotFound):
        database.read_here(lambda s: staff.named(s, name))
