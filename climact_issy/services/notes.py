"""Thank-you notes of the city: written by staff, shown for some days."""

from datetime import datetime
from typing import Final

from sqlmodel import Session, col, select

from climact_issy.content import neighbourhoods
from climact_issy.domain.civic import civic_day
from climact_issy.domain.errors import BadInput, NotFound
from climact_issy.domain.people import Actor, Role
from climact_issy.domain.permissions import require_role
from climact_issy.domain.recognition import NOTE_LENGTH, SIGNED_LENGTH, Note
from climact_issy.models import CityNote, Deployment
from climact_issy.services import audit

SHOWN: Final = 2
"""Notes on a page at most: a thank-you is no news feed."""


def write(session: Session, actor: Actor | None, note: Note, *, now: datetime) -> Note:
    """Keep a note; in a demo database every note is a labelled demo note.

    Args:
        session: an open session that may write.
        actor: who wrote it; None for the command line.
        note: its words, days and place; its id and label are set here.
        now: this instant.

    Raises:
        NotAllowed: the actor is no moderator.
        BadInput: codes "note_text" (values: maximum) and "note_dates".
        NotFound: no such neighbourhood.
    """
    _refuse_all_but_staff(actor)
    if note.neighbourhood:
        neighbourhoods.by_slug(note.neighbourhood)
    if note.ends_on < note.starts_on:
        code = "note_dates"
        raise BadInput(code)
    french, english = (_line(text, NOTE_LENGTH) for text in note.text)
    deployment = session.get(Deployment, 1)
    row = CityNote(
        text_fr=french,
        text_en=english,
        neighbourhood=note.neighbourhood,
        starts_on=note.starts_on,
        ends_on=note.ends_on,
        signed_by=_line(note.signed_by, SIGNED_LENGTH),
        created_at=now,
        is_demo=deployment is not None and deployment.kind == "demo",
    )
    session.add(row)
    session.flush()
    _record(session, actor, "city_note_written", row, now)
    return _value(row)


def withdraw(
    session: Session, actor: Actor | None, note_id: int, *, now: datetime
) -> None:
    """Take a note away; the audit trail keeps its words.

    Raises:
        NotAllowed: the actor is no moderator.
        NotFound: no such note.
    """
    _refuse_all_but_staff(actor)
    row = session.get(CityNote, note_id)
    if row is None:
        raise NotFound
    _record(session, actor, "city_note_withdrawn", row, now)
    session.delete(row)
    session.flush()


def shown(session: Session, neighbourhood: str, *, now: datetime) -> tuple[Note, ...]:
    """Return the notes of this day for a neighbourhood and for everybody.

    Args:
        session: an open session.
        neighbourhood: slug, or anything else for the notes to everybody alone.
        now: this instant.
    """
    today = civic_day(now)
    rows = session.exec(
        select(CityNote)
        .where(
            col(CityNote.starts_on) <= today,
            col(CityNote.ends_on) >= today,
            col(CityNote.neighbourhood).in_(("", neighbourhood)),
        )
        .order_by(col(CityNote.starts_on).desc(), col(CityNote.id).desc())
        .limit(SHOWN)
    ).all()
    return tuple(_value(row) for row in rows)


def _refuse_all_but_staff(actor: Actor | None) -> None:
    if actor is not None:
        require_role(actor, Role.MODERATOR)


def _value(row: CityNote) -> Note:
    return Note(
        note_id=row.id or 0,
        text=(row.text_fr, row.text_en),
        neighbourhood=row.neighbourhood,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        signed_by=row.signed_by,
        is_demo=row.is_demo,
    )


def _record(
    session: Session, actor: Actor | None, kind: str, row: CityNote, now: datetime
) -> None:
    audit.record(
        session,
        actor,
        kind,
        subject=f"city_note:{row.id}",
        details={
            "fr": row.text_fr,
            "en": row.text_en,
            "neighbourhood": row.neighbourhood,
            "signed_by": row.signed_by,
            "starts_on": row.starts_on.isoformat(),
            "ends_on": row.ends_on.isoformat(),
        },
        now=now,
    )


def _line(text: str, maximum: int) -> str:
    found = " ".join(text.split())
    if not 1 <= len(found) <= maximum or not found.isprintable():
        code = "note_text"
        raise BadInput(code, maximum=maximum)
    return found
