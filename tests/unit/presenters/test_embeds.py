"""What other sites may ask for, and the code that they paste."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from climact_issy.presenters import embeds
from climact_issy.presenters.embeds import FRAMES, SIZES, THEMES, Options

SITE = "https://climact.example"


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (("en", "large", "dark"), Options("en", "large", "dark")),
        (("fr", "S", "LIGHT"), Options("fr", "small", "light")),
        (("de", "XXL", "pink"), Options("fr", "medium", "auto")),
        ((), Options("fr", "medium", "auto")),
    ],
)
def test_what_is_unknown_is_answered_as_usual(
    asked: tuple[str, ...], found: Options
) -> None:
    assert embeds.options(*asked) == found


@given(st.text(), st.text(), st.text())
def test_an_address_chooses_among_few_answers(
    language: str, size: str, theme: str
) -> None:
    found = embeds.options(language, size, theme)
    assert found.size in SIZES
    assert found.theme in THEMES
    assert found.language in {"fr", "en"}


def test_the_addresses_say_only_what_is_not_usual() -> None:
    plain, dark = Options(), Options("en", "large", "dark")
    assert embeds.path("a", plain) == "/embed/indicators/a?lang=fr&size=medium"
    assert embeds.path("a", dark).endswith("a?lang=en&size=large&theme=dark")
    assert embeds.picture("a", plain, "png").startswith("/embed/indicators/a.png?")


class Tags(HTMLParser):
    """Keeps the attributes of each tag."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, dict[str, str | None]] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found[tag] = dict(attrs)


def read(code: str) -> dict[str, dict[str, str | None]]:
    reader = Tags()
    reader.feed(code)
    return reader.found


def test_the_code_is_a_titled_frame_and_our_script() -> None:
    made = embeds.snippet(SITE, "a", 'Dit "ceci" <b>', Options("en", "small", "dark"))
    tags = read(made.code)
    assert set(tags) == {"iframe", "script"}
    assert tags["iframe"]["src"] == made.address
    assert tags["iframe"]["title"] == 'Dit "ceci" <b>'
    assert tags["iframe"]["loading"] == "lazy"
    assert tags["iframe"]["width"] == str(FRAMES["small"][0])
    assert tags["script"]["src"] == f"{SITE}/embed/climact.js"


def test_a_frame_stays_in_its_room() -> None:
    made = embeds.snippet(SITE, "a", "A", Options(), room=(200, 5000))
    assert (made.width, made.height) == (200, FRAMES["medium"][1])
    assert read(made.code)["iframe"]["width"] == "200"


def test_the_code_with_gaps_becomes_the_code() -> None:
    chosen = Options("en", "large", "light")
    width, height = FRAMES["large"]
    gaps = {
        "slug": "a",
        "query": chosen.query.replace("&", "&amp;"),
        "title": "A",
        "width": str(width),
        "height": str(height),
    }
    code = embeds.with_gaps(SITE)
    for name, value in gaps.items():
        code = code.replace(f"[{name}]", value)
    assert code == embeds.snippet(SITE, "a", "A", chosen).code


def test_the_discovery_address_quotes_the_page() -> None:
    found = embeds.discovery(SITE, "/chiffres/a")
    assert found == (
        f"{SITE}/oembed?url=https%3A%2F%2Fclimact.example%2Fchiffres%2Fa&format=json"
    )
