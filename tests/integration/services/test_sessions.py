from datetime import UTC, datetime, timedelta

from sqlmodel import select

from climact_issy.database import Database
from climact_issy.models.web_session import WebSession
from climact_issy.services import citizens, sessions
from climact_issy.services.sessions import Seen

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def start(database: Database) -> str:
    def work(session):  # noqa: ANN001, ANN202 - one line of fixture
        actor = citizens.create(session, language="fr", now=NOW)
        return sessions.start(session, actor.citizen_id, agent="Firefox", now=NOW)

    return database.run_here(work)


def find(database: Database, secret: str, now: datetime = NOW) -> Seen | None:
    return database.read_here(lambda s: sessions.find(s, secret, now=now))


def test_a_cookie_value_finds_its_person(database: Database) -> None:
    seen = find(database, start(database))
    assert seen is not None
    assert seen.actor.session_id > 0
    assert not seen.is_touch_due


def test_the_table_keeps_a_hash_of_the_value_only(database: Database) -> None:
    secret = start(database)
    row = database.read_here(lambda s: s.exec(select(WebSession)).one())
    assert row.id_hash != secret
    assert len(row.id_hash) == 64
    assert len(secret) >= 43


def test_an_invented_value_finds_nobody(database: Database) -> None:
    start(database)
    assert find(database, "x" * 43) is None
    assert find(database, "") is None


def test_a_revoked_session_is_over(database: Database) -> None:
    secret = start(database)
    database.run_here(lambda s: sessions.revoke(s, secret, now=NOW))
    assert find(database, secret) is None


def test_a_session_nobody_uses_ends_after_thirty_days(database: Database) -> None:
    secret = start(database)
    assert find(database, secret, NOW + timedelta(days=29))
    assert find(database, secret, NOW + timedelta(days=30)) is None


def test_a_used_session_ends_after_ninety_days(database: Database) -> None:
    secret = start(database)
    for days in (20, 40, 60, 80):
        now = NOW + timedelta(days=days)
        seen = find(database, secret, now)
        assert seen is not None
        assert seen.is_touch_due
        session_id = seen.actor.session_id
        database.run_here(lambda s, i=session_id, n=now: sessions.touch(s, i, now=n))
        again = find(database, secret, now)
        assert again is not None
        assert not again.is_touch_due
    assert find(database, secret, NOW + timedelta(days=90)) is None


def test_purging_forgets_only_what_is_over(database: Database) -> None:
    over, living = start(database), start(database)
    database.run_here(lambda s: sessions.revoke(s, over, now=NOW))
    database.run_here(lambda s: sessions.purge(s, now=NOW))
    left = database.read_here(lambda s: s.exec(select(WebSession.id)).all())
    assert len(left) == 1
    assert find(database, living)
