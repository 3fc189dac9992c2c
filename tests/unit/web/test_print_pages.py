import re
from dataclasses import replace

import segno

from climact_issy import texts
from climact_issy.presenters.code_sheets import code_sheet, paper_list
from climact_issy.web import print_pages
from climact_issy.web.print_pages import CARDS_A_PAGE, LINES_A_LIST
from tests.support.sheets import ADDRESS, EVENT, SHEET

FR = texts.for_language("fr")
NASTY = replace(EVENT, title=("<b>Vélo</b>", '"Bike" & co'), place="<script>x")


def sheet(**changes: object) -> str:
    view = code_sheet(FR, replace(SHEET, **changes), ADDRESS, 22)
    return print_pages.code_sheet(FR, view)


def test_a_sheet_has_a_card_a_code_with_its_own_qr() -> None:
    page = sheet()
    drawn = re.findall(r'<span class="qr" aria-hidden="true">(<svg.*?</svg>)', page)
    assert drawn == [
        print_pages.qr(f"{ADDRESS}/code?code=CDFH-2345"),
        print_pages.qr(f"{ADDRESS}/code?code=JKMN-6789"),
    ]
    assert page.count('<p class="code">') == 2
    assert 'lang="en">Bike workshop' in page


def test_a_qr_can_lose_a_corner_and_has_its_quiet_zone() -> None:
    url = f"{ADDRESS}/code?code=CDFH-2345"
    made = segno.make(url, error="m", micro=False)
    width = made.symbol_size(border=4)[0]
    assert f'viewBox="0 0 {width} {width}"' in print_pages.qr(url)
    assert made.error in {"M", "Q", "H"}


def test_eight_cards_fill_a_page() -> None:
    page = sheet(texts=("CDFH2345",) * (CARDS_A_PAGE + 1))
    assert page.count('<section class="page cards">') == 2


def test_a_single_code_is_a_poster() -> None:
    page = sheet(texts=("CDFH2345",), uses_per_code=50)
    assert '<section class="page poster">' in page
    assert "CDFH-2345" in page


def test_what_people_wrote_stays_text() -> None:
    page = sheet(event=NASTY, label="<i>Accueil</i>")
    paper = print_pages.paper_list(FR, paper_list(FR, NASTY))
    for written in (page, paper):
        assert "<script" not in written
        assert "<b>Vélo" not in written
        assert "&quot;Bike&quot; &amp; co" in written
    assert "<i>" not in page


def test_a_sheet_needs_nothing_from_elsewhere() -> None:
    for page in (sheet(), print_pages.paper_list(FR, paper_list(FR, EVENT))):
        assert not re.search(r'(?:src|href)="(?!/favicon\.svg)', page)
        assert "<style>" in page
        assert "url(" not in page


def test_a_blank_list_has_numbered_lines_and_says_how_it_is_typed() -> None:
    page = print_pages.paper_list(FR, paper_list(FR, EVENT))
    assert page.count('<td class="n">') == LINES_A_LIST
    assert "email;event;day" in page
    assert "event: <b>atelier</b>" in page


def test_what_is_invented_says_so_on_every_card() -> None:
    page = sheet(event=replace(EVENT, is_demo=True))
    assert page.count('<span class="demo">') == 2
