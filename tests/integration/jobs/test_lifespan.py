import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from climact_issy.database import Database
from climact_issy.jobs.lifespan import jobs, lifespan_jobs
from climact_issy.services import outbox
from climact_issy.settings import get_settings


@pytest.fixture(autouse=True)
def data_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("CLIMACT_DATA_DIR", str(tmp_path))
    get_settings.cache_clear()
    yield tmp_path
    monkeypatch.undo()
    get_settings.cache_clear()


async def test_a_queued_mail_is_in_the_outbox_folder_within_seconds(
    database: Database, data_dir: Path
) -> None:
    now = datetime.now(UTC)
    database.run_here(
        lambda s: outbox.queue(
            s, recipient="lina@example.org", subject="s", text="words", now=now
        )
    )
    async with lifespan_jobs():
        for _ in range(50):
            if list((data_dir / "outbox").glob("*.eml")):
                break
            await asyncio.sleep(0.1)
    (path,) = (data_dir / "outbox").glob("*.eml")
    assert b"words" in path.read_bytes()


async def test_the_settings_keep_the_jobs_out_of_the_web_process(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert database.engine
    monkeypatch.setenv("CLIMACT_RUNS_JOBS", "false")
    get_settings.cache_clear()
    before = asyncio.all_tasks()
    async with lifespan_jobs():
        assert asyncio.all_tasks() == before
    async with lifespan_jobs(is_worker=True):
        assert asyncio.all_tasks() > before


def test_every_job_has_a_name_of_its_own() -> None:
    names = [job.name for job in jobs(get_settings())]
    assert len(names) == len(set(names))
