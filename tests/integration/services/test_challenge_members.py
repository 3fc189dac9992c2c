"""One person in one challenge, and the totals beside them."""

from dataclasses import replace

import pytest
from sqlalchemy import update
from sqlmodel import Session, select

from climact_issy.database import Database
from climact_issy.models import Challenge, ChallengeTotal
from climact_issy.services import challenge_members
from climact_issy.services.challenge_members import Member
from tests.support.challenges import RACE, count_test_actions, running
from tests.support.gestures import NOON


@pytest.fixture
def nobody(database: Database, monkeypatch: pytest.MonkeyPatch) -> Member:
    count_test_actions(monkeypatch)
    running(database, RACE)
    found = database.read_here(lambda s: s.exec(select(Challenge.id)).one())
    return Member(found or 0, "ref", NOON, "la-ferme")


def write(database: Database, before: Member | None, after: Member) -> None:
    database.run_here(lambda s: challenge_members.write(s.connection(), before, after))


def test_the_squares_of_a_whole_town_find_room(
    database: Database, nobody: Member
) -> None:
    keen = replace(nobody, progress=1, points=10)
    write(database, None, keen)
    most = 2**31 - 1
    database.run_here(
        lambda s: s.connection().execute(
            update(ChallengeTotal), {"points_squares": most}
        )
    )

    write(database, keen, replace(keen, points=11))

    squares = database.read_here(
        lambda s: s.exec(select(ChallengeTotal.points_squares)).all()
    )
    assert set(squares) == {most + 21}


def totals(session: Session) -> list[tuple[object, ...]]:
    rows = session.exec(select(ChallengeTotal).order_by(ChallengeTotal.group_id)).all()
    return [
        (r.group_id, r.people, r.progress, r.points, r.points_squares, r.version)
        for r in rows
    ]


def test_a_member_is_read_as_written(database: Database, nobody: Member) -> None:
    after = replace(nobody.advanced(2, 15), has_joined=True)
    write(database, None, after)

    found = database.read_here(
        lambda s: challenge_members.read(s.connection(), after.challenge_id, "ref")
    )
    assert found == after
    assert database.read_here(totals) == [
        ("", 1, 2, 15, 225, 1),
        ("la-ferme", 1, 2, 15, 225, 1),
    ]


def test_who_has_nothing_left_is_taken_out(database: Database, nobody: Member) -> None:
    after = nobody.advanced(1, 5)
    write(database, None, after)
    write(database, after, after.advanced(-1, -5))

    assert database.read_here(totals) == [
        ("", 0, 0, 0, 0, 2),
        ("la-ferme", 0, 0, 0, 0, 2),
    ]
    assert (
        database.read_here(
            lambda s: challenge_members.read(s.connection(), after.challenge_id, "ref")
        )
        is None
    )
