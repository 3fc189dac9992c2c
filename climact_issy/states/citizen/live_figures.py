"""Figures that sources renew, as the database knows them when a page loads."""

import reflex as rx

from climact_issy import database
from climact_issy.access import access
from climact_issy.content import live_indicators
from climact_issy.presenters.live import LiveCards, LiveView, brief, live_view
from climact_issy.services import observed, summaries
from climact_issy.states.acting import now, slug_of, translator_of
from climact_issy.states.citizen.session import refusals


class LiveState(rx.State):
    """The live figure of a page; on the page of all figures, all of them.

    `known` is true for the slugs of those that have a value.
    """

    figure: LiveView = LiveView()
    known: dict[str, bool] = {}
    cards: LiveCards = LiveCards()

    @rx.event
    @access("public")
    async def load(self) -> None:
        """Read the figure that the address names."""
        async with refusals(self):
            self.figure = await self._read(slug_of(self))
            self.known = await _known()

    @rx.event
    @access("public")
    async def load_known(self) -> None:
        """Read which live figures have a value, for the links to them."""
        async with refusals(self):
            self.known = await _known()

    @rx.event
    @access("public")
    async def load_all(self) -> None:
        """Read every live figure for its card, without its chart."""
        async with refusals(self):
            t, at, keys = translator_of(self), now(), live_indicators.keys()
            found = await database.read(
                lambda s: observed.glances(s, keys.values(), now=at)
            )
            self.cards = LiveCards(
                {
                    slug: brief(
                        live_view(t, live_indicators.by_slug(slug), found[key], at)
                    )
                    for slug, key in keys.items()
                }
            )

    async def _read(self, slug: str) -> LiveView:
        indicator, at = live_indicators.by_slug(slug), now()
        key = live_indicators.keys()[slug]
        found = await database.read(lambda s: observed.reading(s, key, now=at))
        return live_view(translator_of(self), indicator, found, at)


async def _known() -> dict[str, bool]:
    return dict.fromkeys(await database.read(summaries.known), True)
