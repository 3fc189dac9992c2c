"""Making challenges and moving them through their life, each move with its trace."""

from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any, Final

from sqlalchemy import delete, insert, or_, select, update
from sqlmodel import Session, SQLModel

from climact_issy import models
from climact_issy.content import challenges as content
from climact_issy.domain.boosts import Measured
from climact_issy.domain.challenge_moves import (
    EDITABLE,
    STEPS,
    Hand,
    Move,
    State,
    hands_of,
    moved,
)
from climact_issy.domain.challenges import Draft, Kind, Scope, checked
from climact_issy.domain.civic import civic_day
from climact_issy.domain.errors import BadInput, NotAllowed, NotFound, WrongMoment
from climact_issy.domain.people import Actor
from climact_issy.services import audit, deployment, measured_reasons

assert models.Challenge  # noqa: S101 - importing the package registers the tables

_TABLES: Final = SQLModel.metadata.tables
_challenge: Final = _TABLES["challenge"]
_action: Final = _TABLES["challenge_action"]
_team: Final = _TABLES["team"]
_membership: Final = _TABLES["team_membership"]
ARCHIVED_AFTER: Final = timedelta(days=30)
"""How long a closed challenge stays on the page."""

OPERATOR: Final = frozenset({Hand.OWNER, Hand.MODERATOR})
"""Whoever has the command line has every hand but the clock's."""


def create(
    session: Session, actor: Actor | None, draft: Draft, *, now: datetime
) -> None:
    """Keep a new challenge, as a draft.

    Args:
        session: an open session that may write; the caller commits.
        actor: who proposes it; None for the command line and the content.
        draft: what it says.
        now: this instant.

    Raises:
        BadInput: a field is missing or impossible (code "challenge_field"), or the
            slug is taken (code "challenge_slug").
        NotFound: no such team.
        NotAllowed: the person does not speak for that team.
        WrongDatabase: a demo challenge in a real database.
    """
    checked(draft, content.countable())
    if draft.is_demo:
        deployment.check(session, "demo")
    _refuse_without_hand(_hands(session, actor, draft.owner_team), Hand.OWNER)
    connection = session.connection()
    if _row(session, draft.slug) is not None:
        code = "challenge_slug"
        raise BadInput(code, slug=draft.slug)
    row = _columns(draft) | {
        "state": State.DRAFT.value,
        "created_by": actor.member_ref if actor else audit.SYSTEM,
        "created_at": now,
        "changed_at": now,
    }
    inserted = connection.execute(insert(_challenge).returning(_challenge.c.id), row)
    _write_actions(session, inserted.scalar_one(), draft)
    audit.record(session, actor, "challenge_created", subject=draft.slug, now=now)


def revise(
    session: Session, actor: Actor | None, draft: Draft, *, now: datetime
) -> None:
    """Change what a draft says; its slug, owner and origin stay.

    Raises:
        BadInput: a field is missing or impossible (code "challenge_field").
        NotFound: no such challenge.
        NotAllowed: it is somebody else's.
        WrongMoment: it is past being changed (code "challenge_move").
    """
    row = _held(session, draft.slug)
    _refuse_without_hand(_hands(session, actor, row.owner_team), Hand.OWNER)
    if State(row.state) not in EDITABLE:
        code = "challenge_move"
        raise WrongMoment(code, state=row.state, move="revise")
    checked(replace(draft, owner_team=row.owner_team), content.countable())
    kept = {"slug", "owner_team", "template", "is_demo"}
    changes = {k: v for k, v in _columns(draft).items() if k not in kept}
    connection = session.connection()
    connection.execute(
        update(_challenge)
        .where(_challenge.c.id == row.id)
        .values(**changes, changed_at=now)
    )
    connection.execute(delete(_action).where(_action.c.challenge_id == row.id))
    _write_actions(session, row.id, draft)
    audit.record(session, actor, "challenge_revised", subject=draft.slug, now=now)


def move(
    session: Session,
    actor: Actor | None,
    slug: str,
    step: Move,
    *,
    reason: str = "",
    now: datetime,
) -> State:
    """Make one move in the life of a challenge; return where it is now.

    Args:
        session: an open session that may write; the caller commits.
        actor: who decides; None for the command line.
        slug: of the challenge.
        step: the move.
        reason: why, where one is needed.
        now: this instant.

    Raises:
        NotFound: no such challenge.
        WrongMoment: no such move from where it is (code "challenge_move"), or its
            last day is over (code "challenge_over").
        NotAllowed: the move is somebody else's.
        BadInput: a reason is missing (code "challenge_reason").
    """
    row = _held(session, slug)
    hands = _hands(session, actor, row.owner_team)
    to = moved(State(row.state), step, hands, reason=reason)
    if step is Move.SCHEDULE and row.ends_on < civic_day(now):
        code = "challenge_over"
        raise WrongMoment(code)
    _write_state(session, actor, row, step, to, reason=reason, now=now)
    return to


