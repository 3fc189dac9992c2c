"""What the people of the demo set for themselves, and the note they are shown."""

from datetime import datetime, timedelta
from typing import Final

from sqlmodel import Session, select

from climact_issy.content import demo_people
from climact_issy.domain.civic import civic_day
from climact_issy.domain.recognition import Note
from climact_issy.models import AlreadyDoing, Citizen
from climact_issy.services import notes

SHOWN_FOR: Final = timedelta(weeks=52)
"""A demo keeps its note as long as its people."""


def seed(session: Session, *, now: datetime) -> None:
    """Give the people that a visitor can be a goal and what they did before.

    Args:
        session: of a demo database that holds its people.
        now: this instant.
    """
    for persona in demo_people.personas():
        row = session.exec(select(Citizen).where(Citizen.demo_key == persona.key)).one()
        row.weekly_goal = persona.weekly_goal
        session.add(row)
        session.add_all(
            AlreadyDoing(citizen_id=row.id or 0, action=slug, said_at=now)
            for slug in persona.already
        )
    text, signed_by = demo_people.thanks()
    today = civic_day(now)
    note = Note(0, text, "", today, today + SHOWN_FOR, signed_by, is_demo=True)
    notes.write(session, None, note, now=now)
