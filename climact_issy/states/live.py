"""The live board: one task per worker pushes the race to the tabs that show it.

No loop per tab: a tab registers when its page loads, the one task compares a
version number, presents the board once per face (language, own neighbourhood)
and pushes it, at most every two seconds. A tab whose socket is gone is
forgotten at the next look.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass, field

import reflex as rx
import structlog

from climact_issy import database, texts
from climact_issy.content import rules
from climact_issy.presenters.leaderboards import BoardView, board_view
from climact_issy.services import leaderboards
from climact_issy.states.acting import now

_log = structlog.get_logger(__name__)

LOOK_EVERY_S = 0.5
PUSH_EVERY_S = 2.0


@dataclass(frozen=True, slots=True)
class Face:
    """How a tab sees the board.

    Attributes:
        language: "fr" or "en".
        neighbourhood: slug of the viewer's own, "" when they have none.
    """

    language: str
    neighbourhood: str


@dataclass(slots=True)
class LiveBoard:
    """The tabs of this worker that show the board.

    Attributes:
        tabs: client token -> face.
        pushed_version: version of the last push.
    """

    tabs: dict[str, Face] = field(default_factory=dict[str, Face])
    pushed_version: int = -1

    def register(self, token: str, face: Face) -> None:
        """Keep a tab informed from now on."""
        self.tabs[token] = face

    def forget_all_but(self, connected: Iterable[str]) -> None:
        """Forget the tabs whose socket is gone."""
        alive = set(connected)
        for token in [t for t in self.tabs if t not in alive]:
            del self.tabs[token]


board = LiveBoard()


async def show(language: str, neighbourhood: str) -> BoardView:
    """Read the board and present it for one face."""
    found = await database.read(
        lambda s: leaderboards.board(s, rules=rules.current(), now=now())
    )
    return board_view(texts.for_language(language), found, neighbourhood)


async def push(app: rx.App) -> int:
    """Push the board to every registered tab; return how many got it."""
    # Imported here: the board state registers its tabs with this module.
    from climact_issy.states.citizen.board import BoardState  # noqa: PLC0415

    found = await database.read(
        lambda s: leaderboards.board(s, rules=rules.current(), now=now())
    )
    faces: dict[Face, BoardView] = {}
    for token, face in list(board.tabs.items()):
        if face not in faces:
            t = texts.for_language(face.language)
            faces[face] = board_view(t, found, face.neighbourhood)
        key = rx.BaseStateToken(ident=token, cls=BoardState)
        async with app.modify_state(key) as root:
            tab = await root.get_state(BoardState)
            tab.board = faces[face]
    return len(board.tabs)


async def look(app: rx.App) -> bool:
    """Look once: forget closed tabs, push if the version moved.

    Returns:
        Whether a push was made.
    """
    namespace = app.event_namespace
    if namespace is None:
        return False
    board.forget_all_but(namespace.token_to_sid)
    if not board.tabs:
        board.pushed_version = -1
        return False
    version = await database.read(leaderboards.version)
    if version == board.pushed_version:
        return False
    board.pushed_version = version
    await push(app)
    return True


def lifespan(app: rx.App) -> contextlib.AbstractAsyncContextManager[None]:
    """Return the lifespan context that runs the one task of this worker."""

    async def _run() -> None:
        while True:
            pause = LOOK_EVERY_S
            try:
                if await look(app):
                    pause = PUSH_EVERY_S
            except Exception:  # noqa: BLE001 - the board must outlive a database hiccup
                _log.exception("live_board_failed")
                pause = PUSH_EVERY_S
            await asyncio.sleep(pause)

    @contextlib.asynccontextmanager
    async def _context() -> AsyncIterator[None]:
        task = asyncio.create_task(_run())
        try:
            yield
        finally:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task

    return _context()
