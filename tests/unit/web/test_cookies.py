from collections.abc import Callable

import pytest
from starlette.requests import Request
from starlette.responses import Response

from climact_issy.web import cookies


def with_cookie(text: str) -> Request:
    return Request({"type": "http", "headers": [(b"cookie", text.encode())]})


@pytest.mark.parametrize("set_cookie", [cookies.start_session, cookies.new_browser])
def test_no_script_reads_a_cookie_and_no_other_site_posts_it(
    set_cookie: Callable[[Response, str], None],
) -> None:
    response = Response()
    set_cookie(response, "secret")
    text = response.headers["set-cookie"]
    assert "HttpOnly" in text
    assert "SameSite=lax" in text
    assert "Path=/" in text
    assert "Secure" not in text


def test_every_cookie_of_a_secure_site_is_secure_and_guarded(
    configured: Callable[..., None],
) -> None:
    configured(public_url="https://climact.example")
    response = Response()
    cookies.start_session(response, "a")
    cookies.new_browser(response, "b")
    for text in response.headers.getlist("set-cookie"):
        assert text.startswith("__Host-")
        assert "Secure" in text


def test_ending_a_session_takes_the_cookie_and_the_tab_s_storage() -> None:
    response = Response()
    cookies.end_session(response)
    assert "Max-Age=0" in response.headers["set-cookie"]
    assert response.headers["clear-site-data"] == '"storage"'


def test_each_cookie_is_read_by_its_own_name() -> None:
    request = with_cookie("climact_sid=one; climact_browser=two")
    assert cookies.session_of(request) == "one"
    assert cookies.browser_of(request) == "two"
    assert cookies.session_of(with_cookie("x=y")) == ""


def test_secrets_are_long_and_never_the_same() -> None:
    made = {cookies.new_secret() for _ in range(100)}
    assert len(made) == 100
    assert min(map(len, made)) >= 43


def test_the_form_cookie_stays_on_its_page() -> None:
    response = Response()
    cookies.set_strict(response, "climact_form", "v", "/auth/confirm")
    text = response.headers["set-cookie"]
    assert "SameSite=strict" in text
    assert "Path=/auth/confirm" in text
