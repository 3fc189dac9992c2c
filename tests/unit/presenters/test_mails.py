import pytest

from climact_issy import texts
from climact_issy.presenters import mails

LINK = "https://climact.example/auth/confirm?token=abc&language=fr"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_both_parts_of_the_mail_carry_the_link_and_the_code(language: str) -> None:
    t = texts.for_language(language)
    view = mails.sign_in(t, link=LINK, code="012345", minutes=10)
    assert LINK in view.text
    assert LINK.replace("&", "&amp;") in view.html
    for part in (view.text, view.html, view.subject):
        assert "012 345" in part
    assert "10 minutes" in view.text
    assert f'lang="{language}"' in view.html
    assert "\n" not in view.subject


def test_the_mail_speaks_the_language_of_the_page_it_was_asked_from() -> None:
    english = mails.sign_in(texts.for_language("en"), link=LINK, code="1", minutes=10)
    assert english.text.startswith("Hello,")
