"""What every connector shares: how it fails, and the port of the sources we read.

A source is one module with a `SOURCE`: constants, a vocabulary, `fetch` and `parse`.
`fetch` asks through the port `Http`, so that only connectors/http.py opens a socket;
`parse` turns one untouched page into observations and needs no network at all.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final, Protocol, cast

from climact_issy.domain.observations import Batch

MOST_BYTES: Final = 10_000_000
"""The largest answer we read, once unpacked."""


class ConnectorError(Exception):
    """The other side refused, failed or did not answer.

    Attributes:
        is_temporary: whether trying again later can help.
    """

    def __init__(self, message: str, *, is_temporary: bool) -> None:
        """Say what happened, without any personal data."""
        super().__init__(message)
        self.is_temporary = is_temporary


class Reason(StrEnum):
    """Why a source could not be read."""

    TIMEOUT = "timeout"
    UNREACHABLE = "unreachable"
    RATE_LIMITED = "rate_limited"
    SERVER = "server"
    REFUSED = "refused"
    TOO_LARGE = "too_large"
    NOT_JSON = "not_json"
    UNKNOWN_SHAPE = "unknown_shape"
    REDIRECT = "redirect"
    HOST = "host"


_PASSING: Final = frozenset(
    {
        Reason.TIMEOUT,
        Reason.UNREACHABLE,
        Reason.RATE_LIMITED,
        Reason.SERVER,
        # A body that was cut is not JSON either; the next one may be whole.
        Reason.NOT_JSON,
    }
)


class SourceError(ConnectorError):
    """A source could not be read.

    Attributes:
        reason: stable code, for staff and the log.
        retry_at: when the source asked us to come back, None when it did not say.
    """

    def __init__(
        self, reason: Reason, message: str = "", *, retry_at: datetime | None = None
    ) -> None:
        """Keep why; the message holds no body and no key."""
        super().__init__(message or reason.value, is_temporary=reason in _PASSING)
        self.reason = reason
        self.retry_at = retry_at


@dataclass(frozen=True, slots=True)
class Page:
    """One answer, untouched.

    Attributes:
        origin: the address it came from.
        media_type: as the source says, "" when it does not.
        body: the bytes.
        retrieved_at: aware instant.
        etag: to ask for changes only, "" when the source gives none.
        last_modified: the same, by date.
    """

    origin: str
    media_type: str
    body: bytes
    retrieved_at: datetime
    etag: str = ""
    last_modified: str = ""


class Http(Protocol):
    """How an adapter asks its source, and what time it is."""

    def now(self) -> datetime:
        """Return this instant, aware."""
        ...

    def get(self, path: str, params: Mapping[str, str] | None = None) -> Page | None:
        """Ask for one address; None when nothing changed since the last time.

        Args:
            path: below the address of the source, or whole on an allowed host; ""
                asks the address itself.
            params: of the query.

        Raises:
            SourceError: no usable answer came.
        """
        ...


@dataclass(frozen=True, slots=True)
class Login:
    """How a key is changed for a token that lives for one run.

    The key of the settings is "user:password"; the source answers JSON with the token,
    which is sent as `Authorization: Bearer`.

    Attributes:
        path: where name and password are sent, below the address of the source.
        token: field of the answer that holds the token.
    """

    path: str
    token: str = "token"  # noqa: S105 - the name of a field


@dataclass(frozen=True, slots=True)
class Source:
    """One party whose values we read.

    Attributes:
        name: of the command line and of the tables.
        title: (French, English) what it tells.
        producer: who makes the values.
        licence: reuse licence with its credit.
        page: where a person can check, "" when nowhere.
        address: scheme and host that `fetch` asks; "" when it asks nobody.
        indicators: slugs of the indicators it feeds.
        pace: how often it publishes, None for one that never changes again.
        overlap: how far behind the newest known value to ask again, since sources
            correct what they have just published.
        fetch: asks for what is newer than an instant, page by page.
        parse: reads one page; raises SourceError when nothing in it is known.
        hosts: further hosts it may ask.
        step: time between two values without a gap, None when it is irregular.
        first: how far back a first run reads; further back on request.
        most_bytes: largest answer.
        needs_address: whether its address comes from the settings alone.
        key_header: header that carries a key from the settings, "" when none does.
        needs_key: whether nobody answers without that key.
        login: how the key is changed for a token, None when it is sent as it is.
        is_pushed: whether its values are sent to us instead of asked for.
        is_brought: whether staff brings its values in files: it has no turn of its own.
    """

    name: str
    title: tuple[str, str]
    producer: str
    licence: str
    page: str
    address: str
    indicators: tuple[str, ...]
    pace: timedelta | None
    overlap: timedelta
    fetch: Callable[[Http, datetime], Iterator[Page]]
    parse: Callable[[Page], Batch]
    hosts: tuple[str, ...] = ()
    step: timedelta | None = None
    first: timedelta = timedelta(days=31)
    most_bytes: int = MOST_BYTES
    needs_address: bool = False
    key_header: str = ""
    needs_key: bool = False
    login: Login | None = None
    is_pushed: bool = False
    is_brought: bool = False


def decoded(page: Page) -> object:
    """Return what the JSON of a page says.

    Raises:
        SourceError: it is not JSON, or nested without end.
    """
    try:
        return json.loads(page.body)
    except (ValueError, RecursionError):
        raise SourceError(Reason.NOT_JSON, "the body is not JSON") from None


def objects(found: object, *names: str) -> list[dict[str, object]]:
    """Return a list of JSON objects that lies below some names.

    Raises:
        SourceError: nothing of that shape is there.
    """
    for name in names:
        found = (
            cast("dict[str, object]", found).get(name)
            if isinstance(found, dict)
            else None
        )
    if not isinstance(found, list):
        raise SourceError(Reason.UNKNOWN_SHAPE, f"no list {'.'.join(names)}")
    rows = cast("list[object]", found)
    if not all(isinstance(row, dict) for row in rows):
        raise SourceError(Reason.UNKNOWN_SHAPE, "a row is no object")
    return cast("list[dict[str, object]]", rows)


def by_pages(
    http: Http,
    path: str,
    questions: Iterable[Mapping[str, str]],
    rows: Callable[[Page], int],
    full: int,
) -> Iterator[Page]:
    """Ask page after page, until one is not full or brings nothing new.

    Args:
        http: the way to the source.
        path: below the address of the source.
        questions: what to ask for each page, as many as may be asked at most.
        rows: counts those of a page.
        full: how many a page holds that has another after it.

    Raises:
        SourceError: a page did not come, or cannot be counted.
    """
    for asked in questions:
        page = http.get(path, asked)
        if page is None:
            return
        yield page
        if rows(page) < full:
            return
