"""One person in one challenge, and the totals that follow: integers, kept at once.

Whoever writes here holds the person's row. The totals come after everything of the
ledger, in the order of the challenges, everybody before the group.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, bindparam, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import SQLModel

from climact_issy import models
from climact_issy.services.prepared import Prepared

assert models.ChallengeMember  # noqa: S101 - importing the package registers the tables

_TABLES: Final = SQLModel.metadata.tables
_member: Final = _TABLES["challenge_member"]
_total: Final = _TABLES["challenge_total"]
EVERYBODY: Final = ""
"""The group of everybody together."""


@dataclass(frozen=True, slots=True)
class Member:
    """One person in one challenge.

    Attributes:
        challenge_id: which.
        member_ref: who.
        joined_at: since when.
        group_id: for which neighbourhood or team, "" when it counts no groups.
        progress: gestures, days or check-ins.
        points: points of the gestures that counted.
        has_joined: whether they said so; else their first gesture did.
        completed_at: when they completed it.
        award_entry_id: ledger row of the completion.
    """

    challenge_id: int
    member_ref: str
    joined_at: datetime
    group_id: str = EVERYBODY
    progress: int = 0
    points: int = 0
    has_joined: bool = False
    completed_at: datetime | None = None
    award_entry_id: int | None = None

    @property
    def is_there(self) -> bool:
        """Whether anything keeps them in the challenge."""
        return self.has_joined or self.progress > 0

    def advanced(self, progress: int, points: int) -> "Member":
        """Return them with some progress and points more (or less)."""
        return replace(
            self, progress=self.progress + progress, points=self.points + points
        )


_READ: Final = Prepared(
    select(_member).where(
        _member.c.challenge_id == bindparam("challenge_id"),
        _member.c.member_ref == bindparam("member_ref"),
    )
)


def read(connection: Connection, challenge_id: int, member_ref: str) -> Member | None:
    """Return a person in a challenge, None when they are not in it."""
    rows = _READ.rows(
        connection, {"challenge_id": challenge_id, "member_ref": member_ref}
    )
    return member_of(rows[0]) if rows else None


def member_of(row: Any) -> Member:  # noqa: ANN401 - a row of challenge_member
    """Return the value of a row."""
    return Member(
        challenge_id=row.challenge_id,
        member_ref=row.member_ref,
        joined_at=row.joined_at,
        group_id=row.group_id,
        progress=row.progress,
        points=row.points,
        has_joined=row.has_joined,
        completed_at=row.completed_at,
        award_entry_id=row.award_entry_id,
    )


def write(connection: Connection, before: Member | None, after: Member) -> None:
    """Write what a person is in a challenge now, and the totals that follow.

    Args:
        connection: of an open transaction that holds the person's row.
        before: what they were, None when they were not in it.
        after: what they are; who has nothing left in it is taken out.
    """
    name = connection.dialect.name
    if after.is_there:
        _WRITE[name].run(
            connection,
            {_bound(column.name): getattr(after, column.name) for column in _member.c},
        )
    elif before is not None:
        key = {"challenge_id": after.challenge_id, "member_ref": after.member_ref}
        _FORGET.run(connection, key)
    for group in dict.fromkeys((EVERYBODY, after.group_id)):
        change = _change(group, before, after)
        is_falling = min(change[_bound(column)] for column in _ADDED) < 0
        (_SUBTRACT if is_falling else _ADD[name]).run(connection, change)


def _change(group: str, before: Member | None, after: Member) -> dict[str, Any]:
    was = (1, before.progress, before.points, before.points**2) if before else (0,) * 4
    there = after.is_there
    now = (int(there), after.progress, after.points, after.points**2)
    columns = ("people", "progress", "points", "points_squares")
    found = {
        name: new - old for name, old, new in zip(columns, was, now, strict=True)
    } | {"challenge_id": after.challenge_id, "group_id": group, "version": 1}
    return {_bound(name): value for name, value in found.items()}


def _bound(column: str) -> str:
    """Name a parameter: a column's own name would be taken for a new value."""
    return f"bound_{column}"


_KEYS: Final = tuple(column.name for column in _member.primary_key)
_ADDED: Final = ("people", "progress", "points", "points_squares", "version")


def _write_member(dialect: Any) -> Prepared:  # noqa: ANN401 - a dialect's own insert
    insert = dialect.insert(_member).values(
        {column.name: bindparam(_bound(column.name)) for column in _member.c}
    )
    changes = {c.name: insert.excluded[c.name] for c in _member.c if not c.primary_key}
    return Prepared(insert.on_conflict_do_update(index_elements=_KEYS, set_=changes))


def _add_to_total(dialect: Any) -> Prepared:  # noqa: ANN401 - a dialect's own insert
    insert = dialect.insert(_total).values(
        {column.name: bindparam(_bound(column.name)) for column in _total.c}
    )
    changes = {name: _total.c[name] + insert.excluded[name] for name in _ADDED}
    keys = [column.name for column in _total.primary_key]
    return Prepared(insert.on_conflict_do_update(index_elements=keys, set_=changes))


_WRITE: Final = {
    "sqlite": _write_member(sqlite),
    "postgresql": _write_member(postgresql),
}
_FORGET: Final = Prepared(
    delete(_member).where(
        _member.c.challenge_id == bindparam("challenge_id"),
        _member.c.member_ref == bindparam("member_ref"),
    )
)
_ADD: Final = {"sqlite": _add_to_total(sqlite), "postgresql": _add_to_total(postgresql)}
_SUBTRACT: Final = Prepared(
    update(_total)
    .where(
        _total.c.challenge_id == bindparam(_bound("challenge_id")),
        _total.c.group_id == bindparam(_bound("group_id")),
    )
    .values({name: _total.c[name] + bindparam(_bound(name)) for name in _ADDED})
)
"""A total that falls has its row: an INSERT of a negative one would be refused."""
