"""The demo shows a goal, what people did before, and a labelled note."""

from sqlmodel import select

from climact_issy.content import demo_people
from climact_issy.database import Database
from climact_issy.models import Citizen
from climact_issy.services import demo, deployment, notes, recognition
from climact_issy.services.citizens import as_actor
from tests.support.gestures import NOON


def test_a_visitor_of_the_demo_finds_something_to_recognise(
    database: Database,
) -> None:
    database.run_here(lambda s: deployment.claim(s, "demo", now=NOON))
    database.run_here(lambda s: demo.seed(s, now=NOON, people=30))

    for persona in demo_people.personas():
        row = database.read_here(
            lambda s, key=persona.key: s.exec(
                select(Citizen).where(Citizen.demo_key == key)
            ).one()
        )
        found = database.read_here(
            lambda s, row=row: recognition.mine(s, as_actor(row), now=NOON)
        )
        counts = {p.badge.slug: p.count for p in found.badges}
        assert counts["deja"] == len(persona.already)
        assert found.rhythm.goal == persona.weekly_goal
    (note,) = database.read_here(lambda s: notes.shown(s, "", now=NOON))
    assert note.is_demo
