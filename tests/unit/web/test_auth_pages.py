from collections.abc import Callable

import pytest
from starlette.responses import HTMLResponse

from climact_issy import texts
from climact_issy.domain.people import Actor
from climact_issy.web import auth_pages
from climact_issy.web.auth_pages import Choice

EVIL = '"><script>alert(1)</script>'


def text_of(response: HTMLResponse) -> str:
    return bytes(response.body).decode()


def every_page(language: str) -> list[HTMLResponse]:
    t = texts.for_language(language)
    return [
        auth_pages.sign_in_page(t, "/"),
        auth_pages.code_page(t),
        auth_pages.confirm_page(t, "token", "form"),
        auth_pages.refusal_page(t, "why", 400),
    ]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_page_works_without_a_script_and_has_one_title(language: str) -> None:
    for response in every_page(language):
        text = text_of(response)
        assert f'<html lang="{language}">' in text
        assert "<script" not in text
        assert " style=" not in text
        assert text.count("<h1>") == 1


def test_every_field_has_its_label() -> None:
    t = texts.for_language("fr")
    sign_in = text_of(auth_pages.sign_in_page(t, "/"))
    assert 'for="mail"' in sign_in
    assert 'id="mail"' in sign_in
    code = text_of(auth_pages.code_page(t))
    assert 'for="code"' in code
    assert 'autocomplete="one-time-code"' in code


def test_nothing_a_person_wrote_becomes_markup() -> None:
    t = texts.for_language("fr")
    viewer = Actor(1, "m", pseudonym=EVIL)
    pages = [
        auth_pages.sign_in_page(t, f"/{EVIL}", viewer=viewer, email=EVIL, error=EVIL),
        auth_pages.confirm_page(t, EVIL, EVIL),
        auth_pages.refusal_page(t, EVIL, 400),
        auth_pages.code_page(t, error=EVIL),
    ]
    for page in pages:
        assert "<script" not in text_of(page)
        assert "&lt;script&gt;" in text_of(page)


def test_demo_people_come_first_and_are_labelled() -> None:
    t = texts.for_language("en")
    people = [Choice("lina", "Lina", "Rents, cycles.")]
    text = text_of(auth_pages.sign_in_page(t, "/en/act", personas=people))
    assert text.index("Enter as Lina") < text.index("Send me my link")
    assert 'class="demo"' in text
    assert text.count('value="/en/act"') == 2


def test_only_a_site_without_a_mail_server_points_to_its_outbox(
    configured: Callable[..., None],
) -> None:
    t = texts.for_language("en")
    assert "outbox" in text_of(auth_pages.code_page(t))
    configured(smtp_url="smtp://mail.example")
    assert "outbox" not in text_of(auth_pages.code_page(t))
    configured(smtp_url="", mode="production")
    assert "outbox" not in text_of(auth_pages.code_page(t))
