"""An action's page, the thank-you, and my history, in words."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import get_args

from climact_issy import texts
from climact_issy.content import actions, rules
from climact_issy.domain.actions import Boundary, Kind
from climact_issy.domain.gestures import (
    GestureLine,
    GoalProgress,
    LoggedGesture,
    MyAction,
    UndoneGesture,
)
from climact_issy.domain.people import OUTSIDE
from climact_issy.domain.points import Lost
from climact_issy.presenters.actions import (
    OutcomeView,
    action_view,
    logged,
    mine_view,
    undone,
)

T = texts.for_language("fr")
EN = texts.for_language("en")
BIKE = actions.by_slug("prendre-le-velo")
NOTED = datetime(2026, 11, 23, 7, 40, tzinfo=UTC)
GOAL = GoalProgress(target=1000, done=813, ends_on=date(2026, 12, 6), last_week=118)
GESTURE = LoggedGesture(
    entry_id=7,
    action_slug=BIKE.slug,
    quantity=5,
    points=10,
    cap=None,
    saving_kgco2e=0.71,
    low_kgco2e=0.55,
    high_kgco2e=1.36,
    boundary=Boundary.PARTLY,
    noted_at=NOTED,
    civic_day=date(2026, 11, 23),
    was_already_there=False,
    member_total_points=134,
    neighbourhood="les-hauts-d-issy",
    goal=GOAL,
    season_entries_today=12,
    can_undo_until=datetime(2026, 11, 23, 23, tzinfo=UTC),
)
LINE = GestureLine(7, BIKE.slug, 5, 10, NOTED, is_undone=False, can_undo=True)


def test_an_action_says_its_effort_points_rhythm_and_quantity() -> None:
    view = action_view(T, BIKE, rules.first())
    assert (view.effort_label, view.points) == ("effort 2 sur 5", "+10")
    assert view.stepper is not None
    assert view.stepper.text == "5\u00a0km"
    assert view.href == "/agir/prendre-le-velo"
    assert action_view(EN, BIKE, rules.first()).href == "/en/act/prendre-le-velo"


def test_an_action_done_once_a_time_has_no_stepper() -> None:
    fixed = [
        a
        for a in actions.catalogue()
        if a.quantity and a.quantity.minimum == a.quantity.maximum
    ]
    assert fixed
    assert all(action_view(T, a, rules.first()).stepper is None for a in fixed)


def test_a_yearly_action_cannot_be_noted() -> None:
    yearly = next(a for a in actions.catalogue() if a.kind is Kind.YEARLY)
    view = action_view(T, yearly, rules.first())
    assert not view.is_loggable
    assert view.stepper is None
    assert "un choix à l’année" in view.tags


def test_who_cannot_do_an_action_is_a_token_of_the_filter() -> None:
    needs = {action_view(T, a, rules.first()).needs for a in actions.catalogue()}
    assert {"", "own-heating", "shared-heating"} <= needs


def test_the_thank_you_names_the_person_the_place_and_what_moved() -> None:
    view = logged(T, BIKE, GESTURE, "Lina")
    assert view.title == "Merci Lina, c’est noté\u00a0!"
    assert view.points == "+10"
    assert "Les Hauts d’Issy" in view.beneficiary
    assert view.lines[0].startswith("813 gestes sur 1")
    assert "187" in view.lines[1]
    assert view.noted == "Noté\u00a0: 5\u00a0km"
    assert view.cap_sentence == ""


def test_somebody_outside_issy_counts_for_the_shared_goal() -> None:
    view = logged(T, BIKE, replace(GESTURE, neighbourhood=OUTSIDE), "Lina")
    assert "objectif commun" in view.beneficiary


def test_a_points_cap_still_records_the_gesture_and_says_so() -> None:
    none = logged(T, BIKE, replace(GESTURE, points=0, cap="day"), "Lina")
    assert none.points == "+0"
    for cap in set(get_args(Lost)) - {"pause"}:
        view = logged(T, BIKE, replace(GESTURE, points=5, cap=cap), "Lina")
        assert "le but commun" in view.cap_sentence
        assert not re.search(r"perd|sans point|malus|atteint", view.cap_sentence)


def test_a_pause_says_that_points_resume_and_shows_no_goal() -> None:
    mine = replace(GESTURE.mine, resumes_on=date(2027, 2, 1))
    view = logged(T, BIKE, replace(GESTURE, points=0, cap="pause", mine=mine), "Lina")

    assert "les points reprennent le 1er février" in view.cap_sentence
    assert view.lines == []
    assert view.beneficiary == "pour votre historique et vos semaines actives"
    assert mine_view(T, BIKE, mine).pause == view.cap_sentence
    assert mine_view(T, BIKE, GESTURE.mine).pause == ""


def test_a_second_answer_to_one_tap_says_that_it_counts_once() -> None:
    view = logged(T, BIKE, replace(GESTURE, was_already_there=True), "Lina")
    assert "compté qu’une fois" in view.cap_sentence


def test_a_reached_goal_is_no_negative_rest() -> None:
    view = logged(T, BIKE, replace(GESTURE, goal=replace(GOAL, done=1002)), "Lina")
    assert "atteint" in view.lines[1]


def test_an_undone_gesture_takes_its_points_back() -> None:
    gone = UndoneGesture(
        7,
        BIKE.slug,
        10,
        was_already_undone=False,
        member_total_points=124,
        neighbourhood="les-hauts-d-issy",
        goal=GOAL,
    )
    view = undone(T, gone)
    assert view.is_undone
    assert view.points == "−10"
    assert len(view.lines) == 1
    assert undone(T, replace(gone, is_pause=True)).lines == []
    assert view.city_sentence == view.footprint_sentence == ""


def test_the_empty_outcome_shows_nothing() -> None:
    assert not OutcomeView().has_outcome


def test_my_gestures_say_when_and_whether_they_can_be_undone() -> None:
    gone = replace(LINE, entry_id=6, is_undone=True, can_undo=False)
    old = replace(LINE, entry_id=5, can_undo=False)
    view = mine_view(
        T, BIKE, MyAction(2, (LINE, gone, old), can_log=True, next_at=None)
    )
    assert view.seen == 2
    assert [line.when for line in view.lines] == [
        "aujourd’hui, 8\u00a0h\u00a040",
        "annulé par vous",
        "lundi 23 novembre",
    ]
    assert [line.can_undo for line in view.lines] == [True, False, False]
    assert [line.points for line in view.lines] == ["+10", "0", "+10"]


def test_a_refusal_names_the_next_possible_day() -> None:
    midnight = datetime(2026, 11, 23, 23, tzinfo=UTC)
    view = mine_view(T, BIKE, MyAction(2, (), can_log=False, next_at=midnight))
    assert view.refusal.endswith("mardi 24 novembre.")
    once = mine_view(T, BIKE, MyAction(1, (), can_log=False, next_at=None))
    assert "une fois par saison" in once.refusal
