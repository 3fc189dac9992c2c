"""Figures that sources renew, as the database knows them when a page loads."""

import reflex as rx

from climact_issy import database
from climact_issy.access import access
from climact_issy.content import live_indicators
from climact_issy.presenters.live import LiveView, live_view
from climact_issy.services import observed
from climact_issy.states.acting import now, slug_of, translator_of
from climact_issy.states.citizen.session import refusals


class LiveState(rx.State):
    """The live figure of a page; on the page of all figures, the first one."""

    figure: LiveView = LiveView()

    @rx.event
    @access("public")
    async def load(self) -> None:
        """Read the figure that the address names."""
        await self._read(slug_of(self))

    @rx.event
    @access("public")
    async def load_first(self) -> None:
        """Read the figure that stands on the page of all figures."""
        await self._read(live_indicators.live_indicators()[0].slug)

    async def _read(self, slug: str) -> None:
        async with refusals(self):
            indicator, at = live_indicators.by_slug(slug), now()
            key = live_indicators.keys()[slug]
            found = await database.read(lambda s: observed.reading(s, key, now=at))
            self.figure = live_view(translator_of(self), indicator, found, at)
