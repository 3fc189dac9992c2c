"""The race in words: ties are ties, nobody under ten is counted."""

from dataclasses import replace
from datetime import date

import pytest

from climact_issy import texts
from climact_issy.domain.gestures import Board, GoalProgress, Race, Standing
from climact_issy.domain.seasons import opening
from climact_issy.presenters.leaderboards import (
    BoardView,
    board_view,
    goal_view,
    headline,
)

FRENCH = texts.for_language("fr")
ENGLISH = texts.for_language("en")
LAST_DAY = date(2026, 12, 13)
SLUGS = (
    "centre-ville",
    "la-ferme",
    "les-epinettes",
    "les-hauts-d-issy",
    "les-iles",
    "les-varennes",
    "val-de-seine",
)


def _board(*terraces: tuple[str, ...], done: int = 812, today: int = 12) -> Board:
    place = {slug: n for n, step in enumerate(terraces, start=1) for slug in step}
    standings = tuple(
        Standing(
            slug,
            place.get(slug),
            50 - place[slug] if slug in place else None,
            slug in place,
            today if slug in place else None,
        )
        for slug in SLUGS
    )
    season = opening(date(2026, 10, 19), 8)
    race = Race(season, standings, terraces, len(terraces[:1]) > 1)
    return Board(race, GoalProgress(1000, done, LAST_DAY, 118, 37), 9)


@pytest.mark.parametrize(
    ("terraces", "yours", "french", "english"),
    [
        (
            (("la-ferme", "les-hauts-d-issy", "val-de-seine"),),
            "la-ferme",
            "Trois quartiers ex æquo en tête, dont le vôtre",
            "Three neighbourhoods tied in the lead, yours among them",
        ),
        (
            (("la-ferme", "val-de-seine"), ("centre-ville",)),
            "centre-ville",
            "Deux quartiers ex æquo en tête",
            "Two neighbourhoods tied in the lead",
        ),
        ((("la-ferme",),), "", "La\u00a0Ferme en tête", "La\u00a0Ferme in the lead"),
        (
            (("la-ferme",),),
            "la-ferme",
            "Votre quartier, La\u00a0Ferme, est en tête",
            "Your neighbourhood, La\u00a0Ferme, is in the lead",
        ),
        (
            (),
            "la-ferme",
            "La course commence, personne n’est encore classé",
            "The race is starting, nobody is ranked yet",
        ),
    ],
)
def test_the_headline_tells_the_tie(
    terraces: tuple[tuple[str, ...], ...], yours: str, french: str, english: str
) -> None:
    board = _board(*terraces)

    assert board_view(FRENCH, board, yours).headline == french
    assert board_view(ENGLISH, board, yours).headline == english


def test_terraces_say_when_they_are_shared() -> None:
    view = board_view(FRENCH, _board(("la-ferme", "les-iles"), ("centre-ville",)), "")

    assert [(s.number, s.suffix, s.is_tied, s.css) for s in view.terraces] == [
        ("1", "er", True, "a"),
        ("2", "e", False, "b2"),
    ]


def test_a_fourth_terrace_keeps_the_lowest_look() -> None:
    steps = [(slug,) for slug in SLUGS[:4]]

    assert board_view(FRENCH, _board(*steps), "").terraces[3].css == "c"


def test_the_quay_shows_no_number_at_all() -> None:
    view = board_view(FRENCH, _board(("la-ferme",)), "les-iles")
    moored = view.by_slug["les-iles"]

    assert len(view.quay) == 6
    assert (moored.score, moored.today, moored.terrace) == ("", "", "–")
    assert moored.place == "à quai"
    assert view.quay_line == "Pas encore classé\u00a0: il faut 10 participants."
    assert view.map_classes["les-iles"] == "quay"


def test_your_own_neighbourhood_is_marked_once_and_in_words() -> None:
    view = board_view(FRENCH, _board(("la-ferme", "val-de-seine")), "la-ferme")

    marked = [chip for chip in view.rows if chip.is_yours]
    assert [(chip.slug, chip.yours) for chip in marked] == [("la-ferme", "vous")]
    assert view.yours == "la-ferme"


def test_the_table_holds_every_neighbourhood_once_in_the_order_of_terraces() -> None:
    view = board_view(FRENCH, _board(("val-de-seine",), ("la-ferme",)), "")

    assert [chip.slug for chip in view.rows][:2] == ["val-de-seine", "la-ferme"]
    assert sorted(chip.slug for chip in view.rows) == sorted(SLUGS)


def test_gestures_of_today_are_told_only_where_published() -> None:
    view = board_view(FRENCH, _board(("la-ferme",), today=1), "")

    assert view.today == ["La Ferme\u00a0: 1 geste aujourd’hui"]


def test_the_goal_says_what_is_left_and_until_when() -> None:
    goal = goal_view(FRENCH, GoalProgress(5000, 812, LAST_DAY, 0))

    assert goal.headline == "Encore 4\u202f188 gestes avant le 13 décembre"
    assert goal.out_of == "gestes sur 5\u202f000"
    assert goal.percent == 16
    assert goal.pace == ""
    assert goal.today == ""


def test_in_a_pause_the_board_says_when_the_race_resumes() -> None:
    board = _board(("la-ferme", "les-iles"))
    race = replace(board.race, resumes_on=date(2026, 12, 28))
    goal = replace(board.goal, is_over=True)
    view = board_view(FRENCH, Board(race, goal, 9), "")

    assert view.season_line == (
        "Pause entre deux saisons\u00a0: la course reprend le 28\u00a0décembre"
    )
    assert view.headline == "Deux quartiers ex æquo en tête"
    assert view.goal.headline == "Saison terminée\u00a0: 812 gestes, tous ensemble"
    nobody = Race(race.season, (), (), False, resumes_on=race.resumes_on)  # noqa: FBT003 - the field's own order
    assert headline(ENGLISH, nobody, "") == (
        "The season is over, no neighbourhood was ranked"
    )


def test_facts_stand_beside_the_ranked_ones_only() -> None:
    view = board_view(FRENCH, _board(("la-ferme",)), "")

    assert set(view.facts) == {"la-ferme"}


def test_a_goal_that_is_reached_never_passes_a_hundred_percent() -> None:
    goal = goal_view(ENGLISH, GoalProgress(1000, 1400, LAST_DAY, 118))

    assert goal.is_reached
    assert goal.percent == 100
    assert goal.headline == "Goal reached, all together!"


def test_one_gesture_is_singular() -> None:
    goal = goal_view(ENGLISH, GoalProgress(1000, 999, LAST_DAY, 1, 1))

    assert goal.headline == "1 action to go before 13 December"
    assert goal.pace == "1 action last week"


def test_the_waiting_board_is_complete_and_silent() -> None:
    view = BoardView()

    assert view.terraces == []
    assert view.goal.percent == 0
    assert view.headline == ""
