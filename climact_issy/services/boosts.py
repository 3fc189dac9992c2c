"""Boosts: a rule that holds opens a challenge of a usual kind, and says why.

The challenge goes through the same moves as any other, in the name of the system or
of the member of staff who opens it; each move is in the audit.
"""

from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import func, insert, select
from sqlmodel import Session, SQLModel

from climact_issy import models
from climact_issy.content import weather_rules as content
from climact_issy.domain.boosts import Boost, Measured, Proposal
from climact_issy.domain.challenge_moves import Move, State
from climact_issy.domain.civic import civic_day
from climact_issy.domain.errors import WrongMoment
from climact_issy.domain.people import Actor, Role
from climact_issy.domain.permissions import require_role
from climact_issy.domain.weather_rules import (
    Check,
    Decision,
    Look,
    Mode,
    Why,
    is_reached,
)
from climact_issy.services import (
    audit,
    challenge_desk,
    deployment,
    leases,
    measured_reasons,
    weather,
)

assert models.Boost  # noqa: S101 - importing the package registers the tables

_TABLES: Final = SQLModel.metadata.tables
_boost: Final = _TABLES["boost"]
_challenge: Final = _TABLES["challenge"]
_HOLDER: Final = "boosts"


def is_due(session: Session, *, now: datetime) -> bool:
    """Whether a rule opens a challenge now, or a proposal has outlived its days."""
    if session.connection().execute(_forgotten(now).limit(1)).first():
        return True
    found = weather.weather(session, now=now)
    return any(decision.why is Why.OPENS for decision in found.decisions)


def open_due(session: Session, *, now: datetime) -> tuple[str, ...]:
    """Open what the rules open now; return the slugs of the challenges.

    Any number of workers may do it at once: each rule is held until the commit, and
    whoever comes next sees what was opened.

    Args:
        session: an open session that may write; the caller commits.
        now: aware instant.
    """
    _withdraw_forgotten(session, now)
    opened: list[str] = []
    for entry in content.entries():
        slug = entry.rule.slug
        if weather.decision(session, slug, now=now).why is not Why.OPENS:
            continue
        if not _hold(session, slug, now):
            continue
        # Again, now that the rule is ours: another worker may have been quicker.
        decision = weather.decision(session, slug, now=now)
        if decision.cause is None or decision.why is not Why.OPENS:
            continue
        boost = _boost_of(session, decision, decision.cause, now)
        _open(session, None, boost, decision.rule.mode, now)
        opened.append(boost.draft.slug)
    return tuple(opened)


def open_by_hand(
    session: Session,
    actor: Actor | None,
    slug: str,
    *,
    is_dry: bool = False,
    now: datetime,
) -> Boost:
    """Open the challenge of a rule at once, in the name of staff.

    The measure must be there all the same. In a demonstration a recorded value of
    another day is enough, and the challenge says so.

    Args:
        session: an open session that may write; the caller commits.
        actor: who decides; None for the command line.
        slug: of the rule.
        is_dry: only say what would be opened.
        now: aware instant.

    Raises:
        NotAllowed: they do not moderate.
        NotFound: no rule has this slug.
        WrongMoment: nothing is measured that opens it (code "boost_not_measured"), or
            it opened one a short while ago or of this very value (code
            "boost_resting").
    """
    if actor is not None:
        require_role(actor, Role.MODERATOR)
    content.by_slug(slug)
    if not is_dry and not _hold(session, slug, now):
        code = "boost_resting"
        raise WrongMoment(code)
    decision = weather.decision(session, slug, now=now)
    if decision.why is Why.RESTING:
        code = "boost_resting"
        raise WrongMoment(code)
    cause = decision.cause
    if cause is None and deployment.is_demo(session):
        cause = next((each for each in decision.looks if _is_recorded(each)), None)
    if cause is None:
        code = "boost_not_measured"
        raise WrongMoment(code)
    boost = _boost_of(session, decision, cause, now)
    if _is_opened(session, boost.measured):
        # A recorded value stays the newest one: it would open one after every rest.
        code = "boost_resting"
        raise WrongMoment(code)
    if not is_dry:
        _open(session, actor, boost, Mode.AUTOMATIC, now)
    return boost


def freshness(session: Session, *, now: datetime) -> tuple[Any, ...]:
    """Return what the boosts that run depend on; it differs after every change."""
    rows = _boost.join(_challenge, _challenge.c.id == _boost.c.challenge_id)
    found = select(func.max(_boost.c.id), func.max(_challenge.c.changed_at))
    row = session.connection().execute(found.select_from(rows)).one()
    return (*row, civic_day(now))


