"""My page: trees for weeks, answers as tokens, a footprint that is no measurement."""

from datetime import UTC, date, datetime

from climact_issy import texts
from climact_issy.domain.gestures import EventLine, GestureLine, Me
from climact_issy.domain.people import Actor, Situation
from climact_issy.domain.seasons import Season
from climact_issy.presenters.me import MeView, excluded, me_view

T = texts.for_language("fr")
NOTED = datetime(2026, 11, 23, 7, 40, tzinfo=UTC)
SEASON = Season(
    1,
    "2026-s43",
    ("Saison d’automne", "Autumn season"),
    date(2026, 10, 19),
    date(2026, 12, 13),
)
ACTOR = Actor(
    citizen_id=1,
    member_ref="ref",
    pseudonym="Lina",
    situation=Situation(is_tenant=True, has_car=False),
)


def _me(**changes: object) -> Me:
    known: dict[str, object] = {
        "pseudonym": "Lina",
        "neighbourhood": "les-hauts-d-issy",
        "points_season": 1134,
        "points_week": 30,
        "points_week_proven": 0,
        "week_cap": 200,
        "declared_week_cap": 200,
        "points_today": 10,
        "day_cap": 60,
        "active_weeks": 3,
        "gestures": 12,
        "recent": (),
        "joined_at": NOTED,
        "saving_kgco2e": 4.2,
        "gestures_with_saving": 7,
        "season": SEASON,
    }
    return Me(**(known | changes))  # pyright: ignore[reportArgumentType] - a test builds the value from a dict


def test_one_tree_stands_for_each_active_week() -> None:
    view = me_view(T, _me(), ACTOR)
    assert view.headline == "Votre île a 3 arbres"
    assert view.active_weeks == 3
    assert me_view(T, _me(active_weeks=1), ACTOR).headline == "Votre île a 1 arbre"


def test_a_full_island_is_followed_by_a_second_one() -> None:
    views = [me_view(T, _me(active_weeks=weeks), ACTOR) for weeks in (12, 13, 30)]

    assert [view.headline for view in views] == [
        "Votre île a 12 arbres",
        "Vos 2 îles ont 13 arbres",
        "Vos 3 îles ont 30 arbres",
    ]
    assert [view.trees for view in views] == [12, 1, 6]


def test_an_empty_island_awaits() -> None:
    view = me_view(
        T, _me(active_weeks=0, saving_kgco2e=0, gestures_with_saving=0), ACTOR
    )
    assert view.headline == "Votre île vous attend"
    assert view.footprint == ""
    assert not view.has_gestures


def test_the_week_is_shown_against_its_cap() -> None:
    view = me_view(T, _me(), ACTOR)
    assert (view.week.total, view.week.out_of) == ("30", "points sur 200")


def test_the_footprint_says_that_it_is_no_measurement() -> None:
    assert "pas une mesure" in me_view(T, _me(), ACTOR).footprint


def test_answers_come_back_to_the_form_and_into_words() -> None:
    view = me_view(T, _me(), ACTOR)
    assert (view.is_tenant, view.has_car, view.has_garden) == ("yes", "no", "")
    assert view.situation == "Locataire, sans voiture"


def test_what_does_not_fit_is_excluded_and_silence_excludes_nothing() -> None:
    assert excluded(ACTOR.situation) == "owner car"
    assert excluded(Situation()) == ""
    assert excluded(Situation(is_tenant=False, has_shared_heating=True)) == (
        "tenant own-heating"
    )


def test_a_gesture_whose_action_left_the_catalogue_is_not_listed() -> None:
    lines = tuple(
        GestureLine(n, slug, 5, 10, NOTED, is_undone=False, can_undo=True)
        for n, slug in enumerate(("prendre-le-velo", "gone"))
    )
    view = me_view(T, _me(recent=lines), ACTOR)
    assert [line.href for line in view.lines] == ["/agir/prendre-le-velo"]


def test_a_wish_to_move_says_when_it_counts() -> None:
    day = date(2027, 1, 4)
    moving = _me(next_neighbourhood="les-iles", moves_on=day)
    leaving = _me(next_neighbourhood="outside", moves_on=day)

    assert me_view(T, moving, ACTOR).move == (
        "À la prochaine saison, prévue le 4 janvier, vos points compteront pour "
        "Les Îles. D’ici là, rien ne change."
    )
    assert "plus pour un quartier" in me_view(T, leaving, ACTOR).move
    assert me_view(T, _me(moves_on=day), ACTOR).move == ""


def test_a_pause_says_when_points_resume() -> None:
    view = me_view(T, _me(resumes_on=date(2027, 1, 4)), ACTOR)

    assert view.season_line == (
        "Pause entre deux saisons\u00a0: les points reprennent le 4 janvier."
    )


def test_the_empty_view_is_nobody() -> None:
    assert not MeView().is_signed_in


def test_events_are_told_in_the_language_of_the_page() -> None:
    line = EventLine(("Atelier vélo", "Bike workshop"), date(2026, 11, 25), 22)
    (french,) = me_view(T, _me(events=(line,)), ACTOR).events
    (english,) = me_view(texts.for_language("en"), _me(events=(line,)), ACTOR).events
    assert (french.title, french.when) == ("Atelier vélo", "mercredi 25 novembre")
    assert (english.title, english.points) == ("Bike workshop", "+22")
