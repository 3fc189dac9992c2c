"""Actions beside what is needed: ranges that are said to be possible, never done."""

from dataclasses import replace

import pytest

from climact_issy import texts
from climact_issy.content import actions as actions_catalogue
from climact_issy.content import indicators as catalogue
from climact_issy.domain.actions import Action, Boundary
from climact_issy.domain.shares_of_cut import yearly_range
from climact_issy.presenters.moving_shares import (
    PEOPLE,
    MovingView,
    moving_views,
    scale_note,
)
from tests.support.indicator_states import with_points

FRENCH, ENGLISH = texts.for_language("fr"), texts.for_language("en")
N, THIN = "\u00a0", "\u202f"
ALL = actions_catalogue.catalogue()


def one(slug: str, action: str, t: texts.Translator = FRENCH) -> MovingView:
    found = (actions_catalogue.by_slug(action),)
    return moving_views(t, catalogue.by_slug(slug), found)[0]


def test_two_thousand_cyclists_beside_the_cut_of_a_year() -> None:
    found = one("budget-climat", "prendre-le-velo")
    assert found.share == (
        f"2{THIN}000 habitants{N}: de 0 à 2,4{N}% de la baisse à faire chaque année."
    )
    assert found.detail == (
        f"Une personne, 5{N}km, 52 fois par an{N}: de 0 à 70,6{N}kg de CO₂e par an."
    )


def test_what_the_budget_does_not_see_is_zero_for_it() -> None:
    action = actions_catalogue.by_slug("repas-vegetarien")
    assert action.boundary is Boundary.NO
    found = yearly_range(action, PEOPLE)
    assert found is not None
    assert found.high_kgco2e == 0


def test_a_missing_figure_is_said_to_be_missing() -> None:
    found = one("budget-climat", "chauffer-a-19")
    assert found.share == f"Part inconnue{N}: personne ne la publie."
    assert not found.detail


def test_a_footprint_says_its_share_with_the_published_ends() -> None:
    meal = one("empreinte-par-personne", "repas-vegetarien")
    assert meal.share == f"2,6{N}% de l’empreinte moyenne."
    assert meal.detail == f"52 fois par an{N}: 214{N}kg de CO₂e en moins."
    bike = one("empreinte-par-personne", "prendre-le-velo")
    assert bike.share == f"De 0,3 à 0,9{N}% de l’empreinte moyenne."
    washer = one("empreinte-par-personne", "reparer-le-lave-linge")
    assert washer.detail.startswith("Une fois")


def test_waste_is_counted_only_where_it_is_weighed() -> None:
    bin_bag = one("dechets-menagers", "alleger-sa-poubelle")
    assert bin_bag.share == f"24{N}% de ce qu’il reste à enlever."
    assert f"26{N}kg de déchets en moins" in bin_bag.detail
    assert "inconnue" in one("dechets-menagers", "cuisiner-les-restes").share


def test_a_tiny_share_is_not_rounded_to_nothing() -> None:
    action = actions_catalogue.by_slug("prendre-le-velo")
    assert action.saving is not None
    tiny = replace(
        action, saving=replace(action.saving, low_kgco2e=0.0, high_kgco2e=1e-4)
    )
    found = moving_views(FRENCH, catalogue.by_slug("budget-climat"), (tiny,))[0]
    assert f"moins de 0,1{N}%" in found.share


@pytest.mark.parametrize("slug", ["budget-climat", "dechets-menagers"])
def test_a_met_aim_needs_no_share(slug: str) -> None:
    indicator = catalogue.by_slug(slug)
    latest = indicator.latest
    assert latest is not None
    met = with_points(indicator, (replace(latest, value=1.0),))
    met = replace(met, headline=met.series[0].points[0])
    found = moving_views(FRENCH, met, ALL)
    assert all("%" not in view.share for view in found)


def test_known_shares_come_first_in_the_order_given() -> None:
    found = moving_views(FRENCH, catalogue.by_slug("budget-climat"), ALL)
    known = [bool(view.detail) for view in found]
    assert known == sorted(known, reverse=True)


def test_no_share_is_told_as_something_achieved() -> None:
    for slug in ("budget-climat", "empreinte-par-personne", "dechets-menagers"):
        assert "Personne n’a mesuré" in scale_note(FRENCH, catalogue.by_slug(slug))
        assert "ne s’ajoutent pas" in scale_note(FRENCH, catalogue.by_slug(slug))
    assert f"3{N}% d’Issy" in scale_note(FRENCH, catalogue.by_slug("budget-climat"))


def test_figures_without_shares_say_why() -> None:
    water = catalogue.by_slug("eau-domestique")
    assert "inconnue" in scale_note(FRENCH, water)
    shower = (actions_catalogue.by_slug("douche-courte"),)
    assert moving_views(FRENCH, water, shower)[0].share == ""
    assert "empreinte" in scale_note(FRENCH, catalogue.by_slug("co2-mauna-loa"))
    for indicator in catalogue.demo_indicators():
        assert not scale_note(FRENCH, indicator)


def test_english_has_its_own_words() -> None:
    found = one("budget-climat", "prendre-le-velo", ENGLISH)
    assert found.href.startswith("/en/")
    assert f"5{N}km, 52 times a year" in found.detail
    assert found.share == (
        "2,000 residents: from 0 to 2.4% of the cut needed each year."
    )


def test_every_action_is_told_without_breaking() -> None:
    def first(action: Action) -> str:
        return action.title[0]

    for indicator in catalogue.shown(is_demo=True):
        found = moving_views(FRENCH, indicator, ALL)
        assert {view.title for view in found} == set(map(first, ALL))
