from collections.abc import Callable
from datetime import UTC, datetime
from html import unescape
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from sqlmodel import select

from climact_issy import access, routes
from climact_issy.database import Database
from climact_issy.models.citizen import Citizen
from climact_issy.models.outbox_mail import OutboxMail
from climact_issy.services import citizens, deployment

ADDRESS = "lina@example.org"


async def ask(browser: httpx.AsyncClient, **fields: str) -> httpx.Response:
    sent = {"email": ADDRESS, "next": "/agir/velo?q=2", "language": "fr", **fields}
    return await browser.post(routes.AUTH_LINK, data=sent)


def mails(database: Database) -> list[OutboxMail]:
    return database.read_here(lambda s: list(s.exec(select(OutboxMail)).all()))


def secrets_of(mail: OutboxMail) -> tuple[str, str]:
    """Return the token and the code of a mail."""
    (link,) = [word for word in mail.text.split() if word.startswith("http")]
    token = parse_qs(urlsplit(link).query)["token"][0]
    code = "".join(letter for letter in mail.subject if letter.isdigit())
    return token, code


async def viewer(browser: httpx.AsyncClient) -> object:
    cookie = "; ".join(f"{k}={v}" for k, v in browser.cookies.items())
    return await access.resolve(cookie)


async def test_from_the_form_to_the_session_by_the_link(
    new_browser: Callable[..., httpx.AsyncClient], database: Database
) -> None:
    browser = new_browser()
    asked = await ask(browser)
    assert asked.status_code == 303
    assert asked.headers["location"].startswith(routes.AUTH_CODE)
    token, _ = secrets_of(mails(database)[0])

    phone = new_browser()
    shown = await phone.get(routes.AUTH_CONFIRM, params={"token": token})
    assert shown.status_code == 200
    assert "<script" not in shown.text
    entered = await phone.post(routes.AUTH_CONFIRM, data={"token": token})
    assert entered.status_code == 303
    assert entered.headers["location"] == "/bienvenue?next=%2Fagir%2Fvelo%3Fq%3D2"
    assert "HttpOnly" in entered.headers["set-cookie"]
    assert "SameSite=lax" in entered.headers["set-cookie"]
    assert await viewer(phone) is not None
    assert await viewer(browser) is None


async def test_opening_the_link_again_and_again_uses_nothing(
    browser: httpx.AsyncClient, database: Database
) -> None:
    await ask(browser)
    token, _ = secrets_of(mails(database)[0])
    for _ in range(3):
        answer = await browser.get(routes.AUTH_CONFIRM, params={"token": token})
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert answer.headers["cache-control"] == "no-store"
        await browser.head(routes.AUTH_CONFIRM, params={"token": token})
    entered = await browser.post(routes.AUTH_CONFIRM, data={"token": token})
    assert entered.status_code == 303
    again = await browser.post(routes.AUTH_CONFIRM, data={"token": token})
    assert again.status_code == 400
    assert "déjà servi" in again.text


async def test_from_the_form_to_the_session_by_the_code(
    browser: httpx.AsyncClient, database: Database
) -> None:
    await ask(browser, language="en", next="/en/act")
    _, code = secrets_of(mails(database)[0])
    entered = await browser.post(
        routes.AUTH_CODE, data={"code": f"{code[:3]} {code[3:]}", "language": "en"}
    )
    assert entered.headers["location"] == "/en/welcome?next=%2Fen%2Fact"
    assert await viewer(browser) is not None


async def test_a_wrong_code_says_how_many_tries_are_left(
    browser: httpx.AsyncClient, database: Database
) -> None:
    await ask(browser)
    _, code = secrets_of(mails(database)[0])
    wrong = f"{(int(code) + 1) % 1_000_000:06d}"
    answer = await browser.post(routes.AUTH_CODE, data={"code": wrong})
    assert answer.status_code == 400
    assert "4 essais" in answer.text
    assert 'aria-invalid="true"' in answer.text


async def test_a_person_with_a_neighbourhood_goes_straight_back(
    browser: httpx.AsyncClient, database: Database
) -> None:
    await ask(browser)
    token, _ = secrets_of(mails(database)[0])
    await browser.post(routes.AUTH_CONFIRM, data={"token": token})
    citizen = database.read_here(lambda s: s.exec(select(Citizen.id)).one())
    now = datetime.now(UTC)
    database.run_here(
        lambda s: citizens.choose_neighbourhood(
            s, citizens.actor_of(s, citizen or 0), "outside", now=now
        )
    )
    await ask(browser)
    token, _ = secrets_of(mails(database)[1])
    entered = await browser.post(routes.AUTH_CONFIRM, data={"token": token})
    assert entered.headers["location"] == "/agir/velo?q=2"


