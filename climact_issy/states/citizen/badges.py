"""My badges, my weekly goal and my pause: for my page and the page of badges."""

import reflex as rx

from climact_issy import database
from climact_issy.access import access
from climact_issy.domain.errors import BadInput
from climact_issy.domain.people import Actor
from climact_issy.domain.recognition import Note, Recognition
from climact_issy.presenters.badges import RecognitionView, recognition_view
from climact_issy.services import notes, own_rhythm, recognition
from climact_issy.states.acting import actor_of, now, translator_of, viewer_of
from climact_issy.states.citizen.session import refusals

GOAL = "goal"
WEEKS = "weeks"
"""Names of the two questions."""


class BadgesState(rx.State):
    """What the person of this tab is recognised for."""

    mine: RecognitionView = RecognitionView()
    is_loaded: bool = False
    said: str = ""

    @rx.event
    @access("public")
    async def load(self) -> None:
        """Read my badges; empty when nobody is signed in."""
        async with refusals(self):
            self.said = ""
            await self._read(await viewer_of(self))

    @rx.event
    @access("citizen")
    async def set_goal(self, form: dict[str, str]) -> None:
        """Set my weekly goal."""
        async with refusals(self):
            actor = await actor_of(self)
            goal = _whole(form.get(GOAL, ""))
            await database.run(lambda s: own_rhythm.set_goal(s, actor, goal, now=now()))
            await self._read(actor)
            t = translator_of(self)
            self.said = (
                t("Votre objectif est noté.")
                if goal
                else t("Vous n’avez plus d’objectif\u00a0: c’est noté.")
            )

    @rx.event
    @access("citizen")
    async def pause(self, form: dict[str, str]) -> None:
        """Rest for some weeks, or come back."""
        async with refusals(self):
            actor = await actor_of(self)
            weeks = _whole(form.get(WEEKS, ""))
            await database.run(lambda s: own_rhythm.pause(s, actor, weeks, now=now()))
            await self._read(actor)
            t = translator_of(self)
            self.said = (
                t("Bonne pause\u00a0!") if weeks else t("Vous revoilà, bienvenue.")
            )

    async def _read(self, actor: Actor | None) -> None:
        if actor is None:
            self.mine = RecognitionView()
        else:
            found, thanks = await read(actor)
            self.mine = recognition_view(translator_of(self), found, thanks)
        self.is_loaded = True


async def read(actor: Actor) -> tuple[Recognition, tuple[Note, ...]]:
    """Read what a person is recognised for, and the notes of these days."""
    at = now()
    return await database.read(
        lambda s: (
            recognition.mine(s, actor, now=at),
            notes.shown(s, actor.neighbourhood, now=at),
        )
    )


def _whole(text: str) -> int:
    if not text.isdecimal() or not text.isascii():
        raise BadInput
    return int(text)
