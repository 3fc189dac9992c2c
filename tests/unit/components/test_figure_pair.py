"""A comparison is drawn from a Var: lists by theme, frames, words, a table."""

from climact_issy import routes, texts
from climact_issy.components.figure_pair import (
    Hands,
    beginning,
    choices,
    comparison,
    waiting,
)
from climact_issy.content import indicators as catalogue
from climact_issy.presenters.pair_choices import options, ready_pairs
from climact_issy.states.citizen.figure_pairs import PairState
from tests.support.rendered import rendered

FRENCH = texts.for_language("fr")
SHOWN = catalogue.indicators()
NO_HANDS = Hands(None, None, None, None, None)
VIEW = PairState.view


def test_the_two_lists_hold_every_figure_by_theme_with_a_label() -> None:
    told = rendered(
        choices(FRENCH, VIEW, options(FRENCH, SHOWN), NO_HANDS, file=routes.API_PAIR)
    )
    for name in ("pair-a", "pair-b"):
        assert f'id:"{name}"' in told
        assert f'htmlFor:"{name}"' in told
    for indicator in SHOWN:
        assert told.count(f'"{indicator.slug}"') == 2
    assert told.count("Énergie") == 2
    assert "J’échange les deux chiffres" in told


def test_without_a_script_the_form_asks_for_the_joined_table() -> None:
    told = rendered(
        choices(FRENCH, VIEW, options(FRENCH, SHOWN), NO_HANDS, file=routes.API_PAIR)
    )
    assert "noscript" in told
    assert routes.API_PAIR in told
    assert "Sans JavaScript" in told
    assert '"submit"' in told


def test_a_beginning_proposes_pairs() -> None:
    told = rendered(beginning(FRENCH, VIEW, ready_pairs(FRENCH, SHOWN)))
    assert "/chiffres/comparer?a=temperature-mondiale&b=co2-mauna-loa" in told
    assert "Choisissez l’autre chiffre" in told
    assert "Les deux chiffres se chargent" in rendered(waiting(FRENCH))


def test_it_never_says_that_one_causes_the_other() -> None:
    told = rendered(comparison(FRENCH, VIEW, NO_HANDS))
    assert "Bouger ensemble ne prouve pas que l’un cause l’autre." in told
    for words in ("En indice 100", "Deux dessins", "Voir le tableau", "À savoir."):
        assert words in told
    assert '"img"' in told
    assert '"status"' in told
