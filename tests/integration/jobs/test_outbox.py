from datetime import UTC, datetime, timedelta

import pytest

from climact_issy.connectors.base import ConnectorError
from climact_issy.connectors.mail import Mail
from climact_issy.database import Database
from climact_issy.jobs import outbox as jobs_outbox
from climact_issy.jobs.outbox import send_due
from climact_issy.services import outbox

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


class Post:
    """Takes mails, after failing a number of times."""

    def __init__(self, failures: int = 0, *, is_temporary: bool = True) -> None:
        self.taken: list[Mail] = []
        self.failures = failures
        self.is_temporary = is_temporary

    async def send(self, mail: Mail) -> None:
        if self.failures:
            self.failures -= 1
            message = "refused with 451"
            raise ConnectorError(message, is_temporary=self.is_temporary)
        self.taken.append(mail)


@pytest.fixture
def queued(database: Database) -> Database:
    for name in ("lina", "marc"):
        database.run_here(
            lambda s, n=name: outbox.queue(
                s,
                recipient=f"{n}@example.org",
                subject="subject",
                text="words",
                now=NOW,
            )
        )
    return database


async def test_every_waiting_mail_leaves_once(queued: Database) -> None:
    assert queued.engine
    post = Post()
    assert await send_due(post, NOW) == 2
    assert await send_due(post, NOW + timedelta(hours=1)) == 0
    assert sorted(mail.recipient for mail in post.taken) == [
        "lina@example.org",
        "marc@example.org",
    ]


async def test_a_mail_that_failed_leaves_later(queued: Database) -> None:
    assert queued.engine
    post = Post(failures=1)
    assert await send_due(post, NOW) == 1
    assert await send_due(post, NOW) == 0
    assert await send_due(post, NOW + 2 * outbox.FIRST_PAUSE) == 1
    assert len(post.taken) == 2


async def test_a_mail_that_expired_behind_a_slow_one_does_not_leave(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(2):
        database.run_here(
            lambda s: outbox.queue(
                s,
                recipient="lina@example.org",
                subject="subject",
                text="words",
                expires_at=NOW + timedelta(minutes=10),
                now=NOW,
            )
        )
    clock = [0.0]
    monkeypatch.setattr(jobs_outbox.time, "monotonic", lambda: clock[0])

    class SlowPost(Post):
        async def send(self, mail: Mail) -> None:
            clock[0] += 660
            await super().send(mail)

    assert await send_due(SlowPost(), NOW) == 1


async def test_a_mail_nobody_can_receive_is_given_up(queued: Database) -> None:
    assert queued.engine
    post = Post(failures=2, is_temporary=False)
    assert await send_due(post, NOW) == 0
    assert await send_due(post, NOW + timedelta(hours=1)) == 0
    assert post.taken == []
