"""Mails to send: written with the decision, sent later, at least once.

An address lives here only until its mail went out: a sent mail keeps neither its
recipient nor its words.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import ColumnElement, and_, delete, or_, update
from sqlmodel import Session, col, select

from climact_issy.models.outbox_mail import OutboxMail

MAX_TRIES: Final = 8
FIRST_PAUSE: Final = timedelta(seconds=5)
LEASE: Final = timedelta(minutes=2)
"""Longer than one sending can take; a worker that dies gives the mail back so."""
KEPT: Final = timedelta(days=7)

_ERROR_LENGTH: Final = 500


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One mail this worker may send now.

    Attributes:
        mail_id: primary key of its row.
        recipient: address.
        subject: one line.
        text: plain part.
        html: HTML part, "" when there is none.
        tries: how many times it was tried, this one included.
    """

    mail_id: int
    recipient: str
    subject: str
    text: str
    html: str
    tries: int


def queue(  # noqa: PLR0913 - the parts of a mail, all named
    session: Session,
    *,
    recipient: str,
    subject: str,
    text: str,
    html: str = "",
    expires_at: datetime | None = None,
    now: datetime,
) -> None:
    """Write a mail in the transaction that decided it.

    Args:
        session: open unit of work.
        recipient: address.
        subject: one line.
        text: plain part.
        html: HTML part.
        expires_at: instant after which it is pointless to send it.
        now: aware instant.
    """
    session.add(
        OutboxMail(
            recipient=recipient,
            subject=subject,
            text=text,
            html=html,
            created_at=now,
            due_at=now,
            expires_at=expires_at,
        )
    )
    session.flush()


def is_any_due(session: Session, *, now: datetime) -> bool:
    """Whether a mail waits: a cheap read before any lock is taken."""
    return session.exec(select(OutboxMail.id).where(_is_due(now))).first() is not None


def claim(session: Session, *, now: datetime) -> Outgoing | None:
    """Take the mail that waits longest, counting the try before it is made."""
    waiting = session.exec(
        select(OutboxMail.id)
        .where(_is_due(now))
        .order_by(col(OutboxMail.due_at), col(OutboxMail.id))
        .limit(1)
    ).first()
    if waiting is None:
        return None
    # Another worker may have read the same row: the condition is checked again.
    found = session.exec(
        update(OutboxMail)
        .where(col(OutboxMail.id) == waiting, _is_due(now))
        .values(leased_until=now + LEASE, tries=col(OutboxMail.tries) + 1)
        .returning(
            col(OutboxMail.id),
            col(OutboxMail.recipient),
            col(OutboxMail.subject),
            col(OutboxMail.text),
            col(OutboxMail.html),
            col(OutboxMail.tries),
        )
        .execution_options(synchronize_session=False)
    ).first()
    return None if found is None else Outgoing(*found)


def sent(session: Session, mail_id: int, *, now: datetime) -> None:
    """Note that a mail went out, and forget whom it went to and what it said."""
    session.exec(
        update(OutboxMail)
        .where(col(OutboxMail.id) == mail_id)
        .values(sent_at=now, leased_until=None, last_error="", **_FORGOTTEN)
        .execution_options(synchronize_session=False)
    )


def failed(
    session: Session, outgoing: Outgoing, error: str, *, is_final: bool, now: datetime
) -> None:
    """Note why a mail did not leave, and when to try again, if ever.

    Args:
        session: open unit of work.
        outgoing: the mail as claimed.
        error: what the mail server said, without the address.
        is_final: no later try can succeed.
        now: aware instant.
    """
    values: dict[str, object] = {
        "leased_until": None,
        "last_error": error[:_ERROR_LENGTH],
        "due_at": now + FIRST_PAUSE * 2 ** (outgoing.tries - 1),
    }
    if is_final:
        values |= {"tries": MAX_TRIES, **_FORGOTTEN}
    session.exec(
        update(OutboxMail)
        .where(col(OutboxMail.id) == outgoing.mail_id)
        .values(**values)
        .execution_options(synchronize_session=False)
    )


def purge(session: Session, *, now: datetime) -> None:
    """Forget the mails that are sent, expired or given up since a while."""
    session.exec(
        delete(OutboxMail)
        .where(
            or_(
                col(OutboxMail.created_at) < now - KEPT,
                and_(
                    col(OutboxMail.expires_at).is_not(None),
                    col(OutboxMail.expires_at) < now,
                ),
            )
        )
        .execution_options(synchronize_session=False)
    )


_FORGOTTEN: Final[dict[str, object]] = {
    "recipient": "",
    "subject": "",
    "text": "",
    "html": "",
}


def _is_due(now: datetime) -> ColumnElement[bool]:
    return and_(
        col(OutboxMail.sent_at).is_(None),
        col(OutboxMail.due_at) <= now,
        col(OutboxMail.tries) < MAX_TRIES,
        or_(
            col(OutboxMail.leased_until).is_(None),
            col(OutboxMail.leased_until) <= now,
        ),
        or_(col(OutboxMail.expires_at).is_(None), col(OutboxMail.expires_at) > now),
    )
