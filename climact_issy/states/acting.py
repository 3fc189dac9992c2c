"""What every state does the same way: when, where, who, in which language."""

from datetime import UTC, datetime

import reflex as rx

from climact_issy import access, routes, texts
from climact_issy.domain.errors import SignInNeeded
from climact_issy.domain.people import Actor
from climact_issy.services import clients


def now() -> datetime:
    """Read the clock, once per gesture, at the edge."""
    return datetime.now(UTC)


def path_of(state: rx.State) -> str:
    """Return the address of the page the tab shows."""
    # `state.router` builds five views at each look; its fields are there already.
    return state.rx_router_url.path or "/"


def slug_of(state: rx.State) -> str:
    """Return the last segment of the page's address."""
    return path_of(state).rstrip("/").rsplit("/", 1)[-1]


def translator_of(state: rx.State) -> texts.Translator:
    """Return the translator of the page's language."""
    return texts.for_language(routes.language_of(path_of(state)))


def client_of(state: rx.State) -> str:
    """Return the network address of the visitor, for counting tries alone."""
    headers = state.rx_router_headers.raw_headers
    return clients.client_of(
        headers.get("asgi-scope-client", ""), headers.get("x-forwarded-for", "")
    )


async def viewer_of(state: rx.State) -> Actor | None:
    """Return the signed-in person of this tab, or None.

    The cookie of the handshake never changes, so the session row behind it is
    looked up again (through a short cache) on each event.
    """
    return await access.resolve(state.rx_router_headers.cookie)


async def actor_of(state: rx.State) -> Actor:
    """Return the signed-in person.

    Raises:
        SignInNeeded: nobody is signed in.
    """
    actor = await viewer_of(state)
    if actor is None:
        raise SignInNeeded
    return actor
