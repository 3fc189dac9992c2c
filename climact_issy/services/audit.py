"""The audit trail: who decided what, and why."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Final

from sqlmodel import Session

from climact_issy.domain.people import Actor
from climact_issy.models import AuditEvent

SYSTEM: Final = "system"


def record(  # noqa: PLR0913 - a decision: who, what, about what, why
    session: Session,
    actor: Actor | None,
    kind: str,
    *,
    subject: str = "",
    reason: str = "",
    details: Mapping[str, str | int | bool | None] | None = None,
    now: datetime,
) -> None:
    """Append one decision.

    Args:
        session: an open session that may write.
        actor: who decided; None for the system itself.
        kind: what was decided, e.g. "session_revoked".
        subject: about what, e.g. a slug; never a name or an address.
        reason: in the words of the person who decided.
        details: plain values.
        now: this instant.
    """
    session.add(
        AuditEvent(
            recorded_at=now,
            actor_ref=actor.member_ref if actor else SYSTEM,
            kind=kind,
            subject=subject,
            reason=reason,
            details=json.dumps(dict(details or {}), sort_keys=True),
        )
    )
