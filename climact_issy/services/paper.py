"""Paper lists: each line attests that somebody was at an event.

People are found by the keyed hash of their e-mail address; the address itself is
written nowhere, neither in the database nor in the answer.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from sqlalchemy import text
from sqlmodel import Session, col, select

from climact_issy.domain.civic import civic_day
from climact_issy.domain.errors import BadInput, NotFound
from climact_issy.domain.events import OPEN_TO_PAPER, Event
from climact_issy.domain.paper import (
    PaperReport,
    PaperRow,
    RowFault,
    parse,
    read_day,
)
from climact_issy.domain.people import Actor
from climact_issy.domain.points import Rules
from climact_issy.domain.seasons import Season
from climact_issy.domain.tiers import Tier
from climact_issy.models import Citizen, CitizenIdentity, CodeUse
from climact_issy.services import (
    attendance,
    audit,
    citizens,
    code_batches,
    gesture_rows,
    seasons,
    sign_in,
)
from climact_issy.services.attendance import Moment, Proof

_PROOF: Final = Proof(Tier.ATTESTED, "paper")
_IN_ONE_QUERY: Final = 500


@dataclass(frozen=True, slots=True)
class _Attested:
    """One line that counts: who, where, when."""

    line: int
    actor: Actor
    event: Event
    day: date


@dataclass(frozen=True, slots=True)
class _Known:
    """What the lines of a file name, as far as it exists.

    Attributes:
        people: by the keyed hash of their address.
        events: by slug.
        used: (challenge, member) that were counted before.
        held: slugs of the events that the actor may attest.
        season: of today.
        today: this civic day.
    """

    people: dict[str, Actor]
    events: dict[str, Event]
    used: set[tuple[int, str]]
    held: set[str]
    season: Season
    today: date


def check(
    session: Session, actor: Actor | None, content: bytes, *, now: datetime
) -> PaperReport:
    """Say what a list would do, and write nothing.

    Args:
        session: an open session.
        actor: who brings the list; None for whoever runs the command line.
        content: the file.
        now: this instant.

    Raises:
        BadInput: the file cannot be read (codes of domain/paper.py).
        NotFound: no season has opened yet (code no_season).
    """
    rows = parse(content)
    plan, faults = _plan(session, actor, rows, now)
    return PaperReport(len(rows), len(plan), 0, faults, is_applied=False)


def apply(
    session: Session,
    actor: Actor | None,
    content: bytes,
    *,
    is_partial: bool = False,
    rules: Rules,
    now: datetime,
) -> PaperReport:
    """Count everybody of a list; the same list a second time changes nothing.

    All or nothing: a list with a fault that somebody must mend is not applied,
    unless `is_partial`. A person who was counted before is no such fault.

    Args:
        session: an open session that may write; the caller commits.
        actor: who brings the list; None for whoever runs the command line.
        content: the file.
        is_partial: count the good lines of a list with faults.
        rules: the published rule.
        now: this instant.

    Raises:
        BadInput: the file cannot be read (codes of domain/paper.py).
        NotFound: no season has opened yet (code no_season).
    """
    rows = parse(content)
    season = seasons.ensure(session, now=now)
    plan, faults = _plan(session, actor, rows, now)
    report = PaperReport(len(rows), len(plan), 0, faults, is_applied=False)
    if not plan or (report.blocking and not is_partial):
        return report
    _hold_everybody(session, [each.actor for each in plan])
    counted = points = 0
    for each in plan:
        player = gesture_rows.hold_player(
            session.connection(), each.actor, civic_day(now)
        )
        known = attendance.counted_before(
            session.connection(), player.member_ref, each.event
        )
        if known is None:
            moment = Moment(season, each.day, rules, now)
            found = attendance.count(session, player, each.event, _PROOF, moment)
            counted, points = counted + 1, points + found.points
    _record(session, actor, plan, now)
    return PaperReport(len(rows), counted, points, faults, is_applied=True)


def _hold_everybody(session: Session, actors: Iterable[Actor]) -> None:
    """Lock every person of a list, then the first of the totals, until the commit.

    Several people in one transaction would otherwise take the rows of their groups
    against the order in which a tap takes them. With nobody else in the totals the
    order cannot matter; taps wait for the length of one list.
    """
    ids = sorted({actor.citizen_id for actor in actors})
    for start in range(0, len(ids), _IN_ONE_QUERY):
        session.exec(
            select(Citizen.id)
            .where(col(Citizen.id).in_(ids[start : start + _IN_ONE_QUERY]))
            .order_by(col(Citizen.id))
            .with_for_update(key_share=True)
        ).all()
    connection = session.connection()
    if connection.dialect.name == "postgresql":
        connection.execute(text("LOCK TABLE member_day IN SHARE ROW EXCLUSIVE MODE"))


def _plan(
    session: Session, actor: Actor | None, rows: list[PaperRow], now: datetime
) -> tuple[list[_Attested], tuple[RowFault, ...]]:
    known = _known(session, actor, rows, now)
    plan: list[_Attested] = []
    faults: list[RowFault] = []
    seen: dict[tuple[int, str], int] = {}
    for row in rows:
        found = _read(row, known)
        if isinstance(found, _Attested):
            key = (found.event.challenge_id, found.actor.member_ref)
            first = seen.setdefault(key, row.line)
            if first != row.line:
                found = RowFault(row.line, "duplicate", row.event, first_line=first)
            elif key in known.used:
                found = RowFault(row.line, "already_counted", row.event)
        if isinstance(found, RowFault):
            faults.append(found)
        else:
            plan.append(found)
    return plan, tuple(faults)


def _read(row: PaperRow, known: _Known) -> _Attested | RowFault:
    """Return what one line attests, or the first thing that is wrong with it."""
    try:
        person = known.people.get(_subject(row.email))
    except BadInput:
        return RowFault(row.line, "email_invalid")
    if person is None:
        return RowFault(row.line, "email_unknown")
    event = known.events.get(row.event)
    if event is None:
        return RowFault(row.line, "event_unknown", row.event)
    if event.slug not in known.held:
        return RowFault(row.line, "not_yours", row.event)
    if event.state not in OPEN_TO_PAPER:
        return RowFault(row.line, "event_closed", row.event)
    return _read_day(row, person, event, known)


def _read_day(
    row: PaperRow, person: Actor, event: Event, known: _Known
) -> _Attested | RowFault:
    day = read_day(row.day)
    if day is None:
        return RowFault(row.line, "day_unreadable", row.event)
    if not event.covers(day):
        return RowFault(row.line, "day_outside", row.event, day)
    if day > known.today:
        return RowFault(row.line, "day_future", row.event, day)
    if not known.season.covers(day):
        # The totals of a season that is over are published: nothing joins them.
        return RowFault(row.line, "day_season", row.event, day)
    return _Attested(row.line, person, event, day)


def _known(
    session: Session, actor: Actor | None, rows: list[PaperRow], now: datetime
) -> _Known:
    events = attendance.events(session, (row.event for row in rows))
    used = session.exec(
        select(CodeUse.challenge_id, CodeUse.member_ref).where(
            col(CodeUse.challenge_id).in_(
                [event.challenge_id for event in events.values()]
            )
        )
    )
    return _Known(
        people=_people(session, rows),
        events=events,
        used=set(used),
        held={
            slug
            for slug, event in events.items()
            if code_batches.is_holder(session, actor, event)
        },
        season=seasons.current(session, now=now),
        today=civic_day(now),
    )


def _people(session: Session, rows: list[PaperRow]) -> dict[str, Actor]:
    subjects: set[str] = set()
    for row in rows:
        try:
            subjects.add(_subject(row.email))
        except BadInput:
            continue
    found: dict[str, Actor] = {}
    wanted = sorted(subjects)
    for start in range(0, len(wanted), _IN_ONE_QUERY):
        pairs = session.exec(
            select(CitizenIdentity.subject, Citizen)
            .join(Citizen, col(Citizen.id) == col(CitizenIdentity.citizen_id))
            .where(
                CitizenIdentity.kind == sign_in.KIND,
                col(CitizenIdentity.subject).in_(wanted[start : start + _IN_ONE_QUERY]),
            )
        )
        found |= {subject: citizens.as_actor(citizen) for subject, citizen in pairs}
    return found


def _subject(email: str) -> str:
    return sign_in.keyed_hash(sign_in.KIND, sign_in.normalise(email))


def _record(
    session: Session, actor: Actor | None, plan: list[_Attested], now: datetime
) -> None:
    for slug in sorted({each.event.slug for each in plan}):
        people = sum(each.event.slug == slug for each in plan)
        audit.record(
            session,
            actor,
            "paper_imported",
            subject=slug,
            details={"people": people},
            now=now,
        )


def event_to_attest(session: Session, actor: Actor | None, slug: str) -> Event:
    """Return an event whose blank list somebody may print.

    Raises:
        NotFound: no such event, or not theirs.
    """
    event = attendance.event(session, slug)
    if not code_batches.is_holder(session, actor, event):
        raise NotFound
    return event
