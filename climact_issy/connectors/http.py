"""How sources are asked: the only HTTP client that reads the outside.

Short time-outs, a deadline for the whole of an answer, a few tries with jitter, a cap
on the size, the hosts of the source and no other. The clock, the pause and chance
come in from outside, so that a test needs no waiting.
"""

import json
import random
import re
import time
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from types import TracebackType
from typing import Final, Self, cast
from urllib.parse import urljoin, urlsplit

import httpx

from climact_issy.connectors.base import (
    MOST_BYTES,
    Login,
    Page,
    Reason,
    Source,
    SourceError,
)

AGENT: Final = "ClimActIssy/1 (+civic climate indicators)"
_TOO_MANY: Final = 429
_NOT_MODIFIED: Final = 304
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_FIRST_ERROR, _FIRST_SERVER_ERROR = 400, 500
_BEARER: Final = re.compile(r"[A-Za-z0-9._~+/=-]{1,4096}")
_AGAIN: Final = frozenset(
    {Reason.TIMEOUT, Reason.UNREACHABLE, Reason.RATE_LIMITED, Reason.SERVER}
)


@dataclass(frozen=True, slots=True)
class Clock:
    """Time and chance.

    Attributes:
        now: aware instant.
        monotonic: seconds that never go back.
        sleep: waits some seconds.
        chance: a number in [0, 1).
    """

    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    monotonic: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    chance: Callable[[], float] = random.random


@dataclass(frozen=True, slots=True)
class Limits:
    """How long and how much.

    Attributes:
        connect_seconds: to open a connection.
        read_seconds: between two pieces of an answer.
        total_seconds: for one address, tries and pauses included.
        tries: at most.
        pause_seconds: before the second try; doubles, with jitter.
        most_bytes: of an answer, once unpacked.
    """

    connect_seconds: float = 5.0
    read_seconds: float = 10.0
    total_seconds: float = 60.0
    tries: int = 3
    pause_seconds: float = 1.0
    most_bytes: int = MOST_BYTES


@dataclass(frozen=True, slots=True)
class Known:
    """What we have of one address already.

    Attributes:
        origin: the address.
        etag: as the source gave it, "" when it gave none.
        last_modified: the same, by date.
    """

    origin: str = ""
    etag: str = ""
    last_modified: str = ""


def for_source(
    source: Source, replaced: str = "", known: Known = Known(), key: str = ""
) -> "HttpSource":
    """Return what asks one source.

    Args:
        source: the source, with its hosts and its largest answer.
        replaced: another address from the settings, "" for its own.
        known: what need not be sent again.
        key: from the settings, "" when there is none.
    """
    is_sent = bool(source.key_header and key and source.login is None)
    return HttpSource(
        address=(replaced or source.address).rstrip("/"),
        hosts=() if replaced else source.hosts,
        is_ours=bool(replaced),
        known=known,
        headers={source.key_header: key} if is_sent else {},
        login=source.login,
        key=key,
        limits=Limits(most_bytes=source.most_bytes),
    )


@contextmanager
def _failures_named() -> Generator[None]:
    """Turn what the network does into a reason; the message holds a type's name."""
    try:
        yield
    except httpx.TimeoutException as error:
        raise SourceError(Reason.TIMEOUT, type(error).__name__) from error
    except httpx.HTTPError as error:
        raise SourceError(Reason.UNREACHABLE, type(error).__name__) from error


def _token(body: bytes, name: str) -> str:
    """Read the token of a login.

    Raises:
        SourceError: there is none that a header may carry.
    """
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        raise SourceError(Reason.NOT_JSON, "the login is not JSON") from None
    told = cast("dict[str, object]", found).get(name) if isinstance(found, dict) else ""
    if not isinstance(told, str) or not _BEARER.fullmatch(told):
        raise SourceError(Reason.UNKNOWN_SHAPE, "the login gave no token")
    return told


