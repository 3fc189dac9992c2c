"""What a gesture reads and appends: statements built once, a handful each."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection, and_, bindparam, case, func, insert, select, update
from sqlmodel import SQLModel

from climact_issy import models
from climact_issy.domain.civic import DAYS_IN_WEEK, week_of
from climact_issy.domain.errors import NotFound
from climact_issy.domain.gestures import GoalProgress
from climact_issy.domain.people import UNKNOWN, Actor
from climact_issy.domain.seasons import PAUSE, Season
from climact_issy.services.prepared import Prepared

assert models.Ledger  # noqa: S101 - importing the package registers the tables

_TABLES: Final = SQLModel.metadata.tables
_citizen: Final = _TABLES["citizen"]
_season: Final = _TABLES["season"]
_ledger: Final = _TABLES["ledger"]
_action_log: Final = _TABLES["action_log"]
_day_total: Final = _TABLES["day_total"]
_season_total: Final = _TABLES["season_total"]


@dataclass(frozen=True, slots=True)
class Player:
    """A person whose row this transaction holds, and the season of the day.

    Attributes:
        member_ref: reference in the ledger.
        neighbourhood: where they play: a slug, OUTSIDE or UNKNOWN.
        season: season or pause of the day, None when none has opened yet.
        team: slug of the team they play for, "" for none.
        is_on_board: whether they chose to be in the private ranking.
    """

    member_ref: str
    neighbourhood: str
    season: Season | None
    team: str = ""
    is_on_board: bool = False


_COVERING: Final = and_(
    _season.c.starts_on <= bindparam("day"),
    _season.c.ends_on >= bindparam("day"),
)
_PLAYER: Final = select(
    _citizen.c.member_ref,
    _citizen.c.neighbourhood,
    _citizen.c.team,
    _citizen.c.is_on_board,
    _season.c.id,
    _season.c.slug,
    _season.c.name_fr,
    _season.c.name_en,
    _season.c.starts_on,
    _season.c.ends_on,
    _season.c.kind,
).where(_citizen.c.id == bindparam("citizen_id"))
_PLAYER_READ: Final = Prepared(
    _PLAYER.select_from(_citizen.outerjoin(_season, _COVERING))
)
_HELD: Final[Any] = {"of": _citizen, "key_share": True}
_PLAYER_HELD: Final = Prepared(
    _PLAYER.select_from(_citizen.outerjoin(_season, _COVERING)).with_for_update(**_HELD)
)
_PLAYER_IN_SEASON: Final = Prepared(
    _PLAYER.select_from(_citizen.join(_season, _COVERING)).with_for_update(**_HELD)
)


def hold_player(connection: Connection, actor: Actor, day: date) -> Player:
    """Lock a person's row until the commit: their gestures go one after another.

    Whoever may have to open a season takes services.seasons.hold_player instead.

    Raises:
        NotFound: the person was erased.
    """
    found = _rows(connection, _PLAYER_HELD, actor, day)
    if not found:
        raise NotFound
    return _player(actor, found[0])


def hold_in_season(connection: Connection, actor: Actor, day: date) -> Player | None:
    """Lock a person's row as above; on a day without season hold nothing at all.

    Raises:
        NotFound: the reference is somebody else's.
    """
    found = _rows(connection, _PLAYER_IN_SEASON, actor, day)
    return _player(actor, found[0]) if found else None


def player(connection: Connection, actor: Actor, day: date) -> Player:
    """Read a person and the season of a day, without any lock.

    Raises:
        NotFound: the person was erased.
    """
    found = _rows(connection, _PLAYER_READ, actor, day)
    if not found:
        raise NotFound
    return _player(actor, found[0])


def _rows(
    connection: Connection, statement: Prepared, actor: Actor, day: date
) -> list[Any]:
    return statement.rows(connection, {"citizen_id": actor.citizen_id, "day": day})


def _player(actor: Actor, row: Any) -> Player:  # noqa: ANN401 - a row
    if row.member_ref != actor.member_ref:
        raise NotFound
    season = None
    if row.id is not None:
        name = (row.name_fr, row.name_en)
        season = Season(
            row.id,
            row.slug,
            name,
            row.starts_on,
            row.ends_on,
            is_pause=row.kind == PAUSE,
        )
    return Player(
        row.member_ref,
        row.neighbourhood or UNKNOWN,
        season,
        team=row.team,
        is_on_board=row.is_on_board,
    )


COLUMNS: Final = tuple(c.name for c in _ledger.columns if c.name != "id")
"""What a ledger row is made of, its id apart."""

_APPEND: Final = Prepared(insert(_ledger).returning(_ledger.c.id), columns=COLUMNS)
_NOTE: Final = Prepared(
    insert(_action_log), columns=[column.name for column in _action_log.columns]
)
_TAKE_BACK: Final = (
    update(_action_log)
    .where(_action_log.c.id == bindparam("entry_id"))
    .values(undone_at=bindparam("at"))
)


def append(connection: Connection, row: dict[str, Any]) -> int:
    """Append one ledger row; return its id."""
    return _APPEND.rows(connection, row)[0].id


def note(connection: Connection, row: dict[str, Any]) -> None:
    """Write one gesture into its person's own log."""
    _NOTE.run(connection, row)


