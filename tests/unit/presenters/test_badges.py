"""Badges, rhythm, milestones and notes, in words."""

from datetime import date

import pytest

from climact_issy import texts
from climact_issy.content import badges
from climact_issy.domain.badges import Measure, Measures, every
from climact_issy.domain.recognition import Milestone, Note, Recognition, Rhythm
from climact_issy.presenters.badges import (
    ON_MY_PAGE,
    RecognitionView,
    place_view,
    reached_line,
    recognition_view,
    weeks_sentence,
)

NO_GOAL = Rhythm()
FR, EN = texts.for_language("fr"), texts.for_language("en")
DAY = date(2026, 11, 25)
NOTE = Note(1, ("Merci !", "Thank you!"), "", DAY, DAY, "L’équipe", is_demo=True)


def view(
    measures: Measures, rhythm: Rhythm = NO_GOAL, *, t: texts.Translator = FR
) -> RecognitionView:
    found = Recognition(every(badges.badges(), measures), measures.weeks, rhythm)
    return recognition_view(t, found, [NOTE])


def test_earned_badges_say_their_level_next_step_and_where_they_lead() -> None:
    found = view(Measures({"prendre-le-velo": 17}))
    (bike,) = [badge for badge in found.earned if badge.slug == "roues"]

    assert (bike.level, bike.next_step) == (
        "niveau 2",
        "Encore 3 gestes pour le niveau 3",
    )
    assert bike.href == "/chiffres/budget-climat"
    assert found.headline == "Vous avez 1 badge"


def test_badges_to_come_say_the_first_step() -> None:
    found = view(Measures(), t=EN)
    steps = {badge.slug: badge.next_step for badge in found.to_come}

    assert found.headline == "Your first badge is one action away"
    assert len(found.to_come) == len(badges.badges())
    assert steps["roues"] == "1 more action"
    assert steps["curieux"] == "3 more different actions"
    assert steps["deja"] == "1 more action that you did before"
    assert all(badge.level == "to come" for badge in found.to_come)


def test_the_last_level_asks_for_nothing_more() -> None:
    found = view(Measures({"prendre-le-velo": 400}))

    assert found.earned[0].next_step == "Tous les niveaux sont atteints."


def test_the_row_shows_what_was_earned_and_what_comes_next() -> None:
    many = Measures({a: 40 for b in badges.badges() for a in b.actions}, 40, 40, 40, 40)

    assert [b.is_earned for b in view(Measures()).row] == [False] * ON_MY_PAGE
    assert [b.is_earned for b in view(many).row] == [True] * ON_MY_PAGE
    some = view(Measures({"composter": 12, "marcher": 1, "douche-courte": 1}, weeks=1))
    assert [b.is_earned for b in some.row] == [True, True, True, False]


@pytest.mark.parametrize(
    ("rhythm", "week", "pause"),
    [
        (Rhythm(), "", ""),
        (Rhythm(5, 3), "3 gestes sur 5 cette semaine.", ""),
        (Rhythm(5, 0), "0 geste sur 5 cette semaine.", ""),
        (Rhythm(5, 6), "Votre objectif de la semaine est atteint\xa0: 6 gestes.", ""),
        (
            Rhythm(5, 3, DAY),
            "",
            (
                "En pause jusqu’au mercredi 25 novembre. Rien ne se perd, et un "
                "geste reste possible."
            ),
        ),
    ],
)
def test_a_week_is_told_without_blame_and_a_pause_is_silent(
    rhythm: Rhythm, week: str, pause: str
) -> None:
    found = view(Measures(), rhythm)

    assert (found.week, found.pause, found.goal) == (week, pause, str(rhythm.goal))


def test_weeks_stay_whatever_comes() -> None:
    assert weeks_sentence(FR, 0).startswith("Votre première semaine")
    assert weeks_sentence(FR, 1).startswith("1 semaine active en tout. Elle vous reste")
    assert weeks_sentence(EN, 14).startswith("14 active weeks in all")


def test_a_new_level_is_one_line() -> None:
    found = every(badges.badges(), Measures({"marcher": 10}, weeks=1))
    reached = [p for p in found if p.level]
    weeks = [p for p in reached if p.badge.measure is Measure.WEEKS]

    assert reached_line(FR, []) == ""
    assert reached_line(EN, weeks) == "New badge: Week after week, level 1"
    assert reached_line(FR, reached) == (
        "Des badges de plus\xa0: À pied, à vélo, niveau 2, "
        "Au fil des semaines, niveau 1"
    )


def test_a_neighbourhood_tells_its_steps_and_never_its_count() -> None:
    told = [
        place_view(FR, found, []).milestone
        for found in (
            None,
            Milestone(0, 100),
            Milestone(250, 500),
            Milestone(2500, None),
        )
    ]

    assert told == [
        "",
        "Premier cap du quartier\xa0: 100 gestes ensemble cette saison.",
        "Cap des 250 gestes passé ensemble cette saison. Prochain\xa0: 500.",
        (
            "Plus de 2\u202f500 gestes ensemble cette saison\xa0: tous les caps "
            "sont passés."
        ),
    ]


def test_a_note_speaks_the_language_of_the_page_and_keeps_its_label() -> None:
    (french,), (english,) = view(Measures()).notes, place_view(EN, None, [NOTE]).notes

    assert (french.text, english.text) == ("Merci !", "Thank you!")
    assert french.is_demo
    assert french.signed_by == "L’équipe"
