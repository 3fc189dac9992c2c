"""Citizens learn how a source is; staff learns why, and when it is tried again."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from climact_issy.connectors import eco2mix, recorded, smartlina_feed
from climact_issy.connectors.base import Page, Reason, Source, SourceError
from climact_issy.database import Database
from climact_issy.domain.errors import NotAllowed
from climact_issy.domain.people import Role
from climact_issy.domain.sources import Health, Run, Standing
from climact_issy.services import source_states
from tests.support.gestures import person

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
SOURCE = eco2mix.SOURCE


def fine(database: Database, at: datetime, newest: str = "2026-11-24T11:45Z") -> None:
    run = Run(SOURCE.name, 1, 4, 3, 2, 1, newest)
    page = Page("https://x.example/a", "", b"", at, '"e"', "then")
    database.run_here(lambda s: source_states.succeeded(s, SOURCE, run, page, now=at))


def fails(database: Database, at: datetime, reason: Reason = Reason.TIMEOUT) -> None:
    error = SourceError(reason)
    database.run_here(
        lambda s: source_states.failed(s, SOURCE, error, now=at, chance=0.0)
    )


def standing(database: Database, now: datetime) -> Standing:
    found = database.read_here(lambda s: source_states.standings(s, now=now))
    return next(item for item in found if item.name == SOURCE.name)


def test_a_source_that_was_never_read_is_due(database: Database) -> None:
    assert standing(database, NOW).health is Health.NEVER_READ
    assert database.read_here(lambda s: source_states.is_due(s, SOURCE, now=NOW))


def test_a_good_run_is_told_with_its_numbers(database: Database) -> None:
    fine(database, NOW)
    fine(database, NOW)

    found = standing(database, NOW)

    assert found.health is Health.OK
    assert found.last == Run(SOURCE.name, 0, 4, 3, 2, 1, "2026-11-24T11:45Z")
    assert found.rejects_ever == 2
    assert found.freshness.age == timedelta(minutes=15)


def test_it_is_due_again_after_its_pace(database: Database) -> None:
    fine(database, NOW)

    def is_due(at: datetime) -> bool:
        return database.read_here(lambda s: source_states.is_due(s, SOURCE, now=at))

    assert not is_due(NOW + HOUR - timedelta(seconds=1))
    assert is_due(NOW + HOUR)


def test_a_source_that_answers_with_old_values_is_late(database: Database) -> None:
    fine(database, NOW)

    assert standing(database, NOW + 5 * HOUR).health is Health.LATE


def test_failures_add_up_and_one_success_ends_them(database: Database) -> None:
    fine(database, NOW)
    fails(database, NOW + HOUR)
    fails(database, NOW + 2 * HOUR, Reason.SERVER)

    found = database.read_here(
        lambda s: source_states.operator_standings(s, now=NOW + 2 * HOUR)
    )[0]

    assert found.health is Health.FAILING
    assert found.newest == "2026-11-24T11:45Z"
    assert found.trouble is not None
    assert (found.trouble.reason, found.trouble.in_a_row) == ("server", 2)
    assert found.trouble.next_at == NOW + 2 * HOUR + timedelta(minutes=10)

    fine(database, NOW + 3 * HOUR)
    assert standing(database, NOW + 3 * HOUR).health is Health.OK


def test_citizens_see_no_reason_and_no_next_try(database: Database) -> None:
    fails(database, NOW)

    found = standing(database, NOW)

    assert found.health is Health.FAILING
    assert found.trouble is None


def test_only_staff_reads_the_reason(database: Database) -> None:
    fails(database, NOW)
    lina = person(database)
    staff = replace(lina, role=Role.MODERATOR)

    with pytest.raises(NotAllowed):
        database.read_here(lambda s: source_states.staff_standings(s, lina, now=NOW))
    found = database.read_here(
        lambda s: source_states.staff_standings(s, staff, now=NOW)
    )
    assert found[0].trouble is not None


def test_the_mark_never_moves_back(database: Database) -> None:
    fine(database, NOW)
    fine(database, NOW, newest="2024-01-01T00:00Z")

    found = database.read_here(lambda s: source_states.bookmark(s, SOURCE.name))

    assert found.watermark == "2026-11-24T11:45Z"
    assert (found.origin, found.etag, found.last_modified) == (
        "https://x.example/a",
        '"e"',
        "then",
    )


def test_a_recorded_day_is_read_once_and_never_late(database: Database) -> None:
    run = Run(recorded.SOURCE.name, 1, 97, newest="2023-09-22T00:00Z")
    database.run_here(
        lambda s: source_states.succeeded(s, recorded.SOURCE, run, None, now=NOW)
    )

    found = database.read_here(lambda s: source_states.standings(s, now=NOW))[1]

    assert found.health is Health.RECORDED
    assert not database.read_here(
        lambda s: source_states.is_due(s, recorded.SOURCE, now=NOW + 999 * HOUR)
    )


@pytest.mark.parametrize("source", [smartlina_feed.SOURCE, smartlina_feed.PUSHED])
def test_a_source_without_address_or_secret_is_said_to_be_not_connected(
    database: Database, monkeypatch: pytest.MonkeyPatch, source: Source
) -> None:
    def health() -> Health:
        source_states.get_settings.cache_clear()
        found = database.read_here(lambda s: source_states.standings(s, now=NOW))
        return next(item for item in found if item.name == source.name).health

    def is_due() -> bool:
        return database.read_here(lambda s: source_states.is_due(s, source, now=NOW))

    assert health() is Health.NOT_CONFIGURED
    assert not is_due()
    monkeypatch.setenv("CLIMACT_FEED_SECRET", "shared")
    monkeypatch.setenv(
        "CLIMACT_SOURCE_ADDRESSES", '{"smartlina-feed": "http://127.0.0.1:9/feed"}'
    )
    assert health() is Health.NEVER_READ
    assert is_due()
    source_states.get_settings.cache_clear()


def test_something_that_waits_makes_its_source_due(database: Database) -> None:
    fine(database, NOW)

    database.run_here(lambda s: source_states.wake(s, SOURCE, now=NOW))

    assert database.read_here(lambda s: source_states.is_due(s, SOURCE, now=NOW))
