"""The challenges: the list, one of them, and those that count an action."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import reflex as rx

from climact_issy import database, routes, texts
from climact_issy.access import access
from climact_issy.content import actions as catalogue
from climact_issy.domain.civic import civic_day
from climact_issy.domain.errors import ClimactError, NotFound
from climact_issy.presenters.challenge_details import (
    ChallengeView,
    MyChallengeView,
    challenge_view,
    my_challenge_view,
)
from climact_issy.presenters.challenges import (
    ChallengesView,
    LinkView,
    challenges_view,
    counts_for,
)
from climact_issy.services import challenge_joining, challenges, rules
from climact_issy.states.acting import (
    actor_of,
    now,
    slug_of,
    translator_of,
    viewer_of,
)
from climact_issy.states.audience import Showing, challenge_audience
from climact_issy.states.citizen.session import SessionState, refusals

_MAX_SLUG = 80


class ChallengesState(rx.State):
    """Every challenge; pushed by states/live.py."""

    challenges: ChallengesView = ChallengesView()
    is_loaded: bool = False

    @rx.event
    @access("public")
    async def load(self) -> None:
        """Show the challenges and keep this tab informed of their progress."""
        async with refusals(self):
            face = Showing(translator_of(self).language, "")
            # Registered before the read: what is committed in between is pushed.
            challenge_audience.register(self.router.session.client_token, face)
            self.challenges = await present_challenges(face)
            self.is_loaded = True


class ChallengeState(rx.State):
    """One challenge, pushed by states/live.py, and the person's own part in it."""

    challenge: ChallengeView = ChallengeView()
    mine: MyChallengeView = MyChallengeView()
    is_loaded: bool = False
    said: str = ""

    @rx.event
    @access("public")
    async def load(self) -> None:
        """Show the challenge of the address and keep this tab informed."""
        async with refusals(self):
            asked = self.router.url.query_parameters.get(routes.CHALLENGE_ASKED, "")
            face = Showing(translator_of(self).language, asked[:_MAX_SLUG])
            challenge_audience.register(self.router.session.client_token, face)
            self.said = ""
            self.challenge = await present_challenge(face)
            await self._read_mine()
            self.is_loaded = True

    @rx.event
    @access("citizen")
    async def join(self) -> None:
        """Take part in the challenge of this page."""
        async with self._answered():
            actor = await actor_of(self)
            slug = self.challenge.slug
            await database.run(
                lambda s: challenge_joining.join(s, actor, slug, now=now())
            )
            t = translator_of(self)
            await self._changed(t("Vous participez. À vous de jouer\u00a0!"))

    @rx.event
    @access("citizen")
    async def leave(self) -> None:
        """Stop taking part."""
        async with self._answered():
            actor = await actor_of(self)
            slug = self.challenge.slug
            await database.run(
                lambda s: challenge_joining.leave(s, actor, slug, now=now())
            )
            t = translator_of(self)
            await self._changed(t("Vous ne participez plus. Vos gestes restent."))

    @rx.event
    @access("citizen")
    async def check_in(self) -> None:
        """Say that the pledge was kept today."""
        async with self._answered():
            actor = await actor_of(self)
            slug, at = self.challenge.slug, now()
            is_completed = await database.run(
                lambda s: challenge_joining.check_in(
                    s, actor, slug, rules=rules.in_force(s, civic_day(at)), now=at
                )
            )
            t = translator_of(self)
            await self._changed(
                t("Promesse tenue, merci\u00a0!")
                if is_completed
                else t("C’est noté pour aujourd’hui.")
            )

    @asynccontextmanager
    async def _answered(self) -> AsyncIterator[None]:
        """Let the button of a tap go; after a refusal, show the present."""
        async with refusals(self):
            try:
                yield
            except ClimactError:
                self.said = ""
                await self._read()
                raise
        session = await self.get_state(SessionState)
        session.answers += 1

    async def _changed(self, sentence: str) -> None:
        await self._read()
        self.said = sentence
        session = await self.get_state(SessionState)
        await session._refresh()  # noqa: SLF001 - same package, not an endpoint

    async def _read(self) -> None:
        face = Showing(translator_of(self).language, self.challenge.slug)
        self.challenge = await present_challenge(face)
        await self._read_mine()

    async def _read_mine(self) -> None:
        actor = await viewer_of(self)
        if actor is None or not self.challenge.is_found:
            self.mine = MyChallengeView()
            return
        slug, at = self.challenge.slug, now()
        my, card = await database.read(
            lambda s: (
                challenges.mine(s, actor, slug, now=at),
                challenges.card(s, slug, rules=rules.in_force(s, civic_day(at))),
            )
        )
        self.mine = my_challenge_view(translator_of(self), my, card)


class CountsForState(rx.State):
    """The running challenges that count the action of the page."""

    links: list[LinkView] = []

    @rx.event
    @access("public")
    async def load(self) -> None:
        """Find them; most of the time there is none."""
        async with refusals(self):
            action = catalogue.by_slug(slug_of(self))
            found = await database.read(
                lambda s: challenges.counts_for(s, action.slug, now=now())
            )
            self.links = counts_for(translator_of(self), found)


async def present_challenges(face: Showing) -> ChallengesView:
    """Read and present the list, in one language."""
    today = civic_day(now())
    rule = await database.read(lambda s: rules.in_force(s, today))
    cards = await database.read(lambda s: challenges.shown(s, rules=rule))
    t = texts.for_language(face.language)
    return challenges_view(t, cards, rule, today=today)


async def present_challenge(face: Showing) -> ChallengeView:
    """Read and present one challenge; the empty view where there is none."""
    at = now()
    today = civic_day(at)
    rule = await database.read(lambda s: rules.in_force(s, today))
    try:
        found = await database.read(
            lambda s: challenges.sight(s, face.slug, rules=rule, now=at)
        )
    except NotFound:
        return ChallengeView(slug=face.slug)
    t = texts.for_language(face.language)
    return challenge_view(t, found, rule, today=today)
