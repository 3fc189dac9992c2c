"""Which season it is: season, pause and season open one after another by themselves.

Who opens a season holds nobody's row: opening it moves everybody who asked to, and two
transactions that each hold a person and want the other would wait for ever.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

from sqlalchemy import bindparam, func, or_, update
from sqlalchemy import select as select_rows
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, SQLModel, col, select

from climact_issy.domain import seasons
from climact_issy.domain.civic import civic_day
from climact_issy.domain.errors import NotFound
from climact_issy.domain.people import Actor
from climact_issy.domain.points import Rules
from climact_issy.models import Deployment, Season
from climact_issy.services import gesture_rows
from climact_issy.services import rules as published

NO_SEASON: Final = "no_season"
DEMO_PAST: Final = timedelta(weeks=4)

_season: Final = SQLModel.metadata.tables["season"]
_citizen: Final = SQLModel.metadata.tables["citizen"]
_BEGUN: Final = (
    select_rows(_season)
    .where(_season.c.starts_on <= bindparam("day"))
    .order_by(_season.c.starts_on.desc())
    .limit(2)
)
_MOVE: Final = (
    update(_citizen)
    .where(
        or_(
            _citizen.c.next_neighbourhood.is_not(None),
            _citizen.c.next_team.is_not(None),
        )
    )
    .values(
        neighbourhood=func.coalesce(
            _citizen.c.next_neighbourhood, _citizen.c.neighbourhood
        ),
        next_neighbourhood=None,
        team=func.coalesce(_citizen.c.next_team, _citizen.c.team),
        next_team=None,
    )
)


@dataclass(frozen=True, slots=True)
class Running:
    """Where the game is.

    Attributes:
        season: the season of the day, or the last one that began before it.
        pause: the pause of the day, None inside a season.
    """

    season: seasons.Season
    pause: seasons.Season | None = None

    @property
    def period(self) -> seasons.Season:
        """The pause in a pause, else the season: what a gesture is noted in."""
        return self.pause or self.season


def running(session: Session, *, now: datetime) -> Running:
    """Return the season that pages talk about, and the pause after it.

    Raises:
        NotFound: none has opened yet (code "no_season").
    """
    found = _begun(session, civic_day(now))
    if not found:
        raise NotFound(NO_SEASON)
    last, *before = found
    return Running(before[0], last) if last.is_pause and before else Running(last)


def rule(session: Session, *, now: datetime) -> Rules:
    """Return the rule that makes the race of these days.

    In a pause it is that of the season's last day: a version that begins afterwards
    moves nothing of what was closed.

    Raises:
        NotFound: none has opened yet (code "no_season").
    """
    last_day = running(session, now=now).season.ends_on
    return published.in_force(session, min(civic_day(now), last_day))


def resumes_on(session: Session, *, now: datetime) -> date | None:
    """Return in a pause when the next season is due, None outside a pause."""
    today = civic_day(now)
    found = _begun(session, today)
    if not found or not found[0].is_pause:
        return None
    return seasons.next_start(found[0], published.in_force(session, today))


def current(session: Session, *, now: datetime) -> seasons.Season:
    """Return the season or pause of this civic day, or the last one before it.

    Raises:
        NotFound: none has opened yet (code "no_season").
    """
    return running(session, now=now).period


def ensure(session: Session, *, now: datetime) -> seasons.Season:
    """Return the season or pause of this civic day, opening it when there is none.

    The first season of a demo opens in its fifth week: a demo has a past. Whoever
    asked to move moves when a season opens.

    Args:
        session: an open session that may write and holds nobody's row.
        now: this instant.
    """
    today = civic_day(now)
    # One look decides: between two, somebody else may open it.
    last = next(iter(_begun(session, today)), None)
    if last is not None and last.covers(today):
        return last
    begins = today - DEMO_PAST if last is None and _is_demo(session) else today
    wanted = seasons.following(last, begins, published.in_force(session, today))
    return as_value(_open(session, wanted, now))


def hold_player(
    session: Session, actor: Actor, *, now: datetime
) -> tuple[gesture_rows.Player, seasons.Season]:
    """Lock a person's row until the commit, in the season or pause of this day.

    Raises:
        NotFound: the person was erased.
    """
    connection, today = session.connection(), civic_day(now)
    player = gesture_rows.hold_in_season(connection, actor, today)
    if player is not None and player.season is not None:
        return player, player.season
    # Nothing was held: there is no season yet, or nobody.
    season = ensure(session, now=now)
    return gesture_rows.hold_player(connection, actor, today), season


def any_has_opened(session: Session) -> bool:
    """Whether the game has begun here."""
    return session.exec(select(Season.id).limit(1)).first() is not None


def is_open(session: Session, *, now: datetime) -> bool:
    """Whether a season covers this civic day."""
    today = civic_day(now)
    return any(period.covers(today) for period in _begun(session, today))


def as_value(row: Any) -> seasons.Season:  # noqa: ANN401 - a Season, or a row of its columns
    """Return the value of a row."""
    return seasons.Season(
        season_id=row.id or 0,
        slug=row.slug,
        name=(row.name_fr, row.name_en),
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        is_pause=row.kind == seasons.PAUSE,
    )


def _begun(session: Session, today: date) -> list[seasons.Season]:
    """Return the last two periods that have begun, the newer first."""
    return [
        as_value(row) for row in session.connection().execute(_BEGUN, {"day": today})
    ]


def _is_demo(session: Session) -> bool:
    deployment = session.get(Deployment, 1)
    return deployment is not None and deployment.kind == "demo"


def _open(session: Session, opened: seasons.Season, now: datetime) -> Season:
    row = Season(
        slug=opened.slug,
        name_fr=opened.name[0],
        name_en=opened.name[1],
        starts_on=opened.starts_on,
        ends_on=opened.ends_on,
        opened_at=now,
        kind=seasons.PAUSE if opened.is_pause else "season",
    )
    try:
        with session.begin_nested():
            session.add(row)
    except IntegrityError:
        # Another transaction opened it while we waited for its commit.
        return session.exec(
            select(Season).where(col(Season.starts_on) == opened.starts_on)
        ).one()
    if not opened.is_pause:
        session.connection().execute(_MOVE)
        session.expire_all()
    return row
