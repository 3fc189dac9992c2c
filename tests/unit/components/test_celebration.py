"""The thank-you: what moved, and the way back, in that order."""

import reflex as rx

from climact_issy import texts
from climact_issy.components.celebration import celebration
from climact_issy.presenters.actions import OutcomeView

T = texts.for_language("en")
DONE = OutcomeView(
    has_outcome=True,
    title="Thanks Lina, it’s logged!",
    points="+10",
    lines=["813 actions out of 1,000", "187 to go"],
    footprint_sentence="About 0.71 kg less CO2e for you.",
    city_sentence="Nothing for the city.",
    noted="Logged: 5 km",
    undo_label="Undo",
    entry_id=7,
)


def _drawn(outcome: OutcomeView) -> str:
    return str(
        celebration(
            T,
            outcome,
            demo_tag=rx.fragment(),
            act_href="/en/act",
            undo=lambda entry_id: rx.console_log(f"undo {entry_id}"),
            close=rx.console_log("close"),
        )
    )


def test_points_footprint_and_city_stand_apart() -> None:
    drawn = _drawn(DONE)
    for words in ("+10", DONE.footprint_sentence, DONE.city_sentence, "Undo"):
        assert words in drawn


def test_there_is_one_main_button() -> None:
    assert _drawn(DONE).count('className:"btn grow"') == 1