@dataclass(slots=True)
class HttpSource:
    """Asks one source; use it in a `with` block.

    Attributes:
        address: scheme and host that paths are below.
        hosts: further hosts that may be asked.
        is_ours: the settings gave the address: plain http is then allowed.
        known: what need not be sent again.
        headers: sent with every question to the address itself, a key for example.
        login: how the key is changed for a token before the first question.
        key: "user:password" for the login; sent nowhere else.
        limits: how long and how much.
        clock: time and chance.
    """

    address: str
    hosts: tuple[str, ...] = ()
    is_ours: bool = False
    known: Known = Known()
    headers: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)
    login: Login | None = None
    key: str = field(default="", repr=False)
    limits: Limits = Limits()
    clock: Clock = field(default_factory=Clock)
    _client: httpx.Client = field(init=False, repr=False)
    _token: str = field(default="", init=False, repr=False)

    def __post_init__(self) -> None:
        """Prepare the client; no connection opens before the first question."""
        limits = self.limits
        self._client = httpx.Client(
            headers={"User-Agent": AGENT, "Accept": "application/json, */*;q=0.1"},
            timeout=httpx.Timeout(limits.read_seconds, connect=limits.connect_seconds),
            follow_redirects=False,
            trust_env=not self.is_ours,
        )

    def __enter__(self) -> Self:
        """Keep the connections for the block."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the connections."""
        self._client.close()

    def now(self) -> datetime:
        """Return this instant, aware."""
        return self.clock.now()

    def get(self, path: str, params: Mapping[str, str] | None = None) -> Page | None:
        """Ask for one address; None when nothing changed since the last time.

        Raises:
            SourceError: no usable answer came within the tries and the deadline.
        """
        # Without a path the address itself is asked: it names one document.
        whole = urljoin(f"{self.address}/", path) if path else self.address
        url = httpx.URL(whole, params=params)
        self._allow(url, Reason.HOST)
        until = self.clock.monotonic() + self.limits.total_seconds
        for left in reversed(range(self.limits.tries)):
            try:
                self._log_in(until)
                return self._ask(url, until)
            except SourceError as error:
                pause = self._pause(error, self.limits.tries - 1 - left)
                is_late = self.clock.monotonic() + pause >= until
                if error.reason not in _AGAIN or not left or is_late:
                    raise
                self.clock.sleep(pause)
        raise AssertionError  # the last try returned or raised

    def _allow(self, url: httpx.URL, reason: Reason) -> None:
        own = urlsplit(self.address)
        is_own = (url.scheme, url.netloc.decode()) == (own.scheme, own.netloc)
        if is_own and (self.is_ours or url.scheme == "https"):
            return
        if url.scheme != "https" or url.host not in self.hosts or url.port is not None:
            raise SourceError(reason, f"{url.host} is not a host of this source")

    def _pause(self, error: SourceError, tried: int) -> float:
        if error.retry_at is not None:
            return max((error.retry_at - self.now()).total_seconds(), 0.0)
        # Half to one and a half times: many sites must not come back together.
        return self.limits.pause_seconds * 2**tried * (0.5 + self.clock.chance())

    def _ask(self, url: httpx.URL, until: float) -> Page | None:
        asked = self._conditions(str(url))
        sent = asked | self._own_headers(url)
        with (
            _failures_named(),
            self._client.stream("GET", url, headers=sent) as answer,
        ):
            if answer.status_code == _NOT_MODIFIED and asked:
                return None
            self._check(answer)
            body = self._body(answer, until)
            return Page(
                origin=str(url),
                media_type=answer.headers.get("content-type", "")[:80],
                body=body,
                retrieved_at=self.now(),
                etag=answer.headers.get("etag", "")[:200],
                last_modified=answer.headers.get("last-modified", "")[:60],
            )

    def _log_in(self, until: float) -> None:
        """Change the key for a token, once; both stay in the memory of this run."""
        if self.login is None or self._token or not self.key:
            return
        url = httpx.URL(urljoin(f"{self.address}/", self.login.path))
        self._allow(url, Reason.HOST)
        user, _, password = self.key.partition(":")
        told = {"username": user, "password": password}
        with _failures_named(), self._client.stream("POST", url, json=told) as answer:
            self._check(answer)
            self._token = _token(self._body(answer, until), self.login.token)

    def _own_headers(self, url: httpx.URL) -> dict[str, str]:
        """Return the headers of our own: a key never goes to a further host."""
        own = httpx.URL(self.address)
        if (url.scheme, url.netloc) != (own.scheme, own.netloc):
            return {}
        bearer = {"Authorization": f"Bearer {self._token}"} if self._token else {}
        return {**self.headers, **bearer}

    def _conditions(self, url: str) -> dict[str, str]:
        if url != self.known.origin:
            return {}
        found = {
            "If-None-Match": self.known.etag,
            "If-Modified-Since": self.known.last_modified,
        }
        return {name: value for name, value in found.items() if value}

    def _check(self, answer: httpx.Response) -> None:
        """Refuse whatever is not an answer."""
        status = answer.status_code
        if status in _REDIRECTS:
            # Even to the same host: an address that moved is ours to correct.
            raise SourceError(Reason.REDIRECT, f"redirected with {status}")
        if status == _TOO_MANY:
            retry_at = self._retry_at(answer.headers.get("retry-after", ""))
            raise SourceError(
                Reason.RATE_LIMITED, f"status {status}", retry_at=retry_at
            )
        if status >= _FIRST_SERVER_ERROR:
            raise SourceError(Reason.SERVER, f"status {status}")
        if status >= _FIRST_ERROR or status == _NOT_MODIFIED:
            raise SourceError(Reason.REFUSED, f"status {status}")

    def _retry_at(self, words: str) -> datetime | None:
        """Read Retry-After: seconds, or a date of HTTP."""
        if words.isascii() and words.isdigit():
            return self.now() + timedelta(seconds=min(int(words), 86_400))
        try:
            found = parsedate_to_datetime(words)
        except ValueError:
            return None
        return found if found.utcoffset() is not None else found.replace(tzinfo=UTC)

    def _body(self, answer: httpx.Response, until: float) -> bytes:
        most = self.limits.most_bytes
        told = answer.headers.get("content-length", "")
        if told.isascii() and told.isdigit() and int(told) > most:
            raise SourceError(Reason.TOO_LARGE, f"{told} bytes")
        body = bytearray()
        for piece in answer.iter_bytes():
            body += piece
            if len(body) > most:
                raise SourceError(Reason.TOO_LARGE, f"more than {most} bytes")
            # A drip that never pauses meets no read time-out: the deadline ends it.
            if self.clock.monotonic() >= until:
                raise SourceError(Reason.TIMEOUT, "the whole answer took too long")
        return bytes(body)
