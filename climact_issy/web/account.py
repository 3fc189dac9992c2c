"""Erasing one's own account: two steps, plain forms that need no script."""

from datetime import UTC, datetime

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from climact_issy import access, database, routes, texts
from climact_issy.domain.errors import SignInNeeded
from climact_issy.domain.people import Actor
from climact_issy.services import erasure
from climact_issy.texts import Translator
from climact_issy.web import cookies, forms
from climact_issy.web.html import esc, page

router = APIRouter(include_in_schema=False)


@router.get(routes.AUTH_ERASE)
@access.access("public")
async def show_erase(request: Request) -> HTMLResponse:
    """Say what goes and what stays; nothing is erased by opening the page."""
    t = texts.for_language(forms.language_of(request.query_params.get("language", "")))
    return _question(t, await _signed_in(request))


@router.post(routes.AUTH_ERASE)
@access.access("public")
async def erase(request: Request) -> Response:
    """Erase the account of this session, and sign this browser out."""
    forms.refuse_cross_site(request)
    form = await forms.fields(request)
    t = texts.for_language(forms.language_of(form.get("language", "")))
    actor = await _signed_in(request)
    now = datetime.now(UTC)
    await database.run(lambda s: erasure.erase(s, actor.member_ref, by="self", now=now))
    access.forget_citizen(actor.citizen_id)
    response = _farewell(t)
    cookies.end_session(response)
    return response


async def _signed_in(request: Request) -> Actor:
    actor = await access.resolve(request.headers.get("cookie", ""))
    if actor is None:
        raise SignInNeeded
    return actor


def _question(t: Translator, actor: Actor) -> HTMLResponse:
    title = t("Supprimer mon compte")
    whose = t("Compte\u00a0: {name}", name=actor.pseudonym)
    goes = t(
        "Disparaissent tout de suite et pour toujours\u00a0: votre adresse, votre "
        "pseudonyme, vos réglages, vos équipes et votre liste de gestes."
    )
    stays = t(
        "Restent, sous un numéro tiré au hasard qui ne mène plus à personne\u00a0: "
        "les points que vous avez apportés à votre quartier, à votre équipe et à "
        "l’objectif commun."
    )
    content = (
        f"<h1>{esc(title)}</h1>"
        f"<p>{esc(whose)}</p>"
        f"<p>{esc(goes)}</p><p>{esc(stays)}</p>"
        # A refusal reads its language from the address.
        f'<form class="stack" method="post" '
        f'action="{routes.AUTH_ERASE}?language={esc(t.language)}">'
        f'<input type="hidden" name="language" value="{esc(t.language)}">'
        f'<button class="btn wide">{esc(t("J’efface mon compte"))}</button></form>'
        f'<p><a class="btn two wide" href="{esc(routes.ME.to(t.language))}">'
        f"{esc(t('Je garde mon compte'))}</a></p>"
    )
    return page(t, title, content, home=routes.HOME.to(t.language))


def _farewell(t: Translator) -> HTMLResponse:
    title = t("Votre compte est effacé")
    thanks = t(
        "Vous êtes déconnecté. Merci pour chaque geste\u00a0: les points que vous "
        "avez apportés restent à votre quartier."
    )
    home = routes.HOME.to(t.language)
    content = (
        f'<h1>{esc(title)}</h1><p role="status">{esc(thanks)}</p>'
        f'<p><a class="btn wide" href="{esc(home)}">'
        f"{esc(t('Retour à l’accueil'))}</a></p>"
    )
    return page(t, title, content, home=home)
