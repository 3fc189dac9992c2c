"""The week is said in words and figures; the bar is a picture of them."""

import reflex as rx

from climact_issy import texts
from climact_issy.components.week_bar import week_bar
from climact_issy.presenters.week import WeekView
from climact_issy.states.citizen.me import MeState
from tests.support.rendered import rendered

T = texts.for_language("fr")
WEEK = WeekView(
    total="45",
    out_of="points sur 200",
    declared="35",
    proven="10",
    declared_percent=18,
    proven_percent=5,
    value_text="45 points sur 200",
    sentence="Bravo",
    is_full=True,
)


def test_the_bar_has_words_and_both_figures() -> None:
    page = rendered(week_bar(T, WEEK))

    assert '"aria-label":"45 points sur 200"' in page
    assert 'role:"img"' in page
    assert "gestes notés" in page
    assert "rencontres et preuves" in page
    assert "18%" in page
    assert "5%" in page
    assert "Bravo" in page


def test_each_live_part_asks_for_its_state() -> None:
    # A part without the hook of its state breaks the prerendered page.
    bar = week_bar(T, MeState.me.week).children[2]

    for part in bar.children:
        assert isinstance(part, rx.Component)
        assert any("me_state" in hook for hook in part._get_all_hooks())
