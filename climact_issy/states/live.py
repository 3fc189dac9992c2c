"""The live board: one task per worker pushes the race to the tabs that show it.

No loop per tab: a tab registers when its page loads, the one task compares a
version number, presents the board once per face (language, own neighbourhood)
and pushes it, at most every two seconds. A tab whose socket is gone is
forgotten at the next look.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import date

import reflex as rx
import structlog

from climact_issy import database
from climact_issy.presenters.leaderboards import BoardView
from climact_issy.services import leaderboards
from climact_issy.states.acting import now
from climact_issy.states.audience import Face, audience
from climact_issy.states.citizen.board import BoardState, present, read_board

_log = structlog.get_logger(__name__)

LOOK_EVERY_S = 0.5
PUSH_EVERY_S = 2.0


@dataclass(slots=True)
class LiveBoard:
    """What this worker last pushed.

    Attributes:
        app: the app whose tabs are told.
        pushed: freshness of the last push, None when nobody was there to see it.
    """

    app: rx.App
    pushed: tuple[int, int, date] | None = None

    async def look(self) -> bool:
        """Look once: forget closed tabs, push if the board has changed.

        Returns:
            Whether a push was made.
        """
        namespace = self.app.event_namespace
        if namespace is None:
            return False
        audience.forget_all_but(namespace.token_to_sid)
        if not audience.tabs:
            self.pushed = None
            return False
        at = now()
        fresh = await database.read(lambda s: leaderboards.freshness(s, now=at))
        if fresh == self.pushed:
            return False
        await self.push()
        # Only now: a push that failed is tried again at the next look.
        self.pushed = fresh
        return True

    async def push(self) -> None:
        """Push the board to every registered tab, presented once per face."""
        found = await read_board()
        faces: dict[Face, BoardView] = {}
        for token, face in list(audience.tabs.items()):
            if face not in faces:
                faces[face] = present(found, face)
            try:
                await self._show(token, faces[face])
            except Exception:  # noqa: BLE001 - one odd tab does not keep the others waiting
                _log.exception("live_tab_failed")

    async def _show(self, token: str, view: BoardView) -> None:
        key = rx.BaseStateToken(ident=token, cls=BoardState)
        async with self.app.modify_state(key) as root:
            tab = await root.get_state(BoardState)
            # A tab that came first has just read this very board: sent again, it
            # would cost a phone a second drawing of the whole page.
            if tab.board != view:
                tab.board = view

    async def run(self) -> None:
        """Look for ever."""
        while True:
            pause = LOOK_EVERY_S
            try:
                if await self.look():
                    pause = PUSH_EVERY_S
            except Exception:  # noqa: BLE001 - the board outlives a database hiccup
                _log.exception("live_board_failed")
                pause = PUSH_EVERY_S
            await asyncio.sleep(pause)


@contextlib.asynccontextmanager
async def lifespan(app: rx.App) -> AsyncIterator[None]:
    """Run the one task of this worker while the app lives."""
    task = asyncio.create_task(LiveBoard(app).run())
    try:
        yield
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task
