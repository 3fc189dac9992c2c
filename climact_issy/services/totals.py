"""The running totals: what a ledger row changes, in statements built once.

Every change runs in the order of models/totals.py, and the row of a group before its
count of points: two transactions then never wait for each other in a ring.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import (
    Connection,
    Table,
    bindparam,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import SQLModel

from climact_issy import models
from climact_issy.services.prepared import Prepared

assert models.MemberDay  # noqa: S101 - importing the package registers the tables

NEIGHBOURHOOD: Final = "neighbourhood"
"""Group kind of the race; teams will be another."""

_TABLES: Final = SQLModel.metadata.tables


@dataclass(frozen=True, slots=True)
class Change:
    """What one ledger row does to the totals of its person and groups.

    Attributes:
        season_id: the season.
        member_ref: the person.
        neighbourhood: where the gesture counts.
        civic_day: the day it counts for.
        entry_week: Monday of the gesture that made the person active there.
        sign: 1 for a gesture, -1 for its reversal.
        points: points gained or lost, not negative.
        saving_gco2e: grams gained or lost, None where no saving is published.
        points_before: the person's points there, before.
        gestures_before: the person's gestures there, before.
        gestures_before_today: those of this civic day, before.
    """

    season_id: int
    member_ref: str
    neighbourhood: str
    civic_day: date
    entry_week: date
    sign: int
    points: int
    saving_gco2e: int | None
    points_before: int
    gestures_before: int
    gestures_before_today: int

    @property
    def points_after(self) -> int:
        """The person's points there, after."""
        return self.points_before + self.sign * self.points

    @property
    def gestures_after(self) -> int:
        """The person's gestures there, after."""
        return self.gestures_before + self.sign

    def values(self) -> dict[str, Any]:
        """Return what the statements of this module bind."""
        was_active, is_active = self.gestures_before > 0, self.gestures_after > 0
        was_today = self.gestures_before_today > 0
        is_today = self.gestures_before_today + self.sign > 0
        found = {
            "season_id": self.season_id,
            "member_ref": self.member_ref,
            "neighbourhood": self.neighbourhood,
            "civic_day": self.civic_day,
            "group_kind": NEIGHBOURHOOD,
            "group_id": self.neighbourhood,
            "entry_week": self.entry_week,
            "gestures": self.sign,
            "points": self.sign * self.points,
            "points_squares": self.points_after**2 - self.points_before**2,
            "saving_gco2e": self.sign * (self.saving_gco2e or 0),
            "saving_gco2e_count": self.sign * (self.saving_gco2e is not None),
            "people": is_active - was_active,
            "people_today": is_today - was_today,
            "version": 1,
        }
        return {_bound(name): value for name, value in found.items()}


def apply(connection: Connection, change: Change) -> int:
    """Write what one ledger row changes.

    Returns:
        The gestures of the season that stand, this change included.
    """
    values = change.values()
    statements = _AWARD if change.sign > 0 else _REVERSAL
    name = connection.dialect.name
    statements["member_day"][name].run(connection, values)
    statements["member_total"][name].run(connection, values)
    statements["group_total"][name].run(connection, values)
    _move_in_group_points(connection, change, values)
    statements["day_total"][name].run(
        connection, values | {_bound("people"): values[_bound("people_today")]}
    )
    return statements["season_total"][name].rows(connection, values)[0].gestures


def _move_in_group_points(
    connection: Connection, change: Change, values: dict[str, Any]
) -> None:
    was_active, is_active = change.gestures_before > 0, change.gestures_after > 0
    if was_active and is_active and change.points == 0:
        return
    if was_active:
        _LEAVE_POINTS.run(connection, values | {_bound("points"): change.points_before})
    if is_active:
        _REACH_POINTS[connection.dialect.name].run(
            connection,
            values | {_bound("points"): change.points_after, _bound("people"): 1},
        )


def _bound(column: str) -> str:
    """Name a parameter: a column's own name would be taken for a new value."""
    return f"bound_{column}"


def _upsert(table_name: str, *added: str, replaced: str = "") -> dict[str, Prepared]:
    """Return INSERT ... ON CONFLICT that adds to the row that is there."""
    table = _TABLES[table_name]
    keys = [column.name for column in table.primary_key]
    names = [*keys, *added, *([replaced] if replaced else [])]
    found: dict[str, Prepared] = {}
    for dialect in (sqlite, postgresql):
        insert = dialect.insert(table).values({n: bindparam(_bound(n)) for n in names})
        changes = {n: table.c[n] + insert.excluded[n] for n in added}
        if replaced:
            changes[replaced] = insert.excluded[replaced]
        statement = insert.on_conflict_do_update(index_elements=keys, set_=changes)
        found[dialect.__name__.rsplit(".", 1)[-1]] = _returning(statement, table)
    return found


def _subtract(table_name: str, *changed: str) -> dict[str, Prepared]:
    """Return UPDATE ... SET that adds (negative) values to a row that is there."""
    table = _TABLES[table_name]
    statement = (
        update(table)
        .where(
            *(column == bindparam(_bound(column.name)) for column in table.primary_key)
        )
        .values({n: table.c[n] + bindparam(_bound(n)) for n in changed})
    )
    both = _returning(statement, table)
    return {"sqlite": both, "postgresql": both}


def _returning(statement: Any, table: Table) -> Prepared:  # noqa: ANN401 - insert or update of either dialect
    if table.name != "season_total":
        return Prepared(statement)
    return Prepared(statement.returning(table.c.gestures))


_MEMBER_DAY: Final = ("gestures", "points")
_MEMBER_TOTAL: Final = ("gestures", "points", "saving_gco2e", "saving_gco2e_count")
_GROUP_TOTAL: Final = ("people", "points", "points_squares")
_DAY_TOTAL: Final = ("people", "gestures", "points", "saving_gco2e")
_SEASON_TOTAL: Final = ("gestures", "points", "saving_gco2e", "version")

_AWARD: Final = {
    "member_day": _upsert("member_day", *_MEMBER_DAY),
    "member_total": _upsert("member_total", *_MEMBER_TOTAL, replaced="entry_week"),
    "group_total": _upsert("group_total", *_GROUP_TOTAL),
    "day_total": _upsert("day_total", *_DAY_TOTAL),
    "season_total": _upsert("season_total", *_SEASON_TOTAL),
}
_REVERSAL: Final = {
    "member_day": _subtract("member_day", *_MEMBER_DAY),
    "member_total": _subtract("member_total", *_MEMBER_TOTAL),
    "group_total": _subtract("group_total", *_GROUP_TOTAL),
    "day_total": _subtract("day_total", *_DAY_TOTAL),
    "season_total": _subtract("season_total", *_SEASON_TOTAL),
}
_REACH_POINTS: Final = _upsert("group_points", "people")
_group_points: Final = _TABLES["group_points"]
_LEAVE_POINTS: Final = Prepared(
    update(_group_points)
    .where(
        *(
            column == bindparam(_bound(column.name))
            for column in _group_points.primary_key
        )
    )
    .values(people=_group_points.c.people - 1)
)
