"""Two figures side by side: by keyboard, by finger, by address, without a script."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import NewPage
from tests.e2e.walking import go, is_too_wide

pytestmark = [pytest.mark.e2e, pytest.mark.beside]

HERE = "/chiffres/comparer"
THERE = "/en/figures/compare"
BOTH = "?a=electricite-annee&b=budget-climat"
SMALL = {"width": 320, "height": 640}
CAUTION = "Bouger ensemble ne prouve pas que l’un cause l’autre."


def test_two_lists_chosen_by_keyboard_make_a_comparison(desk: Page) -> None:
    go(desk, HERE)
    expect(desk.get_by_role("heading", name="Choisissez deux chiffres")).to_be_visible()
    first = desk.get_by_label("Un chiffre", exact=True)
    first.focus()
    first.select_option("electricite-annee")
    expect(desk.get_by_role("heading", name="Choisissez l’autre")).to_be_visible()
    expect(first).to_be_focused()
    second = desk.get_by_label("Un autre chiffre")
    second.focus()
    second.select_option("budget-climat")
    expect(desk.locator("main [role=status]")).to_contain_text("Entre 2020 et 2024")
    expect(desk.get_by_text(CAUTION)).to_be_visible()
    expect(desk).to_have_url(re.compile(re.escape(HERE + BOTH) + "$"))

    desk.keyboard.press("Shift+Tab")
    desk.keyboard.press("Enter")
    expect(first).to_have_value("budget-climat")
    expect(desk).to_have_url(re.compile(r"a=budget-climat&b=electricite-annee$"))
    expect(desk.get_by_role("button", name="J’échange")).to_be_focused()


def test_years_stand_under_each_other_in_two_frames(desk: Page) -> None:
    go(desk, HERE + BOTH)
    axes = desk.locator(".pair-frames .axis")
    expect(axes).to_have_count(2)
    boxes = [
        [span.bounding_box() for span in axis.locator("span").all()]
        for axis in axes.all()
    ]
    assert [b["x"] for b in boxes[0] if b] == [b["x"] for b in boxes[1] if b]
    assert axes.nth(0).inner_text() == axes.nth(1).inner_text()


def test_an_index_is_one_frame_and_has_its_address(phone: Page) -> None:
    go(phone, HERE + BOTH)
    phone.get_by_role("button", name="En indice 100").tap()
    expect(phone.get_by_text("les deux valent 100 en 2020")).to_be_visible()
    expect(phone.locator("main .graph")).to_have_count(1)
    expect(phone).to_have_url(re.compile("&i=100$"))
    phone.get_by_role("button", name="Deux dessins").tap()
    expect(phone.locator("main .graph")).to_have_count(2)


def test_the_address_is_read_by_a_friend_in_another_language(
    new_page: NewPage,
) -> None:
    friend = new_page()
    go(friend, f"{THERE}{BOTH}&i=100")
    expect(friend.get_by_text("both stand at 100 in 2020")).to_be_visible()
    expect(friend.get_by_label("One figure")).to_have_value("electricite-annee")


def test_the_table_twin_and_the_file_say_the_gaps(desk: Page) -> None:
    go(desk, HERE + BOTH)
    desk.get_by_text("Voir le tableau").click()
    row = desk.get_by_role("row", name=re.compile("^2021"))
    expect(row).to_contain_text("pas de valeur")
    with desk.expect_download() as found:
        desk.get_by_role("link", name="Télécharger les données (CSV)").click()
    assert found.value.suggested_filename == "electricite-annee+budget-climat.csv"


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("?a=budget-climat&b=budget-climat", "deux fois le même chiffre"),
        ("?a=nulle-part&b=budget-climat", "que nous n’avons pas"),
        ("?a=electricite-mois-heure&b=budget-climat", "Voici chaque chiffre seul"),
        ("?a=temperature-mondiale&b=co2-mauna-loa", "passe sous zéro"),
    ],
)
def test_what_cannot_be_compared_is_said(desk: Page, asked: str, words: str) -> None:
    go(desk, HERE + asked)
    expect(desk.locator("main")).to_contain_text(words)


@pytest.mark.parametrize(
    "path",
    [
        f"{HERE}?a=electricite-mois-heure&b=temperature-mondiale",
        f"{HERE}?a=temperature-mondiale&b=co2-mauna-loa",
        f"{HERE}{BOTH}&i=100",
        THERE,
    ],
)
def test_a_small_window_shows_all_of_it(
    new_page: NewPage, axe_violations: object, path: str
) -> None:
    page = new_page(SMALL)
    go(page, path)
    for closed in page.locator("main summary").all():
        closed.click()
    assert callable(axe_violations)
    assert axe_violations(page) == []
    assert not is_too_wide(page)
    small = page.evaluate(
        "[...document.querySelectorAll('main :is(button,select,summary,.pair a)')]"
        ".map(e => e.getBoundingClientRect()).filter(r => r.height && r.height < 44)"
        ".length"
    )
    assert small == 0


def test_without_a_script_there_are_words_a_table_and_pages(new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(HERE + BOTH)
    text = page.locator("main").inner_text()
    assert "Sans JavaScript" in text
    link = page.get_by_role("link", name="Budget climat d’Issy (Issy-les-Moulineaux)")
    expect(link).to_have_attribute("href", "/chiffres/budget-climat")
    page.get_by_label("Un chiffre", exact=True).select_option("eau-domestique")
    page.get_by_label("Un autre chiffre").select_option("budget-climat")
    with page.expect_download() as found:
        page.get_by_role("button", name="Je télécharge le tableau").click()
    assert found.value.suggested_filename == "eau-domestique+budget-climat.csv"


@pytest.mark.parametrize(
    ("path", "name", "address"),
    [
        ("/chiffres", "Comparer deux chiffres", HERE),
        (
            "/chiffres/budget-climat",
            "Comparer avec un autre chiffre",
            f"{HERE}?a=budget-climat",
        ),
        (
            "/en/figures/electricite-maintenant",
            "Compare with another figure",
            f"{THERE}?a=electricite-maintenant",
        ),
    ],
)
def test_it_is_found_from_the_figures(
    desk: Page, path: str, name: str, address: str
) -> None:
    go(desk, path)
    desk.get_by_role("link", name=name).click()
    expect(desk).to_have_url(re.compile(re.escape(address) + "$"))
    if "?a=" in address:
        chosen = address.partition("?a=")[2]
        expect(desk.locator("#pair-a")).to_have_value(chosen)
