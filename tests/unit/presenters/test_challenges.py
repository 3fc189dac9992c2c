"""Challenges in words: what is done, how long is left, nothing under five people."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from climact_issy import texts
from climact_issy.domain.challenge_moves import State
from climact_issy.domain.challenge_sights import ChallengeCard, ChallengeStep
from climact_issy.domain.challenges import Kind, Scope
from climact_issy.presenters.challenges import (
    card_view,
    challenges_view,
    counts_for,
    kind_label,
    step_lines,
)
from tests.support.rules import RULES

FRENCH, ENGLISH = texts.for_language("fr"), texts.for_language("en")
TODAY = date(2026, 11, 25)
GOAL = ChallengeCard(
    slug="mille-trajets",
    kind=Kind.GOAL,
    scope=Scope.EVERYONE,
    state=State.RUNNING,
    title=("Mille trajets", "A thousand trips"),
    summary=("Tous ensemble.", "All together."),
    icon="bike",
    target=1000,
    effort=0,
    starts_on=TODAY - timedelta(days=4),
    ends_on=TODAY + timedelta(days=15),
    place="",
    owner_name="",
    progress=812,
    people=40,
    is_demo=False,
)


def test_a_goal_says_how_far_it_is_and_draws_it() -> None:
    view = card_view(FRENCH, GOAL, RULES, today=TODAY)

    assert view.progress == "812 gestes sur 1\u202f000"
    assert (view.percent, view.bar_label, view.left) == (
        81,
        "Gestes notés",
        "Encore 15 jours",
    )
    assert view.href == "/defi?d=mille-trajets"


def test_what_was_closed_early_says_on_which_day_and_its_time_stands_still() -> None:
    race = replace(GOAL, kind=Kind.RACE, state=State.CLOSED)
    yesterday = TODAY - timedelta(days=1)
    over = replace(race, ended_on=yesterday)
    views = [
        card_view(FRENCH, over, RULES, today=TODAY + timedelta(days=days))
        for days in (0, 9)
    ]

    assert {view.left for view in views} == {"Terminé, du 21 novembre au 24 novembre"}
    assert {view.percent for view in views} == {20}
    never = replace(race, ended_on=race.starts_on - timedelta(days=2))
    view = card_view(FRENCH, never, RULES, today=TODAY)
    assert (view.left, view.percent) == ("Annulé avant son premier jour", 0)


def test_a_reached_goal_stays_at_its_end() -> None:
    view = card_view(ENGLISH, replace(GOAL, progress=1200), RULES, today=TODAY)

    assert view.progress == "Goal reached: 1,200 actions out of 1,000"
    assert view.percent == 100


@pytest.mark.parametrize(
    ("kind", "progress", "words"),
    [
        (Kind.RACE, 1, "1 geste noté"),
        (Kind.PLEDGE, 12, "12 jours tenus, tous ensemble"),
        (Kind.HABIT, 1, "1 jour tenu, tous ensemble"),
        (Kind.EVENT, 8, "8 personnes sont venues"),
    ],
)
def test_what_has_no_common_target_draws_the_time(
    kind: Kind, progress: int, words: str
) -> None:
    found = replace(GOAL, kind=kind, progress=progress)
    view = card_view(FRENCH, found, RULES, today=TODAY)

    assert (view.progress, view.bar_label, view.percent) == (words, "Temps écoulé", 25)


def test_a_count_of_too_few_people_is_not_written() -> None:
    found = replace(GOAL, kind=Kind.PLEDGE, progress=None, people=None)
    view = card_view(FRENCH, found, RULES, today=TODAY)

    assert view.progress == "Le compte se publie à partir de 5 participants."
    assert view.bar_label == ""


@pytest.mark.parametrize(
    ("state", "ends_in", "words"),
    [
        (State.RUNNING, 1, "Encore 1 jour"),
        (State.RUNNING, 0, "Dernier jour"),
        (State.SCHEDULED, 9, "À partir du 21 novembre"),
        (State.CLOSED, -2, "Terminé, du 21 novembre au 23 novembre"),
    ],
)
def test_the_time_left_is_in_words(state: State, ends_in: int, words: str) -> None:
    found = replace(GOAL, state=state, ends_on=TODAY + timedelta(days=ends_in))

    assert card_view(FRENCH, found, RULES, today=TODAY).left == words


def test_nothing_is_counted_before_the_first_day() -> None:
    found = replace(GOAL, state=State.SCHEDULED, progress=0)
    view = card_view(FRENCH, found, RULES, today=TODAY)

    assert (view.progress, view.bar_label) == ("", "")


def test_the_page_has_three_groups() -> None:
    cards = [
        replace(GOAL, slug=state.value, state=state)
        for state in (State.RUNNING, State.SCHEDULED, State.CLOSED)
    ]
    view = challenges_view(FRENCH, cards, RULES, today=TODAY)

    groups = (view.running, view.coming, view.over)
    assert [len(group) for group in groups] == [1, 1, 1]
    assert not view.is_empty
    assert challenges_view(FRENCH, [], RULES, today=TODAY).is_empty


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_its_word_in_both_languages(kind: Kind) -> None:
    assert kind_label(FRENCH, kind) != kind_label(ENGLISH, kind)


def test_a_gesture_says_what_it_did_for_challenges() -> None:
    step = ChallengeStep(("Mille trajets", "A thousand trips"), Kind.GOAL, 3, 1000)
    habit = replace(step, kind=Kind.HABIT, target=8)
    won = replace(habit, progress=8, points=15, is_completed=True)

    assert step_lines(FRENCH, [step, habit, won]) == [
        "Compte pour\u00a0: Mille trajets",
        "Mille trajets\u00a0: 3 jours sur 8",
    ]
    assert step_lines(ENGLISH, [won]) == [
        "Challenge completed: A thousand trips, +15 points"
    ]


def test_an_action_leads_to_the_challenges_that_count_it() -> None:
    (found,) = counts_for(ENGLISH, [("mille", ("Mille", "A thousand"))])

    assert (found.title, found.href) == ("A thousand", "/en/challenge?d=mille")