async def test_known_and_unknown_addresses_get_the_same_answer(
    new_browser: Callable[..., httpx.AsyncClient], database: Database
) -> None:
    first = new_browser()
    await ask(first)
    token, _ = secrets_of(mails(database)[0])
    await first.post(routes.AUTH_CONFIRM, data={"token": token})

    def seen(answer: httpx.Response) -> tuple[object, ...]:
        names = sorted(set(answer.headers) - {"set-cookie"})
        return answer.status_code, answer.text, answer.headers["location"], names

    known = await ask(new_browser())
    unknown = await ask(new_browser(), email="nobody@example.org")
    assert seen(known) == seen(unknown)
    assert len(mails(database)) == 3


async def test_the_link_leads_to_our_own_address_whatever_the_request_says(
    new_browser: Callable[..., httpx.AsyncClient], database: Database
) -> None:
    browser = new_browser()
    headers = {"Host": "evil.example", "X-Forwarded-Host": "evil.example"}
    form = {"email": ADDRESS, "base": "https://evil.example"}
    await browser.post(routes.AUTH_LINK, data=form, headers=headers)
    (mail,) = mails(database)
    assert "evil" not in mail.text + mail.html
    assert "http://localhost:3000/auth/confirm?token=" in mail.text


async def test_a_foreign_next_is_forgotten(
    browser: httpx.AsyncClient, database: Database
) -> None:
    await ask(browser, next="https://evil.example")
    token, _ = secrets_of(mails(database)[0])
    entered = await browser.post(routes.AUTH_CONFIRM, data={"token": token})
    assert entered.headers["location"] == "/bienvenue?next=%2F"


async def test_a_wrong_address_is_said_beside_its_field(
    browser: httpx.AsyncClient, database: Database
) -> None:
    answer = await ask(browser, email='"><script>alert(1)</script>')
    assert answer.status_code == 400
    assert "<script>" not in answer.text
    assert 'aria-describedby="mail-error"' in answer.text
    assert mails(database) == []


async def test_too_many_mails_to_one_address_are_refused_in_words(
    browser: httpx.AsyncClient, database: Database
) -> None:
    answers = [(await ask(browser)).status_code for _ in range(4)]
    assert answers == [303, 303, 303, 429]
    assert len(mails(database)) == 3


@pytest.mark.parametrize(
    "path",
    [
        routes.AUTH_LINK,
        routes.AUTH_CONFIRM,
        routes.AUTH_CODE,
        routes.AUTH_SIGN_OUT,
    ],
)
async def test_a_form_of_another_site_is_refused(
    new_browser: Callable[..., httpx.AsyncClient], database: Database, path: str
) -> None:
    evil = new_browser()
    headers = {"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"}
    answer = await evil.post(path, data={"email": ADDRESS}, headers=headers)
    assert answer.status_code == 403
    assert "autre site" in answer.text
    assert mails(database) == []


async def test_a_browser_that_hides_its_origin_confirms_with_the_page_s_cookie(
    browser: httpx.AsyncClient, database: Database
) -> None:
    await ask(browser)
    token, _ = secrets_of(mails(database)[0])
    shown = await browser.get(routes.AUTH_CONFIRM, params={"token": token})
    form = shown.text.split('name="form" value="')[1].split('"')[0]
    hidden = {"Origin": "null"}
    data = {"token": token, "form": unescape(form)}
    bare = await browser.post(
        routes.AUTH_CONFIRM, data={"token": token}, headers=hidden
    )
    assert bare.status_code == 403
    entered = await browser.post(routes.AUTH_CONFIRM, data=data, headers=hidden)
    assert entered.status_code == 303


