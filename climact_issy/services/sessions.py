"""Signed-in browsers: a random cookie value, kept as a hash.

A session ends 90 days after it began, or 30 days after it was last seen.
"""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from sqlalchemy import delete, or_, update
from sqlmodel import Session, col, select

from climact_issy.domain.people import Actor
from climact_issy.models.web_session import WebSession
from climact_issy.services import citizens

ABSOLUTE: Final = timedelta(days=90)
IDLE: Final = timedelta(days=30)
TOUCH_AFTER: Final = timedelta(hours=12)
"""Last sight is written at most this often: reading a page stays a read."""

_AGENT_LENGTH: Final = 120


@dataclass(frozen=True, slots=True)
class Seen:
    """A living session.

    Attributes:
        actor: who it belongs to, with the session's id.
        is_touch_due: last sight is old enough to be written again.
    """

    actor: Actor
    is_touch_due: bool


def hash_of(secret: str) -> str:
    """Return what the table keeps of a cookie value."""
    return hashlib.sha256(secret.encode()).hexdigest()


def start(session: Session, citizen_id: int, *, agent: str, now: datetime) -> str:
    """Begin a session and return the value of its cookie.

    Args:
        session: open unit of work.
        citizen_id: whose session.
        agent: what the browser calls itself, cut short, for "my sessions".
        now: aware instant.
    """
    secret = secrets.token_urlsafe(32)
    session.add(
        WebSession(
            id_hash=hash_of(secret),
            citizen_id=citizen_id,
            agent=agent[:_AGENT_LENGTH],
            created_at=now,
            last_seen_at=now,
            expires_at=now + ABSOLUTE,
        )
    )
    session.flush()
    return secret


def find(session: Session, secret: str, *, now: datetime) -> Seen | None:
    """Return the living session of a cookie value, or None."""
    row = session.exec(
        select(WebSession.id, WebSession.citizen_id, WebSession.last_seen_at).where(
            WebSession.id_hash == hash_of(secret),
            col(WebSession.revoked_at).is_(None),
            col(WebSession.expires_at) > now,
            col(WebSession.last_seen_at) > now - IDLE,
        )
    ).first()
    if row is None or row[0] is None:
        return None
    actor = citizens.actor_of(session, row[1], session_id=row[0])
    return Seen(
        actor=actor,
        is_touch_due=now - _aware(row[2]) > TOUCH_AFTER,
    )


def touch(session: Session, session_id: int, *, now: datetime) -> None:
    """Write down that a session was seen."""
    session.exec(
        update(WebSession)
        .where(col(WebSession.id) == session_id)
        .values(last_seen_at=now)
        .execution_options(synchronize_session=False)
    )


def revoke(session: Session, secret: str, *, now: datetime) -> None:
    """End the session of a cookie value; an unknown one is no error."""
    session.exec(
        update(WebSession)
        .where(
            col(WebSession.id_hash) == hash_of(secret),
            col(WebSession.revoked_at).is_(None),
        )
        .values(revoked_at=now)
        .execution_options(synchronize_session=False)
    )


def purge(session: Session, *, now: datetime) -> None:
    """Forget the sessions that can never live again."""
    session.exec(
        delete(WebSession)
        .where(
            or_(
                col(WebSession.expires_at) < now,
                col(WebSession.last_seen_at) < now - IDLE,
                col(WebSession.revoked_at).is_not(None),
            )
        )
        .execution_options(synchronize_session=False)
    )


def _aware(at: datetime) -> datetime:
    # SQLite forgets the zone; every instant we write is UTC.
    return at if at.tzinfo else at.replace(tzinfo=UTC)
