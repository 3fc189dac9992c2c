"""The demo: labelled people and what they did, in a demo database only."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from typing import Any, Final

from sqlalchemy import Connection, insert, select
from sqlmodel import Session, SQLModel

from climact_issy import models
from climact_issy.content import demo_people
from climact_issy.content.demo_people import DemoPersona
from climact_issy.domain.civic import PARIS, civic_day
from climact_issy.domain.points import Award, Rules
from climact_issy.domain.seasons import Season
from climact_issy.services import (
    closing,
    demo_life,
    demo_recognition,
    demo_teams,
    deployment,
    ledger,
    seasons,
)
from climact_issy.services import rules as published
from climact_issy.services.entries import Tap, ledger_row, log_row

assert models.Ledger  # noqa: S101 - importing the package registers the tables

_TABLES: Final = SQLModel.metadata.tables
PEOPLE: Final = 2000


def personas() -> list[DemoPersona]:
    """Return the people that a visitor of the demo can be, in one tap."""
    return list(demo_people.personas())


def seed(session: Session, *, now: datetime, people: int = PEOPLE) -> int:
    """Fill a demo database with labelled people and their gestures, once.

    The rows are made by the rules that a tap goes through and inserted together;
    the totals are then replayed from the ledger. Where no season has opened yet, the
    demo also has the one before: eight weeks, closed and archived, and its pause.

    Args:
        session: an open session that may write.
        now: this instant; this season's gestures span the four weeks before it.
        people: how many people, about.

    Returns:
        How many gestures were noted, 0 when the demo was there already.

    Raises:
        WrongDatabase: this database is not a demo.
    """
    deployment.check(session, "demo")
    connection = session.connection()
    citizen = _TABLES["citizen"]
    is_demo = select(citizen.c.id).where(citizen.c.is_demo.is_(True)).limit(1)
    if connection.execute(is_demo).first():
        return 0
    periods = _periods(session, now)
    everybody = demo_teams.gather(
        demo_life.inhabitants(people, now, has_past=len(periods) > 1)
    )
    connection.execute(
        insert(citizen), [demo_life.citizen_row(somebody) for somebody in everybody]
    )
    demo_teams.seed(connection, everybody)
    demo_recognition.seed(session, now=now)
    rules = published.in_force(session, civic_day(now))
    lived = demo_life.moments(everybody, now)
    noted = 0
    for period in periods:
        here = [m for m in lived if period.covers(civic_day(m.at))]
        noted += _note(connection, list(demo_life.taps(here, period, rules)), rules)
    demo_teams.take_places(connection)
    ledger.rebuild(session)
    closing.close_due(session, now=now, rules=rules)
    return noted


def _periods(session: Session, now: datetime) -> list[Season]:
    """Open the season of the demo; the one before and its pause first, if it may."""
    if seasons.any_has_opened(session):
        return [seasons.ensure(session, now=now)]
    # From noon on the clock of Paris: weeks of UTC would end a day later once the
    # clocks have changed, and two periods would share that day.
    noon = datetime.combine(civic_day(now), time(12), PARIS)
    begins = noon - seasons.DEMO_PAST - demo_life.LONG_AGO
    weeks = (4, 8, 10)  # in the first season, its pause and the season of now
    return [
        seasons.ensure(session, now=begins + timedelta(weeks=week)) for week in weeks
    ]


def _note(
    connection: Connection, taps: Sequence[tuple[Tap, Award]], rules: Rules
) -> int:
    rows: list[dict[str, Any]] = [ledger_row(tap, given, rules) for tap, given in taps]
    if not rows:
        return 0
    table = _TABLES["ledger"]
    ids = connection.scalars(
        insert(table).returning(table.c.id, sort_by_parameter_order=True), rows
    ).all()
    connection.execute(
        insert(_TABLES["action_log"]),
        [
            log_row(tap, entry_id, given)
            for (tap, given), entry_id in zip(taps, ids, strict=True)
        ],
    )
    return len(rows)
