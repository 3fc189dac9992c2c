from datetime import UTC, datetime, timedelta

from sqlmodel import select

from climact_issy.connectors.base import Page
from climact_issy.database import Database
from climact_issy.jobs.purge import purge
from climact_issy.models import RawPayload
from climact_issy.models.outbox_mail import OutboxMail
from climact_issy.models.sign_in_token import SignInToken
from climact_issy.models.web_session import WebSession
from climact_issy.services import entering, observations, raw_payloads, sign_in
from climact_issy.services.entering import Browser
from climact_issy.services.sign_in import Asked, Asking

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


async def test_a_quarter_of_a_year_later_nothing_of_a_visit_is_left(
    database: Database,
) -> None:
    asking = Asking("lina@example.org", "browser", "192.0.2.1", "fr", "/")
    told: list[Asked] = []

    def compose(asked: Asked) -> tuple[str, str, str]:
        told.append(asked)
        return "subject", "text", ""

    database.run_here(lambda s: sign_in.ask(s, asking, compose, now=NOW))
    browser = Browser(agent="Firefox")
    database.run_here(
        lambda s: entering.enter_by_link(s, told[0].token, browser, now=NOW)
    )
    tables = (SignInToken, WebSession, OutboxMail)
    for table in tables:
        assert database.read_here(lambda s, t=table: s.exec(select(t.id)).all())
    await purge(NOW + timedelta(days=91))
    for table in tables:
        assert not database.read_here(lambda s, t=table: s.exec(select(t.id)).all())


async def test_every_old_answer_is_emptied_in_one_turn(database: Database) -> None:
    at = NOW - raw_payloads.KEPT - timedelta(days=1)
    for number in range(raw_payloads.AT_ONCE + 3):
        page = Page("https://example.org", "text/csv", str(number).encode(), at)
        database.run_here(lambda s, page=page: observations.keep_raw(s, "a", page))
    await purge(NOW)
    bodies = database.read_here(lambda s: s.exec(select(RawPayload.body)).all())
    assert set(bodies) == {b""}
