"""A season that is over, in words."""

from dataclasses import replace
from datetime import date

import pytest

from climact_issy import texts
from climact_issy.domain.archive import Archived
from climact_issy.domain.gestures import Race, Standing
from climact_issy.domain.seasons import opening
from climact_issy.domain.shares import Shares
from climact_issy.presenters.archive import ArchiveView, archive_view

FRENCH = texts.for_language("fr")


def season(*terraces: tuple[str, ...], winner: str | None = None) -> Archived:
    ranked = [slug for step in terraces for slug in step]
    standings = tuple(
        Standing(
            slug,
            number,
            70 - number,
            is_ranked=True,
            gestures_today=None,
            people=20,
            previous=50,
        )
        for number, step in enumerate(terraces, start=1)
        for slug in step
    )
    quay = Standing("les-iles", None, None, is_ranked=False, gestures_today=None)
    race = Race(
        opening(date(2026, 11, 23), 8),
        (quay, *standings),
        terraces,
        is_tied_at_top=len(terraces[:1]) > 1,
        winner=winner,
    )
    return Archived(race, dict.fromkeys(ranked, 40), 5200, 5000, 1)


@pytest.mark.parametrize(
    ("found", "headline"),
    [
        (
            season(("la-ferme",), ("centre-ville",), winner="la-ferme"),
            "La Ferme a gagné",
        ),
        (season(("la-ferme", "centre-ville")), "Ex æquo\u00a0: La Ferme, Centre-ville"),
        (season(), "Aucun quartier n’a été classé"),
        (season(("la-ferme",)), "La Ferme seul classé, sans vainqueur"),
    ],
)
def test_a_winner_is_named_or_the_tie_is(found: Archived, headline: str) -> None:
    assert archive_view(FRENCH, (found,)).seasons[0].headline == headline


def test_every_neighbourhood_has_a_row_and_the_small_ones_no_number() -> None:
    (view,) = archive_view(FRENCH, (season(("la-ferme",), ("centre-ville",)),)).seasons

    assert [row.name for row in view.rows] == ["La Ferme", "Centre-ville", "Les Îles"]
    assert (view.rows[0].place, view.rows[0].score) == ("palier 1", "69")
    assert view.rows[0].progress == "138\u00a0% de la saison d’avant"
    quay = view.rows[2]
    assert (quay.place, quay.score, quay.people, quay.progress) == (
        "pas classé", "–", "–", ""
    )  # fmt: skip


def test_the_goal_and_the_dates_are_told() -> None:
    (view,) = archive_view(FRENCH, (season(),)).seasons

    assert (
        view.goal == "Objectif commun atteint\u00a0: 5\u202f200 gestes sur 5\u202f000"
    )
    assert view.is_goal_reached
    assert view.dates == "Du 23 novembre 2026 au 17 janvier 2027"
    assert view.title == "Saison d’automne 2026-2027"
    assert view.anchor == "2026-s48"
    assert archive_view(FRENCH, ()) == ArchiveView()


def test_the_points_of_a_season_come_with_their_proof() -> None:
    found = replace(season(("la-ferme",)), shares=Shares(declared=80, code=20))

    (told, few) = archive_view(FRENCH, (found, season())).seasons

    assert told.shares.proven == 20
    assert told.shares.rows[0].cells[0] == "80"
    assert not few.shares.sentence
