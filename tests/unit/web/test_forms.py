from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.requests import Request

from climact_issy.domain.errors import BadInput, NotAllowed
from climact_issy.web import forms

FORM = "application/x-www-form-urlencoded"


def posted(body: bytes = b"", client: str = "10.0.0.9", **headers: str) -> Request:
    async def receive() -> dict[str, object]:
        return {"type": "http.request", "body": body, "more_body": False}

    raw = [(k.replace("_", "-").encode(), v.encode()) for k, v in headers.items()]
    scope = {
        "type": "http",
        "method": "POST",
        "path": "/auth/link",
        "query_string": b"",
        "headers": raw,
        "client": (client, 1234),
    }
    return Request(scope, receive)


async def test_the_fields_of_a_form_are_read_once_each() -> None:
    request = posted(b"email=a%40b.fr&next=%2Fagir&email=other", content_type=FORM)
    assert await forms.fields(request) == {"email": "a@b.fr", "next": "/agir"}


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("application/json", b"{}"),
        ("multipart/form-data; boundary=x", b"--x"),
        ("", b"a=b"),
        (FORM, b"a=%ff"),
        (FORM, "é=1".encode()),
        (FORM, b"a=%00"),
        (FORM, b"a=" + b"x" * 3000),
        (FORM, b"&".join(b"k%d=1" % n for n in range(40))),
    ],
)
async def test_what_is_no_small_plain_form_is_refused(kind: str, body: bytes) -> None:
    with pytest.raises(BadInput):
        await forms.fields(posted(body, content_type=kind))


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://climact.example"},
        {"origin": "https://climact.example", "sec_fetch_site": "same-origin"},
        {"origin": "null", "sec_fetch_site": "same-origin"},
        {},
    ],
)
def test_our_own_forms_are_taken(
    configured: Callable[..., None], headers: dict[str, str]
) -> None:
    configured(public_url="https://climact.example")
    forms.refuse_cross_site(posted(b"", **headers))


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "https://climact.example.evil.example"},
        {"origin": "http://climact.example"},
        {"origin": "null"},
        {"origin": "https://climact.example", "sec_fetch_site": "cross-site"},
        {"sec_fetch_site": "same-site"},
        {"sec_fetch_site": "cross-site"},
    ],
)
def test_forms_of_another_site_are_refused(
    configured: Callable[..., None], headers: dict[str, str]
) -> None:
    configured(public_url="https://climact.example")
    with pytest.raises(NotAllowed) as refusal:
        forms.refuse_cross_site(posted(b"", **headers))
    assert refusal.value.code == "cross_site"


def test_a_hidden_origin_needs_the_cookie_of_the_page() -> None:
    request = posted(origin="null", cookie="climact_form=abc")
    forms.refuse_cross_site(request, {"form": "abc"})
    with pytest.raises(NotAllowed):
        forms.refuse_cross_site(request, {"form": "abd"})


@given(st.text())
def test_whatever_comes_next_stays_on_this_site(path: str) -> None:
    target = forms.safe_next(path, "fr")
    assert target.startswith("/")
    assert not target.startswith(("//", "/\\"))
    assert not set(target) & set("\r\n\\")


def test_a_foreign_next_becomes_the_home_page_of_the_language() -> None:
    assert forms.safe_next("https://evil.example", "en") == "/en"
    assert forms.safe_next("//evil.example", "fr") == "/"
    assert forms.safe_next("/agir/velo?q=2", "fr") == "/agir/velo?q=2"


def test_the_visitor_address_ignores_what_no_proxy_of_ours_wrote(
    configured: Callable[..., None],
) -> None:
    request = posted(x_forwarded_for="6.6.6.6, 192.0.2.7, 10.0.0.1")
    configured(trusted_proxy_hops="0")
    assert forms.client_of(request) == "10.0.0.9"
    configured(trusted_proxy_hops="2")
    assert forms.client_of(request) == "192.0.2.7"
    configured(trusted_proxy_hops="5")
    assert forms.client_of(request) == "10.0.0.9"


@pytest.mark.parametrize(
    ("client", "counted"),
    [
        ("2001:db8:1:2::7", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff::9", "2001:db8:1:2::/64"),
        ("2001:db8:1:3::7", "2001:db8:1:3::/64"),
        ("[2001:db8:1:2::7]", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("192.0.2.7", "192.0.2.7"),
        ("unix", "unix"),
    ],
)
def test_a_subscriber_of_ipv6_is_counted_once(client: str, counted: str) -> None:
    assert forms.client_of(posted(client=client)) == counted
