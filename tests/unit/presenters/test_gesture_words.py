"""Words around a gesture, in the way each language says them."""

from datetime import UTC, date, datetime

from climact_issy import texts
from climact_issy.content import actions
from climact_issy.domain.actions import Cadence, Period, Theme
from climact_issy.presenters.gesture_words import (
    ICONS,
    LEAVES,
    cadence_sentence,
    clock,
    pause_sentence,
    quantity_text,
    theme_label,
)

T = texts.for_language("fr")
EN = texts.for_language("en")


def test_every_theme_has_a_name_an_icon_and_a_leaf() -> None:
    assert set(ICONS) == set(LEAVES) == set(Theme)
    assert len({theme_label(T, theme) for theme in Theme}) == len(Theme)


def test_a_rhythm_is_said_in_words() -> None:
    assert cadence_sentence(T, Cadence(1, Period.DAY)) == "Une fois par jour au plus"
    assert cadence_sentence(T, Cadence(2, Period.WEEK)).startswith("Jusqu’à 2 fois")
    assert cadence_sentence(EN, Cadence(1, Period.SEASON)) == "Once a season"


def test_a_rest_between_two_times_is_said_with_the_rhythm() -> None:
    weekly = Cadence(1, Period.WEEK)
    assert cadence_sentence(T, weekly, 1) == cadence_sentence(T, weekly)
    assert cadence_sentence(T, weekly, 7).endswith("à 7 jours d’écart")
    assert cadence_sentence(EN, weekly, 7).endswith("7 days apart")


def test_a_quantity_has_the_digits_of_its_language() -> None:
    bike = actions.by_slug("prendre-le-velo")
    assert quantity_text(T, bike, 2.5) == "2,5\u00a0km"
    assert quantity_text(EN, bike, 2.5) == "2.5\u00a0km"
    assert quantity_text(T, bike, None) == ""


def test_the_clock_is_the_one_of_paris() -> None:
    at = datetime(2026, 11, 23, 7, 5, tzinfo=UTC)
    assert clock(T, at) == "8\u00a0h\u00a005"
    assert clock(EN, at) == "08:05"


def test_a_pause_says_what_a_gesture_is_for() -> None:
    assert pause_sentence(T, None) == ""
    assert pause_sentence(T, date(2027, 2, 1)) == (
        "Pause entre deux saisons\u00a0: votre geste compte pour votre historique, "
        "les points reprennent le 1er février."
    )
