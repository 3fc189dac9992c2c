from dataclasses import replace
from datetime import date

from climact_issy import texts
from climact_issy.presenters.code_sheets import code_sheet, paper_list
from tests.support.sheets import ADDRESS, EVENT, SHEET

FR = texts.for_language("fr")


def test_a_card_shows_what_its_qr_opens() -> None:
    view = code_sheet(FR, SHEET, ADDRESS, 22)
    assert [(card.text, card.url) for card in view.cards] == [
        ("CDFH-2345", "https://climact.example/code?code=CDFH-2345"),
        ("JKMN-6789", "https://climact.example/code?code=JKMN-6789"),
    ]
    assert view.type_at[0].endswith("climact.example/code")
    assert view.when == ("mercredi 25 novembre 2026", "Wednesday 25 November 2026")
    assert view.heading == "2 codes, lot 3\u00a0: Accueil"
    assert (view.left_out, view.demo) == ("", ("", ""))


def test_how_it_counts_is_one_sentence() -> None:
    assert code_sheet(FR, SHEET, ADDRESS, 22).counts == (
        "Pour une personne, une fois\u00a0: 22 points au plus.",
        "For one person, once: 22 points at most.",
    )
    shared = replace(SHEET, uses_per_code=50, valid_from=date(2026, 11, 24), spent=2)
    view = code_sheet(FR, shared, ADDRESS, 22)
    assert view.counts[1].startswith("The same code for all, once per person")
    assert view.when[0] == "du mardi 24 novembre au mercredi 25 novembre 2026"
    assert view.left_out == "2 codes déjà utilisés n’y sont plus."
    assert code_sheet(FR, SHEET, ADDRESS, 0).counts[0].endswith("sans points.")


def test_what_is_invented_says_so_on_paper() -> None:
    invented = replace(EVENT, is_demo=True)
    assert code_sheet(FR, replace(SHEET, event=invented), ADDRESS, 22).demo == (
        "démo",
        "demo",
    )
    assert paper_list(FR, invented).demo == ("démo", "demo")


def test_a_blank_list_says_what_becomes_of_an_address() -> None:
    view = paper_list(FR, EVENT)
    assert view.heading == ("J’y étais", "I was there")
    assert "n’est pas enregistrée" in view.promise[0]
    assert "not stored" in view.promise[1]
    assert len(view.columns) == 3
    assert view.slug == "atelier"
