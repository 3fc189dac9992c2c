"""The ledger read again from its first row: it alone decides what the totals are."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from sqlalchemy import Row, delete, func, insert, select, text
from sqlmodel import Session, SQLModel

from climact_issy import models
from climact_issy.domain.civic import civic_day, week_of
from climact_issy.domain.ledger import EntryKind, gestures_of
from climact_issy.domain.tiers import Tier
from climact_issy.services.totals import (
    ALWAYS,
    INDIVIDUAL,
    NEIGHBOURHOOD,
    TEAM,
    added_columns,
    tier_columns,
)

assert models.Ledger  # noqa: S101 - importing the package registers the tables

_TABLES: Final = SQLModel.metadata.tables
_ledger: Final = _TABLES["ledger"]
_board_place: Final = _TABLES["board_place"]
_TIERS: Final = len(tier_columns(Tier.DECLARED, 0))
ROWS_AT_ONCE: Final = 5000

TOTALS: Final = (
    "member_day",
    "member_total",
    "member_team",
    "board_place",
    "group_total",
    "group_points",
    "day_total",
    "season_total",
)
"""The tables that can be dropped and made again from the ledger."""

EMPTIED: Final = "group_points"
"""Its rows that nobody is left in say nothing, and are not compared."""

Key = tuple[Any, ...]
Counts = dict[Key, list[int]]


def _counts(length: int) -> Counts:
    return defaultdict(lambda: [0] * length)


@dataclass(slots=True)
class Totals:
    """Every running total, by primary key; the values in the order of the columns.

    Attributes:
        on_board: (season, member) of those who chose the private ranking.
        member_day: (member, day, neighbourhood) -> gestures, points, proven points.
        member_total: (season, member, neighbourhood) -> gestures, points, grams,
            gestures with grams, points of each tier.
        member_team: (season, member, team) -> gestures, points.
        board_place: (season, member) -> points.
        entry_weeks: keys of both -> Monday of the week in which they became active.
        group_total: (season, kind, group, entry week) -> people, points, squares,
            points of each tier.
        group_points: (season, kind, group, entry week, points) -> people.
        day_total: (season, day, kind, group) -> people, gestures, points, grams.
        season_total: (season,) -> gestures, points, grams, version, points of each
            tier.
    """

    on_board: frozenset[Key] = frozenset()
    member_day: Counts = field(default_factory=lambda: _counts(3))
    member_total: Counts = field(default_factory=lambda: _counts(4 + _TIERS))
    member_team: Counts = field(default_factory=lambda: _counts(2))
    board_place: Counts = field(default_factory=lambda: _counts(1))
    entry_weeks: dict[Key, date] = field(default_factory=dict[Key, date])
    group_total: Counts = field(default_factory=lambda: _counts(3 + _TIERS))
    group_points: Counts = field(default_factory=lambda: _counts(1))
    day_total: Counts = field(default_factory=lambda: _counts(4))
    season_total: Counts = field(default_factory=lambda: _counts(4 + _TIERS))

    def add(self, row: Row[Any]) -> None:
        """Count one ledger row, in the order of the ledger."""
        gestures = gestures_of(EntryKind(row.kind))
        tiers = tier_columns(Tier(row.tier), row.amount)
        grams = row.saving_gco2e or 0
        self._add_day(row, gestures, grams)
        member = (row.season_id, row.member_ref, row.neighbourhood)
        has_grams = gestures * (row.saving_gco2e is not None)
        change = (gestures, row.amount, grams, has_grams, *tiers)
        self._add_share(NEIGHBOURHOOD, self.member_total, member, row, change)
        if row.team:
            team = (row.season_id, row.member_ref, row.team)
            self._add_share(TEAM, self.member_team, team, row, change[:2])
        self._add_place(member[:2], row.amount)
        everybody = self.season_total[row.season_id,]
        _add(everybody, gestures, row.amount, grams, 1, *tiers)

    def rows(self, table: str) -> list[dict[str, Any]]:
        """Return the rows of one table, by column name, in the order of their keys."""
        columns = _TABLES[table].c
        keys = [c.name for c in columns if c.primary_key]
        counts: Counts = getattr(self, table)
        found: list[dict[str, Any]] = []
        for key in sorted(counts):
            if table == EMPTIED and not any(counts[key]):
                continue
            row = dict(zip(keys, key, strict=True))
            row |= dict(zip(added_columns(table), counts[key], strict=True))
            if "entry_week" in columns and "entry_week" not in keys:
                row["entry_week"] = self.entry_weeks[key]
            found.append(row)
        return found

    def _add_day(self, row: Row[Any], gestures: int, grams: int) -> None:
        day = self.member_day[row.member_ref, row.civic_day, row.neighbourhood]
        was_today = day[0] > 0
        proven = 0 if row.tier == Tier.DECLARED else row.amount
        _add(day, gestures, row.amount, proven)
        group = (row.season_id, row.civic_day, NEIGHBOURHOOD, row.neighbourhood)
        people = (day[0] > 0) - was_today
        _add(self.day_total[group], people, gestures, row.amount, grams)

    def _add_share(
        self,
        kind: str,
        shares: Counts,
        key: Key,
        row: Row[Any],
        change: tuple[int, ...],
    ) -> None:
        share = shares[key]
        self._move(kind, key, share, -1)
        if share[0] == 0:
            # When it was written: a paper list may be about a day of weeks ago.
            self.entry_weeks[key] = week_of(civic_day(row.recorded_at))
        _add(share, *change)
        self._move(kind, key, share, 1)
        group = (key[0], kind, key[2], self.entry_weeks[key])
        tiers = tier_columns(Tier(row.tier), row.amount)
        _add(self.group_total[group], 0, 0, 0, *tiers)

    def _move(self, kind: str, key: Key, share: list[int], sign: int) -> None:
        gestures, points = share[:2]
        if gestures == 0:
            return
        season_id, _, group_id = key
        group = (season_id, kind, group_id, self.entry_weeks[key])
        _add(self.group_total[group], sign, sign * points, sign * points**2)
        _add(self.group_points[*group, points], sign)

    def _add_place(self, key: Key, points: int) -> None:
        if key not in self.on_board:
            return
        _add(self.board_place[key], points)

    def finish(self) -> None:
        """Count the private ranking, once every row was added."""
        for (season_id, _), (points,) in self.board_place.items():
            _add(self.group_points[season_id, INDIVIDUAL, "", ALWAYS, points], 1)


def replay(session: Session) -> Totals:
    """Return the totals that the ledger makes, computed from its first row.

    Who is in the private ranking of a season is a choice, not a sum: it is kept.
    """
    connection = session.connection()
    places = connection.execute(
        select(_board_place.c.season_id, _board_place.c.member_ref)
    )
    found = Totals(on_board=frozenset(tuple(row) for row in places))
    rows = connection.execute(
        select(_ledger).order_by(_ledger.c.id),
        execution_options={"yield_per": ROWS_AT_ONCE},
    )
    for row in rows:
        found.add(row)
    found.finish()
    return found


def size(session: Session) -> int:
    """Return how many rows the ledger holds."""
    count = select(func.count()).select_from(_ledger)
    return int(session.connection().execute(count).scalar_one())


def kept(session: Session, table: str) -> list[dict[str, Any]]:
    """Return the kept rows of one table of totals, in the order of their keys."""
    columns = _TABLES[table]
    rows = session.connection().execute(select(columns))
    keys = [column.name for column in columns.primary_key]
    return sorted(
        (dict(row) for row in rows.mappings() if table != EMPTIED or row["people"]),
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
    """Drop every total and write what the ledger makes.

    On PostgreSQL nobody plays meanwhile: whoever moves a total holds their own row of
    citizen first, and this waits for all of them and keeps the next ones waiting.
    """
    connection = session.connection()
    if connection.dialect.name == "postgresql":
        connection.execute(text("LOCK TABLE citizen IN EXCLUSIVE MODE"))
    replayed = replay(session)
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
