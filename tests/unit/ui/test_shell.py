"""The frame of a page: landmarks, each with its name."""

from climact_issy.ui.shell import FootLink, Tab, footer, shell, tabs_bar, top_bar


def test_the_landmarks_stand_in_reading_order() -> None:
    bar = top_bar("Nom", "/", tabs_bar("Menu", [Tab("A", "/a", "home")]))
    foot = footer(label="Pied", links=[FootLink("English", "/en", "en")])

    drawn = str(shell("x", skip="Aller", name="Page", top=bar, foot=foot))

    order = [drawn.index(f'jsx("{tag}"') for tag in ("a", "header", "main", "footer")]
    assert order == sorted(order)
    assert '"aria-label":"Page"' in drawn


def test_only_the_current_tab_says_so() -> None:
    tabs = [Tab("A", "/a", "home", is_current=True), Tab("B", "/b", "me")]

    assert str(tabs_bar("Menu", tabs)).count('"aria-current":"page"') == 1


def test_a_link_to_another_language_is_marked_with_it() -> None:
    drawn = str(footer(label="Pied", links=[FootLink("English", "/en", "en")]))

    assert 'lang:"en"' in drawn
    assert 'hreflang:"en"' in drawn
