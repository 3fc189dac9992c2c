"""My teams and the private ranking: two small pages beside mine."""

import reflex as rx

from climact_issy import database
from climact_issy.access import access
from climact_issy.domain.civic import civic_day
from climact_issy.domain.errors import NotFound
from climact_issy.presenters.teams import (
    RankingView,
    TeamsView,
    ranking_view,
    teams_view,
)
from climact_issy.services import around_me, rules, teams
from climact_issy.states.acting import (
    actor_of,
    client_of,
    now,
    translator_of,
    viewer_of,
)
from climact_issy.states.citizen.session import refusals

CODE = "code"
"""Parameter of an invitation: the code of the team."""

_MAX_CODE = 20


class TeamsState(rx.State):
    """The teams of the person of this tab."""

    mine: TeamsView = TeamsView()
    is_loaded: bool = False
    code: str = ""
    said: str = ""

    @rx.event
    @access("public")
    async def load(self) -> None:
        """Read my teams; an invitation fills the code in and joins nothing."""
        async with refusals(self):
            self.said = ""
            self.code = self.router.url.query_parameters.get(CODE, "")[:_MAX_CODE]
            await self._read()

    @rx.event
    @access("citizen")
    async def join(self, form: dict[str, str]) -> None:
        """Join the team of a code."""
        async with refusals(self):
            actor = await actor_of(self)
            code, client = form.get(CODE, ""), client_of(self)
            found = await database.run(
                lambda s: teams.join(s, actor, code, client=client, now=now())
            )
            if isinstance(found, NotFound):
                raise found
            t = translator_of(self)
            self.code = ""
            await self._changed(t("Vous êtes dans l’équipe {name}.", name=found.name))

    @rx.event
    @access("citizen")
    async def play_for(self, slug: str) -> None:
        """Choose the team that my gestures count for."""
        async with refusals(self):
            actor = await actor_of(self)
            holds = await database.run(
                lambda s: teams.play_for(s, actor, slug, now=now())
            )
            t = translator_of(self)
            await self._changed(
                t("C’est fait\u00a0: vos gestes comptent pour cette équipe.")
                if holds
                else t("C’est noté\u00a0: ce choix vaudra à la prochaine saison.")
            )

    @rx.event
    @access("citizen")
    async def leave(self, slug: str) -> None:
        """Leave a team; its code lets one come back."""
        async with refusals(self):
            actor = await actor_of(self)
            left = next((x for x in self.mine.teams if x.slug == slug), None)
            await database.run(lambda s: teams.leave(s, actor, slug, now=now()))
            t = translator_of(self)
            self.code = left.code if left else ""
            await self._changed(
                t(
                    "Vous avez quitté l’équipe. Ce que vous avez fait pour elle lui "
                    "reste. Son code est ci-dessous si vous changez d’avis."
                )
            )

    async def _changed(self, sentence: str) -> None:
        await self._read()
        self.said = sentence

    async def _read(self) -> None:
        actor = await viewer_of(self)
        if actor is None:
            self.mine = TeamsView()
        else:
            found = await database.read(lambda s: teams.mine(s, actor, now=now()))
            self.mine = teams_view(translator_of(self), found)
        self.is_loaded = True


class RankingState(rx.State):
    """The private ranking around the person of this tab."""

    ranking: RankingView = RankingView()
    is_loaded: bool = False

    @rx.event
    @access("public")
    async def load(self) -> None:
        """Read the ranking around me."""
        async with refusals(self):
            await self._read()

    @rx.event
    @access("citizen")
    async def choose(self, is_in: bool) -> None:  # noqa: FBT001 - the payload of a switch
        """Enter the private ranking, or leave it."""
        async with refusals(self):
            actor = await actor_of(self)
            await database.run(
                lambda s: around_me.choose(s, actor, is_in=is_in, now=now())
            )
            await self._read()

    async def _read(self) -> None:
        actor = await viewer_of(self)
        if actor is None:
            self.ranking = RankingView()
        else:
            at = now()
            found = await database.read(
                lambda s: around_me.around_me(
                    s, actor, rules=rules.in_force(s, civic_day(at)), now=at
                )
            )
            self.ranking = ranking_view(translator_of(self), found)
        self.is_loaded = True
