"""What proves some of the points of the demo: meetings and photos.

Each goes through the service that a real one goes through, at the instant it is
invented for; nothing is written into the ledger beside them.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import func, select
from sqlmodel import Session, SQLModel, col
from sqlmodel import select as select_rows

from climact_issy import models
from climact_issy.content import demo_company
from climact_issy.content.demo_company import DemoMeeting
from climact_issy.domain.civic import civic_day, day_bounds
from climact_issy.domain.evidence import Verdict
from climact_issy.domain.ledger import EntryKind
from climact_issy.domain.people import Actor, Role
from climact_issy.domain.points import Rules
from climact_issy.domain.tiers import Tier
from climact_issy.models import Citizen, Code
from climact_issy.services import (
    attendance,
    citizens,
    code_batches,
    codes,
    evidence,
    seasons,
)
from climact_issy.services import rules as published
from climact_issy.services.attendance import Moment, Proof
from climact_issy.services.code_batches import Wanted
from climact_issy.services.demo_life import SEED

assert models.Ledger  # noqa: S101 - importing the package registers the tables

_TABLES: Final = SQLModel.metadata.tables
_ledger: Final = _TABLES["ledger"]
_code_use: Final = _TABLES["code_use"]
_citizen: Final = _TABLES["citizen"]
_OPENS: Final = timedelta(hours=10)
_OPEN_MINUTES: Final = 8 * 60
_PHOTO_DAYS: Final = timedelta(days=14)
_SENT_AFTER: Final = timedelta(minutes=20)
_DECIDED_AFTER: Final = timedelta(hours=15)
_MODERATORS: Final = 2
_EACH: Final = 4
"""Photos of one of the one-tap people."""

_HUNDRED: Final = 100


def seed(session: Session, *, now: datetime) -> int:
    """Let people of the demo be at its meetings and send photos, once.

    Args:
        session: of a demo database with its people and its challenges.
        now: this instant; everything happened before it.

    Returns:
        How many people were counted at a meeting, 0 when it was all there already.
    """
    if (
        session.connection()
        .execute(select(func.count()).select_from(_code_use))
        .scalar()
    ):
        return 0
    dice = random.Random(SEED + 4)  # noqa: S311 - a demo needs to be repeatable
    people = [citizens.as_actor(row) for row in _people(session)]
    joined = {row.member_ref: row.created_at for row in _people(session)}
    rules = published.in_force(session, civic_day(now))
    plan = [
        visit
        for meeting in demo_company.meetings()
        for visit in _visits(session, meeting, people, dice, now)
        if visit.at >= joined[visit.who.member_ref]
    ]
    for visit in sorted(plan, key=lambda v: (v.at, v.who.member_ref, v.event)):
        _count(session, visit, rules)
    _photos(session, people, dice, rules, now)
    return len(plan)


@dataclass(frozen=True, slots=True)
class _Visit:
    """One person at one event; `code` is "" for a paper list."""

    at: datetime
    who: Actor
    event: str
    code: str


def _people(session: Session) -> Sequence[Citizen]:
    return session.exec(
        select_rows(Citizen).where(col(Citizen.is_demo)).order_by(col(Citizen.id))
    ).all()


def _visits(
    session: Session,
    meeting: DemoMeeting,
    people: Sequence[Actor],
    dice: random.Random,
    now: datetime,
) -> Iterator[_Visit]:
    found = attendance.events(session, [meeting.event]).get(meeting.event)
    if found is None:
        return
    opened = day_bounds(found.starts_on)[0]
    wanted = Wanted(meeting.event, 1, uses=code_batches.MAX_USES)
    batch = code_batches.create(
        session, None, wanted, now=opened, choose=dice.randrange
    )
    code = session.exec(select_rows(Code.text).where(Code.batch_id == batch)).one()
    keys = _keys(session)
    days = (civic_day(now) - found.starts_on).days
    counts = (meeting.codes, meeting.lists)
    many, few = (demo_company.scaled(count, len(people)) for count in counts)
    others = [who for who in people if who.member_ref not in keys]
    for number, who in enumerate(dice.sample(others, k=many + few)):
        day = opened + timedelta(days=dice.randrange(days + 1))
        at = day + _OPENS + timedelta(minutes=dice.randrange(_OPEN_MINUTES))
        if at <= now:
            yield _Visit(at, who, meeting.event, code if number < many else "")
    # The day of whoever can be signed in as belongs to the visitor: they came before.
    yesterday = day_bounds(civic_day(now))[0] - timedelta(hours=6)
    for who in people:
        if keys.get(who.member_ref) in meeting.personas and yesterday >= opened:
            yield _Visit(yesterday, who, meeting.event, code)


def _keys(session: Session) -> dict[str, str]:
    rows = session.connection().execute(
        select(_citizen.c.member_ref, _citizen.c.demo_key).where(
            _citizen.c.demo_key.is_not(None)
        )
    )
    return {row.member_ref: row.demo_key for row in rows}


def _count(session: Session, visit: _Visit, rules: Rules) -> None:
    """Count one visit: its code is typed, or its list is held against the people."""
    if visit.code:
        codes.redeem(session, visit.who, visit.code, rules=rules, now=visit.at)
        return
    player, season = seasons.hold_player(session, visit.who, now=visit.at)
    attendance.count(
        session,
        player,
        attendance.event(session, visit.event),
        Proof(Tier.ATTESTED, "paper"),
        Moment(season, civic_day(visit.at), rules, visit.at),
    )


def _photos(
    session: Session,
    people: Sequence[Actor],
    dice: random.Random,
    rules: Rules,
    now: datetime,
) -> None:
    """Send photos of the last two weeks' gestures, and decide most of them."""
    plan = demo_company.evidence()
    keys = _keys(session)
    others = [who for who in people if who.member_ref not in keys]
    moderators = _moderators(session, others)
    refs = {who.member_ref: who for who in people}
    deciding = {who.member_ref for who in moderators}
    rows = [r for r in _gestures(session, now) if r.member_ref not in deciding]
    named = {ref for ref, key in keys.items() if key in plan.personas}
    mine = [r for ref in sorted(named) for r in _last(rows, ref)]
    theirs = [r for r in rows if r.member_ref not in keys]
    count = min(demo_company.scaled(plan.sent, len(people)), len(theirs))
    for row in sorted([*mine, *dice.sample(theirs, k=count)], key=lambda r: r.id):
        at = row.recorded_at + _SENT_AFTER
        piece = evidence.submit(session, refs[row.member_ref], row.id, now=at)
        fate = dice.randrange(_HUNDRED)
        is_mine = row.member_ref in named
        decided_at = min(at + _DECIDED_AFTER, now)
        if fate < plan.waiting and not is_mine:
            continue
        is_accepted = is_mine or fate >= plan.waiting + plan.rejected
        verdict = Verdict(piece, is_accepted, "" if is_accepted else plan.reason)
        first, second = dice.sample(moderators, k=_MODERATORS)
        decided = evidence.decide(session, first, verdict, rules=rules, now=decided_at)
        if decided.needs_second_look and fate % 2:
            evidence.decide(session, second, verdict, rules=rules, now=decided_at)


def _moderators(session: Session, others: Sequence[Actor]) -> list[Actor]:
    """Make moderators of two people whom nobody can be signed in as."""
    found: list[Actor] = []
    for who in others[:_MODERATORS]:
        row = session.get_one(Citizen, who.citizen_id)
        row.role = Role.MODERATOR.value
        session.add(row)
        found.append(citizens.as_actor(row))
    session.flush()
    return found


def _gestures(session: Session, now: datetime) -> list[Any]:
    """Return the gestures of the last two weeks of this season, oldest first."""
    rows = session.connection().execute(
        select(_ledger.c.id, _ledger.c.member_ref, _ledger.c.recorded_at)
        .where(
            _ledger.c.season_id == seasons.current(session, now=now).season_id,
            _ledger.c.kind == EntryKind.GESTURE.value,
            _ledger.c.recorded_at >= now - _PHOTO_DAYS,
            _ledger.c.recorded_at <= now - _SENT_AFTER,
        )
        .order_by(_ledger.c.id)
    )
    return list(rows)


def _last(rows: Sequence[Any], member_ref: str) -> list[Any]:
    return [row for row in rows if row.member_ref == member_ref][-_EACH:]
