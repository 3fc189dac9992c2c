"""The demo: labelled people, four weeks of gestures, in a demo database only."""

from datetime import datetime
from typing import Any, Final

from sqlalchemy import insert, select
from sqlmodel import Session, SQLModel

from climact_issy import models
from climact_issy.content import demo_people
from climact_issy.content.demo_people import DemoPersona
from climact_issy.domain.civic import civic_day
from climact_issy.services import demo_life, deployment, ledger, seasons
from climact_issy.services import rules as published
from climact_issy.services.entries import ledger_row, log_row

assert models.Ledger  # noqa: S101 - importing the package registers the tables

_TABLES: Final = SQLModel.metadata.tables
PEOPLE: Final = 300


def personas() -> list[DemoPersona]:
    """Return the people that a visitor of the demo can be, in one tap."""
    return list(demo_people.personas())


def seed(session: Session, *, now: datetime, people: int = PEOPLE) -> int:
    """Fill a demo database with labelled people and their gestures, once.

    The rows are made by the rules that a tap goes through and inserted together;
    the totals are then replayed from the ledger.

    Args:
        session: an open session that may write.
        now: this instant; the gestures span the four weeks before it.
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
    season = seasons.ensure(session, now=now)
    everybody = demo_life.inhabitants(people, now)
    connection.execute(
        insert(citizen), [demo_life.citizen_row(somebody) for somebody in everybody]
    )
    rules = published.in_force(session, civic_day(now))
    lived = [
        moment
        for moment in demo_life.moments(everybody, now)
        if season.covers(demo_life.civic_day(moment.at))
    ]
    taps = list(demo_life.taps(lived, season, rules))
    rows: list[dict[str, Any]] = [ledger_row(tap, given, rules) for tap, given in taps]
    if rows:
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
    ledger.rebuild(session)
    return len(rows)
