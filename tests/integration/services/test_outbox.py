from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import select

from climact_issy.database import Database
from climact_issy.models.outbox_mail import OutboxMail
from climact_issy.services import outbox
from climact_issy.services.outbox import Outgoing

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
SOON = timedelta(minutes=10)


@pytest.fixture
def queued(database: Database) -> Database:
    database.run_here(
        lambda s: outbox.queue(
            s,
            recipient="lina@example.org",
            subject="subject",
            text="secret words",
            expires_at=NOW + SOON,
            now=NOW,
        )
    )
    return database


def claim(database: Database, now: datetime = NOW) -> Outgoing | None:
    return database.run_here(lambda s: outbox.claim(s, now=now))


def fail(database: Database, mail: Outgoing, now: datetime, *, is_final: bool) -> None:
    database.run_here(
        lambda s: outbox.failed(s, mail, "451", is_final=is_final, now=now)
    )


def test_a_mail_is_claimed_by_one_worker(queued: Database) -> None:
    first = claim(queued)
    assert first is not None
    assert (first.recipient, first.text, first.tries) == (
        "lina@example.org",
        "secret words",
        1,
    )
    assert claim(queued) is None


def test_a_worker_that_dies_gives_its_mail_back(queued: Database) -> None:
    claim(queued)
    again = claim(queued, NOW + outbox.LEASE)
    assert again is not None
    assert again.tries == 2


def test_a_sent_mail_keeps_neither_address_nor_words(queued: Database) -> None:
    mail = claim(queued)
    assert mail is not None
    queued.run_here(lambda s: outbox.sent(s, mail.mail_id, now=NOW))
    row = queued.read_here(lambda s: s.exec(select(OutboxMail)).one())
    assert (row.recipient, row.subject, row.text, row.html) == ("", "", "", "")
    assert row.sent_at is not None
    assert claim(queued, NOW + timedelta(minutes=5)) is None


def test_each_failure_waits_twice_as_long(queued: Database) -> None:
    now = NOW
    for pause in (5, 10, 20):
        mail = claim(queued, now)
        assert mail is not None
        fail(queued, mail, now, is_final=False)
        almost = now + timedelta(seconds=pause - 1)
        assert not queued.read_here(lambda s, n=almost: outbox.is_any_due(s, now=n))
        now += timedelta(seconds=pause)
        assert queued.read_here(lambda s, n=now: outbox.is_any_due(s, now=n))


def test_a_final_failure_is_never_tried_again(queued: Database) -> None:
    mail = claim(queued)
    assert mail is not None
    fail(queued, mail, NOW, is_final=True)
    assert claim(queued, NOW + timedelta(minutes=5)) is None
    row = queued.read_here(lambda s: s.exec(select(OutboxMail)).one())
    assert row.recipient == ""


def test_a_mail_that_lost_its_meaning_is_not_sent(queued: Database) -> None:
    assert claim(queued, NOW + SOON) is None


def test_purging_forgets_expired_mails(queued: Database) -> None:
    queued.run_here(lambda s: outbox.purge(s, now=NOW))
    assert queued.read_here(lambda s: s.exec(select(OutboxMail.id)).all())
    queued.run_here(lambda s: outbox.purge(s, now=NOW + SOON * 2))
    assert not queued.read_here(lambda s: s.exec(select(OutboxMail.id)).all())
