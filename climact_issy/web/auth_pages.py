"""The pages around signing in, written on the server: they work without scripts."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.responses import HTMLResponse

from climact_issy import routes
from climact_issy.domain.people import Actor
from climact_issy.settings import Mode, get_settings
from climact_issy.texts import Translator
from climact_issy.web.html import esc, page


@dataclass(frozen=True, slots=True)
class Choice:
    """One demo person to enter as.

    Attributes:
        key: which one.
        name: pseudonym.
        sentence: what there is to do with them.
    """

    key: str
    name: str
    sentence: str


def sign_in_page(  # noqa: PLR0913 - what the page shows, all named
    t: Translator,
    next_path: str,
    *,
    personas: Sequence[Choice] = (),
    viewer: Actor | None = None,
    email: str = "",
    error: str = "",
    status: int = 200,
) -> HTMLResponse:
    """Ask for an e-mail address, or offer the demo people first.

    Args:
        t: translator of the page.
        next_path: safe path to come back to.
        personas: demo people, empty outside demo mode.
        viewer: who is signed in already, if anybody.
        email: what was typed before an error.
        error: what was wrong with it, in words.
        status: HTTP status.
    """
    parts = [_signed_in_note(t, viewer)] if viewer else []
    title = t("On s’y met ensemble\u00a0?")
    parts.append(f"<h1>{esc(title)}</h1>")
    if personas:
        parts.append(_personas(t, personas, next_path))
        parts.append(f'<p class="or">{esc(t("ou"))}</p>')
    parts.append(_email_form(t, next_path, email, error))
    parts.append(
        f'<p class="small taps"><a href="{esc(routes.ACT.to(t.language))}">'
        f"{esc(t('Regarder sans compte'))}</a> · "
        f'<a href="{esc(_other_language(t, next_path))}" {_other_lang_attributes(t)}>'
        f"{_other_language_name(t)}</a></p>"
    )
    return _page(t, t("Connexion"), "".join(parts), status)


def code_page(t: Translator, *, error: str = "", status: int = 200) -> HTMLResponse:
    """Say that the mail is on its way, and take the code it carries."""
    sent = t(
        "Nous vous envoyons un lien. Ouvrez-le, ou tapez ici le code à 6 chiffres "
        "du même mail."
    )
    nothing = t(
        "Rien reçu\u00a0? Regardez dans les indésirables. Le code marche pendant "
        "10 minutes, dans ce navigateur."
    )
    described = ' aria-describedby="code-error" aria-invalid="true"' if error else ""
    content = (
        f"<h1>{esc(t('Regardez vos mails'))}</h1>"
        f"<p>{esc(sent)}</p>{_local_mail_note(t)}"
        f'<form class="stack" method="post" action="{routes.AUTH_CODE}">'
        f"{_hidden(language=t.language)}"
        f'<label class="b small" for="code">{esc(t("Code à 6 chiffres"))}</label>'
        f"{_error(error, 'code-error')}"
        '<div class="field"><input id="code" name="code" class="num" required '
        'inputmode="numeric" autocomplete="one-time-code" maxlength="9" '
        f'pattern="[0-9 ]{{6,9}}"{described}></div>'
        f'<button class="btn wide">{esc(t("J’entre"))}</button></form>'
        f'<p class="small soft">{esc(nothing)}</p>'
        f'<p class="small taps"><a href="{esc(routes.SIGN_IN.to(t.language))}">'
        f"{esc(t('Demander un autre mail'))}</a></p>"
    )
    return _page(t, t("Regardez vos mails"), content, status)


def confirm_page(t: Translator, token: str, form: str) -> HTMLResponse:
    """Show the one button that uses the link: opening the page uses nothing.

    Args:
        t: translator of the page.
        token: secret of the link.
        form: value of the page's own cookie.
    """
    why = t("Un dernier geste, pour que personne d’autre n’entre avec ce lien.")
    content = (
        f"<h1>{esc(t('Vous y êtes presque'))}</h1>"
        f"<p>{esc(why)}</p>"
        f'<form class="stack" method="post" action="{routes.AUTH_CONFIRM}">'
        f"{_hidden(token=token, form=form, language=t.language)}"
        f'<button class="btn wide">{esc(t("J’entre dans Clim’Act Issy"))}</button>'
        "</form>"
    )
    return _page(t, t("Connexion"), content, 200)


def refusal_page(t: Translator, sentence: str, status: int) -> HTMLResponse:
    """Say what was refused and where to go from here."""
    content = (
        f"<h1>{esc(t('Cela n’a pas marché'))}</h1>"
        f'<p role="alert">{esc(sentence)}</p>'
        f'<p><a class="btn wide" href="{esc(routes.SIGN_IN.to(t.language))}">'
        f"{esc(t('Je recommence'))}</a></p>"
        f'<p class="small taps"><a href="{esc(routes.HOME.to(t.language))}">'
        f"{esc(t('Retour à l’accueil'))}</a></p>"
    )
    return _page(t, t("Cela n’a pas marché"), content, status)


def _page(t: Translator, title: str, content: str, status: int) -> HTMLResponse:
    return page(t, title, content, home=routes.HOME.to(t.language), status=status)


def _email_form(t: Translator, next_path: str, email: str, error: str) -> str:
    described = ' aria-describedby="mail-error" aria-invalid="true"' if error else ""
    promise = t(
        "Pas de mot de passe. Le lien marche une fois, pendant 10 minutes. Votre "
        "adresse sert à l’envoyer\u00a0: nous n’en gardons ensuite qu’une empreinte."
    )
    return (
        f'<form class="stack" method="post" action="{routes.AUTH_LINK}">'
        f"{_hidden(next=next_path, language=t.language)}"
        f'<label class="b small" for="mail">{esc(t("Votre adresse e-mail"))}</label>'
        f"{_error(error, 'mail-error')}"
        '<div class="field"><svg class="i" viewBox="0 0 24 24" aria-hidden="true">'
        '<use href="/icons.svg#mail"/></svg><input id="mail" name="email" type="email" '
        f'autocomplete="email" required maxlength="254" value="{esc(email)}" '
        f'placeholder="{esc(t("prenom@exemple.fr"))}"{described}></div>'
        f'<button class="btn wide">{esc(t("Je reçois mon lien"))}</button></form>'
        f'<p class="small soft">{esc(promise)}</p>'
    )


def _personas(t: Translator, personas: Sequence[Choice], next_path: str) -> str:
    invented = t("Ces personnes sont inventées, leurs gestes aussi.")
    forms = "".join(
        f'<li><form class="grow stack" method="post" action="{routes.AUTH_DEMO}">'
        f"{_hidden(person=persona.key, next=next_path, language=t.language)}"
        f'<button class="btn two wide">'
        f"{esc(t('J’entre comme {name}', name=persona.name))}</button>"
        f'<p class="small soft">{esc(persona.sentence)}</p></form></li>'
        for persona in personas
    )
    return (
        f"<h2>{esc(t('Essayer tout de suite'))} "
        f'<span class="demo">{esc(t("démo"))}</span></h2>'
        f'<p class="small soft">{esc(invented)}</p>'
        f'<ul class="list">{forms}</ul>'
    )


def _signed_in_note(t: Translator, viewer: Actor) -> str:
    here = t("Vous êtes déjà là\u00a0: {name}.", name=viewer.pseudonym)
    return (
        '<form class="box stack" method="post" '
        f'action="{routes.AUTH_SIGN_OUT}">{_hidden(language=t.language)}'
        f"<p>{esc(here)}</p>"
        f'<button class="btn two low">{esc(t("Je me déconnecte"))}</button></form>'
    )


def _local_mail_note(t: Translator) -> str:
    settings = get_settings()
    is_local = not settings.smtp_url.get_secret_value()
    if settings.mode is Mode.PRODUCTION or not is_local:
        return ""
    note = t(
        "Ici aucun mail ne part\u00a0: il est écrit dans la console du serveur et "
        "dans son dossier «\u00a0outbox\u00a0»."
    )
    return f'<p class="box small">{esc(note)}</p>'


def _error(error: str, html_id: str) -> str:
    if not error:
        return ""
    return f'<p id="{html_id}" class="small lv act b" role="alert">{esc(error)}</p>'


def _hidden(**values: str) -> str:
    return "".join(
        f'<input type="hidden" name="{esc(name)}" value="{esc(value)}">'
        for name, value in values.items()
    )


def _other_language(t: Translator, next_path: str) -> str:
    other = "fr" if t.language == "en" else "en"
    return f"{routes.SIGN_IN.to(other)}?{urlencode({'next': next_path})}"


def _other_lang_attributes(t: Translator) -> str:
    other = "fr" if t.language == "en" else "en"
    return f'lang="{other}" hreflang="{other}"'


def _other_language_name(t: Translator) -> str:
    return "Français" if t.language == "en" else "English"
