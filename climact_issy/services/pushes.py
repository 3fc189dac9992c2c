"""Figures that are sent to us: checked at the door, kept untouched, read by ingestion.

The web process only checks and keeps; `climact ingest --due` reads what waits through
the same path as an answer that was asked for. A payload is known by its hash, so one
that is sent twice is kept once.
"""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final, Protocol, TypeVar

from sqlmodel import Session, col, select

from climact_issy.connectors import smartlina_feed
from climact_issy.connectors.base import Page, Source
from climact_issy.domain import signatures
from climact_issy.domain.errors import BadInput, NotFound
from climact_issy.models import RawPayload, SourceState
from climact_issy.services import observations, source_states

SOURCE: Final[Source] = smartlina_feed.PUSHED
ORIGIN: Final = "push"
MARGIN: Final = timedelta(minutes=10)
"""A payload that was being kept while a run began is read by the next one."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Push:
    """One message.

    Attributes:
        body: untouched.
        seconds: instant of the sender, as the message tells it.
        signature: as the message tells it.
    """

    body: bytes
    seconds: str
    signature: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of a message.

    Attributes:
        sha256: of the body.
        is_new: False when the same body was kept before.
        values: how many it holds for our commune.
    """

    sha256: str
    is_new: bool
    values: int


class InvalidFeed(BadInput):
    """A feed that does not keep its schema.

    Attributes:
        faults: where, a line each.
    """

    status = 422
    code = "feed_invalid"

    def __init__(self, faults: Sequence[str] = ()) -> None:
        """Keep where it is wrong."""
        super().__init__()
        self.faults = tuple(faults)


def checked(push: Push, secret: str, *, now: datetime) -> Page:
    """Return a message as a page that may be kept; it needs no database.

    Args:
        push: the message.
        secret: shared with the sender, "" when we take nothing.
        now: aware instant.

    Raises:
        NotFound: we take nothing.
        NotAllowed: it is not signed, or not of now.
        InvalidFeed: it does not keep the schema; nothing of it is kept.
    """
    if not secret:
        raise NotFound
    signatures.check(secret.encode(), push.seconds, push.body, push.signature, now=now)
    if faults := smartlina_feed.faults(push.body):
        raise InvalidFeed(faults)
    return Page(ORIGIN, "application/json", push.body, now)


def keep(session: Session, page: Page) -> Receipt:
    """Keep a checked message and have it read at the next turn.

    Args:
        session: open unit of work.
        page: what `checked` returned.
    """
    sha256 = hashlib.sha256(page.body).hexdigest()
    known = session.exec(
        select(col(RawPayload.id)).where(
            col(RawPayload.sha256) == sha256, col(RawPayload.body) != b""
        )
    ).first()
    if known is None:
        observations.keep_raw(session, SOURCE.name, page)
        source_states.wake(session, SOURCE, now=page.retrieved_at)
    values = len(SOURCE.parse(page).observations)
    return Receipt(sha256, known is None, values)


class Reader(Protocol):
    """The open database."""

    def read_here(self, work: Callable[[Session], T]) -> T:
        """Do a piece of work that must not write."""
        ...


@dataclass(frozen=True, slots=True)
class Inbox:
    """The port of a source that is sent to us: it gives what waits, oldest first.

    Attributes:
        database: open.
        since: what was received before was read already; None = read everything.
    """

    database: Reader
    since: datetime | None = None

    def now(self) -> datetime:
        """Return this instant, aware."""
        return datetime.now(UTC)

    def get(self, path: str, params: Mapping[str, str] | None = None) -> Page | None:
        """Return the next payload after one, None when there is no other.

        Args:
            path: must be `smartlina_feed.WAITING`.
            params: `after`: etag of the payload before, "" for the first.
        """
        assert path == smartlina_feed.WAITING  # noqa: S101 - nothing else lives here
        after = (params or {}).get("after", "")
        return self.database.read_here(lambda s: _next(s, int(after or 0), self.since))


def inbox(database: Reader, source: Source, since: datetime | None) -> Inbox:
    """Return what gives a run the payloads that it has not read.

    Args:
        database: open.
        source: one that is sent to us.
        since: from when on, None = since the last good run.
    """
    found = database.read_here(lambda s: s.get(SourceState, source.name))
    last = found.succeeded_at - MARGIN if found and found.succeeded_at else None
    return Inbox(database, since or last)


def _next(session: Session, after: int, since: datetime | None) -> Page | None:
    asked = select(RawPayload).where(
        col(RawPayload.source) == SOURCE.name,
        col(RawPayload.id) > after,
        # Of an old payload only the hash is left: there is nothing to read again.
        col(RawPayload.body) != b"",
    )
    if since is not None:
        asked = asked.where(col(RawPayload.retrieved_at) >= since)
    row = session.exec(asked.order_by(col(RawPayload.id)).limit(1)).first()
    if row is None:
        return None
    return Page(
        row.origin, row.media_type, row.body, row.retrieved_at, etag=str(row.id)
    )
