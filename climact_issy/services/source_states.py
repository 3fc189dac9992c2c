"""Where each source stands: written by each run, read by staff, pages and the clock."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from sqlmodel import Session

from climact_issy.connectors.base import Page, Source, SourceError
from climact_issy.connectors.sources import SOURCES, is_configured
from climact_issy.domain.observations import Currency, freshness
from climact_issy.domain.people import Actor, Role
from climact_issy.domain.permissions import require_role
from climact_issy.domain.sources import (
    Bookmark,
    Health,
    Run,
    Standing,
    Trouble,
    wait_after,
)
from climact_issy.models import SourceState
from climact_issy.settings import get_settings


def bookmark(session: Session, name: str) -> Bookmark:
    """Return how far a source was read."""
    row = _row(session, name)
    return Bookmark(row.watermark, row.origin, row.etag, row.last_modified)


def is_due(session: Session, source: Source, *, now: datetime) -> bool:
    """Whether a source is to be read now; one that never changes is read once."""
    if source.is_brought:
        return False
    if not is_configured(source, get_settings()):
        return False
    row = _row(session, source.name)
    if row.next_at is not None:
        return row.next_at <= now
    return row.succeeded_at is None


def succeeded(
    session: Session, source: Source, run: Run, only: Page | None, *, now: datetime
) -> None:
    """Note a good run: the mark moves forward, the failures are over.

    Args:
        session: open unit of work.
        source: what was read.
        run: what it brought.
        only: its one page, None when there were several or none.
        now: aware instant.
    """
    row = _row(session, source.name)
    row.watermark = max(row.watermark, run.newest)
    if run.pages:
        # Only one whole answer can stand for "nothing has changed" next time.
        row.origin = only.origin[:500] if only else ""
        row.etag = only.etag if only else ""
        row.last_modified = only.last_modified if only else ""
    row.succeeded_at = now
    row.failures_in_a_row = 0
    row.next_at = now + source.pace if source.pace else None
    row.added, row.revised = run.added, run.revised
    row.unchanged, row.rejected = run.unchanged, run.rejected
    row.rejects_ever += run.rejected
    session.add(row)


def failed(
    session: Session,
    source: Source,
    error: SourceError,
    *,
    now: datetime,
    chance: float,
) -> None:
    """Note a failure: when it is tried again, and nothing else changes.

    Args:
        session: open unit of work.
        source: what was asked.
        error: why it failed.
        now: aware instant.
        chance: a number in [0, 1), for the jitter.
    """
    row = _row(session, source.name)
    row.failed_at = now
    row.failure = error.reason.value
    row.failures_in_a_row += 1
    row.next_at = wait_after(
        row.failures_in_a_row, now=now, retry_at=error.retry_at, chance=chance
    )
    session.add(row)


def wake(session: Session, source: Source, *, now: datetime) -> None:
    """Have a source read at the next turn: something new waits for us."""
    row = _row(session, source.name)
    row.next_at = now
    session.add(row)


def standings(session: Session, *, now: datetime) -> tuple[Standing, ...]:
    """Return where every source stands, for everybody: no reason, no next try."""
    return tuple(_standing(session, source, now) for source in SOURCES)


def staff_standings(
    session: Session, actor: Actor, *, now: datetime
) -> tuple[Standing, ...]:
    """Return the same with what fails and when it is tried again.

    Raises:
        NotAllowed: the actor is no staff.
    """
    require_role(actor, Role.MODERATOR)
    return operator_standings(session, now=now)


def operator_standings(session: Session, *, now: datetime) -> tuple[Standing, ...]:
    """Return the same for the command line: who runs it holds the database."""
    return tuple(
        replace(
            _standing(session, source, now, trouble=_trouble),
            origin=_row(session, source.name).origin,
        )
        for source in SOURCES
    )


def _row(session: Session, name: str) -> SourceState:
    return session.get(SourceState, name) or SourceState(name=name)


def _standing(
    session: Session,
    source: Source,
    now: datetime,
    *,
    trouble: Callable[[SourceState], Trouble | None] = lambda _: None,
) -> Standing:
    row = _row(session, source.name)
    age = freshness(row.watermark or None, source.pace, now)
    last = Run(
        source.name,
        added=row.added,
        revised=row.revised,
        unchanged=row.unchanged,
        rejected=row.rejected,
        newest=row.watermark,
    )
    return Standing(
        name=source.name,
        title=source.title,
        producer=source.producer,
        licence=source.licence,
        page=source.page,
        pace=source.pace,
        newest=row.watermark,
        freshness=age,
        health=_health(row, source, age.currency),
        succeeded_at=row.succeeded_at,
        last=last,
        rejects_ever=row.rejects_ever,
        trouble=trouble(row),
    )


def _health(row: SourceState, source: Source, currency: Currency) -> Health:
    if not is_configured(source, get_settings()):
        return Health.NOT_CONFIGURED
    if source.is_brought:
        return Health.BROUGHT if row.succeeded_at else Health.NEVER_BROUGHT
    if row.failures_in_a_row:
        return Health.FAILING
    if row.succeeded_at is None:
        return Health.NEVER_READ
    if source.pace is None:
        return Health.RECORDED
    return Health.OK if currency is Currency.CURRENT else Health.LATE


def _trouble(row: SourceState) -> Trouble | None:
    if not row.failures_in_a_row or row.failed_at is None:
        return None
    return Trouble(row.failure, row.failed_at, row.failures_in_a_row, row.next_at)
