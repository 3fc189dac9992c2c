"""The seasons that are over."""

import reflex as rx

from climact_issy import database
from climact_issy.access import access
from climact_issy.domain.civic import civic_day
from climact_issy.presenters.archive import ArchiveView, archive_view
from climact_issy.services import archive, rules
from climact_issy.states.acting import now, translator_of
from climact_issy.states.citizen.session import refusals


class SeasonsState(rx.State):
    """The archive of the seasons."""

    archive: ArchiveView = ArchiveView()
    is_loaded: bool = False

    @rx.event
    @access("public")
    async def load(self) -> None:
        """Read the seasons that are over."""
        async with refusals(self):
            today = civic_day(now())
            found = await database.read(
                lambda s: archive.closed(s, rules=rules.in_force(s, today))
            )
            self.archive = archive_view(translator_of(self), found)
            self.is_loaded = True
