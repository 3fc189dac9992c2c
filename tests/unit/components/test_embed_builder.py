"""The page for associations: every indicator to choose, the code of the first."""

import json
import re
from collections.abc import Iterator

import pytest

from climact_issy import texts
from climact_issy.components.embed_builder import embed_builder
from climact_issy.content import indicators as catalogue
from climact_issy.presenters import embeds
from climact_issy.presenters.embeds import SIZES, THEMES, Options
from climact_issy.routes import LANGUAGES, Language
from climact_issy.settings import ROOT, get_settings
from tests.support.rendered import rendered


@pytest.fixture(autouse=True)
def _demo(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("CLIMACT_MODE", "demo")
    get_settings.cache_clear()
    yield
    get_settings.cache_clear()


def built(language: Language) -> str:
    return rendered(embed_builder(texts.for_language(language), language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_can_be_chosen(language: Language) -> None:
    text = built(language)
    for indicator in catalogue.shown(is_demo=True):
        assert f'value:"{indicator.slug}"' in text
    for value in (*SIZES, *THEMES, *LANGUAGES):
        assert f'value:"{value}"' in text


def test_the_code_of_the_first_stands_there_without_a_script() -> None:
    first = catalogue.indicators()[0]
    made = embeds.snippet(get_settings().address, first.slug, first.title[0], Options())
    assert json.dumps(made.code.split("\n")[0], ensure_ascii=False)[1:-1] in built("fr")
    assert embeds.path(first.slug, Options()) in built("fr")


def test_the_script_finds_every_part_that_it_changes() -> None:
    script = (ROOT / "assets" / "embedding.js").read_text("utf-8")
    text = built("en")
    for name in re.findall(r'get\("([\w-]+)"\)', script):
        assert f'id:"{name}"' in text
    assert '"data-embedding"' in text
    assert '"data-picture"' in text
    assert "Copy the code" in text
