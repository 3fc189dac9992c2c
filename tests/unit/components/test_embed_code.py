"""The page of an indicator offers its code, in the page's language."""

import json

import pytest

from climact_issy import texts
from climact_issy.components.embed_code import embed_code
from climact_issy.content import indicators as catalogue
from climact_issy.presenters import embeds, indicators
from climact_issy.presenters.embeds import Options
from climact_issy.routes import EMBEDDING, LANGUAGES, Language
from climact_issy.settings import get_settings
from tests.support.rendered import rendered


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_code_its_result_and_the_page_of_choices(language: Language) -> None:
    t = texts.for_language(language)
    view = indicators.view(t, catalogue.by_slug("budget-climat"))
    text = rendered(embed_code(t, view))
    made = embeds.snippet(
        get_settings().address, view.slug, view.title, Options(language)
    )
    for line in made.code.split("\n"):
        assert json.dumps(line, ensure_ascii=False)[1:-1] in text
    assert f'href:"{embeds.path(view.slug, Options(language))}"' in text
    assert f'href:"{EMBEDDING.to(language)}"' in text
