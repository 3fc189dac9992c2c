"""Choose an indicator and its look, see it, copy the code that shows it elsewhere."""

import json
from collections.abc import Sequence
from html import escape

import reflex as rx

from climact_issy import routes
from climact_issy.content import indicators as catalogue
from climact_issy.content import live_indicators
from climact_issy.domain.indicators import Indicator
from climact_issy.presenters import embeds
from climact_issy.presenters.embeds import FRAMES, Options
from climact_issy.routes import Language
from climact_issy.settings import get_settings
from climact_issy.texts import Translator
from climact_issy.ui.button import button
from climact_issy.ui.field import choice
from climact_issy.ui.link import link

SCRIPT = "/embedding.js"
CODE = "embed-code"
PREVIEW = "embed-preview"


def embed_builder(t: Translator, language: Language) -> rx.Component:
    """Build the choices, the preview and the code; assets/embedding.js ties them.

    Without that script the page shows the code of the first indicator.
    """
    bundled = catalogue.shown(is_demo=get_settings().is_demo)
    shown = (*bundled, *live_indicators.live_indicators())
    first, chosen = shown[0], Options(language)
    side = language == "en"
    site = get_settings().address
    made = embeds.snippet(site, first.slug, first.title[side], chosen)
    return rx.el.div(
        rx.el.div(*_choices(t, shown, chosen), class_name="stack embed-choices"),
        rx.el.section(
            rx.el.h2(t("Ce que vos lecteurs verront")),
            _preview(first, chosen),
            class_name="stack",
        ),
        rx.el.section(
            rx.el.h2(t("Le code à coller")),
            rx.el.pre(
                rx.el.code(made.code, id=CODE),
                class_name="code",
                role="region",
                aria_label=t("Code à coller"),
                tab_index=0,
            ),
            button(t("Je copie le code"), id="embed-copy"),
            rx.el.p(
                role="status",
                id="embed-said",
                class_name="small",
                custom_attrs={
                    "data-done": t("Le code est copié. Collez-le dans votre page."),
                    "data-chosen": t(
                        "Le code est sélectionné. Copiez-le avec votre clavier."
                    ),
                },
            ),
            _pictures(t, first, chosen),
            class_name="stack",
        ),
        rx.script(src=SCRIPT, defer=True),
        rx.script(src=routes.EMBED_SCRIPT, defer=True),
        class_name="stack g16",
        custom_attrs={"data-embedding": _told(shown)},
    )


def _choices(
    t: Translator, shown: Sequence[Indicator], chosen: Options
) -> list[rx.Component]:
    side = t.language == "en"
    figures = [(one.slug, one.title[side]) for one in shown]
    return [
        choice(t("Le chiffre"), "figure", figures[0][0], figures),
        choice(
            t("La taille"),
            "size",
            chosen.size,
            [
                ("small", t("petite\u00a0: la valeur seule")),
                ("medium", t("moyenne\u00a0: la phrase et un dessin")),
                ("large", t("grande\u00a0: le dessin en détail")),
            ],
        ),
        choice(
            t("Les couleurs"),
            "theme",
            chosen.theme,
            [
                ("auto", t("comme l’appareil du lecteur")),
                ("light", t("claires")),
                ("dark", t("sombres")),
            ],
        ),
        choice(
            t("La langue"),
            "language",
            chosen.language,
            [("fr", "Français"), ("en", "English")],
        ),
    ]


def _preview(first: Indicator, chosen: Options) -> rx.Component:
    width, height = FRAMES[chosen.size]
    return rx.el.iframe(
        id=PREVIEW,
        src=embeds.path(first.slug, chosen),
        title=first.title[chosen.language == "en"],
        width=str(width),
        height=str(height),
        class_name="embed-frame",
    )


def _pictures(t: Translator, first: Indicator, chosen: Options) -> rx.Component:
    return rx.el.p(
        t("Ou une image\u00a0:"),
        " ",
        link(
            t("image PNG"),
            href=embeds.picture(first.slug, chosen, "png"),
            custom_attrs={"data-picture": "png"},
        ),
        " ",
        link(
            t("image SVG"),
            href=embeds.picture(first.slug, chosen, "svg"),
            custom_attrs={"data-picture": "svg"},
        ),
        class_name="small taps after-card",
    )


def _told(shown: Sequence[Indicator]) -> str:
    """Return what the script needs: the code with gaps, titles and sizes."""
    return json.dumps(
        {
            "code": embeds.with_gaps(get_settings().address),
            "titles": {one.slug: [escape(word) for word in one.title] for one in shown},
            "frames": FRAMES,
        },
        ensure_ascii=False,
    )
