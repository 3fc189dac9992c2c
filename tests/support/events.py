"""Events, their codes and their holders, written straight into the tables."""

from datetime import date, timedelta

from sqlmodel import Session, select

from climact_issy.database import Database
from climact_issy.domain.events import Attendance
from climact_issy.domain.people import Actor
from climact_issy.models import Challenge, Code, Ledger, Team, TeamMembership
from climact_issy.services import code_batches, codes
from climact_issy.services.code_batches import Wanted
from tests.support.gestures import NOON
from tests.support.rules import RULES

TODAY = date(2026, 11, 25)
SLUG = "atelier-velo"


def event(database: Database, slug: str = SLUG, **changes: object) -> int:
    """Write an event of three days around today; return its challenge's id."""
    values: dict[str, object] = {
        "slug": slug,
        "kind": "event",
        "state": "running",
        "title_fr": "Atelier vélo",
        "title_en": "Bike workshop",
        "summary_fr": "On répare ensemble.",
        "summary_en": "We repair together.",
        "place": "Place de la mairie",
        "effort": 3,
        "starts_on": TODAY - timedelta(days=1),
        "ends_on": TODAY + timedelta(days=1),
        "created_by": "somebody",
        "created_at": NOON,
        "changed_at": NOON,
    }

    def work(session: Session) -> int:
        row = Challenge.model_validate(values | changes)
        session.add(row)
        session.flush()
        return row.id or 0

    return database.run_here(work)


def batch(database: Database, count: int = 1, **changes: object) -> int:
    """Make a batch of codes from the command line; return its id."""
    wanted = Wanted(**({"slug": SLUG, "count": count} | changes))  # pyright: ignore[reportArgumentType] - a test builds the value from a dict
    return database.run_here(lambda s: code_batches.create(s, None, wanted, now=NOON))


def texts(database: Database, batch_id: int) -> list[str]:
    """Read the codes of a batch."""
    return database.read_here(
        lambda s: list(
            s.exec(select(Code.text).where(Code.batch_id == batch_id).order_by("id"))
        )
    )


def redeem(
    database: Database, actor: Actor, typed: str, **changes: object
) -> Attendance | Exception:
    """Type a code in a transaction of its own."""
    given = {"rules": RULES, "now": NOON} | changes
    return database.run_here(lambda s: codes.redeem(s, actor, typed, **given))  # pyright: ignore[reportArgumentType] - a test builds the value from a dict


def captain(
    database: Database, actor: Actor, team: str, *, is_captain: bool = True
) -> None:
    """Put a person into a team, which is made when it does not exist."""

    def work(session: Session) -> None:
        row = session.exec(select(Team).where(Team.slug == team)).first()
        if row is None:
            row = Team(slug=team, name=team, join_code=team[:16], created_at=NOON)
            session.add(row)
            session.flush()
        session.add(
            TeamMembership(
                team_id=row.id or 0,
                citizen_id=actor.citizen_id,
                is_captain=is_captain,
                joined_at=NOON,
            )
        )

    database.run_here(work)


def ledger(database: Database) -> list[Ledger]:
    """Read the whole ledger."""
    return database.read_here(
        lambda s: list(s.exec(select(Ledger).order_by("id")).all())
    )
