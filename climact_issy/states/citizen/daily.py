"""The action of the day on the home page."""

import reflex as rx

from climact_issy import database
from climact_issy.access import access
from climact_issy.content import actions as catalogue
from climact_issy.domain import daily
from climact_issy.domain.civic import civic_day
from climact_issy.domain.people import Situation
from climact_issy.presenters.daily import DailyView, daily_view, knowledge
from climact_issy.services import rules
from climact_issy.settings import get_settings
from climact_issy.states.acting import now, translator_of, viewer_of
from climact_issy.states.citizen.session import refusals


class DailyState(rx.State):
    """What the published rule chooses today for the person of this tab."""

    daily: DailyView = DailyView()

    @rx.event
    @access("public")
    async def load(self) -> None:
        """Choose, from the civic day and what the person said of themselves."""
        async with refusals(self):
            actor, today = await viewer_of(self), civic_day(now())
            choice = daily.choose(
                catalogue.catalogue(),
                today,
                actor.situation if actor else Situation(),
                knowledge(is_demo=get_settings().is_demo),
            )
            rule = await database.read(lambda s: rules.in_force(s, today))
            self.daily = daily_view(translator_of(self), choice, rule)
