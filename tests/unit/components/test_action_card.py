"""The action of the day: a true reason, labelled when it is invented."""

import reflex as rx

from climact_issy import texts
from climact_issy.components.action_card import action_card
from climact_issy.presenters.daily import DailyView

T = texts.for_language("en")


def _drawn(daily: DailyView) -> str:
    return str(
        action_card(T, daily, catalogue_href="/en/act", demo_tag=rx.el.span("demo"))
    )


def test_the_reason_stands_beside_the_action() -> None:
    drawn = _drawn(DailyView(is_ready=True, title="Cycle", reason="It is Monday."))
    assert "It is Monday." in drawn
    assert "Cycle" in drawn


def test_what_waits_already_leads_to_the_catalogue() -> None:
    assert "/en/act" in _drawn(DailyView())
