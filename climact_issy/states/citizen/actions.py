"""The page of one action: how much, one tap, the truth, undo."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import reflex as rx

from climact_issy import database
from climact_issy.access import access
from climact_issy.content import actions as catalogue
from climact_issy.domain.actions import Action
from climact_issy.domain.civic import civic_day
from climact_issy.domain.errors import BadInput, ClimactError
from climact_issy.domain.gestures import LoggedGesture, MyAction
from climact_issy.domain.people import Actor
from climact_issy.presenters.actions import (
    MineView,
    OutcomeView,
    logged,
    mine_view,
    quantity_text,
    undone,
)
from climact_issy.presenters.gesture_words import pause_sentence
from climact_issy.presenters.impacts import ImpactView, impact_view
from climact_issy.presenters.viewer import viewer
from climact_issy.services import actions, rules, seasons
from climact_issy.states.acting import (
    actor_of,
    now,
    slug_of,
    translator_of,
    viewer_of,
)
from climact_issy.states.citizen.session import SessionState, refusals

ASKED = "q"
"""Parameter of an action's address: the quantity chosen before signing in."""

LOG_BUTTON = "log"
"""Id of the main button of an action's page."""


class LogState(rx.State):
    """One action, its quantity, and what the last tap did."""

    slug: str = ""
    quantity: float = 0
    quantity_text: str = ""
    confirm_asked: bool = False
    outcome: OutcomeView = OutcomeView()
    mine: MineView = MineView()
    impact: ImpactView = ImpactView()

    @rx.event
    @access("public")
    async def load(self) -> rx.event.EventSpec | None:
        """Show the action of the address; never logs anything.

        A person who comes back from sign-in (their quantity is in the address)
        finds the button in focus: they tap once.
        """
        async with refusals(self):
            action = catalogue.by_slug(slug_of(self))
            session = await self.get_state(SessionState)
            if self.slug != action.slug or session._is_new_here():  # noqa: SLF001 - same package, not an endpoint
                # A phone that wakes up keeps its thank-you, a new visit does not.
                self.outcome = OutcomeView()
            self.slug = action.slug
            self.confirm_asked = False
            asked = self.router.url.query_parameters
            self._set(action, _asked_quantity(action, asked.get(ASKED, "")))
            await self._read_mine()
            if ASKED in asked:
                return rx.set_focus(LOG_BUTTON)
        return None

    @rx.event
    @access("public")
    async def more(self) -> None:
        """Add one step."""
        async with refusals(self):
            action = catalogue.by_slug(self.slug)
            step = action.quantity.step if action.quantity else 0
            self._set(action, self.quantity + step)

    @rx.event
    @access("public")
    async def less(self) -> None:
        """Take one step away."""
        async with refusals(self):
            action = catalogue.by_slug(self.slug)
            step = action.quantity.step if action.quantity else 0
            self._set(action, self.quantity - step)

    @rx.event
    @access("public")
    async def ask_confirm(self) -> None:
        """Ask a second time before a one-off action."""
        self.confirm_asked = True

    @rx.event
    @access("public")
    async def cancel_confirm(self) -> None:
        """Go back from the second question."""
        self.confirm_asked = False

    @rx.event
    @access("citizen")
    async def log(self, slug: str, quantity: float, seen: int) -> None:
        """Note one gesture: the sight (slug, quantity, seen) comes with the tap.

        The page shows the tap at once by itself, until the number of
        answers of the tab moves.
        """
        async with refusals(self), self._truth_after_refusal():
            actor = await actor_of(self)
            action = catalogue.by_slug(slug)
            amount = quantity if action.quantity else None
            result = await _noted(actor, action, amount, seen)
            t = translator_of(self)
            self.outcome = logged(t, action, result, actor.pseudonym)
            # The transaction that noted it has read all the page shows next.
            self.slug = action.slug
            self.mine = mine_view(t, action, result.mine)
            await self._show_points(actor, result.member_total_points)
        self.confirm_asked = False
        session = await self.get_state(SessionState)
        session.answers += 1

    @rx.event
    @access("citizen")
    async def undo(self, entry_id: int) -> None:
        """Take one gesture of today back."""
        async with refusals(self), self._truth_after_refusal():
            actor = await actor_of(self)
            result = await database.run(
                lambda s: actions.undo(s, actor, entry_id, now=now())
            )
            self.outcome = undone(translator_of(self), result)
            await self._read_mine()
            await self._show_points(actor, result.member_total_points)

    @rx.event
    @access("public")
    async def close_outcome(self) -> None:
        """Put the celebration away."""
        self.outcome = OutcomeView()

    @asynccontextmanager
    async def _truth_after_refusal(self) -> AsyncIterator[None]:
        """Show the present after a refusal: the sight it was refused on is old."""
        try:
            yield
        except ClimactError:
            await self._read_mine()
            raise

    async def _show_points(self, actor: Actor, points: int) -> None:
        session = await self.get_state(SessionState)
        session.viewer = viewer(translator_of(self), actor, points)

    async def _read_mine(self) -> None:
        actor = await viewer_of(self)
        t = translator_of(self)
        if actor is None or not self.slug:
            resumes_on = await database.read(lambda s: seasons.resumes_on(s, now=now()))
            self.mine = MineView(pause=pause_sentence(t, resumes_on))
            return
        action = catalogue.by_slug(self.slug)
        self.mine = mine_view(t, action, await _mine(actor, action))

    def _set(self, action: Action, quantity: float) -> None:
        t = translator_of(self)
        bounds = action.quantity
        kept = None
        if bounds is not None:
            kept = round(min(max(quantity, bounds.minimum), bounds.maximum), 3)
        self.quantity = kept or 0
        self.quantity_text = quantity_text(t, action, kept)
        self.impact = impact_view(t, action, kept)


async def _noted(
    actor: Actor, action: Action, amount: float | None, seen: int
) -> LoggedGesture:
    at = now()
    return await database.run(
        lambda s: actions.log(
            s,
            actor,
            action,
            amount,
            seen,
            rules=rules.in_force(s, civic_day(at)),
            now=at,
        )
    )


async def _mine(actor: Actor, action: Action) -> MyAction:
    at = now()
    return await database.read(
        lambda s: actions.mine(
            s, actor, action, rules=rules.in_force(s, civic_day(at)), now=at
        )
    )


def _asked_quantity(action: Action, asked: str) -> float:
    bounds = action.quantity
    if bounds is None:
        return 0
    try:
        return _number(asked) if asked else bounds.default
    except BadInput:
        return bounds.default


def _number(text: str) -> float:
    try:
        found = float(text.replace(",", "."))
    except ValueError as error:
        raise BadInput from error
    if not -1e9 < found < 1e9:  # noqa: PLR2004 - also refuses NaN
        raise BadInput
    return found