async def test_signing_out_ends_the_session_and_clears_the_tab(
    browser: httpx.AsyncClient, database: Database
) -> None:
    await ask(browser)
    token, _ = secrets_of(mails(database)[0])
    await browser.post(routes.AUTH_CONFIRM, data={"token": token})
    cookie = f"climact_sid={browser.cookies['climact_sid']}"
    assert await access.resolve(cookie) is not None
    answer = await browser.post(routes.AUTH_SIGN_OUT, data={"language": "en"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/en")
    assert answer.headers["clear-site-data"] == '"storage"'
    assert "climact_sid" not in browser.cookies
    assert await access.resolve(cookie) is None


async def test_nobody_signs_out_by_following_a_link(browser: httpx.AsyncClient) -> None:
    for path in (routes.AUTH_SIGN_OUT, routes.AUTH_LINK, routes.AUTH_DEMO):
        assert (await browser.get(path)).status_code in {404, 405}


@pytest.mark.parametrize("mode", ["development", "production"])
async def test_demo_people_do_not_exist_outside_demo_mode(
    browser: httpx.AsyncClient, configured: Callable[..., None], mode: str
) -> None:
    configured(mode=mode)
    answer = await browser.post(routes.AUTH_DEMO, data={"person": "lina"})
    assert answer.status_code == 404
    for path in (routes.SIGN_IN.fr, routes.SIGN_IN.en):
        assert routes.AUTH_DEMO not in (await browser.get(path)).text


async def test_demo_people_do_not_enter_a_real_database(
    browser: httpx.AsyncClient, configured: Callable[..., None], database: Database
) -> None:
    configured(mode="demo")
    now = datetime.now(UTC)
    database.run_here(lambda s: deployment.claim(s, "real", now=now))
    answer = await browser.post(routes.AUTH_DEMO, data={"person": "lina"})
    assert answer.status_code == 503
    assert "climact_sid" not in browser.cookies


async def test_one_tap_signs_in_as_a_demo_person(
    browser: httpx.AsyncClient, configured: Callable[..., None], database: Database
) -> None:
    configured(mode="demo")
    now = datetime.now(UTC)

    def prepare(session):  # noqa: ANN001, ANN202 - one line of fixture
        deployment.claim(session, "demo", now=now)
        actor = citizens.create(session, language="fr", now=now, is_demo=True)
        row = session.get(Citizen, actor.citizen_id)
        row.demo_key, row.neighbourhood = "lina", "outside"
        session.add(row)

    database.run_here(prepare)
    page = await browser.get(routes.SIGN_IN.fr, params={"next": "/agir/velo"})
    assert page.text.count(f'action="{routes.AUTH_DEMO}"') >= 3
    answer = await browser.post(
        routes.AUTH_DEMO, data={"person": "lina", "next": "/agir/velo"}
    )
    assert answer.headers["location"] == "/agir/velo"
    assert await viewer(browser) is not None
    unknown = await browser.post(routes.AUTH_DEMO, data={"person": "nobody"})
    assert unknown.status_code == 404


async def test_entering_as_somebody_else_clears_what_the_tab_keeps(
    browser: httpx.AsyncClient, database: Database
) -> None:
    await ask(browser)
    first, _ = secrets_of(mails(database)[0])
    entered = await browser.post(routes.AUTH_CONFIRM, data={"token": first})
    assert "clear-site-data" not in entered.headers
    await ask(browser)
    second, _ = secrets_of(mails(database)[1])
    entered = await browser.post(routes.AUTH_CONFIRM, data={"token": second})
    assert entered.headers["clear-site-data"] == '"storage"'
    assert await viewer(browser) is not None


async def test_a_secure_site_sets_a_guarded_secure_cookie(
    new_browser: Callable[..., httpx.AsyncClient],
    configured: Callable[..., None],
    database: Database,
) -> None:
    configured(public_url="https://climact.example")
    browser = new_browser("https://climact.example")
    await ask(browser)
    token, _ = secrets_of(mails(database)[0])
    entered = await browser.post(routes.AUTH_CONFIRM, data={"token": token})
    cookies = entered.headers.get_list("set-cookie")
    (session,) = [text for text in cookies if text.startswith("__Host-climact_sid=")]
    assert "Secure" in session
    assert "Path=/" in session
    assert "Domain" not in session


@pytest.mark.parametrize(
    ("path", "language"), [(routes.SIGN_IN.fr, "fr"), (routes.SIGN_IN.en, "en")]
)
async def test_the_sign_in_page_keeps_where_to_go_back(
    browser: httpx.AsyncClient, path: str, language: str
) -> None:
    answer = await browser.get(path, params={"next": '/agir?q="<b>'})
    assert f'<html lang="{language}">' in answer.text
    assert 'value="/agir?q=&quot;&lt;b&gt;"' in answer.text
    assert "<b>" not in answer.text


async def test_a_broken_form_is_refused_in_the_language_of_the_browser(
    browser: httpx.AsyncClient,
) -> None:
    answer = await browser.post(
        routes.AUTH_LINK, content=b"{}", headers={"Accept-Language": "en-GB,en"}
    )
    assert answer.status_code == 400
    assert '<html lang="en">' in answer.text
