"""Last month's gestures awarded again under a version that is thought of."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

from sqlalchemy import bindparam, select
from sqlmodel import Session, SQLModel

from climact_issy import models
from climact_issy.content import actions as catalogue
from climact_issy.domain.civic import civic_day, week_of
from climact_issy.domain.errors import NotFound
from climact_issy.domain.ledger import EntryKind
from climact_issy.domain.points import Rules
from climact_issy.domain.rule_preview import Line, Preview
from climact_issy.domain.rule_preview import preview as awarded_again
from climact_issy.domain.tiers import Tier
from climact_issy.services import rules

assert models.Ledger  # noqa: S101 - importing the package registers the tables

WEEKS: Final = 4
"""Whole weeks that are read: the caps are weekly."""
ROWS_AT_ONCE: Final = 5000

_ledger: Final = SQLModel.metadata.tables["ledger"]
_reversal: Final = _ledger.alias("reversal")
_TAP: Final = "tap"
_PAUSE: Final = "tap:pause"
_STANDING: Final = (
    select(_ledger)
    .select_from(
        _ledger.outerjoin(_reversal, _reversal.c.reverses == _ledger.c.id),
    )
    .where(
        _ledger.c.civic_day >= bindparam("first"),
        _ledger.c.civic_day <= bindparam("last"),
        _ledger.c.reverses.is_(None),
        _reversal.c.id.is_(None),
    )
    .order_by(_ledger.c.id)
)


@dataclass(frozen=True, slots=True)
class Considered:
    """A version that is thought of, beside those there are.

    Attributes:
        candidate: it.
        last: the newest version before it, scheduled ones included.
        in_force: the one in force today.
        preview: last month as it was, and under it.
    """

    candidate: Rules
    last: Rules
    in_force: Rules
    preview: Preview


def consider(
    session: Session, body: str, starts_on: date, *, now: datetime
) -> Considered:
    """Look at a file that could become the next version; nothing is kept.

    Args:
        session: an open session.
        body: text of the file.
        starts_on: civic day from which it would hold.
        now: this instant.

    Raises:
        BadInput: code "rules_faults" (values: faults).
    """
    candidate = rules.candidate(session, body, starts_on, now=now)
    return Considered(
        candidate,
        last=rules.history(session)[-1].rules,
        in_force=rules.in_force(session, civic_day(now)),
        preview=preview(session, candidate, now=now),
    )


def preview(session: Session, candidate: Rules, *, now: datetime) -> Preview:
    """Return the last four whole weeks as they were, and under a candidate.

    Only gestures that stand are awarded again, in the order in which they came;
    codes, challenges and evidence keep their points and fill the caps.

    Args:
        session: an open session.
        candidate: the version that is thought of.
        now: this instant.
    """
    monday = week_of(civic_day(now))
    first, last = monday - timedelta(weeks=WEEKS), monday - timedelta(days=1)
    rows = session.connection().execute(
        _STANDING,
        {"first": first, "last": last},
        execution_options={"yield_per": ROWS_AT_ONCE},
    )
    return awarded_again(candidate, _lines(rows), first, last)


def _lines(rows: Any) -> Iterator[Line]:  # noqa: ANN401 - rows of the ledger
    for row in rows:
        yield Line(
            member_ref=row.member_ref,
            neighbourhood=row.neighbourhood,
            civic_day=row.civic_day,
            subject=row.subject,
            effort=_effort(row),
            tier=Tier(row.tier),
            points=row.amount,
            was_capped=row.cause.startswith(f"{_TAP}:"),
        )


def _effort(row: Any) -> int | None:  # noqa: ANN401 - a row of the ledger
    if row.kind != EntryKind.GESTURE or row.cause == _PAUSE:
        return None
    try:
        return catalogue.by_slug(row.subject).effort
    except NotFound:
        return None
