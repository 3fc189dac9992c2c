"""The first challenges of a new site, and the past of those of a demonstration."""

from dataclasses import asdict
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, bindparam, func, insert, select
from sqlmodel import Session, SQLModel

from climact_issy import models
from climact_issy.content import challenges as content
from climact_issy.domain.challenge_moves import Move
from climact_issy.domain.challenges import COUNTING, JOINED, Draft
from climact_issy.domain.civic import civic_day, day_bounds
from climact_issy.domain.ledger import EntryKind
from climact_issy.services import (
    challenge_counting,
    challenge_desk,
    challenge_totals,
    deployment,
)
from climact_issy.services.challenge_members import Member

assert models.Challenge  # noqa: S101 - importing the package registers the tables

_TABLES: Final = SQLModel.metadata.tables
_challenge: Final = _TABLES["challenge"]
_gesture: Final = _TABLES["challenge_gesture"]
_member: Final = _TABLES["challenge_member"]
_ledger: Final = _TABLES["ledger"]
_undone: Final = _ledger.alias("undone")
_IN_TIME: Final = (
    select(_ledger)
    .select_from(_ledger.outerjoin(_undone, _undone.c.reverses == _ledger.c.id))
    .where(
        _undone.c.id.is_(None),
        _ledger.c.kind == EntryKind.GESTURE.value,
        _ledger.c.subject.in_(bindparam("actions", expanding=True)),
        _ledger.c.civic_day.between(bindparam("first"), bindparam("last")),
    )
    .order_by(_ledger.c.id)
)
_STEPS: Final = (Move.SUBMIT, Move.APPROVE, Move.SCHEDULE)


def open_first(session: Session, kind: deployment.Kind, *, now: datetime) -> int:
    """Give a site its first challenges, once; return how many there are now anew.

    In a demonstration those whose first days are over have counted the gestures of
    these days, as if they had been there: a demo has a past. A real one never does.

    Args:
        session: an open session that may write.
        kind: "demo" or "real".
        now: this instant.
    """
    connection = session.connection()
    if connection.execute(select(func.count()).select_from(_challenge)).scalar_one():
        return 0
    today = civic_day(now)
    drafts = [first.starting(today) for first in content.first(is_demo=kind == "demo")]
    for draft in drafts:
        # A demonstration has a past: its challenges were approved in time.
        at = min(now, day_bounds(draft.starts_on)[0])
        challenge_desk.create(session, None, draft, now=at)
        for step in _STEPS:
            challenge_desk.move(session, None, draft.slug, step, now=at)
        if kind == "demo":
            _live_the_past(connection, draft)
    challenge_totals.rebuild(session)
    # One turn starts what is due, the next closes what is over.
    challenge_desk.turn(session, now=now)
    challenge_desk.turn(session, now=now)
    return len(drafts)


def _live_the_past(connection: Connection, draft: Draft) -> None:
    """Count the gestures of a challenge's days so far for the people of a demo."""
    if draft.kind not in COUNTING - JOINED:
        return
    challenge = connection.execute(
        select(_challenge).where(_challenge.c.slug == draft.slug)
    ).one()
    wanted = {
        "actions": list(draft.actions),
        "first": draft.starts_on,
        "last": draft.ends_on,
    }
    people: dict[str, Member] = {}
    links: list[dict[str, Any]] = []
    for found in connection.execute(_IN_TIME, wanted).mappings():
        row = dict(found)
        ref = row["member_ref"]
        group = challenge_counting.group_of(challenge, row, people.get(ref))
        if group is None:
            continue
        fresh = Member(challenge.id, ref, row["recorded_at"], group)
        people[ref] = people.get(ref, fresh).advanced(1, row["amount"])
        links.append(challenge_counting.link(challenge.id, row))
    if links:
        connection.execute(insert(_gesture), links)
        connection.execute(insert(_member), [asdict(who) for who in people.values()])
