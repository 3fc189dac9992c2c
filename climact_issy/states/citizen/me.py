"""My page: points, weeks, recent gestures and settings."""

import reflex as rx

from climact_issy import access as access_module
from climact_issy import database, routes
from climact_issy.access import access
from climact_issy.domain.civic import civic_day
from climact_issy.domain.errors import BadInput
from climact_issy.domain.people import Situation
from climact_issy.presenters.me import MeView, me_view
from climact_issy.services import actions, citizens, rules
from climact_issy.states.acting import (
    actor_of,
    now,
    translator_of,
    viewer_of,
)
from climact_issy.states.citizen.session import SessionState, refusals
from climact_issy.states.citizen.shares import SharesState

NEXT = "next"
"""Parameter of the first question's address: where to go on to afterwards."""

_ANSWERS = {"yes": True, "no": False, "": None}


class MeState(rx.State):
    """What the signed-in person did and chose."""

    me: MeView = MeView()
    is_loaded: bool = False
    saved: str = ""
    next_path: str = ""

    @rx.event
    @access("public")
    async def load(self) -> None:
        """Read my page; empty when nobody is signed in."""
        async with refusals(self):
            self.saved = ""
            self.next_path = self._asked_return()
            await self._read()

    @rx.event
    @access("citizen")
    async def rename(self, form: dict[str, str]) -> None:
        """Change my pseudonym."""
        async with refusals(self):
            actor = await actor_of(self)
            name = form.get("pseudonym", "")
            await database.run(lambda s: citizens.rename(s, actor, name, now=now()))
            t = translator_of(self)
            await self._changed(t("Votre pseudonyme est enregistré."))

    @rx.event
    @access("citizen")
    async def save_situation(self, form: dict[str, str]) -> None:
        """Say what fits me, for the "for me" filter."""
        async with refusals(self):
            actor = await actor_of(self)
            try:
                situation = Situation(
                    is_tenant=_ANSWERS[form.get("is_tenant", "")],
                    has_car=_ANSWERS[form.get("has_car", "")],
                    has_garden=_ANSWERS[form.get("has_garden", "")],
                    has_shared_heating=_ANSWERS[form.get("has_shared_heating", "")],
                )
            except KeyError as error:
                raise BadInput from error
            await database.run(
                lambda s: citizens.set_situation(s, actor, situation, now=now())
            )
            t = translator_of(self)
            await self._changed(t("Votre situation est enregistrée."))

    @rx.event
    @access("citizen")
    async def choose_neighbourhood(self, slug: str) -> None:
        """Choose my neighbourhood, "outside" or "unknown"."""
        async with refusals(self):
            actor = await actor_of(self)
            await database.run(
                lambda s: citizens.choose_neighbourhood(s, actor, slug, now=now())
            )
            t = translator_of(self)
            await self._changed(t("Votre quartier est enregistré."))
            if self.me.move:
                self.saved = self.me.move

    @rx.event
    @access("citizen")
    async def undo(self, entry_id: int) -> None:
        """Take one gesture of today back, from my list."""
        async with refusals(self):
            actor = await actor_of(self)
            await database.run(lambda s: actions.undo(s, actor, entry_id, now=now()))
            t = translator_of(self)
            await self._changed(t("Votre geste est annulé."))

    def _asked_return(self) -> str:
        """Return where the person was before they signed in, "" for nowhere."""
        path = self.router.url.query_parameters.get(NEXT, "")
        is_somewhere = path not in {routes.HOME.fr, routes.HOME.en}
        return path if is_somewhere and routes.is_safe_return(path) else ""

    async def _changed(self, sentence: str) -> None:
        actor = await actor_of(self)
        access_module.forget_citizen(actor.citizen_id)
        await self._read()
        self.saved = sentence
        shares = await self.get_state(SharesState)
        await shares._read_mine()  # noqa: SLF001 - same package, not an endpoint
        session = await self.get_state(SessionState)
        await session._refresh()  # noqa: SLF001 - same package, not an endpoint

    async def _read(self) -> None:
        actor = await viewer_of(self)
        t = translator_of(self)
        if actor is None:
            self.me = MeView()
        else:
            at = now()
            found = await database.read(
                lambda s: citizens.me(
                    s, actor, rules=rules.in_force(s, civic_day(at)), now=at
                )
            )
            self.me = me_view(t, found, actor)
        self.is_loaded = True
