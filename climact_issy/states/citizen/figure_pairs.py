"""Two figures side by side: the choice is in the page's address, nothing is stored."""

from dataclasses import replace

import reflex as rx

from climact_issy import database, routes
from climact_issy.access import access
from climact_issy.content import indicators as catalogue
from climact_issy.content import live_indicators
from climact_issy.domain.errors import NotFound
from climact_issy.presenters.figure_pairs import (
    Asked,
    Face,
    PairView,
    of_content,
    of_sources,
    pair_view,
)
from climact_issy.services import observed
from climact_issy.states.acting import now, translator_of
from climact_issy.states.citizen.session import refusals

INDEX = "100"
"""What the address says where both figures are drawn as an index."""


class PairState(rx.State):
    """Which two figures a tab compares, and how."""

    view: PairView = PairView()
    _asked: Asked = Asked()

    @rx.event
    @access("public")
    async def load(self) -> None:
        """Show the choice of the address, else the one this tab has made."""
        async with refusals(self):
            found = self.router.url.query_parameters
            first = found.get(routes.COMPARED_FIRST, "")
            second = found.get(routes.COMPARED_SECOND, "")
            if first or second:
                self._asked = Asked(
                    _known(first),
                    _known(second),
                    is_index=found.get(routes.COMPARED_AS_INDEX, "") == INDEX,
                    is_unknown=first != _known(first) or second != _known(second),
                )
            await self._show()

    @rx.event
    @access("public")
    async def choose_first(self, slug: str) -> None:
        """Put another figure on the first side; "" takes it away."""
        async with refusals(self):
            self._asked = replace(self._asked, first=_checked(slug), is_unknown=False)
            await self._show()

    @rx.event
    @access("public")
    async def choose_second(self, slug: str) -> None:
        """Put another figure on the second side; "" takes it away."""
        async with refusals(self):
            self._asked = replace(self._asked, second=_checked(slug), is_unknown=False)
            await self._show()

    @rx.event
    @access("public")
    async def swap(self) -> None:
        """Let the two figures change sides."""
        async with refusals(self):
            asked = self._asked
            self._asked = replace(asked, first=asked.second, second=asked.first)
            await self._show()

    @rx.event
    @access("public")
    async def draw_values(self) -> None:
        """Draw each figure in its unit."""
        async with refusals(self):
            self._asked = replace(self._asked, is_index=False)
            await self._show()

    @rx.event
    @access("public")
    async def draw_index(self) -> None:
        """Draw both as an index; where they have none, their units stay."""
        async with refusals(self):
            self._asked = replace(self._asked, is_index=True)
            await self._show()

    async def _show(self) -> None:
        asked = self._asked
        faces = [await self._face(s) for s in (asked.first, asked.second) if s]
        self.view = pair_view(translator_of(self), asked, faces)

    async def _face(self, slug: str) -> Face:
        t = translator_of(self)
        if not live_indicators.is_live(slug):
            return of_content(t, catalogue.by_slug(slug))
        key, at = live_indicators.keys()[slug], now()
        found = await database.read(lambda s: observed.reading(s, key, now=at))
        return of_sources(t, live_indicators.by_slug(slug), found, at)


def _known(slug: str) -> str:
    """Return a slug that names a figure, else ""."""
    try:
        return _checked(slug)
    except NotFound:
        return ""


def _checked(slug: str) -> str:
    """Return the slug as it came; "" names none.

    Raises:
        NotFound: no figure has it, or not one to compare. The invented ones of a
            demonstration share nothing with real ones, and classes are no amounts.
    """
    if slug and not live_indicators.is_live(slug):
        catalogue.by_slug(slug)
    elif slug and live_indicators.by_slug(slug).classes is not None:
        raise NotFound(indicator=slug)
    return slug
