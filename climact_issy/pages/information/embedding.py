"""For associations: the code that shows one of our figures on their own site."""

import reflex as rx

from climact_issy import routes, texts
from climact_issy.components import prose
from climact_issy.components.embed_builder import embed_builder
from climact_issy.pages.framed import framed
from climact_issy.routes import Language
from climact_issy.ui.link import link


def embedding_page(language: Language) -> rx.Component:
    """Build the page with the choices, the preview and the code."""
    t = texts.for_language(language)
    title = t("Montrer un chiffre sur votre site")
    return framed(
        t,
        routes.EMBEDDING,
        rx.el.article(
            rx.el.header(
                rx.el.h1(title),
                rx.el.p(
                    t(
                        "Choisissez un chiffre, copiez le code, collez-le dans votre "
                        "page. C’est gratuit, sans suivi et sans cookie."
                    ),
                    class_name="soft",
                ),
                class_name="stack",
            ),
            embed_builder(t, language),
            prose.section(
                t("Bon à savoir"),
                rx.el.ul(
                    rx.el.li(
                        t("Quand le chiffre change ici, il change aussi chez vous.")
                    ),
                    rx.el.li(
                        t(
                            "La source et la licence restent écrites sous le "
                            "chiffre\u00a0: gardez-les."
                        )
                    ),
                    rx.el.li(
                        t(
                            "Le petit script à la fin du code ajuste la hauteur du "
                            "cadre. Sans lui, le chiffre s’affiche aussi."
                        )
                    ),
                    rx.el.li(
                        t(
                            "Votre site connaît oEmbed\u00a0? L’adresse de la page "
                            "d’un chiffre lui suffit."
                        )
                    ),
                    class_name="dots",
                ),
                rx.el.p(
                    link(t("Tous les chiffres"), href=routes.INDICATORS.to(language)),
                    " ",
                    link(
                        t("Les chiffres en données ouvertes"),
                        href=routes.API_INDICATORS,
                    ),
                    class_name="small taps after-card",
                ),
                anchor="good-to-know",
            ),
            class_name="wrap pad stack prose",
        ),
        title=title,
        current="indicators",
    )
