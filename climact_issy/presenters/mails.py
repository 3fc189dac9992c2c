"""The mails we send, as words: subject, text part and HTML part."""

from dataclasses import dataclass
from html import escape

from climact_issy.texts import Translator


@dataclass(frozen=True, slots=True)
class MailView:
    """One mail, ready to send.

    Attributes:
        subject: one line.
        text: plain part.
        html: HTML part, the same words.
    """

    subject: str
    text: str
    html: str


def sign_in(t: Translator, *, link: str, code: str, minutes: int) -> MailView:
    """Write the mail that signs somebody in.

    Args:
        t: translator of the asking page.
        link: address with the token, on the site's own public address.
        code: six digits, typed where the person started.
        minutes: how long both work.
    """
    shown = f"{code[:3]} {code[3:]}"
    greeting = t("Bonjour,")
    how = t("Voici votre lien pour entrer dans Clim’Act Issy\u00a0:")
    button = t("J’entre dans Clim’Act Issy")
    or_code = t("Ou tapez ce code là où vous avez commencé\u00a0: {code}", code=shown)
    limits = t.n(
        "Le lien et le code marchent une seule fois, pendant {n} minute.",
        "Le lien et le code marchent une seule fois, pendant {n} minutes.",
        minutes,
    )
    not_you = t(
        "Vous n’avez rien demandé\u00a0? Ne faites rien\u00a0: "
        "sans ce lien, personne n’entre."
    )
    lines = (greeting, how, link, or_code, limits, not_you)
    text = "".join(f"{line}\n\n" for line in lines)
    html = _HTML.format(
        language=t.language,
        greeting=escape(greeting),
        how=escape(how),
        link=escape(link, quote=True),
        button=escape(button),
        or_code=escape(or_code),
        limits=escape(limits),
        not_you=escape(not_you),
    )
    subject = t("{code}\u00a0: votre entrée dans Clim’Act Issy", code=shown)
    return MailView(subject, text, html)


# Mail programs know neither custom properties nor style sheets: the colours are
# the light tokens, written out.
_HTML = """<!doctype html>
<html lang="{language}"><head><meta charset="utf-8">
<meta name="color-scheme" content="light dark"></head>
<body style="margin:0;padding:24px;font:400 17px/1.5 system-ui,sans-serif">
<p>{greeting}</p><p>{how}</p>
<p><a href="{link}" style="display:inline-block;padding:14px 24px;border-radius:26px;\
background:#FF8A3C;color:#0A222B;font-weight:700;text-decoration:none">{button}</a></p>
<p>{or_code}</p><p>{limits}</p><p>{not_you}</p>
</body></html>
"""
