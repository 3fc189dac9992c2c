"""What a gesture does for the challenges that count it, in its own transaction.

One indexed read finds them, and finds nothing most of the time. Awards are posted
before any total of a challenge is written: totals of the ledger always come first.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, and_, bindparam, delete, func, insert, or_, select
from sqlmodel import SQLModel

from climact_issy import models
from climact_issy.content import neighbourhoods
from climact_issy.domain.challenge_moves import State
from climact_issy.domain.challenge_sights import ChallengeStep
from climact_issy.domain.challenges import COUNTING, Kind, Scope
from climact_issy.domain.points import Rules
from climact_issy.services import challenge_awards, challenge_members, posting
from climact_issy.services.challenge_awards import Awarded, Won
from climact_issy.services.challenge_members import EVERYBODY, Member
from climact_issy.services.gesture_rows import Player
from climact_issy.services.prepared import Prepared

assert models.ChallengeGesture  # noqa: S101 - importing the package registers the tables

_TABLES: Final = SQLModel.metadata.tables
_challenge: Final = _TABLES["challenge"]
_action: Final = _TABLES["challenge_action"]
_gesture: Final = _TABLES["challenge_gesture"]


@dataclass(frozen=True, slots=True)
class Counted:
    """What a gesture moved beside its own ledger row.

    Attributes:
        points: of challenges completed (or no longer), negative when taken back.
        done: gestures of the season that stand, None when no award moved them.
        steps: what it did for each challenge.
    """

    points: int = 0
    done: int | None = None
    steps: tuple[ChallengeStep, ...] = ()


NOTHING: Final = Counted()

_FACTS: Final = (
    _challenge.c.id,
    _challenge.c.slug,
    _challenge.c.kind,
    _challenge.c.scope,
    _challenge.c.target,
    _challenge.c.effort,
    _challenge.c.owner_team,
    _challenge.c.title_fr,
    _challenge.c.title_en,
)
_COUNTING: Final = Prepared(
    select(*_FACTS)
    .select_from(_action.join(_challenge, _challenge.c.id == _action.c.challenge_id))
    .where(
        _action.c.action == bindparam("action"),
        _challenge.c.state == State.RUNNING.value,
        _challenge.c.starts_on <= bindparam("day"),
        _challenge.c.ends_on >= bindparam("day"),
        or_(*(_challenge.c.kind == kind.value for kind in sorted(COUNTING))),
    )
    .order_by(_challenge.c.id)
)
_BY_ID: Final = Prepared(select(*_FACTS).where(_challenge.c.id == bindparam("id")))
_NOTE: Final = Prepared(
    insert(_gesture), columns=[column.name for column in _gesture.columns]
)
_FORGET: Final = Prepared(
    delete(_gesture)
    .where(_gesture.c.entry_id == bindparam("entry_id"))
    .returning(_gesture.c.challenge_id)
)
_THAT_DAY: Final = Prepared(
    select(func.count().label("gestures"))
    .select_from(_gesture)
    .where(
        and_(
            _gesture.c.challenge_id == bindparam("challenge_id"),
            _gesture.c.member_ref == bindparam("member_ref"),
            _gesture.c.civic_day == bindparam("civic_day"),
        )
    )
)


@dataclass(frozen=True, slots=True)
class _Hit:
    """One challenge that a gesture moves."""

    challenge: Any
    before: Member | None
    after: Member


def count(
    connection: Connection,
    row: dict[str, Any],
    player: Player,
    *,
    rules: Rules,
    now: datetime,
) -> Counted:
    """Count a gesture that was just posted for every running challenge it helps.

    Args:
        connection: of the open transaction of the gesture.
        row: its ledger row, by column name, its id included.
        player: who, their row held.
        rules: the published rule.
        now: this instant.
    """
    found = _COUNTING.rows(
        connection, {"action": row["subject"], "day": row["civic_day"]}
    )
    if not found:
        return NOTHING
    hits: list[_Hit] = []
    for challenge in found:
        before = challenge_members.read(connection, challenge.id, row["member_ref"])
        group = group_of(challenge, row, before)
        if group is None:
            continue
        start = before or Member(challenge.id, row["member_ref"], now)
        start = start if start.progress else replace(start, group_id=group)
        gained = 1
        if challenge.kind == Kind.HABIT and _gestures_that_day(connection, start, row):
            gained = 0
        _NOTE.run(connection, link(challenge.id, row))
        hits.append(_Hit(challenge, before, start.advanced(gained, row["amount"])))
    return _settle(connection, hits, row, player, rules=rules, now=now)


def uncount(
    connection: Connection, row: dict[str, Any], player: Player, *, now: datetime
) -> Counted:
    """Take a gesture that was just undone out of every challenge that counted it.

    A challenge that was closed since forgets it too: it holds what stands.

    Args:
        connection: of the open transaction of the undo.
        row: the ledger row of the gesture, by column name, its id included.
        player: who, their row held.
        now: this instant.
    """
    forgotten = _FORGET.rows(connection, {"entry_id": row["id"]})
    hits: list[_Hit] = []
    for challenge_id in sorted(link.challenge_id for link in forgotten):
        challenge = _BY_ID.rows(connection, {"id": challenge_id})[0]
        before = challenge_members.read(connection, challenge_id, row["member_ref"])
        if before is None:
            continue
        lost = 1
        if challenge.kind == Kind.HABIT and _gestures_that_day(connection, before, row):
            lost = 0
        hits.append(_Hit(challenge, before, before.advanced(-lost, -row["amount"])))
    return _settle(connection, hits, row, player, rules=None, now=now)


def _settle(
    connection: Connection,
    hits: Sequence[_Hit],
    row: dict[str, Any],
    player: Player,
    *,
    rules: Rules | None,
    now: datetime,
) -> Counted:
    """Post what was won or lost, then write the members and totals."""
    points = 0
    done: int | None = None
    steps: list[ChallengeStep] = []
    written: list[tuple[Member | None, Member]] = []
    for hit in hits:
        after, awarded = _awarded(connection, hit, row, player, rules=rules, now=now)
        if awarded is not None:
            points += awarded.points
            done = awarded.done
        written.append((hit.before, after))
        steps.append(_step(hit.challenge, after, awarded))
    for before, after in written:
        challenge_members.write(connection, before, after)
    return Counted(points, done, tuple(steps))


def _awarded(
    connection: Connection,
    hit: _Hit,
    row: dict[str, Any],
    player: Player,
    *,
    rules: Rules | None,
    now: datetime,
) -> tuple[Member, Awarded | None]:
    """Give the award of a habit that is complete, take back that of one that is not."""
    challenge, after = hit.challenge, hit.after
    is_due = challenge.kind == Kind.HABIT and after.progress >= challenge.target
    if is_due and after.award_entry_id is None and rules is not None:
        won = Won(
            challenge.id,
            challenge.slug,
            challenge.effort,
            posting.spot_of(row),
            rules,
            now,
            is_on_board=player.is_on_board,
            is_pause=player.season is not None and player.season.is_pause,
        )
        given = challenge_awards.give(connection, won)
        return replace(after, award_entry_id=given.entry_id, completed_at=now), given
    if not is_due and after.award_entry_id is not None:
        taken = challenge_awards.take_back(
            connection, after.award_entry_id, now=now, is_on_board=player.is_on_board
        )
        return replace(after, award_entry_id=None, completed_at=None), taken
    return after, None


def _step(challenge: Any, after: Member, awarded: Awarded | None) -> ChallengeStep:  # noqa: ANN401 - a row of challenge
    return ChallengeStep(
        title=(challenge.title_fr, challenge.title_en),
        kind=Kind(challenge.kind),
        progress=after.progress,
        target=challenge.target,
        points=awarded.points if awarded else 0,
        is_completed=awarded is not None and after.award_entry_id is not None,
    )


def group_of(challenge: Any, row: dict[str, Any], member: Member | None) -> str | None:  # noqa: ANN401 - a row of challenge
    """Return the group a gesture counts for, None when it does not count.

    Who has started for a group stays with it to the end of the race.
    """
    if challenge.kind == Kind.HABIT and (member is None or not member.has_joined):
        return None
    if challenge.kind != Kind.RACE:
        is_theirs = challenge.scope != Scope.TEAM or row["team"] == challenge.owner_team
        return EVERYBODY if is_theirs else None
    if member is not None and member.progress > 0:
        return member.group_id
    if challenge.scope == Scope.TEAM:
        return row["team"] or None
    places = {place.slug for place in neighbourhoods.neighbourhoods()}
    return row["neighbourhood"] if row["neighbourhood"] in places else None


def _gestures_that_day(
    connection: Connection, member: Member, row: dict[str, Any]
) -> int:
    return _THAT_DAY.rows(connection, link(member.challenge_id, row))[0].gestures


def link(challenge_id: int, row: dict[str, Any]) -> dict[str, Any]:
    """Return the row that says that a challenge counted a gesture."""
    return {
        "challenge_id": challenge_id,
        "member_ref": row["member_ref"],
        "civic_day": row["civic_day"],
        "entry_id": row["id"],
    }
