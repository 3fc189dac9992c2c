"""The simulator in words: ranges, reasons, and that nothing was saved."""

import pytest

from climact_issy import texts
from climact_issy.content import actions, commune
from climact_issy.content import budget as content
from climact_issy.domain.errors import BadInput
from climact_issy.domain.simulation import Estimate, clash, crowds
from climact_issy.presenters.simulation import (
    Seen,
    SimulationView,
    chosen_among,
    clash_sentence,
    crowd_view,
    groups,
    people_words,
    share_words,
    simulation_view,
    usual_notch,
)

FRENCH = texts.for_language("fr")
CATALOGUE = content.simulated()
CUT_T = content.budget().required_cut_t


def see(people: int, *slugs: str, language: str = "fr") -> SimulationView:
    chosen = tuple(actions.by_slug(slug) for slug in slugs)
    t = texts.for_language(language)
    return simulation_view(t, CATALOGUE, Seen(people, chosen), CUT_T)


def test_a_choice_is_told_in_words_in_tonnes_and_as_a_bar() -> None:
    view = see(2000, "teletravailler", "pompe-a-chaleur")
    assert view.headline == "De 0 à 47\u00a0% de la baisse d’une année"
    assert view.detail == (
        "2\u202f000 habitants pendant un an\u00a0: de 0 à 2\u202f764\u00a0t de CO₂e en "
        "moins, sur 5\u202f925\u00a0t à descendre."
    )
    assert (view.least, view.most) == (0, 47)
    assert view.address == "/budget-climat?n=2000&g=teletravailler.pompe-a-chaleur"
    assert [found.href for found in view.chosen] == [
        "/agir/teletravailler",
        "/agir/pompe-a-chaleur",
    ]
    assert sum(view.is_chosen) == 2
    assert len(view.shares) == len(CATALOGUE.counted)


def test_it_speaks_english_on_the_english_page() -> None:
    view = see(2000, "teletravailler", language="en")
    assert view.headline == "0 to 28% of one year’s cut"
    assert view.people == "2,000 residents"
    assert view.address.startswith("/en/climate-budget?")


def test_nothing_chosen_and_nobody_there_claim_nothing() -> None:
    assert see(2000).headline.startswith("Choisissez un geste")
    assert see(0, "marcher").headline == "Sans personne, rien ne change."
    for view in (see(2000), see(0, "marcher")):
        assert (view.detail, view.most) == ("", 0)


def test_everybody_may_exceed_a_year_and_the_bar_stays_full() -> None:
    view = see(67_669, "teletravailler")
    assert view.headline.startswith("De 0 à plus de 100\u00a0%")
    assert view.most == 100


def test_actions_that_overlap_are_never_presented_as_one_sum() -> None:
    with pytest.raises(BadInput):
        see(2000, "marcher", "prendre-le-velo")


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (0, 0, "0\u00a0%"),
        (0, 0.004, "moins de 1\u00a0%"),
        (0, 0.28, "de 0 à 28\u00a0%"),
        (0.1, 0.28, "de 10 à 28\u00a0%"),
        (0.281, 0.283, "environ 28\u00a0%"),
        (0.2, 3, "de 20 à plus de 100\u00a0%"),
        (2, 3, "plus de 100\u00a0%"),
    ],
)
def test_a_range_in_words(low: float, high: float, words: str) -> None:
    assert share_words(FRENCH, Estimate(0, 0, low, high)) == words


@pytest.mark.parametrize(
    ("wanted", "kept", "words"),
    [
        ("pompe-a-chaleur", "isoler-son-logement", "contient déjà l’autre"),
        ("eco-conduite", "sans-voiture-sous-5-km", "une année entière"),
        ("marcher", "prendre-le-velo", "mêmes trajets"),
        ("economiser-du-gaz", "pompe-a-chaleur", "même énergie"),
        ("composter", "stop-pub", "mêmes déchets"),
    ],
)
def test_a_clash_names_both_actions_and_says_why(
    wanted: str, kept: str, words: str
) -> None:
    one, other = actions.by_slug(wanted), actions.by_slug(kept)
    said = clash_sentence(FRENCH, clash(one, [other]))
    assert words in said
    assert one.title[0] in said
    assert other.title[0] in said
    assert clash_sentence(FRENCH, None) == ""


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_counted_action_may_be_chosen_the_strongest_first(language: str) -> None:
    t = texts.for_language(language)
    found = groups(t, CATALOGUE, 2000, CUT_T)
    options = [option for group in found for option in group.options]
    assert sorted(o.at for o in options) == list(range(len(CATALOGUE.counted)))
    view = see(2000, language=language)
    assert all(view.shares[option.at] == option.share for option in options)
    assert found[0].options[0].slug == "teletravailler"


def test_an_option_says_how_often_it_is_counted() -> None:
    options = {
        o.slug: o.rhythm for g in groups(FRENCH, CATALOGUE, 1, CUT_T) for o in g.options
    }
    assert options["prendre-le-velo"] == "5\u00a0km, 52 fois par an"
    assert options["teletravailler"] == "toute l’année"
    assert options["colis-a-pied"] == "12 fois par an"


def test_people_are_counted_with_their_source() -> None:
    found = crowd_view(FRENCH, commune.population())
    assert "67\u202f669 habitants" in found.note
    assert "INSEE" in found.note
    assert crowds(67_669)[found.last] == 67_669
    assert crowds(67_669)[usual_notch(2000, commune.population())] == 2000
    assert people_words(FRENCH, 1) == "1 habitant"
    assert people_words(FRENCH, 0) == "personne"


def test_only_counted_actions_are_among_the_chosen() -> None:
    found = chosen_among(CATALOGUE, ("composter", "garder-son-telephone", "marcher"))
    assert [action.slug for action in found] == ["composter", "marcher"]
