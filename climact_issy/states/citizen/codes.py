"""The page of a code: type it or arrive by its QR, then one tap."""

import reflex as rx

from climact_issy import database
from climact_issy.access import access
from climact_issy.domain.civic import civic_day
from climact_issy.domain.codes import grouped, normalise
from climact_issy.domain.errors import BadInput, ClimactError
from climact_issy.domain.people import Actor
from climact_issy.presenters import errors
from climact_issy.presenters.codes import CodeView, counted
from climact_issy.services import codes, rules
from climact_issy.states.acting import (
    actor_of,
    client_of,
    now,
    path_of,
    translator_of,
)
from climact_issy.states.citizen.session import SessionState, refusals

FIELD = "code"
"""Name of the field, and parameter of the page's address: the code of a QR, one kept
over a sign-in, or one whose form was sent before the page was live."""

BUTTON = "redeem"
"""Id of the main button."""

MAX_TYPED = 60


class CodeState(rx.State):
    """One code and what it did."""

    text: str = ""
    refusal: str = ""
    outcome: CodeView = CodeView()
    _load: int = 0
    """Which load of the tab this state has seen."""
    _is_ahead: bool = False
    """A code was sent before the load of its page was read: it answers to that page."""

    @rx.event
    @access("public")
    async def load(self) -> rx.event.EventSpec | None:
        """Show the code of the address; never counts anything.

        Who comes by a QR, back from sign-in, or typed before the page was live, finds
        the button in focus: they tap once.
        """
        async with refusals(self):
            session = await self.get_state(SessionState)
            asked = _shown(self.router.url.query_parameters.get(FIELD, ""))
            is_ahead, self._is_ahead = self._is_ahead, False
            self._load = session._visit.number  # noqa: SLF001 - same package, not an endpoint
            is_other = asked not in {"", self.text} or session._is_new_here()  # noqa: SLF001 - as above
            if is_other and not is_ahead:
                # A phone that wakes up keeps its thank-you, a new visit does not;
                # a code that waits is kept over a change of language.
                self.text = "" if self.outcome.has_outcome else self.text
                self.outcome = CodeView()
                self.refusal = ""
            if asked:
                self.text = asked
                return rx.set_focus(BUTTON)
        return None

    @rx.event
    @access("citizen")
    async def redeem(self, form: dict[str, str]) -> None:
        """Count me at the event whose code I typed."""
        async with refusals(self):
            actor = await actor_of(self)
            self.outcome = CodeView()
            self.refusal = await self._redeem(actor, form.get(FIELD, ""))
        session = await self.get_state(SessionState)
        session.answers += 1
        visit = session._visit  # noqa: SLF001 - same package, not an endpoint
        self._is_ahead = visit.path != path_of(self) or self._load != visit.number

    @rx.event
    @access("public")
    async def another(self) -> rx.event.EventSpec:
        """Put the thank-you away and take another code."""
        self.outcome = CodeView()
        self.refusal = ""
        self.text = ""
        return rx.set_focus(FIELD)

    async def _redeem(self, actor: Actor, typed: str) -> str:
        """Return why a code did not count, "" when it did."""
        t = translator_of(self)
        client, at = client_of(self), now()
        try:
            result = await database.run(
                lambda s: codes.redeem(
                    s,
                    actor,
                    typed,
                    client=client,
                    rules=rules.in_force(s, civic_day(at)),
                    now=at,
                )
            )
            if isinstance(result, BadInput):
                raise result
        except ClimactError as refusal:
            return errors.sentence(t, refusal)
        self.outcome = counted(t, result, actor.pseudonym)
        session = await self.get_state(SessionState)
        await session._refresh()  # noqa: SLF001 - same package, not an endpoint
        return ""


def _shown(asked: str) -> str:
    """Return a code of an address as people read it, or what stands there."""
    try:
        return grouped(normalise(asked))
    except BadInput:
        return asked[:MAX_TYPED]
