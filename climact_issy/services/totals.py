"""The running totals: what a ledger row changes, in statements built once.

Every change runs in the order of models/totals.py, and the row of a group before its
count of points: two transactions then never wait for each other in a ring.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, Table, bindparam, delete, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import SQLModel

from climact_issy import models
from climact_issy.domain.tiers import Tier
from climact_issy.services.prepared import Prepared
from climact_issy.services.sums import Share, Spot, Sums

assert models.MemberDay  # noqa: S101 - importing the package registers the tables

NEIGHBOURHOOD: Final = "neighbourhood"
"""Group kind of the race between neighbourhoods."""

TEAM: Final = "team"
"""Group kind of the race between teams."""

INDIVIDUAL: Final = "individual"
"""Group kind of those who chose to be in the private ranking, all in group ""."""

ALWAYS: Final = date(2000, 1, 3)
"""Entry week of the private ranking, which knows no newcomers: any Monday."""

_TABLES: Final = SQLModel.metadata.tables
_TIERS: Final = (Tier.EVIDENCE, Tier.ATTESTED, Tier.CODE, Tier.MEASURED)
_BY_TIER: Final = tuple(f"points_{tier.value}" for tier in _TIERS)
"""Column of each tier; the declared points are the rest."""


@dataclass(frozen=True, slots=True)
class Change:
    """What one ledger row does to the totals of its person and groups.

    Attributes:
        spot: where the row counts.
        gestures: 1 for a gesture, -1 for its reversal, 0 for points alone.
        points: points gained, negative when they are taken back.
        tier: proof of these points.
        saving_gco2e: grams gained or lost, None where no saving is published.
        before: the person's totals just before.
        is_on_board: whether the person is in the private ranking.
    """

    spot: Spot
    gestures: int
    points: int
    tier: Tier
    saving_gco2e: int | None
    before: Sums
    is_on_board: bool = False

    @property
    def is_taken_back(self) -> bool:
        """Whether the row takes something away: then every row is there already."""
        return self.gestures < 0 or self.points < 0

    def values(self) -> dict[str, Any]:
        """Return what the statements of this module bind."""
        was_today = self.before.gestures_today > 0
        is_today = self.before.gestures_today + self.gestures > 0
        proven = 0 if self.tier is Tier.DECLARED else self.points
        by_tier = zip(_BY_TIER, tier_columns(self.tier, self.points), strict=True)
        found = dict(by_tier) | {
            "season_id": self.spot.season_id,
            "member_ref": self.spot.member_ref,
            "neighbourhood": self.spot.neighbourhood,
            "team": self.spot.team,
            "civic_day": self.spot.day,
            "gestures": self.gestures,
            "points": self.points,
            "points_proven": proven,
            "saving_gco2e": self.saving_gco2e or 0,
            "saving_gco2e_count": self.gestures * (self.saving_gco2e is not None),
            "people_today": is_today - was_today,
            "version": 1,
        }
        return {_bound(name): value for name, value in found.items()}

    def in_group(self, kind: str, group_id: str, share: Share) -> dict[str, Any]:
        """Return what the statements about one group bind beside the values.

        Args:
            kind: kind of the group.
            group_id: the group.
            share: what the person had made for it before.
        """
        after = share.points + self.points
        is_active = share.gestures + self.gestures > 0
        return {
            _bound("group_kind"): kind,
            _bound("group_id"): group_id,
            _bound("entry_week"): share.entry_week,
            _bound("people"): is_active - (share.gestures > 0),
            _bound("points_squares"): after**2 - share.points**2,
        }


def tier_columns(tier: Tier, points: int) -> tuple[int, ...]:
    """Return what some points of a tier add to the columns by tier, in their order."""
    return tuple(points if tier is each else 0 for each in _TIERS)


def added_columns(table: str) -> tuple[str, ...]:
    """Return the columns that a table of totals adds up, in their order."""
    return _COLUMNS[table]


def apply(connection: Connection, change: Change) -> int:
    """Write what one ledger row changes.

    Returns:
        The gestures of the season that stand, this change included.
    """
    values = change.values()
    statements = _REVERSAL if change.is_taken_back else _AWARD
    name = connection.dialect.name
    here, team = change.before.here, change.before.team

    def write(table: str, bound: dict[str, Any]) -> None:
        statements[table][name].run(connection, values | bound)

    write("member_day", {})
    write("member_total", {_bound("entry_week"): here.entry_week})
    if team is not None:
        write("member_team", {_bound("entry_week"): team.entry_week})
    group = change.in_group(NEIGHBOURHOOD, change.spot.neighbourhood, here)
    write("group_total", group)
    _move_in_group_points(connection, change, here, values | group)
    if team is not None:
        bound = change.in_group(TEAM, change.spot.team, team)
        write("group_total", bound)
        _move_in_group_points(connection, change, team, values | bound)
    write("day_total", group | {_bound("people"): values[_bound("people_today")]})
    done = statements["season_total"][name].rows(connection, values)[0].gestures
    if change.is_on_board:
        # After the row of the season, which lets one transaction pass at a time.
        _move_on_board(connection, change)
    return done


def enter_board(connection: Connection, spot: Spot, before: Sums) -> None:
    """Put an active person into the private ranking of the season, at their points."""
    if before.season_gestures > 0:
        _move_on_board(connection, _nothing(spot, before), had_place=False)


def leave_board(connection: Connection, spot: Spot, before: Sums) -> None:
    """Take a person out of the private ranking of the season."""
    if before.season_gestures > 0:
        bound = _nothing(spot, before).values()
        place = bound | _BOARD | {_bound("points"): before.season}
        _LEAVE_POINTS.run(connection, place)
        _NO_PLACE.run(connection, bound)


def _nothing(spot: Spot, before: Sums) -> Change:
    return Change(spot, 0, 0, Tier.DECLARED, None, before)


def _move_on_board(
    connection: Connection, change: Change, *, had_place: bool = True
) -> None:
    before = change.before
    values = change.values() | _BOARD
    was_active = had_place and before.season_gestures > 0
    is_active = before.season_gestures + change.gestures > 0
    points = before.season + change.points
    if was_active:
        _LEAVE_POINTS.run(connection, values | {_bound("points"): before.season})
    if is_active:
        place = values | {_bound("points"): points, _bound("people"): 1}
        _REACH_POINTS[connection.dialect.name].run(connection, place)
        _PLACE[connection.dialect.name].run(connection, place)
    else:
        _NO_PLACE.run(connection, values)


def _move_in_group_points(
    connection: Connection, change: Change, share: Share, values: dict[str, Any]
) -> None:
    was_active = share.gestures > 0
    is_active = share.gestures + change.gestures > 0
    if was_active and is_active and change.points == 0:
        return
    if was_active:
        _LEAVE_POINTS.run(connection, values | {_bound("points"): share.points})
    if is_active:
        _REACH_POINTS[connection.dialect.name].run(
            connection,
            values
            | {_bound("points"): share.points + change.points, _bound("people"): 1},
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


_BOARD: Final = {
    _bound("group_kind"): INDIVIDUAL,
    _bound("group_id"): "",
    _bound("entry_week"): ALWAYS,
}
_COLUMNS: Final = {
    "member_day": ("gestures", "points", "points_proven"),
    "member_total": (
        "gestures",
        "points",
        "saving_gco2e",
        "saving_gco2e_count",
        *_BY_TIER,
    ),
    "member_team": ("gestures", "points"),
    "board_place": ("points",),
    "group_total": ("people", "points", "points_squares", *_BY_TIER),
    "group_points": ("people",),
    "day_total": ("people", "gestures", "points", "saving_gco2e"),
    "season_total": ("gestures", "points", "saving_gco2e", "version", *_BY_TIER),
}
"""What each table adds up."""

_ENTERED: Final = frozenset({"member_total", "member_team"})
"""Tables that keep the week in which the person became active."""

_AWARD: Final = {
    table: _upsert(table, *columns, replaced="entry_week" if table in _ENTERED else "")
    for table, columns in _COLUMNS.items()
}
_REVERSAL: Final = {
    table: _subtract(table, *columns) for table, columns in _COLUMNS.items()
}
_REACH_POINTS: Final = _upsert("group_points", "people")
_PLACE: Final = _upsert("board_place", replaced="points")
_group_points: Final = _TABLES["group_points"]
_board_place: Final = _TABLES["board_place"]
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
_NO_PLACE: Final = Prepared(
    delete(_board_place).where(
        *(
            column == bindparam(_bound(column.name))
            for column in _board_place.primary_key
        )
    )
)
