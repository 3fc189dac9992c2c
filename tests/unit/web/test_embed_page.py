"""Embedded pages are small, in two languages, and say where figures come from."""

from html import escape

import pytest

from climact_issy import texts
from climact_issy.content import indicators as catalogue
from climact_issy.content.wording import worded
from climact_issy.presenters import indicators
from climact_issy.presenters.embeds import SIZES, THEMES, Options, Size, Theme
from climact_issy.routes import LANGUAGES, Language
from climact_issy.settings import get_settings
from climact_issy.web import embed_page, embed_script

MOST_BYTES = 20_000


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
def test_every_embed_is_small_and_complete(
    language: Language, size: Size, theme: Theme
) -> None:
    t = texts.for_language(language)
    for indicator in catalogue.shown(is_demo=True):
        view = indicators.view(t, indicator)
        text = embed_page.page(t, view, Options(language, size, theme))
        assert len(text.encode()) <= MOST_BYTES
        assert f'<html lang="{language}">' in text
        assert f"<title>{escape(view.title)}" in text
        assert f'class="e e-{size[0]}"' in text
        source = worded("sources", indicator.source)[language == "en"]
        assert escape(source) in text
        assert escape(get_settings().address + view.href) in text
        assert ('class="demo"' in text) == indicator.is_demo


def test_the_only_script_is_the_one_that_the_policy_lets_run() -> None:
    t = texts.for_language("fr")
    view = indicators.view(t, catalogue.by_slug("budget-climat"))
    text = embed_page.page(t, view, Options())
    assert text.count("<script") == 1
    assert f"<script>{embed_script.inside()}</script>" in text
    assert "http" not in text.replace(get_settings().address, "")


def test_the_small_size_shows_the_value_and_its_level() -> None:
    t = texts.for_language("fr")
    view = indicators.view(t, catalogue.by_slug("budget-climat"))
    small = embed_page.page(t, view, Options(size="small"))
    assert view.value in small
    assert f'<span class="tag mini {view.level}">' in small
    assert "<path class=" not in small


def test_an_unknown_figure_leads_to_all_of_them() -> None:
    text = embed_page.unknown(texts.for_language("en"), Options("en"))
    assert "There is no such figure here." in text
    assert f"{get_settings().address}/en/figures" in text
