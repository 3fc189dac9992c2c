"""The totals of challenges read again from what counted: they can be dropped."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, Final

from sqlalchemy import Connection, delete, exists, func, insert, select
from sqlmodel import Session, SQLModel

from climact_issy import models
from climact_issy.domain.challenges import COUNTING, JOINED, Kind
from climact_issy.services import challenge_members
from climact_issy.services.challenge_members import EVERYBODY, Member

assert models.ChallengeTotal  # noqa: S101 - importing the package registers the tables

_TABLES: Final = SQLModel.metadata.tables
_challenge: Final = _TABLES["challenge"]
_gesture: Final = _TABLES["challenge_gesture"]
_check_in: Final = _TABLES["challenge_check_in"]
_member: Final = _TABLES["challenge_member"]
_total: Final = _TABLES["challenge_total"]
_ledger: Final = _TABLES["ledger"]
_undone: Final = _ledger.alias("undone")

_COUNTED: Final = (
    select(
        _gesture.c.challenge_id,
        _gesture.c.member_ref,
        func.count().label("gestures"),
        func.count(_gesture.c.civic_day.distinct()).label("days"),
        func.sum(_ledger.c.amount).label("points"),
    )
    .select_from(_gesture.join(_ledger, _ledger.c.id == _gesture.c.entry_id))
    .where(_ledger.c.member_ref == _gesture.c.member_ref)
    .group_by(_gesture.c.challenge_id, _gesture.c.member_ref)
)
_CHECKED: Final = select(
    _check_in.c.challenge_id, _check_in.c.member_ref, func.count().label("days")
).group_by(_check_in.c.challenge_id, _check_in.c.member_ref)
_NOT_STANDING: Final = select(_gesture.c.challenge_id, _gesture.c.entry_id).where(
    exists().where(_undone.c.reverses == _gesture.c.entry_id)
)

_Key = tuple[int, str]


def differences(session: Session) -> list[str]:
    """Say, one line each, where the kept challenges differ from what counted."""
    connection = session.connection()
    kept = {_key(member): member for member in _members(connection)}
    found = [
        f"challenge {row.challenge_id} still counts entry {row.entry_id}, undone"
        for row in connection.execute(_NOT_STANDING)
    ]
    counted = _counted(connection)
    for key in sorted(counted.keys() | kept.keys()):
        ours = (kept[key].progress, kept[key].points) if key in kept else (0, 0)
        if ours != counted.get(key, (0, 0)):
            theirs = counted.get(key)
            found.append(f"challenge_member {key}: kept {ours}, counted {theirs}")
    found += _false_awards(connection)
    ours_kept = {
        (row.challenge_id, row.group_id): _numbers(row)
        for row in connection.execute(select(_total))
    }
    summed = _totals(kept.values())
    return found + [
        f"challenge_total {key}: kept {ours_kept.get(key)}, counted {summed.get(key)}"
        for key in sorted(ours_kept.keys() | summed.keys())
        if ours_kept.get(key, _ZERO) != summed.get(key, _ZERO)
    ]


def rebuild(session: Session) -> None:
    """Write again what each person did in each challenge, and every total."""
    connection = session.connection()
    kept = {_key(member): member for member in _members(connection)}
    counted = _counted(connection)
    for key, member in kept.items():
        progress, points = counted.get(key, (0, 0))
        found = replace(member, progress=progress, points=points)
        if found != member:
            challenge_members.write(connection, member, found)
    versions = {
        (row.challenge_id, row.group_id): row.version
        for row in connection.execute(select(_total))
    }
    connection.execute(delete(_total))
    totals = _totals(_members(connection))
    rows = [
        dict(zip(_COLUMNS, numbers, strict=True))
        | {
            "challenge_id": key[0],
            "group_id": key[1],
            "version": versions.get(key, 0) + 1,
        }
        for key, numbers in sorted(totals.items())
    ]
    if rows:
        connection.execute(insert(_total), rows)


_COLUMNS: Final = ("people", "progress", "points", "points_squares")
_ZERO: Final = (0, 0, 0, 0)


def _numbers(row: Any) -> tuple[int, ...]:  # noqa: ANN401 - a row of challenge_total
    return tuple(getattr(row, name) for name in _COLUMNS)


def _key(member: Member) -> _Key:
    return member.challenge_id, member.member_ref


def _members(connection: Connection) -> Iterator[Member]:
    rows = connection.execute(select(_member)).all()
    return (challenge_members.member_of(row) for row in rows)


def _counted(connection: Connection) -> dict[_Key, tuple[int, int]]:
    """Return (progress, points) of each person, from gestures and check-ins alone."""
    kinds = {
        row.id: Kind(row.kind)
        for row in connection.execute(select(_challenge.c.id, _challenge.c.kind))
    }
    found: dict[_Key, tuple[int, int]] = {}
    for row in connection.execute(_COUNTED):
        kind = kinds[row.challenge_id]
        if kind in COUNTING:
            progress = row.days if kind is Kind.HABIT else row.gestures
            found[row.challenge_id, row.member_ref] = (progress, int(row.points))
    for row in connection.execute(_CHECKED):
        if kinds[row.challenge_id] is Kind.PLEDGE:
            found[row.challenge_id, row.member_ref] = (row.days, 0)
    return found


def _false_awards(connection: Connection) -> list[str]:
    """Say where an award and its completion do not go together."""
    rows = connection.execute(
        select(
            _member.c.challenge_id,
            _member.c.member_ref,
            _member.c.progress,
            _member.c.award_entry_id,
            _challenge.c.target,
            _challenge.c.kind,
            exists()
            .where(_undone.c.reverses == _member.c.award_entry_id)
            .label("is_undone"),
        ).select_from(
            _member.join(_challenge, _challenge.c.id == _member.c.challenge_id)
        )
    )
    return [
        f"challenge_member {row.challenge_id, row.member_ref}: award"
        f" {row.award_entry_id} at {row.progress} of {row.target}"
        for row in rows
        if row.kind in JOINED
        and (row.is_undone or _is_false(row.award_entry_id, row.progress, row.target))
    ]


def _is_false(award: int | None, progress: int, target: int) -> bool:
    return (award is None) is (progress >= target)


def _totals(members: Iterable[Member]) -> dict[tuple[int, str], tuple[int, ...]]:
    found: dict[tuple[int, str], list[int]] = defaultdict(lambda: [0] * len(_COLUMNS))
    for member in members:
        numbers = (1, member.progress, member.points, member.points**2)
        for group in dict.fromkeys((EVERYBODY, member.group_id)):
            kept = found[member.challenge_id, group]
            for at, number in enumerate(numbers):
                kept[at] += number
    return {key: tuple(numbers) for key, numbers in found.items()}
