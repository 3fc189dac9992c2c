"""The versions of the rule: which one is in force, and scheduling the next one.

Version 1 is content; later ones are rows that are never changed. A past row of the
ledger keeps the number of the version that awarded it.
"""

from datetime import date, datetime, timedelta
from typing import Any, Final, cast

from sqlalchemy import bindparam, select
from sqlmodel import Session, SQLModel

from climact_issy import models
from climact_issy.content import rules as published
from climact_issy.domain.civic import civic_day
from climact_issy.domain.errors import BadInput
from climact_issy.domain.people import Actor, Role
from climact_issy.domain.permissions import require_role
from climact_issy.domain.points import Rules
from climact_issy.domain.rulebook import FAULTS, Edition, Fault
from climact_issy.services import audit
from climact_issy.services.prepared import Prepared

REASON_LENGTH: Final = 500

_rule_version: Final = SQLModel.metadata.tables["rule_version"]
_IN_FORCE: Final = Prepared(
    select(_rule_version.c.version, _rule_version.c.starts_on, _rule_version.c.body)
    .where(_rule_version.c.starts_on <= bindparam("day"))
    .order_by(_rule_version.c.starts_on.desc())
    .limit(1)
)
_ALL: Final = select(_rule_version).order_by(_rule_version.c.version)


def in_force(session: Session, day: date) -> Rules:
    """Return the rule that holds on a civic day, in one small query."""
    rows = _IN_FORCE.rows(session.connection(), {"day": day})
    return _rules(rows[0]) if rows else published.first()


def in_force_row(session: Session, day: date) -> tuple[Rules, str]:
    """Return the rule that holds on a civic day, and its file ("" for version 1)."""
    rows = _IN_FORCE.rows(session.connection(), {"day": day})
    return (_rules(rows[0]), rows[0].body) if rows else (published.first(), "")


def history(session: Session) -> tuple[Edition, ...]:
    """Return every version, those still to come included, oldest first."""
    rows = session.connection().execute(_ALL)
    later = (Edition(_rules(row), row.reason, row.scheduled_at) for row in rows)
    return (Edition(published.first()), *later)


def candidate(session: Session, body: str, starts_on: date, *, now: datetime) -> Rules:
    """Return the rule that a file would become, without keeping anything.

    Args:
        session: an open session.
        body: text of the file: every number of a rule and nothing else.
        starts_on: civic day from which it would hold.
        now: this instant.

    Raises:
        BadInput: code "rules_faults" (values: faults): a date that is not after
            today and after the last scheduled version, and all that is wrong with
            the file.
    """
    last = history(session)[-1].rules
    faults: list[Fault] = []
    earliest = max(civic_day(now), last.starts_on) + timedelta(days=1)
    if starts_on < earliest:
        faults.append(Fault("starts_on", "too_early", {"earliest": earliest}))
    try:
        found = published.parse(body, last.version + 1, starts_on)
    except BadInput as refusal:
        faults += cast("tuple[Fault, ...]", refusal.values["faults"])
        raise BadInput(FAULTS, faults=tuple(faults)) from refusal
    if faults:
        raise BadInput(FAULTS, faults=tuple(faults))
    return found


def schedule(
    session: Session,
    actor: Actor | None,
    body: str,
    starts_on: date,
    *,
    reason: str,
    now: datetime,
) -> Rules:
    """Keep the next version of the rule; it holds from its day, and never changes.

    Args:
        session: an open session that may write; the caller commits.
        actor: who decides, a moderator; None for the command line.
        body: text of the file: every number of a rule and nothing else.
        starts_on: civic day from which it holds.
        reason: why, in words that the page Règles shows.
        now: this instant.

    Raises:
        NotAllowed: the actor is no moderator.
        BadInput: as `candidate`; and a reason too long to keep.
    """
    if actor is not None:
        require_role(actor, Role.MODERATOR)
    said = " ".join(reason.split())
    found = candidate(session, body, starts_on, now=now)
    if len(said) > REASON_LENGTH:
        fault = Fault("reason", "too_long", {"most": REASON_LENGTH})
        raise BadInput(FAULTS, faults=(fault,))
    session.add(
        models.RuleVersion(
            version=found.version,
            starts_on=starts_on,
            body=body,
            reason=said,
            scheduled_at=now,
            scheduled_by=actor.member_ref if actor else audit.SYSTEM,
        )
    )
    audit.record(
        session,
        actor,
        "rules_scheduled",
        subject=f"rules:{found.version}",
        reason=said,
        details={"version": found.version, "starts_on": starts_on.isoformat()},
        now=now,
    )
    session.flush()
    return found


def _rules(row: Any) -> Rules:  # noqa: ANN401 - a row of the table
    return published.kept(row.body, row.version, row.starts_on)
