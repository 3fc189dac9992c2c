from dataclasses import replace
from datetime import date

import pytest

from climact_issy import texts
from climact_issy.domain.events import Attendance
from climact_issy.presenters.codes import CodeView, counted, days
from tests.support.sheets import EVENT

FR, EN = texts.for_language("fr"), texts.for_language("en")
FOUND = Attendance(
    event=EVENT,
    entry_id=7,
    points=22,
    cap=None,
    civic_day=date(2026, 11, 25),
    neighbourhood="centre-ville",
    was_already_there=False,
)


def test_a_thank_you_says_what_was_earned_and_for_whom() -> None:
    view = counted(FR, FOUND, "Lina")
    assert view.title == "Merci Lina, vous y étiez\u00a0!"
    assert (view.points, view.points_sentence) == ("+22", "Vous gagnez 22 points.")
    assert view.beneficiary == "pour vous et Centre-ville, attesté par un code"
    assert (view.event, view.note) == ("Atelier vélo", "")
    assert view.event_line == "Place de la mairie, mercredi 25 novembre"


def test_it_speaks_the_language_of_the_page() -> None:
    view = counted(EN, replace(FOUND, points=1, neighbourhood="outside"), "Lina")
    assert view.event == "Bike workshop"
    assert view.points_sentence == "You earn 1 point."
    assert view.beneficiary == "for you and the shared goal, attested by a code"


@pytest.mark.parametrize(
    ("cap", "points", "note"),
    [
        ("day", 5, "Votre journée est pleine"),
        ("week", 0, "Votre semaine est pleine"),
        ("pause", 0, "C’est la pause entre deux saisons."),
    ],
)
def test_a_cap_is_said(cap: str, points: int, note: str) -> None:
    view = counted(FR, replace(FOUND, cap=cap, points=points), "Lina")
    assert view.note.startswith(note)
    assert view.points == f"+{points}"


def test_no_points_are_said_in_words() -> None:
    assert counted(FR, replace(FOUND, points=0), "Lina").points_sentence == (
        "Votre présence compte, sans points."
    )


def test_what_was_counted_before_is_no_new_gain() -> None:
    view = counted(EN, replace(FOUND, was_already_there=True), "Lina")
    assert view.title == "Already counted, Lina"
    assert view.points == view.beneficiary == view.note == ""
    assert "nothing changed" in view.points_sentence
    assert view.event == "Bike workshop"


def test_the_days_of_an_event_are_one_or_several() -> None:
    assert days(FR, EVENT) == "du mardi 24 novembre au jeudi 26 novembre 2026"
    one = replace(EVENT, ends_on=EVENT.starts_on)
    assert days(EN, one) == "Tuesday 24 November 2026"


def test_nothing_is_shown_before_a_code() -> None:
    assert not CodeView().has_outcome
