"""The race and the shared goal, as the live board last told this tab."""

import reflex as rx

from climact_issy import database, texts
from climact_issy.access import access
from climact_issy.domain.gestures import Board
from climact_issy.presenters.leaderboards import BoardView, board_view
from climact_issy.services import leaderboards, seasons
from climact_issy.states.acting import now, translator_of, viewer_of
from climact_issy.states.audience import Face, audience
from climact_issy.states.citizen.session import refusals


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
            face = Face(
                translator_of(self).language, actor.neighbourhood if actor else ""
            )
            # Registered before the read: a gesture committed in between is
            # then pushed to this tab rather than missed.
            audience.register(self.router.session.client_token, face)
            self.board = present(await read_board(), face)
            self.is_loaded = True


async def read_board() -> Board:
    """Read the board as it is now."""
    at = now()

    return await database.read(
        lambda s: leaderboards.board(s, rules=seasons.rule(s, now=at), now=at)
    )


def present(found: Board, face: Face) -> BoardView:
    """Present the board for one face."""
    return board_view(texts.for_language(face.language), found, face.neighbourhood)
