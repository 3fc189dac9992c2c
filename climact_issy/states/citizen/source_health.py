"""How the sources of live figures are."""

import reflex as rx

from climact_issy import database
from climact_issy.access import access
from climact_issy.presenters.source_health import SourcesView, sources_view
from climact_issy.services import source_states
from climact_issy.states.acting import now, translator_of
from climact_issy.states.citizen.session import refusals


class SourceHealthState(rx.State):
    """What everybody may know of the sources."""

    view: SourcesView = SourcesView()

    @rx.event
    @access("public")
    async def load(self) -> None:
        """Read where each source stands."""
        async with refusals(self):
            at = now()
            found = await database.read(lambda s: source_states.standings(s, now=at))
            self.view = sources_view(translator_of(self), found, at)
