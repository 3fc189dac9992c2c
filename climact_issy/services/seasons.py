"""Which season it is; one opens by itself at the first start and after the last."""

from datetime import date, datetime, timedelta
from typing import Any, Final

from sqlalchemy import bindparam
from sqlalchemy import select as select_rows
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, SQLModel, col, select

from climact_issy.domain import seasons
from climact_issy.domain.civic import civic_day
from climact_issy.domain.errors import NotFound
from climact_issy.models import Deployment, Season
from climact_issy.services import rules as published

NO_SEASON: Final = "no_season"
DEMO_PAST: Final = timedelta(weeks=4)

_season: Final = SQLModel.metadata.tables["season"]
_LAST_BEGUN: Final = (
    select_rows(_season)
    .where(_season.c.starts_on <= bindparam("day"))
    .order_by(_season.c.starts_on.desc())
    .limit(1)
)


def current(session: Session, *, now: datetime) -> seasons.Season:
    """Return the season of this civic day, or the last one before it.

    Raises:
        NotFound: none has opened yet (code "no_season").
    """
    row = session.connection().execute(_LAST_BEGUN, {"day": civic_day(now)}).first()
    if row is None:
        raise NotFound(NO_SEASON)
    return as_value(row)


def ensure(
    session: Session, *, now: datetime, starts_on: date | None = None
) -> seasons.Season:
    """Return the season of this civic day, opening it when there is none.

    The first season of a demo opens in its fifth week: a demo has a past.

    Args:
        session: an open session that may write.
        now: this instant.
        starts_on: a day of its first week; this week's by default.
    """
    today = civic_day(now)
    row = _covering(session, today)
    if row is None:
        row = _open(session, starts_on or _first_day(session, today), now)
    return as_value(row)


def is_open(session: Session, *, now: datetime) -> bool:
    """Whether a season covers this civic day."""
    return _covering(session, civic_day(now)) is not None


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


def _covering(session: Session, day: date) -> Season | None:
    return session.exec(
        select(Season)
        .where(col(Season.starts_on) <= day, col(Season.ends_on) >= day)
        .limit(1)
    ).first()


def _first_day(session: Session, today: date) -> date:
    deployment = session.get(Deployment, 1)
    is_demo = deployment is not None and deployment.kind == "demo"
    is_first = session.exec(select(Season.id).limit(1)).first() is None
    return today - DEMO_PAST if is_demo and is_first else today


def _open(session: Session, day: date, now: datetime) -> Season:
    opened = seasons.opening(day, published.in_force(session, day).season_weeks)
    row = Season(
        slug=opened.slug,
        name_fr=opened.name[0],
        name_en=opened.name[1],
        starts_on=opened.starts_on,
        ends_on=opened.ends_on,
        opened_at=now,
    )
    try:
        with session.begin_nested():
            session.add(row)
    except IntegrityError:
        # Another transaction opened it while we waited for its commit.
        return session.exec(
            select(Season).where(col(Season.starts_on) == opened.starts_on)
        ).one()
    return row
