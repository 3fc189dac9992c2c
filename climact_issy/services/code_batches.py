"""Batches of codes: made for one event, printed by whoever holds it."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from sqlalchemy import insert
from sqlmodel import Session, SQLModel, col, exists, select

from climact_issy import models
from climact_issy.domain.codes import draw
from climact_issy.domain.errors import BadInput, NotAllowed, NotFound
from climact_issy.domain.events import CodeSheet, Event
from climact_issy.domain.people import Actor, Role
from climact_issy.domain.permissions import may
from climact_issy.models import Challenge, Code, CodeBatch, Team, TeamMembership
from climact_issy.services import attendance, audit, deployment

assert models.Code  # noqa: S101 - importing the package registers the tables

MAX_CODES: Final = 400
MAX_USES: Final = 5_000
LABEL_LENGTH: Final = 80
CODE_COUNT: Final = "code_count"
CODE_DAYS: Final = "code_days"

_code: Final = SQLModel.metadata.tables["code"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A batch that somebody asks for.

    Attributes:
        slug: the event.
        count: how many codes.
        uses: how many people each counts for; 1 for one-time codes.
        valid_from: first civic day; None for that of the event.
        valid_until: last civic day; None for that of the event.
        label: a name for the batch, the title of the event when empty.
    """

    slug: str
    count: int
    uses: int = 1
    valid_from: date | None = None
    valid_until: date | None = None
    label: str = ""


def create(
    session: Session,
    actor: Actor | None,
    wanted: Wanted,
    *,
    now: datetime,
    choose: Callable[[int], int] = secrets.randbelow,
) -> int:
    """Make a batch of codes of an event; return its id.

    Args:
        session: an open session that may write; the caller commits.
        actor: who asks: a moderator, or a captain of the team that holds the
            event; None for whoever runs the command line.
        wanted: which event, how many codes, for whom and when.
        now: this instant.
        choose: returns a secret random number below its argument.

    Raises:
        NotFound: no such event.
        NotAllowed: not theirs.
        BadInput: codes code_count (values: maximum, maximum_uses) and code_days
            (values: first, last).
        WrongDatabase: an event of the demonstration in a real database.
    """
    event = attendance.event(session, wanted.slug)
    require_holder(session, actor, event)
    if event.is_demo:
        deployment.check(session, "demo")
    first, last = _checked(wanted, event)
    batch = CodeBatch(
        challenge_id=event.challenge_id,
        label=(wanted.label.strip() or event.title[0])[:LABEL_LENGTH],
        uses_per_code=wanted.uses,
        valid_from=first,
        valid_until=last,
        created_by=actor.member_ref if actor else audit.SYSTEM,
        created_at=now,
        is_demo=event.is_demo,
    )
    session.add(batch)
    session.flush()
    batch_id = batch.id or 0
    texts = _new_texts(session, wanted.count, choose)
    session.connection().execute(
        insert(_code), [{"batch_id": batch_id, "text": t, "uses": 0} for t in texts]
    )
    audit.record(
        session,
        actor,
        "codes_created",
        subject=event.slug,
        details={"batch": batch_id, "count": wanted.count, "uses": wanted.uses},
        now=now,
    )
    return batch_id


def sheet(session: Session, actor: Actor | None, batch_id: int) -> CodeSheet:
    """Return the codes of a batch that still count, to print.

    Args:
        session: an open session.
        actor: who asks; None for whoever runs the command line.
        batch_id: which batch.

    Raises:
        NotFound: no such batch, or not theirs.
    """
    found = session.exec(
        select(CodeBatch, Challenge)
        .join(Challenge, col(Challenge.id) == col(CodeBatch.challenge_id))
        .where(CodeBatch.id == batch_id)
    ).first()
    if found is None:
        raise NotFound
    batch, challenge = found
    event = attendance.event_of(challenge)
    if not is_holder(session, actor, event):
        raise NotFound
    codes = session.exec(
        select(Code.text, Code.uses).where(Code.batch_id == batch_id).order_by("id")
    ).all()
    left = tuple(text for text, uses in codes if uses < batch.uses_per_code)
    return CodeSheet(
        batch_id=batch_id,
        label=batch.label,
        event=event,
        texts=left,
        spent=len(codes) - len(left),
        uses_per_code=batch.uses_per_code,
        valid_from=batch.valid_from,
        valid_until=batch.valid_until,
    )


def require_holder(session: Session, actor: Actor | None, event: Event) -> None:
    """Refuse a person who does not hold an event.

    Raises:
        NotAllowed: neither a moderator nor a captain of its team.
    """
    if not is_holder(session, actor, event):
        raise NotAllowed


def is_holder(session: Session, actor: Actor | None, event: Event) -> bool:
    """Whether somebody holds an event: moderators, and captains of its team."""
    if actor is None or may(actor.role, Role.MODERATOR):
        return True
    if not event.owner_team:
        return False
    captain = (
        select(TeamMembership.team_id)
        .join(Team, col(Team.id) == col(TeamMembership.team_id))
        .where(
            Team.slug == event.owner_team,
            TeamMembership.citizen_id == actor.citizen_id,
            col(TeamMembership.is_captain).is_(True),
        )
    )
    return session.exec(select(exists(captain))).one()


def _checked(wanted: Wanted, event: Event) -> tuple[date, date]:
    """Return the days of a batch, inside those of its event."""
    is_right = 1 <= wanted.count <= MAX_CODES and 1 <= wanted.uses <= MAX_USES
    if not is_right:
        raise BadInput(CODE_COUNT, maximum=MAX_CODES, maximum_uses=MAX_USES)
    first = wanted.valid_from or event.starts_on
    last = wanted.valid_until or event.ends_on
    if first > last or not (event.covers(first) and event.covers(last)):
        raise BadInput(CODE_DAYS, first=event.starts_on, last=event.ends_on)
    return first, last


def _new_texts(session: Session, count: int, choose: Callable[[int], int]) -> list[str]:
    """Draw codes that no batch has; a collision is as rare as it is harmless."""
    found: dict[str, None] = {}
    while len(found) < count:
        drawn = {draw(choose): None for _ in range(count - len(found))}
        taken = session.exec(select(Code.text).where(col(Code.text).in_(drawn))).all()
        found |= {text: None for text in drawn if text not in taken}
    return list(found)
