"""Actions, people and gestures for tests, and the statements that they cost."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import Connection, Engine, event
from sqlmodel import Session

from climact_issy.database import Database
from climact_issy.domain.actions import (
    Action,
    Boundary,
    Cadence,
    Kind,
    Period,
    Quantity,
    Saving,
    Theme,
)
from climact_issy.domain.evidence import Decided, Verdict
from climact_issy.domain.gestures import LoggedGesture
from climact_issy.domain.people import Actor, Role
from climact_issy.domain.points import Rules
from climact_issy.models import Citizen
from climact_issy.services import actions, citizens, evidence
from tests.support.factors import factor
from tests.support.rules import RULES

NOON = datetime(2026, 11, 25, 11, 0, tzinfo=UTC)
"""A Wednesday, noon at Issy."""

BIKE = Action(
    slug="velo",
    source_id="",
    kind=Kind.PER_USE,
    theme=Theme.TRANSPORT,
    icon="bike",
    title=("Prendre le vélo", "Take the bike"),
    how=("Comme cela.", "Like this."),
    why=("Pour cela.", "For this."),
    effort=2,
    minutes=5,
    cadence=Cadence(2, Period.DAY),
    quantity=Quantity(("km", "km"), 5, 1, 1, 100),
    saving=Saving(0.2, 0.1, 0.3, ("f", "f"), (factor(),)),
    saving_note=("", ""),
    boundary=Boundary.YES,
    boundary_note=("", ""),
)
WALK = replace(BIKE, slug="marche", effort=1, cadence=Cadence(30, Period.DAY))
SORT = replace(BIKE, slug="tri", effort=3, saving=None, cadence=Cadence(3, Period.WEEK))
INSULATE = replace(
    BIKE,
    slug="isolation",
    kind=Kind.ONE_OFF,
    effort=5,
    quantity=None,
    cadence=Cadence(1, Period.SEASON),
)
YEARLY = replace(BIKE, slug="annuel", kind=Kind.YEARLY, quantity=None)
BY_SLUG = {action.slug: action for action in (BIKE, WALK, SORT, INSULATE)}


def person(
    database: Database, neighbourhood: str = "", *, now: datetime = NOON
) -> Actor:
    """Make a person of a neighbourhood."""

    def work(session: Session) -> Actor:
        actor = citizens.create(session, language="fr", now=now)
        if neighbourhood:
            return citizens.choose_neighbourhood(session, actor, neighbourhood, now=now)
        return actor

    return database.run_here(work)


def tap(  # noqa: PLR0913 - a gesture: where, who, what, how much, by which rule, when
    database: Database,
    actor: Actor,
    action: Action = BIKE,
    seen: int = 0,
    *,
    quantity: float | None = None,
    rules: Rules = RULES,
    now: datetime = NOON,
) -> LoggedGesture:
    """Note one gesture in a transaction of its own."""
    return database.run_here(
        lambda session: actions.log(
            session, actor, action, quantity, seen, rules=rules, now=now
        )
    )


def untap(
    database: Database, actor: Actor, entry_id: int, *, now: datetime = NOON
) -> None:
    """Take one gesture back in a transaction of its own."""
    database.run_here(lambda session: actions.undo(session, actor, entry_id, now=now))


def plays_for(database: Database, actor: Actor, team: str) -> None:
    """Make a person play for a team from now on."""
    _change(database, actor, team=team)


def goes_on_board(database: Database, actor: Actor) -> None:
    """Put a person who has not noted anything yet into the private ranking."""
    _change(database, actor, is_on_board=True)


def _change(database: Database, actor: Actor, **changes: object) -> None:
    def work(session: Session) -> None:
        row = session.get(Citizen, actor.citizen_id)
        assert row is not None
        row.sqlmodel_update(changes)
        session.add(row)

    database.run_here(work)


@contextmanager
def statements_of(engine: Engine) -> Iterator[list[tuple[str, object]]]:
    """Collect (statement, parameters) that an engine executes."""
    found: list[tuple[str, object]] = []

    def keep(
        _connection: Connection, _cursor: object, sql: str, values: object, *_: object
    ) -> None:
        if not sql.startswith(("BEGIN", "SAVEPOINT", "RELEASE", "ROLLBACK")):
            found.append((sql, values))

    event.listen(engine, "before_cursor_execute", keep)
    yield found
    event.remove(engine, "before_cursor_execute", keep)


def moderator(database: Database) -> Actor:
    """Make a moderator."""
    return database.run_here(
        lambda s: citizens.create(s, language="fr", now=NOON, role=Role.MODERATOR)
    )


def shows(
    database: Database, actor: Actor, entry_id: int, *, now: datetime = NOON
) -> int:
    """Submit evidence of a gesture in a transaction of its own; return its id."""
    return database.run_here(lambda s: evidence.submit(s, actor, entry_id, now=now))


def decides(
    database: Database,
    who: Actor,
    evidence_id: int,
    *,
    accepts: bool = True,
    rules: Rules = RULES,
    now: datetime = NOON,
) -> Decided:
    """Decide a piece of evidence in a transaction of its own."""
    verdict = Verdict(evidence_id, accepts, "" if accepts else "On ne voit rien.")
    return database.run_here(
        lambda s: evidence.decide(
            s, who, verdict, rules=rules, now=now, action_of=BY_SLUG.__getitem__
        )
    )
