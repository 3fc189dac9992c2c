"""Who asks and may they: the mark on event handlers and HTTP routes."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final, Literal, TypeVar

import structlog

from climact_issy import database
from climact_issy.domain.errors import NotAllowed, SignInNeeded
from climact_issy.domain.people import Actor, Role
from climact_issy.services import sessions
from climact_issy.settings import get_settings

_log = structlog.get_logger(__name__)

Level = Literal["public", "citizen", "captain", "moderator"]
MARK = "__climact_access__"

CACHE_SECONDS: Final = 15.0
"""A session ended in another process keeps its rights at most this long here."""

_CACHE_SIZE: Final = 10_000
_MAX_COOKIE: Final = 100

F = TypeVar("F", bound=Callable[..., object])


def access(level: Level) -> Callable[[F], F]:
    """Mark a handler with who may call it; an unmarked one is refused.

    Put it BELOW `@rx.event`, so that Reflex keeps the attribute.
    """

    def mark(handler: F) -> F:
        setattr(handler, MARK, level)
        return handler

    return mark


def check(actor: Actor | None, level: Level) -> None:
    """Refuse a person who may not call a handler of this level.

    Rights over one thing (my gesture, my team) are the services' matter.

    Raises:
        SignInNeeded: nobody is signed in and the level asks for somebody.
        NotAllowed: the person's role is not enough.
    """
    if level == "public":
        return
    if actor is None:
        raise SignInNeeded
    if actor.role not in _ROLES[level]:
        raise NotAllowed


_ROLES: Final[dict[Level, frozenset[Role]]] = {
    "citizen": frozenset(Role),
    "captain": frozenset({Role.CAPTAIN, Role.MODERATOR}),
    "moderator": frozenset({Role.MODERATOR}),
}


def cookie_name() -> str:
    """Name the session cookie; browsers guard the prefix, on https only."""
    is_https = get_settings().address.startswith("https://")
    return "__Host-climact_sid" if is_https else "climact_sid"


def cookie_value(cookie_header: str, name: str) -> str:
    """Read one cookie from a Cookie header, "" when it is not there or too long."""
    for part in cookie_header.split(";"):
        key, _, value = part.strip().partition("=")
        if key == name and len(value) <= _MAX_COOKIE:
            return value
    return ""


@dataclass(slots=True)
class _Cache:
    """Answers of the last seconds: hash of the cookie value -> (until, answer).

    `forgettings` grows with each `forget`: an answer that was read before one may
    be older than what it forgot, and is not kept.
    """

    kept: dict[str, tuple[float, Actor | None]] = field(default_factory=dict)
    forgettings: int = 0

    def get(self, key: str) -> tuple[float, Actor | None] | None:
        found = self.kept.get(key)
        return found if found and found[0] > time.monotonic() else None

    def put(self, key: str, actor: Actor | None, *, read_after: int) -> None:
        if read_after != self.forgettings:
            return
        if len(self.kept) >= _CACHE_SIZE:
            # Random cookies must not grow our memory: start again, empty.
            self.kept.clear()
        self.kept[key] = (time.monotonic() + CACHE_SECONDS, actor)

    def drop(self, keys: Iterable[str]) -> None:
        self.forgettings += 1
        for key in keys:
            self.kept.pop(key, None)


_cache = _Cache()


async def resolve(cookie_header: str) -> Actor | None:
    """Return the signed-in person of a Cookie header, or None.

    Args:
        cookie_header: as the browser sent it, "" when it sent none.
    """
    secret = cookie_value(cookie_header or "", cookie_name())
    if not secret:
        return None
    key = sessions.hash_of(secret)
    cached = _cache.get(key)
    if cached is not None:
        return cached[1]
    now = datetime.now(UTC)
    read_after = _cache.forgettings
    seen = await database.read(lambda s: sessions.find(s, secret, now=now))
    if seen is None:
        _cache.put(key, None, read_after=read_after)
        return None
    if seen.is_touch_due:
        await _touch(seen.actor.session_id, now)
    _cache.put(key, seen.actor, read_after=read_after)
    return seen.actor


async def _touch(session_id: int, now: datetime) -> None:
    try:
        await database.run(lambda s: sessions.touch(s, session_id, now=now))
    except Exception:  # noqa: BLE001 - a page can be read while nothing can be written
        _log.exception("session_not_touched")


def forget(secret: str) -> None:
    """Drop what this process remembers of a cookie value (it was revoked)."""
    _cache.drop([sessions.hash_of(secret)])


def forget_citizen(citizen_id: int) -> None:
    """Drop what this process remembers of a person whose row has changed."""
    _cache.drop(
        [
            key
            for key, (_, actor) in _cache.kept.items()
            if actor is not None and actor.citizen_id == citizen_id
        ]
    )


def forget_all() -> None:
    """Drop everything this process remembers (tests, a restored database)."""
    _cache.drop(list(_cache.kept))
