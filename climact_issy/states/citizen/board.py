"""The race and the shared goal, as the live board last told this tab."""

import reflex as rx

from climact_issy.access import access
from climact_issy.presenters.leaderboards import BoardView
from climact_issy.states import live
from climact_issy.states.acting import refusals, translator_of, viewer_of


class BoardState(rx.State):
    """The board of the pages that show the race; pushed by states/live.py."""

    board: BoardView = BoardView()
    is_loaded: bool = False

    @rx.event
    @access("public")
    async def load(self) -> None:
        """Show the board and keep this tab informed of its changes."""
        async with refusals(self):
            actor = await viewer_of(self)
            mine = actor.neighbourhood if actor else ""
            language = translator_of(self).language
            # Registered before the read: a gesture committed in between is
            # then pushed to this tab rather than missed.
            live.board.register(
                self.router.session.client_token, live.Face(language, mine)
            )
            self.board = await live.show(language, mine)
            self.is_loaded = True
