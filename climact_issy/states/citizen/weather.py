"""What rules opened: the notice of the home page, and the page of the rules."""

import reflex as rx

from climact_issy import database, texts
from climact_issy.access import access
from climact_issy.domain.civic import civic_day
from climact_issy.presenters.boosts import BoostsView, boosts_view
from climact_issy.presenters.weather import WeatherView, weather_view
from climact_issy.services import challenges, rules, weather
from climact_issy.states.acting import now, translator_of
from climact_issy.states.audience import boost_audience
from climact_issy.states.citizen.session import refusals


class BoostsState(rx.State):
    """The boosts that run; pushed by states/live.py."""

    boosts: BoostsView = BoostsView()

    @rx.event
    @access("public")
    async def load(self) -> None:
        """Show what runs and keep this tab informed."""
        async with refusals(self):
            language = translator_of(self).language
            # Registered before the read: what is committed in between is pushed.
            boost_audience.register(self.router.session.client_token, language)
            self.boosts = await present_boosts(language)


class WeatherState(rx.State):
    """What each rule sees now, and what was opened."""

    weather: WeatherView = WeatherView()

    @rx.event
    @access("public")
    async def load(self) -> None:
        """Read what the rules see."""
        async with refusals(self):
            at = now()
            found, cards, rule = await database.read(
                lambda s: (
                    weather.weather(s, now=at),
                    challenges.opened_by_rules(
                        s, rules=rules.in_force(s, civic_day(at))
                    ),
                    rules.in_force(s, civic_day(at)),
                )
            )
            self.weather = weather_view(translator_of(self), found, cards, rule, at)


async def present_boosts(language: str) -> BoostsView:
    """Read and present the boosts that run, in one language."""
    at = now()
    rule = await database.read(lambda s: rules.in_force(s, civic_day(at)))
    cards = await database.read(
        lambda s: challenges.opened_by_rules(s, rules=rule, only_running=True)
    )
    return boosts_view(texts.for_language(language), cards, rule, at)
