"""The person in front of the page, and the one notice a page can show."""

import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import reflex as rx
import structlog

from climact_issy import database
from climact_issy.access import access
from climact_issy.domain.errors import BadInput, ClimactError
from climact_issy.domain.people import Actor
from climact_issy.presenters import errors
from climact_issy.presenters.viewer import ViewerView, viewer
from climact_issy.services import citizens
from climact_issy.states.acting import (
    actor_of,
    now,
    path_of,
    translator_of,
    viewer_of,
)

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Visit:
    """One load of a page in a tab, a reconnection included.

    Attributes:
        path: of the page.
        came_from: path of the load before it.
        number: of the load, from 1.
    """

    path: str = ""
    came_from: str = ""
    number: int = 0


class SessionState(rx.State):
    """Who is signed in, on every page; nothing here proves who they are.

    The proof is the HttpOnly cookie, looked up by the gate at each event.
    """

    viewer: ViewerView = ViewerView()
    is_loaded: bool = False
    notice: str = ""
    notice_kind: str = ""
    answers: int = 0
    """Answers this tab has had: a tap waits until it moves (ui/pending.py)."""
    _session_id: int = 0
    _visit: Visit = Visit()

    @rx.event
    @access("public")
    async def load(self) -> None:
        """Read who is signed in; runs at every load and reconnect."""
        self.answers += 1
        last = self._visit
        self._visit = Visit(path_of(self), last.path, last.number + 1)
        async with refusals(self):
            await self._show(await viewer_of(self))
            self.is_loaded = True

    @rx.event
    @access("public")
    async def dismiss_notice(self) -> None:
        """Close the notice."""
        self.notice = ""
        self.notice_kind = ""

    @rx.event
    @access("public")
    async def not_understood(self) -> None:
        """Say that this tab sent what nobody can read (states/envelopes.py)."""
        self.answers += 1
        async with refusals(self):
            raise BadInput

    def _is_new_here(self) -> bool:
        """Whether the tab has just come from another page (else: a reconnection)."""
        return self._visit.came_from != self._visit.path

    async def _show(self, actor: Actor | None) -> None:
        points = 0
        if actor is not None:
            points = await database.read(
                lambda s: citizens.season_points(s, actor, now=now())
            )
        self.viewer = viewer(translator_of(self), actor, points)

    async def _refresh(self) -> None:
        """Read the viewer again after something of theirs changed."""
        await self._show(await actor_of(self))


@asynccontextmanager
async def refusals(state: rx.State) -> AsyncIterator[None]:
    """Turn a refusal or a fault of the block into a sentence for the visitor."""
    try:
        yield
    except ClimactError as refusal:
        session = await state.get_state(SessionState)
        session.notice = errors.sentence(translator_of(state), refusal)
        session.notice_kind = "info"
    except Exception:  # noqa: BLE001 - the edge: nothing may reach the visitor raw
        # The visitor gets one generic sentence, the log gets the traceback,
        # and the short id joins the two when somebody reports it.
        fault = secrets.token_hex(4)
        _log.exception("handler_failed", fault=fault, page=path_of(state))
        session = await state.get_state(SessionState)
        session.notice = errors.fault_sentence(translator_of(state), fault)
        session.notice_kind = "error"
