"""What every state does the same way: who acts, in which language, what went wrong."""

import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import reflex as rx
import structlog

from climact_issy import access, routes, texts
from climact_issy.domain.errors import ClimactError, SignInNeeded
from climact_issy.domain.people import Actor
from climact_issy.presenters import errors

_log = structlog.get_logger(__name__)


def now() -> datetime:
    """Read the clock, once per gesture, at the edge."""
    return datetime.now(UTC)


def path_of(state: rx.State) -> str:
    """Return the address of the page the tab shows."""
    return state.router.url.path or "/"


def slug_of(state: rx.State) -> str:
    """Return the last segment of the page's address."""
    return path_of(state).rstrip("/").rsplit("/", 1)[-1]


def translator_of(state: rx.State) -> texts.Translator:
    """Return the translator of the page's language."""
    return texts.for_language(routes.language_of(path_of(state)))


async def viewer_of(state: rx.State) -> Actor | None:
    """Return the signed-in person of this tab, or None.

    The cookie of the handshake never changes, so the session row behind it is
    looked up again (through a short cache) on each event.
    """
    return await access.resolve(state.router.headers.cookie)


async def actor_of(state: rx.State) -> Actor:
    """Return the signed-in person.

    Raises:
        SignInNeeded: nobody is signed in.
    """
    actor = await viewer_of(state)
    if actor is None:
        raise SignInNeeded
    return actor


@asynccontextmanager
async def refusals(state: rx.State) -> AsyncIterator[None]:
    """Turn a refusal or a fault of the block into a sentence for the visitor."""
    # Imported here: the session state itself uses this module.
    from climact_issy.states.citizen.session import (  # noqa: PLC0415
        SessionState,
    )

    try:
        yield
    except ClimactError as refusal:
        session = await state.get_state(SessionState)
        session.notice = errors.sentence(translator_of(state), refusal)
        session.notice_kind = "info"
    except Exception:
        # The visitor gets one generic sentence, the log gets the traceback,
        # and the short id joins the two when somebody reports it.
        fault = secrets.token_hex(4)
        _log.exception("handler_failed", fault=fault, page=path_of(state))
        session = await state.get_state(SessionState)
        session.notice = errors.fault_sentence(translator_of(state), fault)
        session.notice_kind = "error"