@dataclass(frozen=True, slots=True)
class Listed:
    """One challenge in the list of whoever runs the site.

    Attributes:
        slug: in its address.
        kind: what people do.
        state: where it is in its life.
        starts_on: first civic day.
        ends_on: last civic day.
        measured: what opened it, None where people made it.
    """

    slug: str
    kind: Kind
    state: State
    starts_on: date
    ends_on: date
    measured: Measured | None = None


def everything(session: Session) -> list[Listed]:
    """Return every challenge, archived ones included, the newest first."""
    rows = session.connection().execute(
        select(_challenge, *measured_reasons.COLUMNS)
        .select_from(measured_reasons.beside(_challenge))
        .order_by(_challenge.c.id.desc())
    )
    return [
        Listed(
            row.slug,
            Kind(row.kind),
            State(row.state),
            row.starts_on,
            row.ends_on,
            measured_reasons.read(row),
        )
        for row in rows
    ]


def is_turn_due(session: Session, *, now: datetime) -> bool:
    """Whether the clock has a challenge to start, close or archive."""
    return session.connection().execute(_due(now).limit(1)).first() is not None


def turn(session: Session, *, now: datetime) -> int:
    """Start, close and archive by the clock; return how many challenges moved."""
    rows = session.connection().execute(_due(now).with_for_update()).all()
    for row in rows:
        state = State(row.state)
        step = _STEPS_OF_THE_CLOCK[state]
        to = moved(state, step, frozenset({Hand.CLOCK}))
        _write_state(session, None, row, step, to, reason="", now=now)
    return len(rows)


_STEPS_OF_THE_CLOCK: Final = {
    state: step for (state, step), found in STEPS.items() if Hand.CLOCK in found.by
}


def _due(now: datetime) -> Any:  # noqa: ANN401 - a SELECT
    today = civic_day(now)
    return (
        select(_challenge)
        .where(
            or_(
                (_challenge.c.state == State.SCHEDULED.value)
                & (_challenge.c.starts_on <= today),
                (_challenge.c.state == State.RUNNING.value)
                & (_challenge.c.ends_on < today),
                (_challenge.c.state == State.CLOSED.value)
                & (_challenge.c.changed_at < now - ARCHIVED_AFTER),
            )
        )
        .order_by(_challenge.c.id)
    )


def _row(session: Session, slug: str) -> Any:  # noqa: ANN401 - a row of challenge
    found = select(_challenge).where(_challenge.c.slug == slug).with_for_update()
    return session.connection().execute(found).first()


def _held(session: Session, slug: str) -> Any:  # noqa: ANN401 - a row of challenge
    row = _row(session, slug)
    if row is None:
        raise NotFound(challenge=slug)
    return row


def _hands(session: Session, actor: Actor | None, owner_team: str) -> frozenset[Hand]:
    """Return in whose name somebody acts on the challenges of a team."""
    connection = session.connection()
    team = connection.execute(
        select(_team.c.id).where(_team.c.slug == owner_team)
    ).scalar()
    if owner_team and team is None:
        raise NotFound(team=owner_team)
    if actor is None:
        return OPERATOR
    captain = select(_membership.c.is_captain).where(
        _membership.c.team_id == team, _membership.c.citizen_id == actor.citizen_id
    )
    is_captain = team is not None and bool(connection.execute(captain).scalar())
    return hands_of(actor.role, is_captain=is_captain, owner_team=owner_team)


def _refuse_without_hand(hands: frozenset[Hand], needed: Hand) -> None:
    if needed not in hands:
        raise NotAllowed


def _write_state(  # noqa: PLR0913 - as `move`
    session: Session,
    actor: Actor | None,
    row: Any,  # noqa: ANN401 - a row of challenge
    step: Move,
    to: State,
    *,
    reason: str,
    now: datetime,
) -> None:
    session.connection().execute(
        update(_challenge)
        .where(_challenge.c.id == row.id)
        .values(state=to.value, changed_at=now)
    )
    audit.record(
        session,
        actor,
        "challenge_moved",
        subject=row.slug,
        reason=reason.strip(),
        details={"move": step.value, "from": row.state, "to": to.value},
        now=now,
    )


def _columns(draft: Draft) -> dict[str, Any]:
    values = asdict(draft)
    title, summary = values.pop("title"), values.pop("summary")
    values.pop("actions")
    return values | {
        "kind": Kind(draft.kind).value,
        "scope": Scope(draft.scope).value,
        "title_fr": title[0],
        "title_en": title[1],
        "summary_fr": summary[0],
        "summary_en": summary[1],
    }


def _write_actions(session: Session, challenge_id: int, draft: Draft) -> None:
    rows = [
        {"challenge_id": challenge_id, "action": action} for action in draft.actions
    ]
    if rows:
        session.connection().execute(insert(_action), rows)
