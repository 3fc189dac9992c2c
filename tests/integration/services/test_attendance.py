from datetime import timedelta

import pytest
from sqlmodel import Session

from climact_issy.database import Database
from climact_issy.domain.civic import week_of
from climact_issy.domain.errors import NotFound
from climact_issy.domain.events import Attendance
from climact_issy.domain.tiers import Tier
from climact_issy.models import Season
from climact_issy.services import attendance
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
    assert (counted.points, counted.cap) == (0, None)
    assert [row.amount for row in ledger(database)] == [0]
