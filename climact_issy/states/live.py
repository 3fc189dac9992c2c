"""Live things: one task per worker and thing pushes it to the tabs that show it.

No loop per tab: a tab registers when its page loads, the task compares a version,
presents once per way of seeing (language, own neighbourhood, challenge) and pushes,
at most every two seconds. A tab whose socket is gone is forgotten at the next look.
"""

import asyncio
import contextlib
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any, Generic

import reflex as rx
import structlog

from climact_issy import database
from climact_issy.domain.gestures import Board
from climact_issy.services import boosts, challenges, leaderboards
from climact_issy.states.acting import now
from climact_issy.states.audience import (
    Audience,
    F,
    Face,
    Showing,
    audience,
    boost_audience,
    challenge_audience,
)
from climact_issy.states.citizen.board import BoardState, present, read_board
from climact_issy.states.citizen.challenges import (
    ChallengesState,
    ChallengeState,
    present_challenge,
    present_challenges,
)
from climact_issy.states.citizen.weather import BoostsState, present_boosts

_log = structlog.get_logger(__name__)

LOOK_EVERY_S = 0.5
PUSH_EVERY_S = 2.0


@dataclass(slots=True)
class Live(ABC, Generic[F]):
    """Something that changes while people look at it.

    Attributes:
        app: the app whose tabs are told.
        pushed: freshness of the last push, None when nobody was there to see it.
    """

    app: rx.App
    pushed: tuple[Any, ...] | None = None

    @property
    @abstractmethod
    def audience(self) -> Audience[F]:
        """Who is told."""

    @abstractmethod
    async def fresh(self) -> tuple[Any, ...]:
        """Return what differs after every change."""

    @abstractmethod
    async def read(self) -> Any:  # noqa: ANN401 - each live thing reads its own
        """Read once what every tab of a push is shown."""

    @abstractmethod
    async def seen(self, found: Any, face: F) -> Any:  # noqa: ANN401 - as `read`
        """Present it in one way of seeing."""

    @abstractmethod
    def place(self, face: F) -> tuple[type[rx.State], str]:
        """Name the state, and its var, that hold it in a tab."""

    async def look(self) -> bool:
        """Look once: forget closed tabs, push if something has changed.

        Returns:
            Whether a push was made.
        """
        namespace = self.app.event_namespace
        if namespace is None:
            return False
        self.audience.forget_all_but(namespace.token_to_sid)
        if not self.audience.tabs:
            self.pushed = None
            return False
        fresh = await self.fresh()
        if fresh == self.pushed:
            return False
        await self.push()
        # Only now: a push that failed is tried again at the next look.
        self.pushed = fresh
        return True

    async def push(self) -> None:
        """Push to every registered tab, presented once per way of seeing."""
        found = await self.read()
        faces: dict[F, Any] = {}
        for token, face in list(self.audience.tabs.items()):
            if face not in faces:
                faces[face] = await self.seen(found, face)
            try:
                await self._show(token, face, faces[face])
            except Exception:  # noqa: BLE001 - one odd tab does not keep the others waiting
                _log.exception("live_tab_failed")

    async def _show(self, token: str, face: F, view: Any) -> None:  # noqa: ANN401 - as `read`
        kind, name = self.place(face)
        key = rx.BaseStateToken(ident=token, cls=kind)
        async with self.app.modify_state(key) as root:
            tab = await root.get_state(kind)
            # A tab that came first has just read this very view: sent again, it
            # would cost a phone a second drawing of the whole page.
            if getattr(tab, name) != view:
                setattr(tab, name, view)

    async def run(self) -> None:
        """Look for ever."""
        while True:
            pause = LOOK_EVERY_S
            try:
                if await self.look():
                    pause = PUSH_EVERY_S
            except Exception:  # noqa: BLE001 - it outlives a database hiccup
                _log.exception("live_failed", what=type(self).__name__)
                pause = PUSH_EVERY_S
            await asyncio.sleep(pause)


class LiveBoard(Live[Face]):
    """The race and the shared goal."""

    @property
    def audience(self) -> Audience[Face]:
        """The tabs that show the board."""
        return audience

    async def fresh(self) -> tuple[Any, ...]:
        """Return the version of the board."""
        at = now()
        return await database.read(lambda s: leaderboards.freshness(s, now=at))

    async def read(self) -> Board:
        """Read the board."""
        return await read_board()

    async def seen(self, found: Board, face: Face) -> Any:  # noqa: ANN401 - as `read`
        """Present the board in one face."""
        return present(found, face)

    def place(self, face: Face) -> tuple[type[rx.State], str]:
        """Name where the board is."""
        del face
        return BoardState, "board"


class LiveChallenges(Live[Showing]):
    """The list of the challenges, and each challenge."""

    @property
    def audience(self) -> Audience[Showing]:
        """The tabs that show challenges."""
        return challenge_audience

    async def fresh(self) -> tuple[Any, ...]:
        """Return the version of all challenges together."""
        at = now()
        return await database.read(lambda s: challenges.freshness(s, now=at))

    async def read(self) -> None:
        """Read nothing beforehand: a tab shows the list or one challenge."""

    async def seen(self, found: None, face: Showing) -> Any:  # noqa: ANN401 - as `read`
        """Read and present what one kind of tab shows."""
        del found
        if face.slug:
            return await present_challenge(face)
        return await present_challenges(face)

    def place(self, face: Showing) -> tuple[type[rx.State], str]:
        """Name where the list or the challenge is."""
        if face.slug:
            return ChallengeState, "challenge"
        return ChallengesState, "challenges"


class LiveBoosts(Live[str]):
    """The challenges that rules opened, on the home page."""

    @property
    def audience(self) -> Audience[str]:
        """The tabs that show the home page."""
        return boost_audience

    async def fresh(self) -> tuple[Any, ...]:
        """Return the version of the boosts."""
        at = now()
        return await database.read(lambda s: boosts.freshness(s, now=at))

    async def read(self) -> None:
        """Read nothing beforehand: there is one read a language."""

    async def seen(self, found: None, face: str) -> Any:  # noqa: ANN401 - as `read`
        """Read and present the boosts in one language."""
        del found
        return await present_boosts(face)

    def place(self, face: str) -> tuple[type[rx.State], str]:
        """Name where the boosts are."""
        del face
        return BoostsState, "boosts"


@contextlib.asynccontextmanager
async def lifespan(app: rx.App) -> AsyncIterator[None]:
    """Run the tasks of this worker while the app lives."""
    lives = (LiveBoard(app), LiveChallenges(app), LiveBoosts(app))
    tasks = [asyncio.create_task(live.run()) for live in lives]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
