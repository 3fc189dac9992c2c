"""The versions of the rule, as they are today."""

import reflex as rx

from climact_issy import database
from climact_issy.access import access
from climact_issy.domain.civic import civic_day
from climact_issy.presenters.rule_book import RuleBookView, rule_book
from climact_issy.services import rules
from climact_issy.states.acting import now, translator_of
from climact_issy.states.citizen.session import refusals


class RulesState(rx.State):
    """Which rule is in force, which one comes next, and what each changed."""

    book: RuleBookView = RuleBookView()

    @rx.event
    @access("public")
    async def load(self) -> None:
        """Read every version; the page was built with those of its day."""
        async with refusals(self):
            today = civic_day(now())
            editions = await database.read(rules.history)
            self.book = rule_book(translator_of(self), editions, today)
