from datetime import UTC, datetime

import pytest

from climact_issy import access
from climact_issy.database import Database
from climact_issy.domain.errors import NotAllowed, SignInNeeded
from climact_issy.domain.people import Actor, Role
from climact_issy.services import citizens, sessions
from climact_issy.settings import get_settings

NOW = datetime.now(UTC)


@pytest.fixture(autouse=True)
def _empty_cache() -> None:
    access.forget_all()


def start(database: Database) -> tuple[str, Actor]:
    def work(session):  # noqa: ANN001, ANN202 - one line of fixture
        actor = citizens.create(session, language="fr", now=NOW)
        return sessions.start(session, actor.citizen_id, agent="x", now=NOW), actor

    return database.run_here(work)


async def test_the_cookie_of_a_session_names_its_person(database: Database) -> None:
    secret, actor = start(database)
    found = await access.resolve(f"theme=dark; climact_sid={secret}; other=1")
    assert found is not None
    assert found.citizen_id == actor.citizen_id


@pytest.mark.parametrize(
    "header", ["", "climact_sid=", "climact_sid=invented", "x=climact_sid", ";;=;"]
)
async def test_any_other_cookie_names_nobody(database: Database, header: str) -> None:
    start(database)
    assert await access.resolve(header) is None


async def test_signing_out_counts_at_once_in_this_process(database: Database) -> None:
    secret, _ = start(database)
    header = f"climact_sid={secret}"
    assert await access.resolve(header)
    database.run_here(lambda s: sessions.revoke(s, secret, now=NOW))
    assert await access.resolve(header)
    access.forget(secret)
    assert await access.resolve(header) is None


async def test_signing_out_while_a_session_is_looked_up_counts_at_once(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret, _ = start(database)
    header = f"climact_sid={secret}"
    read = access.database.read

    async def slow_read(work):  # noqa: ANN001, ANN202 - stands for database.read
        found = await read(work)
        database.run_here(lambda s: sessions.revoke(s, secret, now=NOW))
        access.forget(secret)
        return found

    monkeypatch.setattr(access.database, "read", slow_read)
    await access.resolve(header)
    monkeypatch.setattr(access.database, "read", read)

    assert await access.resolve(header) is None


async def test_a_session_is_known_while_nothing_can_be_written(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret, actor = start(database)
    due = NOW + sessions.TOUCH_AFTER * 2

    class Later(datetime):
        @classmethod
        def now(cls, tz=None):  # noqa: ANN001, ANN206 - as datetime's own
            return due.astimezone(tz)

    async def locked(_work):  # noqa: ANN001, ANN202 - stands for database.run
        message = "database is locked"
        raise OSError(message)

    monkeypatch.setattr(access, "datetime", Later)
    monkeypatch.setattr(access.database, "run", locked)
    found = await access.resolve(f"climact_sid={secret}")

    assert found is not None
    assert found.citizen_id == actor.citizen_id


async def test_an_ending_elsewhere_counts_after_fifteen_seconds(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret, _ = start(database)
    header = f"climact_sid={secret}"
    assert await access.resolve(header)
    database.run_here(lambda s: sessions.revoke(s, secret, now=NOW))
    real = access.time.monotonic
    monkeypatch.setattr(
        access.time, "monotonic", lambda: real() + access.CACHE_SECONDS + 1
    )
    assert await access.resolve(header) is None


async def test_a_change_of_a_person_is_seen_once_forgotten(database: Database) -> None:
    secret, actor = start(database)
    header = f"climact_sid={secret}"
    await access.resolve(header)
    database.run_here(lambda s: citizens.rename(s, actor, "Martin", now=NOW))
    access.forget_citizen(actor.citizen_id)
    found = await access.resolve(header)
    assert found is not None
    assert found.pseudonym == "Martin"


async def test_random_cookies_do_not_grow_the_memory(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert database.engine
    monkeypatch.setattr(access, "_CACHE_SIZE", 10)
    for number in range(35):
        assert await access.resolve(f"climact_sid=invented{number}") is None
    assert len(access._cache.kept) <= 10


def test_only_a_secure_site_uses_the_guarded_cookie_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert access.cookie_name() == "climact_sid"
    monkeypatch.setenv("CLIMACT_PUBLIC_URL", "https://climact.example")
    get_settings.cache_clear()
    assert access.cookie_name() == "__Host-climact_sid"
    monkeypatch.undo()
    get_settings.cache_clear()


def test_each_level_lets_in_who_it_names() -> None:
    people = {role: Actor(1, "m", role=role) for role in Role}
    access.check(None, "public")
    for role in Role:
        access.check(people[role], "citizen")
    access.check(people[Role.CAPTAIN], "captain")
    access.check(people[Role.MODERATOR], "captain")
    access.check(people[Role.MODERATOR], "moderator")


@pytest.mark.parametrize("level", ["captain", "moderator"])
def test_each_level_keeps_out_everybody_else(level: access.Level) -> None:
    with pytest.raises(SignInNeeded):
        access.check(None, level)
    with pytest.raises(NotAllowed):
        access.check(Actor(1, "m"), level)
