"""Where the points of a page come from: mine, a neighbourhood's or everybody's."""

import reflex as rx

from climact_issy import database
from climact_issy.access import access
from climact_issy.content import neighbourhoods
from climact_issy.domain.civic import civic_day
from climact_issy.presenters.shares import SharesView, group_shares, total_shares
from climact_issy.services import rules, shares
from climact_issy.states.acting import now, slug_of, translator_of, viewer_of
from climact_issy.states.citizen.session import refusals


class SharesState(rx.State):
    """The shares by tier of proof that this page shows."""

    shares: SharesView = SharesView()

    @rx.event
    @access("public")
    async def load_mine(self) -> None:
        """Read the shares of my own points."""
        async with refusals(self):
            await self._read_mine()

    @rx.event
    @access("public")
    async def load_place(self) -> None:
        """Read the shares of the neighbourhood of this page, and of everybody."""
        async with refusals(self):
            self.shares = await self._of_place(slug_of(self))

    @rx.event
    @access("public")
    async def load_everybody(self) -> None:
        """Read the shares of everybody's points."""
        async with refusals(self):
            at = now()
            found = await database.read(
                lambda s: shares.published_of_all(
                    s, rules=rules.in_force(s, civic_day(at)), now=at
                )
            )
            self.shares = total_shares(translator_of(self), found)

    async def _read_mine(self) -> None:
        actor = await viewer_of(self)
        if actor is None:
            self.shares = SharesView()
            return
        found = await database.read(lambda s: shares.mine(s, actor, now=now()))
        self.shares = total_shares(translator_of(self), found)

    async def _of_place(self, slug: str) -> SharesView:
        t = translator_of(self)
        place = neighbourhoods.by_slug(slug)
        at = now()
        here, everybody = await database.read(
            lambda s: shares.published(
                s, slug, rules=rules.in_force(s, civic_day(at)), now=at
            )
        )
        named = ((place.name, here), (t("Tout Issy"), everybody))
        return group_shares(t, [(head, found) for head, found in named if found])
