"""The code that shows one indicator on another site, closed until asked for."""

import reflex as rx

from climact_issy import routes
from climact_issy.presenters import embeds
from climact_issy.presenters.embeds import Options
from climact_issy.presenters.indicators import IndicatorView
from climact_issy.settings import get_settings
from climact_issy.texts import Translator
from climact_issy.ui.icons import icon
from climact_issy.ui.link import link


def embed_code(t: Translator, view: IndicatorView) -> rx.Component:
    """Offer the code of an indicator, and the page where its look is chosen."""
    chosen = Options("en" if t.language == "en" else "fr")
    made = embeds.snippet(get_settings().address, view.slug, view.title, chosen)
    return rx.el.details(
        rx.el.summary(
            icon("share", "s20"),
            t("Montrer ce chiffre sur un autre site"),
            icon("down", "s20 end"),
        ),
        rx.el.p(t("Collez ce code dans votre page. Sans suivi."), class_name="small"),
        rx.el.pre(
            rx.el.code(made.code),
            class_name="code",
            role="region",
            aria_label=t("Code à coller"),
            tab_index=0,
        ),
        rx.el.p(
            link(t("Voir le résultat"), href=embeds.path(view.slug, chosen)),
            " ",
            link(
                t("Choisir la taille et les couleurs"),
                href=routes.EMBEDDING.to(t.language),
            ),
            class_name="small taps",
        ),
    )