def proposals(session: Session) -> tuple[Proposal, ...]:
    """Return what rules propose and staff have not decided, the oldest first."""
    waiting = (State.SUBMITTED.value, State.APPROVED.value)
    rows = session.connection().execute(
        select(_challenge.c.slug, _challenge.c.state, *measured_reasons.COLUMNS)
        .select_from(measured_reasons.beside(_challenge))
        .where(_challenge.c.state.in_(waiting), measured_reasons.OPENED)
        .order_by(_boost.c.id)
    )
    found: list[Proposal] = []
    for row in rows:
        measured = measured_reasons.read(row)
        if measured is not None:
            found.append(Proposal(row.slug, State(row.state), measured))
    return tuple(found)


def _is_recorded(look: Look) -> bool:
    """Whether a value of any day may show what the rule would do."""
    newest = look.newest
    if newest is None or newest.value is None:
        return False
    is_compared = look.condition.check is not Check.LOWEST
    return not is_compared or is_reached(look.condition, newest.value)


def _boost_of(
    session: Session, decision: Decision, cause: Look, now: datetime
) -> Boost:
    newest = cause.newest
    assert newest is not None and newest.value is not None  # noqa: S101, PT018 - it holds
    is_recorded = cause.why is not Why.OPENS
    measured = Measured(
        rule=decision.rule.slug,
        key=cause.condition.key,
        check=cause.condition.check,
        period=newest.period,
        value=newest.value,
        unit=cause.seen.unit,
        source=cause.seen.source,
        producer=measured_reasons.producer_of(cause.seen.source),
        threshold=None if is_recorded else cause.threshold,
        opened_at=now,
        is_recorded=is_recorded,
    )
    is_demo = deployment.is_demo(session)
    return Boost(decision.rule.challenge(civic_day(now), is_demo=is_demo), measured)


def _open(
    session: Session, actor: Actor | None, boost: Boost, mode: Mode, now: datetime
) -> None:
    """Make the challenge and keep why; let it start unless staff decide."""
    draft, reason = boost.draft, _reason(boost.measured)
    challenge_desk.create(session, actor, draft, now=now)
    _keep(session, boost)
    details = {"rule": boost.measured.rule, "mode": mode.value}
    audit.record(
        session,
        actor,
        "boost_opened",
        subject=draft.slug,
        reason=reason,
        details=details,
        now=now,
    )
    steps = (Move.SUBMIT,)
    if mode is Mode.AUTOMATIC:
        steps = (Move.SUBMIT, Move.APPROVE, Move.SCHEDULE)
    for step in steps:
        challenge_desk.move(session, actor, draft.slug, step, reason=reason, now=now)
    if mode is Mode.AUTOMATIC:
        challenge_desk.turn(session, now=now)


def _keep(session: Session, boost: Boost) -> None:
    connection = session.connection()
    challenge_id = connection.execute(
        select(_challenge.c.id).where(_challenge.c.slug == boost.draft.slug)
    ).scalar_one()
    row = measured_reasons.columns(boost.measured) | {"challenge_id": challenge_id}
    connection.execute(insert(_boost), row)


def _reason(measured: Measured) -> str:
    """Say for staff and the audit what was measured, in one line."""
    compared = f", threshold {measured.threshold:g}" if measured.threshold else ""
    recorded = ", recorded" if measured.is_recorded else ""
    return (
        f"{measured.rule}: {measured.key.indicator} {measured.key.place} "
        f"{measured.value:g} {measured.unit} for {measured.period} "
        f"({measured.source}{compared}{recorded})"
    )


def _is_opened(session: Session, measured: Measured) -> bool:
    """Whether a rule has opened a challenge of this period before."""
    rule, period = _boost.c.rule, _boost.c.period
    found = select(_boost.c.id).where(rule == measured.rule, period == measured.period)
    return session.connection().execute(found).first() is not None


def _hold(session: Session, slug: str, now: datetime) -> bool:
    """Hold a rule until the commit; whoever waits for it goes on afterwards."""
    return leases.take(session, f"boost:{slug}", _HOLDER, lasts=timedelta(0), now=now)


def _forgotten(now: datetime) -> Any:  # noqa: ANN401 - a SELECT
    return (
        select(_challenge.c.slug)
        .select_from(_boost.join(_challenge, _challenge.c.id == _boost.c.challenge_id))
        .where(
            _challenge.c.state == State.SUBMITTED.value,
            _challenge.c.ends_on < civic_day(now),
        )
        .order_by(_challenge.c.id)
    )


def _withdraw_forgotten(session: Session, now: datetime) -> None:
    """Take back the proposals whose days are over: the weather has changed."""
    reason = "Its days are over."
    # Held: a second worker waits, and then finds none of them left.
    held = _forgotten(now).with_for_update(of=_challenge)
    for slug in session.connection().scalars(held).all():
        for step in (Move.WITHDRAW, Move.ARCHIVE):
            challenge_desk.move(session, None, slug, step, reason=reason, now=now)
