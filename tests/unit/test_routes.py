import pytest

from climact_issy import routes
from climact_issy.routes import Route


def test_a_page_has_one_address_a_language() -> None:
    page = Route("/agir", "/en/act")

    assert (page.to("fr"), page.to("en"), page.to("de")) == (
        "/agir",
        "/en/act",
        "/agir",
    )


@pytest.mark.parametrize(
    ("family", "address"),
    [
        (routes.action, ("/agir/velo", "/en/act/velo")),
        (routes.neighbourhood, ("/quartiers/velo", "/en/neighbourhoods/velo")),
        (routes.indicator, ("/chiffres/velo", "/en/figures/velo")),
    ],
)
def test_one_thing_lives_below_its_family(family, address: tuple[str, str]) -> None:  # noqa: ANN001 - one of three builders
    page = family("velo")

    assert (page.fr, page.en) == address


@pytest.mark.parametrize(
    ("path", "language"),
    [
        ("/", "fr"),
        ("/agir", "fr"),
        ("/en", "en"),
        ("/en/", "en"),
        ("/en/act/velo", "en"),
        ("/energie", "fr"),
        ("", "fr"),
    ],
)
def test_the_first_segment_tells_the_language(path: str, language: str) -> None:
    assert routes.language_of(path) == language


def test_every_english_address_is_below_en_and_no_french_one() -> None:
    assert [p for p in routes.PAGES.values() if routes.language_of(p.en) != "en"] == []
    assert [p for p in routes.PAGES.values() if routes.language_of(p.fr) != "fr"] == []


@pytest.mark.parametrize("path", ["/", "/agir/velo?q=5", "/en/act#log"])
def test_one_may_come_back_to_a_page_of_ours(path: str) -> None:
    assert routes.is_safe_return(path)


@pytest.mark.parametrize(
    "path",
    [
        "",
        "agir",
        "https://example.org",
        "//example.org",
        "/\\example.org",
        "/agir\\..",
        "/agir\r\nSet-Cookie: a=b",
        "/\t/example.org",
        "/" + "a" * routes.MAX_PATH_LENGTH,
        "javascript:alert(1)",
    ],
)
def test_one_may_not_be_sent_elsewhere(path: str) -> None:
    assert not routes.is_safe_return(path)


def test_a_comparison_holds_its_choice_in_its_address() -> None:
    assert routes.comparison().fr == "/chiffres/comparer"
    assert routes.comparison("un").en == "/en/figures/compare?a=un"
    assert routes.comparison("", "deux").fr == "/chiffres/comparer?b=deux"
    both = routes.comparison("un", "deux", is_index=True)
    assert both.fr == "/chiffres/comparer?a=un&b=deux&i=100"


def test_the_joined_table_of_two_figures_has_an_address() -> None:
    assert routes.pair_csv("un", "deux") == "/api/v1/pairs.csv?a=un&b=deux"
