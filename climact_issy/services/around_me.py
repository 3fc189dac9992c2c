"""The private ranking: in it by choice, seen around oneself only.

A rank comes from the count of people per points value, never from counting members:
it costs the same for ten people and for a million.
"""

from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, and_, bindparam, func, or_, select
from sqlmodel import Session, SQLModel

from climact_issy import models
from climact_issy.domain.civic import civic_day
from climact_issy.domain.people import Actor
from climact_issy.domain.points import Rules
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

_BOARD: Final = and_(
    _points.c.season_id == bindparam("season_id"),
    _points.c.group_kind == totals.INDIVIDUAL,
    _points.c.group_id == "",
    _points.c.entry_week == totals.ALWAYS,
)
_MINE: Final = Prepared(
    select(_place.c.points).where(
        _place.c.season_id == bindparam("season_id"),
        _place.c.member_ref == bindparam("member_ref"),
    )
)
_MORE: Final = Prepared(
    select(
        func.coalesce(func.sum(_points.c.people), 0).label("people"),
        func.min(_points.c.points).label("next_points"),
    ).where(_BOARD, _points.c.points > bindparam("points"), _points.c.people > 0)
)
_EVERYBODY: Final = Prepared(
    select(func.coalesce(func.sum(_points.c.people), 0).label("people")).where(_BOARD)
)
_STEPS: Final = Prepared(
    select(_points.c.points, _points.c.people).where(
        _BOARD,
        _points.c.points >= bindparam("least"),
        _points.c.points <= bindparam("most"),
    )
)
_LINES: Final = (
    select(_place.c.points, _place.c.member_ref, _citizen.c.pseudonym)
    .select_from(_place.join(_citizen, _citizen.c.member_ref == _place.c.member_ref))
    .where(_place.c.season_id == bindparam("season_id"))
    .limit(bindparam("most"))
)
_SAME: Final = _place.c.points == bindparam("points")
_ABOVE: Final = Prepared(
    _LINES.where(
        or_(
            _place.c.points > bindparam("points"),
            and_(_SAME, _place.c.member_ref > bindparam("member_ref")),
        )
    ).order_by(_place.c.points, _place.c.member_ref)
)
_BELOW: Final = Prepared(
    _LINES.where(
        or_(
            _place.c.points < bindparam("points"),
            and_(_SAME, _place.c.member_ref < bindparam("member_ref")),
        )
    ).order_by(_place.c.points.desc(), _place.c.member_ref.desc())
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
    player = gesture_rows.player(connection, actor, civic_day(now))
    # A pause has no points to compare.
    if not player.is_on_board or player.season is None or player.season.is_pause:
        return AroundMe(is_in=player.is_on_board)
    bound: dict[str, Any] = {
        "season_id": player.season.season_id,
        "member_ref": player.member_ref,
    }
    people = int(_EVERYBODY.rows(connection, bound)[0].people)
    if people < rules.minimum_published:
        return AroundMe(is_in=True)
    mine = _MINE.rows(connection, bound)
    if not mine:
        return AroundMe(is_in=True, people=people)
    return _around(connection, bound, mine[0].points, people, actor.pseudonym)


def _around(
    connection: Connection,
    bound: dict[str, Any],
    points: int,
    people: int,
    pseudonym: str,
) -> AroundMe:
    bound |= {"points": points, "most": AROUND}
    above = _ABOVE.rows(connection, bound)
    below = _BELOW.rows(connection, bound)
    listed = [row.points for row in (*above, *below)] + [points]
    (ahead_of_me,) = _MORE.rows(connection, bound)
    more, next_points = int(ahead_of_me.people), ahead_of_me.next_points
    steps = _STEPS.rows(
        connection,
        {
            "season_id": bound["season_id"],
            "least": min(listed),
            "most": max(listed),
        },
    )
    counts = {row.points: row.people for row in steps}

    def rank(value: int) -> int:
        if value >= points:
            ahead = more - sum(n for p, n in counts.items() if points < p <= value)
        else:
            ahead = more + sum(n for p, n in counts.items() if value < p <= points)
        return 1 + ahead

    def line(row: Any) -> Line:  # noqa: ANN401 - a row
        return Line(rank(row.points), row.pseudonym, row.points)

    me = Line(rank(points), pseudonym, points, is_me=True)
    return AroundMe(
        is_in=True,
        people=people,
        lines=(*(line(row) for row in reversed(above)), me, *map(line, below)),
        gap_points=None if next_points is None else next_points - points,
        tied=counts.get(points, 1) - 1,
    )
