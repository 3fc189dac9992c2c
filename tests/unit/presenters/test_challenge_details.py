"""One challenge in words, and one's own part in it."""

from dataclasses import replace

import pytest

from climact_issy import texts
from climact_issy.domain.challenge_moves import State
from climact_issy.domain.challenge_sights import (
    ChallengeSight,
    MyChallenge,
    RaceLine,
)
from climact_issy.domain.challenges import Kind, Scope
from climact_issy.presenters.challenge_details import (
    ChallengeView,
    challenge_view,
    my_challenge_view,
)
from tests.support.rules import RULES
from tests.unit.presenters.test_challenges import GOAL, TODAY

FRENCH = texts.for_language("fr")
PLEDGE = replace(GOAL, kind=Kind.PLEDGE, target=5, effort=2)


def view(sight: ChallengeSight) -> ChallengeView:
    return challenge_view(FRENCH, sight, RULES, today=TODAY)


def test_what_counts_leads_to_the_actions() -> None:
    found = view(ChallengeSight(GOAL, ("marcher",)))

    assert found.is_found
    assert [(each.title, each.href) for each in found.counts] == [
        ("Marcher au lieu de prendre la voiture", "/agir/marcher")
    ]
    assert found.people == "40 participants"
    assert found.dates == "Du 21 novembre 2026 au 10 décembre 2026"


def test_who_proposes_is_said_and_is_not_the_city() -> None:
    assert (
        view(ChallengeSight(GOAL, ())).proposer == "Proposé par l’équipe du prototype"
    )
    team = replace(GOAL, owner_name="Vélo-Club")
    assert view(ChallengeSight(team, ())).proposer == "Proposé par Vélo-Club"


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_says_what_it_takes(kind: Kind) -> None:
    assert view(ChallengeSight(replace(GOAL, kind=kind), ())).how


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (Kind.EVENT, "code"),
        (Kind.RACE, "sur parole"),
        (Kind.PLEDGE, "sur parole"),
        (Kind.HABIT, "sur parole"),
    ],
)
def test_points_never_stand_without_their_proof(kind: Kind, words: str) -> None:
    assert words in view(ChallengeSight(replace(PLEDGE, kind=kind), ())).proof
    assert view(ChallengeSight(GOAL, ())).proof == ""


def test_points_are_said_under_their_caps_and_nothing_is_a_prize() -> None:
    assert "10 points" in view(ChallengeSight(PLEDGE, ())).reward
    assert "Pas de points en plus" in view(ChallengeSight(GOAL, ())).reward
    event = replace(PLEDGE, kind=Kind.EVENT)
    assert "15 points" in view(ChallengeSight(event, ())).reward


def test_a_running_event_says_where_to_enter_its_code() -> None:
    event = replace(GOAL, kind=Kind.EVENT, place="Sur la place")
    found = view(ChallengeSight(event, ()))
    over = view(ChallengeSight(replace(event, state=State.CLOSED), ()))

    assert (found.place, found.code_href) == ("Sur la place", "/code")
    assert over.code_href == ""


@pytest.mark.parametrize(
    ("scope", "words"), [(Scope.TEAM, "équipe"), (Scope.NEIGHBOURHOOD, "quartier")]
)
def test_a_race_without_ranking_says_so_kindly(scope: Scope, words: str) -> None:
    race = replace(GOAL, kind=Kind.RACE, scope=scope)
    note = view(ChallengeSight(race, ())).race_note

    assert words in note
    assert "chaque geste compte déjà" in note


def test_a_race_shows_terraces_and_nobody_is_ahead_inside_one() -> None:
    race = replace(GOAL, kind=Kind.RACE, scope=Scope.NEIGHBOURHOOD)
    lines = (
        RaceLine("val-de-seine", "Val-de-Seine", 1, 64),
        RaceLine("la-ferme", "La Ferme", 1, 62),
        RaceLine("les-iles", "Les Îles", 2, 40),
    )
    found = view(ChallengeSight(race, (), lines))

    assert [(each.title, each.groups) for each in found.race] == [
        ("Palier 1, ex æquo", "La Ferme (62), Val-de-Seine (64)"),
        ("Palier 2", "Les Îles (40)"),
    ]
    assert "points par participant" in found.race_note


@pytest.mark.parametrize(
    ("my", "words", "has_bar"),
    [
        (MyChallenge(), "", False),
        (MyChallenge(has_joined=True, progress=2), "2 jours sur 5", True),
        (
            MyChallenge(has_joined=True, progress=5, is_completed=True, points=10),
            "Vous avez relevé ce défi\u00a0: +10 points",
            False,
        ),
    ],
)
def test_my_part_of_a_pledge(my: MyChallenge, words: str, *, has_bar: bool) -> None:
    found = my_challenge_view(FRENCH, my, PLEDGE)

    assert (found.words, found.has_bar) == (words, has_bar)


def test_my_part_of_a_goal_is_my_gestures() -> None:
    found = my_challenge_view(FRENCH, MyChallenge(progress=3), GOAL)

    assert (found.words, found.has_bar) == ("Votre part\u00a0: 3 gestes", False)


def test_whoever_was_at_an_event_sees_it() -> None:
    event = replace(GOAL, kind=Kind.EVENT)
    found = my_challenge_view(FRENCH, MyChallenge(is_completed=True, points=15), event)

    assert found.words == "Vous y étiez\u00a0: +15 points"


def test_a_checked_in_day_says_until_tomorrow() -> None:
    joined = MyChallenge(has_joined=True, progress=1)

    assert "À demain" in my_challenge_view(FRENCH, joined, PLEDGE).note
    due = replace(joined, can_check_in=True)
    assert my_challenge_view(FRENCH, due, PLEDGE).note == ""


def test_a_challenge_of_a_team_says_whom_it_counts() -> None:
    found = my_challenge_view(FRENCH, MyChallenge(is_outside=True), GOAL)

    assert "équipe" in found.note
