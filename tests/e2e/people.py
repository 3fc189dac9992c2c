"""People made straight in the demonstration's database: a test never shares one."""

from dataclasses import dataclass
from datetime import UTC, datetime

from playwright.sync_api import Page
from sqlmodel import Session, func, select

from climact_issy.access import cookie_name
from climact_issy.content import actions as catalogue
from climact_issy.content import rules
from climact_issy.database import Database
from climact_issy.domain.people import Actor
from climact_issy.models.action_log import ActionLog
from climact_issy.models.audit_event import AuditEvent
from climact_issy.models.citizen import Citizen
from climact_issy.models.ledger import Ledger
from climact_issy.services import actions, citizens, sessions

PLACE = "centre-ville"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a session.

    Attributes:
        actor: who.
        cookie: value of the session's cookie.
        url: the site that knows the session.
    """

    actor: Actor
    cookie: str
    url: str

    @property
    def header(self) -> str:
        """The Cookie header of their browser."""
        return f"{cookie_name()}={self.cookie}"

    def enter(self, page: Page) -> None:
        """Sign a browser in."""
        page.context.add_cookies(
            [
                {
                    "name": cookie_name(),
                    "value": self.cookie,
                    "url": self.url,
                    "httpOnly": True,
                    "sameSite": "Lax",
                }
            ]
        )


@dataclass(frozen=True, slots=True)
class People:
    """Makes people, and looks at what is written about them.

    Attributes:
        database: the demonstration's.
        url: its address.
    """

    database: Database
    url: str

    def new(self, neighbourhood: str = PLACE) -> Person:
        """Make somebody and sign them in."""

        def work(session: Session) -> Person:
            now = datetime.now(UTC)
            actor = citizens.create(session, language="fr", now=now)
            if neighbourhood:
                actor = citizens.choose_neighbourhood(
                    session, actor, neighbourhood, now=now
                )
            cookie = sessions.start(session, actor.citizen_id, agent="e2e", now=now)
            return Person(actor, cookie, self.url)

        return self.database.run_here(work)

    def tap(self, person: Person, slug: str, seen: int = 0) -> int:
        """Note a gesture for somebody; return the number of the entry."""

        def work(session: Session) -> int:
            return actions.log(
                session,
                person.actor,
                catalogue.by_slug(slug),
                None,
                seen,
                rules=rules.first(),
                now=datetime.now(UTC),
            ).entry_id

        return self.database.run_here(work)

    def written(self) -> dict[str, int]:
        """Count the rows that what people do may add."""
        tables = (Ledger, ActionLog, Citizen, AuditEvent)

        def work(session: Session) -> dict[str, int]:
            return {
                table.__name__: session.exec(
                    select(func.count()).select_from(table)
                ).one()
                for table in tables
            }

        return self.database.read_here(work)
