from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

from climact_issy.database import Database
from climact_issy.services import leases

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def take(database: Database, holder: str, now: datetime = NOW) -> bool:
    return database.run_here(
        lambda s: leases.take(s, "purge", holder, lasts=MINUTE, now=now)
    )


def test_one_of_many_workers_gets_the_job(database: Database) -> None:
    for now in (NOW, NOW + MINUTE):
        with ThreadPoolExecutor(8) as pool:
            holders = [f"worker-{number}" for number in range(8)]
            taken = list(pool.map(lambda h, n=now: take(database, h, n), holders))
        assert sum(taken) == 1


def test_a_job_is_free_again_when_its_time_is_over(database: Database) -> None:
    assert take(database, "a")
    assert not take(database, "a", NOW + MINUTE / 2)
    assert not take(database, "b", NOW + MINUTE / 2)
    assert take(database, "b", NOW + MINUTE)


def test_a_job_given_back_may_be_taken_at_once(database: Database) -> None:
    assert take(database, "a")
    database.run_here(lambda s: leases.release(s, "purge", "b", now=NOW))
    assert not take(database, "b")
    database.run_here(lambda s: leases.release(s, "purge", "a", now=NOW))
    assert take(database, "b")
