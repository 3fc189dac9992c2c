"""The private ranking: in it by choice, seen around oneself only.

A rank comes from the count of people per points value, never from counting members:
it costs the same for ten people and for a million.
"""

from collections import Counter
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    bindparam,
    case,
    func,
    literal_column,
    select,
    tuple_,
    union_all,
)
from sqlmodel import Session, SQLModel

from climact_issy import models
from climact_issy.domain.civic import civic_day
from climact_issy.domain.people import Actor
from climact_issy.domain.points import Rules
from climact_issy.domain.seasons import PAUSE
from climact_issy.domain.teams import AROUND, AroundMe, Line
from climact_issy.models import Citizen
from climact_issy.services import gesture_rows, totals
from climact_issy.services.prepared import Prepared
from climact_issy.services.sums import Spot, sums

assert models.BoardPlace  # noqa: S101 - importing the package registers the tables

_TABLES: Final = SQLModel.metadata.tables
_place: Final = _TABLES["board_place"]
_points: Final = _TABLES["group_points"]
_citizen: Final = _TABLES["citizen"]
_season: Final = _TABLES["season"]

# Who looks: nothing when they are not in the ranking of the season of the day.
_me: Final = (
    select(_place.c.season_id, _place.c.points, _place.c.member_ref)
    .select_from(
        _citizen.join(_place, _place.c.member_ref == _citizen.c.member_ref).join(
            _season, _season.c.id == _place.c.season_id
        )
    )
    .where(
        _citizen.c.id == bindparam("citizen_id"),
        _citizen.c.is_on_board,
        # A pause has no points to compare.
        _season.c.kind != PAUSE,
        _season.c.starts_on <= bindparam("day"),
        _season.c.ends_on >= bindparam("day"),
    )
    .cte("me")
)
_key: Final = tuple_(_place.c.points, _place.c.member_ref)
_own_key: Final = tuple_(
    select(_me.c.points).scalar_subquery(), select(_me.c.member_ref).scalar_subquery()
)
_SAME_SEASON: Final = _place.c.season_id == select(_me.c.season_id).scalar_subquery()


def _side(*order: Any, further: ColumnElement[bool]) -> Any:  # noqa: ANN401 - columns, a select
    """Return the nearest places on one side of who looks."""
    places = select(_place.c.season_id, _place.c.points, _place.c.member_ref)
    nearest = (
        places.where(_SAME_SEASON, further)
        .order_by(*order)
        .limit(literal_column(str(AROUND)))
    )
    return select(nearest.subquery())


_listed: Final = union_all(
    _side(_place.c.points, _place.c.member_ref, further=_key > _own_key),
    select(_me),
    _side(_place.c.points.desc(), _place.c.member_ref.desc(), further=_key < _own_key),
).subquery("listed")
_LINES: Final = Prepared(
    select(
        _listed.c.season_id,
        _listed.c.points,
        _listed.c.member_ref,
        _citizen.c.pseudonym,
    )
    .select_from(_listed.join(_citizen, _citizen.c.member_ref == _listed.c.member_ref))
    .order_by(_listed.c.points.desc(), _listed.c.member_ref.desc())
)


def _people(condition: ColumnElement[bool] | None = None) -> Any:  # noqa: ANN401 - a column
    counted = _points.c.people
    if condition is not None:
        counted = case((condition, counted), else_=0)
    return func.coalesce(func.sum(counted), 0)


_mine: Final = bindparam("mine", type_=Integer())
_top: Final = bindparam("top", type_=Integer())
_COUNTS: Final = Prepared(
    select(
        _people().label("people"),
        _people(_points.c.points > _mine).label("above_mine"),
        _people(_points.c.points == _mine).label("at_mine"),
        _people(_points.c.points > _top).label("above_top"),
        _people(_points.c.points == _top).label("at_top"),
        func.min(case((_points.c.points > _mine, _points.c.points))).label("next"),
    ).where(
        _points.c.season_id == bindparam("season_id"),
        _points.c.group_kind == totals.INDIVIDUAL,
        _points.c.group_id == "",
        _points.c.entry_week == totals.ALWAYS,
        _points.c.people > 0,
    )
)


def choose(session: Session, actor: Actor, *, is_in: bool, now: datetime) -> None:
    """Enter the private ranking or leave it, at once and as often as one likes.

    Raises:
        NotFound: the person was erased.
    """
    connection = session.connection()
    player = gesture_rows.hold_player(connection, actor, civic_day(now))
    if player.is_on_board == is_in:
        return
    row = session.get_one(Citizen, actor.citizen_id)
    row.is_on_board = is_in
    session.add(row)
    session.flush()
    if player.season is None:
        return
    spot = Spot(
        player.member_ref,
        player.season.season_id,
        civic_day(now),
        player.neighbourhood,
    )
    before = sums(connection, spot)
    if is_in:
        totals.enter_board(connection, spot, before)
    else:
        totals.leave_board(connection, spot, before)


def around_me(
    session: Session, actor: Actor, *, rules: Rules, now: datetime
) -> AroundMe:
    """Return the private ranking around a person.

    Raises:
        NotFound: the person was erased.
    """
    connection = session.connection()
    day = civic_day(now)
    rows = _LINES.rows(connection, {"citizen_id": actor.citizen_id, "day": day})
    if not rows:
        return _without_a_place(connection, actor, rules, day)
    me = next(row for row in rows if row.member_ref == actor.member_ref)
    bound = {"season_id": me.season_id, "mine": me.points, "top": rows[0].points}
    (counts,) = _COUNTS.rows(connection, bound)
    if counts.people < rules.minimum_published:
        return AroundMe(is_in=True)
    ranks = _ranks(rows, me, counts)
    return AroundMe(
        is_in=True,
        people=int(counts.people),
        lines=tuple(
            Line(ranks[row.points], row.pseudonym, row.points, is_me=row is me)
            for row in rows
        ),
        gap_points=None if counts.next is None else counts.next - me.points,
        tied=int(counts.at_mine) - 1,
    )


def _without_a_place(
    connection: Connection, actor: Actor, rules: Rules, day: date
) -> AroundMe:
    player = gesture_rows.player(connection, actor, day)
    if not player.is_on_board or player.season is None or player.season.is_pause:
        return AroundMe(is_in=player.is_on_board)
    bound = {"season_id": player.season.season_id, "mine": 0, "top": 0}
    people = int(_COUNTS.rows(connection, bound)[0].people)
    is_published = people >= rules.minimum_published
    return AroundMe(is_in=True, people=people if is_published else None)


def _ranks(rows: list[Any], me: Any, counts: Any) -> dict[int, int]:  # noqa: ANN401 - rows
    """Return the rank of each points value that is listed.

    Between the highest listed value and mine, and below mine, a value that is
    followed by another one is listed with all its people: only the highest and mine
    need counting.
    """
    listed = Counter(row.points for row in rows)
    top = max(listed)
    ranks = {top: 1 + int(counts.above_top)}
    ahead = int(counts.above_top + counts.at_top)
    for points in sorted(listed, reverse=True):
        if points == top:
            continue
        if points == me.points:
            ahead = int(counts.above_mine)
        ranks[points] = 1 + ahead
        ahead += int(counts.at_mine) if points == me.points else listed[points]
    return ranks
