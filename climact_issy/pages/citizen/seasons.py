"""The seasons that are over, as they were published on their last day."""

import reflex as rx

from climact_issy import routes, texts
from climact_issy.components.archived_season import archived_season
from climact_issy.components.landscape import scene
from climact_issy.pages.framed import framed
from climact_issy.routes import Language
from climact_issy.states.citizen.seasons import SeasonsState
from climact_issy.texts import Translator
from climact_issy.ui.link import link
from climact_issy.ui.waiting import skeleton


def seasons_page(language: Language) -> rx.Component:
    """Build the archive, or say that no season has ended yet."""
    t = texts.for_language(language)
    seasons = SeasonsState.archive.seasons
    shown = rx.cond(
        seasons,
        rx.el.div(
            rx.foreach(
                seasons,
                lambda season: archived_season(t, season),
            ),
            class_name="stack g16",
        ),
        _empty(t),
    )
    waiting = skeleton("260px", label=t("Les saisons se chargent"))
    return framed(
        t,
        routes.SEASONS,
        rx.el.h1(t("Saisons passées")),
        rx.el.p(
            t(
                "Chaque saison se ferme d’elle-même après son dernier jour. Son "
                "classement final reste ici tel qu’il a été publié."
            )
        ),
        rx.cond(SeasonsState.is_loaded, shown, waiting),
        rx.el.p(
            link(
                t("Retour à la course des quartiers"),
                href=routes.NEIGHBOURHOODS.to(t.language),
            ),
            class_name="taps",
        ),
        title=t("Saisons passées"),
        current="neighbourhoods",
        main_class="wrap narrow pad stack g16",
    )


def _empty(t: Translator) -> rx.Component:
    return rx.el.div(
        rx.el.div(scene("empty"), class_name="sky"),
        rx.el.p(t("Aucune saison ne s’est encore terminée. La première court.")),
        class_name="stack",
    )
