"""Legal notice: publisher, director and host, read from the settings."""

import reflex as rx

from climact_issy import routes, texts
from climact_issy.components import prose
from climact_issy.pages.framed import framed
from climact_issy.presenters import information
from climact_issy.presenters.information import Link
from climact_issy.routes import Language
from climact_issy.settings import Settings, get_settings
from climact_issy.texts import Translator


def legal_page(language: Language) -> rx.Component:
    """Build the legal notice; an unset setting shows "to be completed"."""
    t = texts.for_language(language)
    settings = get_settings()
    title = t("Mentions légales")
    return framed(
        t,
        routes.LEGAL,
        prose.article(
            title,
            t("Qui publie ce site, qui l’héberge, et ce que vous pouvez en reprendre."),
            _publisher(t, settings),
            _reuse(t),
            _limits(t),
        ),
        title=title,
    )


def _publisher(t: Translator, settings: Settings) -> rx.Component:
    notes: list[rx.Component] = []
    if not settings.is_adopted_by_city:
        notes.append(
            prose.note(
                t(
                    "Prototype indépendant, pas un service de la Ville "
                    "d’Issy-les-Moulineaux."
                )
            )
        )
    return prose.section(
        t("Éditeur et hébergeur"),
        *notes,
        prose.facts(*information.legal_facts(t, settings)),
        anchor="publisher",
    )


def _reuse(t: Translator) -> rx.Component:
    return prose.section(
        t("Ce que vous pouvez reprendre"),
        prose.bullets(
            t("Le code de ce site est libre, sous licence Apache 2.0."),
            t(
                "Les données appartiennent à leurs producteurs, chacune sous "
                "sa propre licence : la page Sources les donne une à une."
            ),
            t(
                "Les textes, les dessins et les pictogrammes ont été faits "
                "pour ce site et suivent la licence du code."
            ),
            t(
                "Les noms CLIMABOROUGH, Clim’Act Issy et smartLINA "
                "appartiennent à leurs titulaires. Le logo de la Ville n’est "
                "pas utilisé."
            ),
        ),
        prose.links(
            Link(t("Toutes les sources et licences"), routes.SOURCES.to(t.language))
        ),
        anchor="reuse",
    )


def _limits(t: Translator) -> rx.Component:
    return prose.section(
        t("Ce que valent les chiffres"),
        prose.paragraph(
            t(
                "Les chiffres sont repris tels que publiés, avec leur date. "
                "Une erreur, une source plus récente, une licence mal citée ? "
                "Écrivez au contact ci-dessus : nous corrigerons, et nous le "
                "dirons."
            )
        ),
        prose.paragraph(
            t(
                "Les points et le classement n’ont aucune valeur marchande : "
                "rien ne s’achète, rien ne se gagne au tirage au sort."
            )
        ),
        anchor="limits",
    )