def take_back(connection: Connection, entry_id: int, at: datetime) -> None:
    """Mark one gesture as undone in its person's own log."""
    connection.execute(_TAKE_BACK, {"entry_id": entry_id, "at": at})


_STANDING: Final = (
    select(_ledger, _action_log.c.undone_at, _season.c.ends_on)
    .select_from(
        _ledger.join(_action_log, _action_log.c.id == _ledger.c.id).join(
            _season, _season.c.id == _ledger.c.season_id
        )
    )
    .where(_ledger.c.member_ref == bindparam("member_ref"))
)
_BY_KEY: Final = _STANDING.where(_ledger.c.idempotency_key == bindparam("key"))
_BY_ID: Final = _STANDING.where(_ledger.c.id == bindparam("entry_id"))


def by_key(connection: Connection, member_ref: str, key: str) -> Any:  # noqa: ANN401 - a row
    """Return the gesture that a tap made before.

    Raises:
        NotFound: none did.
    """
    found = connection.execute(_BY_KEY, {"member_ref": member_ref, "key": key}).first()
    if found is None:
        raise NotFound
    return found


def by_id(connection: Connection, member_ref: str, entry_id: int) -> Any:  # noqa: ANN401 - a row
    """Return a person's own gesture.

    Raises:
        NotFound: there is none, or it is somebody else's.
    """
    found = connection.execute(
        _BY_ID, {"member_ref": member_ref, "entry_id": entry_id}
    ).first()
    if found is None:
        raise NotFound
    return found


_RECENT: Final = Prepared(
    select(
        func.coalesce(
            func.sum(
                case(
                    (
                        _day_total.c.civic_day == bindparam("today"),
                        _day_total.c.gestures,
                    ),
                    else_=0,
                )
            ),
            0,
        ).label("today"),
        func.coalesce(
            func.sum(
                case(
                    (
                        _day_total.c.civic_day < bindparam("monday"),
                        _day_total.c.gestures,
                    ),
                    else_=0,
                )
            ),
            0,
        ).label("last_week"),
    ).where(
        _day_total.c.season_id == bindparam("season_id"),
        _day_total.c.civic_day >= bindparam("last_monday"),
    )
)
_DONE: Final = select(_season_total.c.gestures).where(
    _season_total.c.season_id == bindparam("season_id")
)


def goal(
    connection: Connection,
    *,
    season_id: int,
    ends_on: date,
    target: int,
    today: date,
    done: int | None = None,
) -> GoalProgress:
    """Return the collective goal; `done` is read unless the caller knows it."""
    monday = week_of(today)
    recent = _RECENT.rows(
        connection,
        {
            "season_id": season_id,
            "today": today,
            "monday": monday,
            "last_monday": monday - timedelta(days=DAYS_IN_WEEK),
        },
    )[0]
    return GoalProgress(
        target=target,
        done=_done(connection, season_id) if done is None else done,
        ends_on=ends_on,
        last_week=int(recent.last_week),
        today=int(recent.today),
        is_over=today > ends_on,
    )


def _done(connection: Connection, season_id: int) -> int:
    return connection.execute(_DONE, {"season_id": season_id}).scalar() or 0
