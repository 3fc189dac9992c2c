"""Signing in and out: plain forms that need no script.

Opening the link of a mail shows a button, only the button's POST uses it: mail
scanners open every link. The code of the same mail works where it was asked for.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from urllib.parse import urlencode

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from climact_issy import access, database, routes, texts
from climact_issy.domain.errors import BadInput, NotFound, TooManyTries
from climact_issy.presenters import errors, mails
from climact_issy.services import demo, entering, sessions, sign_in
from climact_issy.services.entering import Browser, Entered
from climact_issy.services.sign_in import Asked, Asking
from climact_issy.settings import get_settings
from climact_issy.texts import Translator
from climact_issy.web import auth_pages, cookies, forms

router = APIRouter(include_in_schema=False)

_SEE_OTHER = 303


@router.get(routes.SIGN_IN.fr)
@router.get(routes.SIGN_IN.en)
@access.access("public")
async def show_sign_in(request: Request) -> HTMLResponse:
    """Show how to sign in; ?next= is where to come back to."""
    t = texts.for_language(routes.language_of(request.url.path))
    next_path = forms.safe_next(request.query_params.get("next", ""), t.language)
    viewer = await access.resolve(request.headers.get("cookie", ""))
    return auth_pages.sign_in_page(t, next_path, personas=_personas(t), viewer=viewer)


@router.post(routes.AUTH_LINK)
@access.access("public")
async def ask_link(request: Request) -> Response:
    """Send a sign-in mail; known and unknown addresses are treated alike."""
    forms.refuse_cross_site(request)
    form = await forms.fields(request)
    t = _translator(form)
    next_path = forms.safe_next(form.get("next", ""), t.language)
    email = form.get("email", "")
    secret = cookies.browser_of(request) or cookies.new_secret()
    try:
        address = sign_in.normalise(email)
        asking = Asking(
            address, secret, forms.client_of(request), t.language, next_path
        )
        await database.run(
            lambda s: sign_in.ask(s, asking, lambda a: _mail(t, a), now=_now())
        )
    except (BadInput, TooManyTries) as refusal:
        return auth_pages.sign_in_page(
            t,
            next_path,
            personas=_personas(t),
            email=email,
            error=errors.sentence(t, refusal),
            status=refusal.status,
        )
    query = urlencode({"language": t.language})
    response = RedirectResponse(f"{routes.AUTH_CODE}?{query}", _SEE_OTHER)
    cookies.new_browser(response, secret)
    return response


@router.get(routes.AUTH_CONFIRM)
@access.access("public")
async def show_confirm(request: Request) -> HTMLResponse:
    """Show the button that uses a link; nothing is used by opening the page."""
    t = _translator(request.query_params)
    secret = cookies.new_secret()
    token = request.query_params.get("token", "")
    response = auth_pages.confirm_page(t, token, secret)
    cookies.set_strict(response, forms.FORM_COOKIE, secret, routes.AUTH_CONFIRM)
    # The secret of the mail stands in this page's address.
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


@router.post(routes.AUTH_CONFIRM)
@access.access("public")
async def use_link(request: Request) -> Response:
    """Consume the link of a mail and sign in."""
    form = await forms.fields(request)
    forms.refuse_cross_site(request, form)
    browser = _browser(request)
    entered = await database.run(
        lambda s: entering.enter_by_link(s, form.get("token", ""), browser, now=_now())
    )
    return _welcome(entered, browser)


@router.get(routes.AUTH_CODE)
@access.access("public")
async def show_code(request: Request) -> HTMLResponse:
    """Say that a mail is on its way and take its code."""
    return auth_pages.code_page(_translator(request.query_params))


@router.post(routes.AUTH_CODE)
@access.access("public")
async def use_code(request: Request) -> Response:
    """Try the code of the mail, in the browser that asked for it."""
    forms.refuse_cross_site(request)
    form = await forms.fields(request)
    t = _translator(form)
    browser = _browser(request)
    entered = await database.run(
        lambda s: entering.enter_by_code(s, form.get("code", ""), browser, now=_now())
    )
    if isinstance(entered, Entered):
        return _welcome(entered, browser)
    refusal = BadInput(sign_in.CODE_WRONG, tries_left=entered)
    return auth_pages.code_page(
        t, error=errors.sentence(t, refusal), status=refusal.status
    )


@router.post(routes.AUTH_DEMO)
@access.access("public")
async def enter_as_demo(request: Request) -> Response:
    """Sign in as a demo person; does not exist outside demo mode."""
    if not get_settings().is_demo:
        raise NotFound
    forms.refuse_cross_site(request)
    form = await forms.fields(request)
    language = forms.language_of(form.get("language", ""))
    browser = _browser(request)
    entered = await database.run(
        lambda s: entering.enter_as_demo(s, form.get("person", ""), browser, now=_now())
    )
    next_path = forms.safe_next(form.get("next", ""), language)
    return _welcome(entered, browser, next_path, language)


@router.post(routes.AUTH_SIGN_OUT)
@access.access("public")
async def sign_out(request: Request) -> Response:
    """End this session; a browser without one is simply sent home."""
    forms.refuse_cross_site(request)
    form = await forms.fields(request)
    secret = cookies.session_of(request)
    if secret:
        await database.run(lambda s: sessions.revoke(s, secret, now=_now()))
        access.forget(secret)
    home = routes.HOME.to(forms.language_of(form.get("language", "")))
    response = RedirectResponse(home, _SEE_OTHER)
    cookies.end_session(response)
    return response


def _welcome(
    entered: Entered, browser: Browser, next_path: str = "", language: str = ""
) -> Response:
    """Set the cookie and go on: to the map question first, when it is still open."""
    language = language or entered.language
    target = next_path or forms.safe_next(entered.next_path, language)
    if not entered.actor.neighbourhood:
        query = urlencode({"next": target})
        target = f"{routes.WELCOME.to(language)}?{query}"
    response = RedirectResponse(target, _SEE_OTHER)
    if browser.old_session:
        # Somebody else may have used this tab: its state on the server goes too.
        access.forget(browser.old_session)
        cookies.end_session(response)
    cookies.start_session(response, entered.cookie)
    cookies.forget_browser(response)
    return response


def _mail(t: Translator, asked: Asked) -> tuple[str, str, str]:
    # The address comes from the settings, never from the request: a forged Host
    # would otherwise send people to somebody else's site with a working secret.
    query = urlencode({"token": asked.token, "language": t.language})
    view = mails.sign_in(
        t,
        link=f"{get_settings().address}{routes.AUTH_CONFIRM}?{query}",
        code=asked.code,
        minutes=int(sign_in.LIFETIME.total_seconds()) // 60,
    )
    return view.subject, view.text, view.html


def _browser(request: Request) -> Browser:
    return Browser(
        agent=request.headers.get("user-agent", ""),
        secret=cookies.browser_of(request),
        old_session=cookies.session_of(request),
    )


def _personas(t: Translator) -> list[auth_pages.Choice]:
    if not get_settings().is_demo:
        return []
    index = 1 if t.language == "en" else 0
    return [
        auth_pages.Choice(person.key, person.pseudonym, person.sentence[index])
        for person in demo.personas()
    ]


def _translator(fields: Mapping[str, str]) -> Translator:
    return texts.for_language(forms.language_of(fields.get("language", "")))


def _now() -> datetime:
    return datetime.now(UTC)
