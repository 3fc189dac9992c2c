"""The versions of the rule, as built and as read."""

from datetime import date

from climact_issy import texts
from climact_issy.components.rule_book import rule_book
from climact_issy.domain.rulebook import Edition
from climact_issy.presenters.rule_book import RuleBookView
from climact_issy.presenters.rule_book import rule_book as present
from climact_issy.states.citizen.rules import RulesState
from tests.support.rendered import rendered
from tests.support.rules import RULES

T = texts.for_language("fr")


def test_until_it_is_read_the_built_versions_stand() -> None:
    built = present(T, [Edition(RULES)], date(2026, 11, 1))

    page = rendered(rule_book(T, RulesState.book, built, "Les nombres de la règle 1"))

    assert built.now in page
    assert "La première règle publiée." in page
    assert "Les nombres de la règle 1" in page
    assert "L’histoire de la règle" in page


def test_what_was_read_takes_its_place() -> None:
    page = rendered(rule_book(T, RulesState.book, RuleBookView(), ""))

    for name in ("is_ready", "now", "next", "editions"):
        assert f'["{name}"]' in page
