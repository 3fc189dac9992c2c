"""'I already do this', on the page of an action."""

import reflex as rx

from climact_issy import database
from climact_issy.access import access
from climact_issy.content import actions as catalogue
from climact_issy.services import own_rhythm
from climact_issy.states.acting import actor_of, now, slug_of, viewer_of
from climact_issy.states.citizen.session import refusals


class AlreadyState(rx.State):
    """Whether the person of this tab did the action of its page before."""

    is_known: bool = False
    is_doing: bool = False

    @rx.event
    @access("public")
    async def load(self) -> None:
        """Read what I said of the action of the address."""
        async with refusals(self):
            self.is_known, self.is_doing = False, False
            action = catalogue.by_slug(slug_of(self))
            actor = await viewer_of(self)
            if actor is None:
                return
            self.is_doing = await database.read(
                lambda s: own_rhythm.is_already(s, actor, action)
            )
            self.is_known = True

    @rx.event
    @access("citizen")
    async def say(self, slug: str, is_doing: bool) -> None:  # noqa: FBT001 - the payload of a switch
        """Say that I did an action before, or take it back."""
        async with refusals(self):
            actor = await actor_of(self)
            action = catalogue.by_slug(slug)
            await database.run(
                lambda s: own_rhythm.set_already(
                    s, actor, action, is_doing=is_doing, now=now()
                )
            )
            self.is_known, self.is_doing = True, is_doing
