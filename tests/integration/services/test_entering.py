from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlmodel import Session, select

from climact_issy.database import Database
from climact_issy.domain.errors import NotFound
from climact_issy.models.citizen import CitizenIdentity
from climact_issy.models.sign_in_token import SignInToken
from climact_issy.services import demo, deployment, entering, sessions, sign_in
from climact_issy.services.deployment import WrongDatabase
from climact_issy.services.entering import Browser, Entered
from climact_issy.services.sign_in import Asked, Asking

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
ASKING = Asking("lina@example.org", "browser-secret", "192.0.2.1", "en", "/en/act")
HERE = Browser(agent="Firefox", secret="browser-secret")


def ask(database: Database) -> Asked:
    told: list[Asked] = []

    def compose(asked: Asked) -> tuple[str, str, str]:
        told.append(asked)
        return "subject", asked.token, asked.code

    database.run_here(lambda s: sign_in.ask(s, ASKING, compose, now=NOW))
    return told[-1]


def enter(database: Database, token: str, browser: Browser = HERE) -> Entered:
    return database.run_here(
        lambda s: entering.enter_by_link(s, token, browser, now=NOW)
    )


def test_the_same_address_is_the_same_person(database: Database) -> None:
    first = enter(database, ask(database).token)
    again = enter(database, ask(database).token)
    assert first.actor.citizen_id == again.actor.citizen_id
    assert first.cookie != again.cookie


def test_no_table_of_people_holds_an_address_or_a_secret(database: Database) -> None:
    asked = ask(database)
    entered = enter(database, asked.token)

    def kept(session: Session) -> str:
        rows: list[object] = [
            *session.exec(select(SignInToken)).all(),
            *session.exec(select(CitizenIdentity)).all(),
        ]
        return repr([vars(row) for row in rows])

    text = database.read_here(kept)
    for secret in ("lina", "example.org", "192.0.2.1", "browser-secret"):
        assert secret not in text
    assert asked.token not in text
    assert entered.cookie not in text


def test_signing_in_again_ends_the_session_the_browser_had(database: Database) -> None:
    first = enter(database, ask(database).token)
    enter(database, ask(database).token, replace(HERE, old_session=first.cookie))
    seen = database.read_here(lambda s: sessions.find(s, first.cookie, now=NOW))
    assert seen is None


def test_demo_people_do_not_exist_in_a_real_database(database: Database) -> None:
    database.run_here(lambda s: deployment.claim(s, "real", now=NOW))
    with pytest.raises(WrongDatabase):
        database.run_here(lambda s: entering.enter_as_demo(s, "lina", HERE, now=NOW))


def test_an_unknown_demo_person_is_not_found(database: Database) -> None:
    database.run_here(lambda s: deployment.claim(s, "demo", now=NOW))
    with pytest.raises(NotFound):
        database.run_here(lambda s: entering.enter_as_demo(s, "nobody", HERE, now=NOW))


def test_the_link_signs_in_wherever_it_is_opened(database: Database) -> None:
    entered = enter(database, ask(database).token)
    assert (entered.next_path, entered.language) == ("/en/act", "en")
    assert entered.actor.neighbourhood == ""
    seen = database.read_here(lambda s: sessions.find(s, entered.cookie, now=NOW))
    assert seen is not None
    assert seen.actor.citizen_id == entered.actor.citizen_id


def test_a_demo_person_is_entered_with_their_key(database: Database) -> None:
    database.run_here(lambda s: deployment.claim(s, "demo", now=NOW))
    database.run_here(lambda s: demo.seed(s, now=NOW, people=10))
    for persona in demo.personas():
        entered = database.run_here(
            lambda s, k=persona.key: entering.enter_as_demo(s, k, HERE, now=NOW)
        )
        assert entered.actor.is_demo
        assert entered.actor.pseudonym == persona.pseudonym
