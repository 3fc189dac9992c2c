"""The ledger read again from its first row: it alone decides what the totals are."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from sqlalchemy import Row, delete, insert, select
from sqlmodel import Session, SQLModel

from climact_issy import models
from climact_issy.domain.civic import week_of
from climact_issy.services.totals import NEIGHBOURHOOD

assert models.Ledger  # noqa: S101 - importing the package registers the tables

_TABLES: Final = SQLModel.metadata.tables
_ledger: Final = _TABLES["ledger"]
ROWS_AT_ONCE: Final = 5000

TOTALS: Final = (
    "member_day",
    "member_total",
    "group_total",
    "group_points",
    "day_total",
    "season_total",
)
"""The tables that can be dropped and made again from the ledger."""

Key = tuple[Any, ...]
Counts = dict[Key, list[int]]


def _counts(length: int) -> Counts:
    return defaultdict(lambda: [0] * length)


@dataclass(slots=True)
class Totals:
    """Every running total, by primary key; the values in the order of the columns.

    Attributes:
        member_day: (member, day, neighbourhood) -> gestures, points.
        member_total: (season, member, neighbourhood) -> gestures, points, grams,
            gestures with grams.
        entry_weeks: same key -> Monday of the gesture that made them active.
        group_total: (season, kind, group, entry week) -> people, points, squares.
        group_points: (season, kind, group, entry week, points) -> people.
        day_total: (season, day, kind, group) -> people, gestures, points, grams.
        season_total: (season,) -> gestures, points, grams, version.
    """

    member_day: Counts = field(default_factory=lambda: _counts(2))
    member_total: Counts = field(default_factory=lambda: _counts(4))
    entry_weeks: dict[Key, date] = field(default_factory=dict[Key, date])
    group_total: Counts = field(default_factory=lambda: _counts(3))
    group_points: Counts = field(default_factory=lambda: _counts(1))
    day_total: Counts = field(default_factory=lambda: _counts(4))
    season_total: Counts = field(default_factory=lambda: _counts(4))

    def add(self, row: Row[Any]) -> None:
        """Count one ledger row, in the order of the ledger."""
        sign = 1 if row.reverses is None else -1
        grams = row.saving_gco2e or 0
        has_grams = sign * (row.saving_gco2e is not None)
        member = (row.season_id, row.member_ref, row.neighbourhood)
        day = (row.member_ref, row.civic_day, row.neighbourhood)
        self._leave(member)
        was_today = self.member_day[day][0] > 0
        _add(self.member_day[day], sign, row.amount)
        if self.member_total[member][0] == 0:
            self.entry_weeks[member] = week_of(row.civic_day)
        _add(self.member_total[member], sign, row.amount, grams, has_grams)
        self._enter(member)
        people_today = (self.member_day[day][0] > 0) - was_today
        group_day = (row.season_id, row.civic_day, NEIGHBOURHOOD, row.neighbourhood)
        _add(self.day_total[group_day], people_today, sign, row.amount, grams)
        _add(self.season_total[row.season_id,], sign, row.amount, grams, 1)

    def rows(self, table: str) -> list[dict[str, Any]]:
        """Return the rows of one table, by column name, in the order of their keys."""
        columns = _TABLES[table].c
        keys = [c.name for c in columns if c.primary_key]
        values = _VALUES[table]
        counts: Counts = getattr(self, table)
        found: list[dict[str, Any]] = []
        for key in sorted(counts):
            row = dict(zip(keys, key, strict=True))
            row |= dict(zip(values, counts[key], strict=True))
            if table == "member_total":
                row["entry_week"] = self.entry_weeks[key]
            found.append(row)
        return found

    def _leave(self, member: Key) -> None:
        self._move(member, -1)

    def _enter(self, member: Key) -> None:
        self._move(member, 1)

    def _move(self, member: Key, sign: int) -> None:
        gestures, points = self.member_total[member][:2]
        if gestures == 0:
            return
        season_id, _, group_id = member
        group = (season_id, NEIGHBOURHOOD, group_id, self.entry_weeks[member])
        _add(self.group_total[group], sign, sign * points, sign * points**2)
        _add(self.group_points[*group, points], sign)


_VALUES: Final = {
    "member_day": ("gestures", "points"),
    "member_total": ("gestures", "points", "saving_gco2e", "saving_gco2e_count"),
    "group_total": ("people", "points", "points_squares"),
    "group_points": ("people",),
    "day_total": ("people", "gestures", "points", "saving_gco2e"),
    "season_total": ("gestures", "points", "saving_gco2e", "version"),
}


def replay(session: Session) -> Totals:
    """Return the totals that the ledger makes, computed from its first row."""
    found = Totals()
    rows = session.connection().execute(
        select(_ledger).order_by(_ledger.c.id),
        execution_options={"yield_per": ROWS_AT_ONCE},
    )
    for row in rows:
        found.add(row)
    return found


def kept(session: Session, table: str) -> list[dict[str, Any]]:
    """Return the kept rows of one table of totals, in the order of their keys."""
    columns = _TABLES[table]
    rows = session.connection().execute(select(columns))
    keys = [column.name for column in columns.primary_key]
    return sorted(
        (dict(row) for row in rows.mappings()),
        key=lambda row: tuple(row[name] for name in keys),
    )


def differences(session: Session) -> list[str]:
    """Say, one line each, where the kept totals differ from the replayed ledger."""
    replayed = replay(session)
    found: list[str] = []
    for table in TOTALS:
        ours, theirs = kept(session, table), replayed.rows(table)
        found += [f"{table}: kept {row}" for row in _missing(ours, theirs)]
        found += [f"{table}: replayed {row}" for row in _missing(theirs, ours)]
    return found


def rebuild(session: Session) -> None:
    """Drop every total and write what the ledger makes."""
    replayed = replay(session)
    connection = session.connection()
    for table in TOTALS:
        connection.execute(delete(_TABLES[table]))
        rows = replayed.rows(table)
        if rows:
            connection.execute(insert(_TABLES[table]), rows)


def _missing(
    ours: Iterable[dict[str, Any]], theirs: Iterable[dict[str, Any]]
) -> list[dict[str, Any]]:
    others = {tuple(sorted(row.items())) for row in theirs}
    return [row for row in ours if tuple(sorted(row.items())) not in others]


def _add(counts: list[int], *changes: int) -> None:
    for index, change in enumerate(changes):
        counts[index] += change
