from datetime import timedelta

import pytest
from sqlmodel import Session, col, select

from climact_issy.database import Database
from climact_issy.domain.civic import week_of
from climact_issy.domain.errors import NotFound
from climact_issy.domain.events import Attendance
from climact_issy.domain.people import Actor
from climact_issy.domain.tiers import Tier
from climact_issy.models import Ledger, Season
from climact_issy.services import attendance, citizens, posting
from tests.support.events import SLUG, TODAY, batch, event, ledger, redeem, texts
from tests.support.gestures import NOON, person
from tests.support.rules import RULES


def test_only_challenges_that_are_events_are_found(database: Database) -> None:
    event(database)
    event(database, "but-commun", kind="goal")
    found = database.read_here(
        lambda s: attendance.events(s, [SLUG, "but-commun", "ailleurs"])
    )
    assert list(found) == [SLUG]
    assert found[SLUG].title == ("Atelier vélo", "Bike workshop")
    with pytest.raises(NotFound):
        database.read_here(lambda s: attendance.event(s, "but-commun"))


def test_being_there_is_worth_its_effort_and_proof(database: Database) -> None:
    event(database)
    event(database, "sans-effort", effort=0)

    def worth(session: Session, slug: str, tier: Tier) -> int:
        return attendance.worth(RULES, attendance.event(session, slug), tier)

    assert database.read_here(lambda s: worth(s, SLUG, Tier.CODE)) == 22
    assert database.read_here(lambda s: worth(s, "sans-effort", Tier.CODE)) == 0


def test_a_pause_counts_people_and_brings_no_points(database: Database) -> None:
    event(database)
    (text,) = texts(database, batch(database))
    lina = person(database)

    def pause(session: Session) -> None:
        session.add(
            Season(
                slug="pause",
                name_fr="Pause",
                name_en="Pause",
                kind="pause",
                starts_on=week_of(TODAY),
                ends_on=week_of(TODAY) + timedelta(days=6),
                opened_at=NOON,
            )
        )

    database.run_here(pause)
    counted = redeem(database, lina, text)
    assert isinstance(counted, Attendance)
    assert (counted.points, counted.cap) == (0, "pause")
    assert [row.amount for row in ledger(database)] == [0]


def test_my_events_are_those_that_still_count(database: Database) -> None:
    event(database)
    event(database, "fete", title_fr="Fête", title_en="Party")
    lina, tom = person(database), person(database)
    for slug in (SLUG, "fete"):
        (text,) = texts(database, batch(database, slug=slug, uses=9))
        for actor in (lina, tom):
            redeem(database, actor, text)

    def mine(actor: Actor) -> list[tuple[str, int]]:
        found = database.read_here(
            lambda s: citizens.me(s, actor, rules=RULES, now=NOON)
        ).events
        assert all(line.civic_day == TODAY for line in found)
        return [(line.title[1], line.points) for line in found]

    assert mine(lina) == [("Party", 8), ("Bike workshop", 22)]

    def correct(session: Session) -> None:
        connection = session.connection()
        row = connection.execute(
            select(Ledger.__table__).where(  # pyright: ignore[reportAttributeAccessIssue] - the table behind the class
                col(Ledger.member_ref) == lina.member_ref, col(Ledger.amount) == 8
            )
        ).one()
        posting.take_back(
            connection, row._asdict(), cause="staff", now=NOON, is_on_board=False
        )

    database.run_here(correct)
    assert mine(lina) == [("Bike workshop", 22)]
    assert len(mine(tom)) == 2
