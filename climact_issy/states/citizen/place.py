"""What a neighbourhood reached together, on its page."""

import reflex as rx

from climact_issy import database
from climact_issy.access import access
from climact_issy.domain.civic import civic_day
from climact_issy.presenters.badges import PlaceView, place_view
from climact_issy.services import milestones, notes, rules
from climact_issy.states.acting import now, slug_of, translator_of
from climact_issy.states.citizen.session import refusals


class PlaceState(rx.State):
    """The steps and the thank-you notes of the neighbourhood of this page."""

    place: PlaceView = PlaceView()

    @rx.event
    @access("public")
    async def load(self) -> None:
        """Read the steps and the notes of the neighbourhood of the address."""
        async with refusals(self):
            self.place = PlaceView()
            slug, at = slug_of(self), now()
            found = await database.read(
                lambda s: (
                    milestones.of_neighbourhood(
                        s, slug, rules=rules.in_force(s, civic_day(at)), now=at
                    ),
                    notes.shown(s, slug, now=at),
                )
            )
            self.place = place_view(translator_of(self), *found)
