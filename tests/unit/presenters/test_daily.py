"""The reason shown for the action of the day is true, and labelled when invented."""

from datetime import date, timedelta

from climact_issy import texts
from climact_issy.content import actions, rules
from climact_issy.domain.daily import Reason, choose
from climact_issy.domain.people import Situation
from climact_issy.presenters.daily import DailyView, daily_view, knowledge

DAYS = [date(2026, 1, 1) + timedelta(days=n) for n in range(120)]


def test_without_demo_mode_no_invented_series_speaks() -> None:
    assert knowledge(is_demo=False).demo_air_index is None
    assert knowledge(is_demo=True).demo_air_index is not None


def test_the_electricity_profile_has_every_month_and_hour() -> None:
    assert len(knowledge(is_demo=False).electricity) == 12 * 24


def test_every_reason_has_its_sentence_in_both_languages() -> None:
    seen: set[Reason] = set()
    for day in DAYS:
        choice = choose(actions.catalogue(), day, Situation(), knowledge(is_demo=True))
        seen.add(choice.reason)
        french, english = (
            daily_view(texts.for_language(lang), choice, rules.first())
            for lang in ("fr", "en")
        )
        assert french.is_ready
        assert french.reason != english.reason
        assert french.is_demo == (choice.reason is Reason.DEMO_AIR)
    assert seen == set(Reason)


def test_the_empty_choice_is_not_ready() -> None:
    assert not DailyView().is_ready
