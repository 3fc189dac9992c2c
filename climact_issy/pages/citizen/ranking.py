"""The private ranking: by choice, under a pseudonym, around oneself only."""

import reflex as rx

from climact_issy import routes, texts
from climact_issy.components.demo import demo_mark
from climact_issy.components.shares import shares
from climact_issy.components.stranger import stranger
from climact_issy.pages.framed import framed
from climact_issy.presenters.teams import LineView
from climact_issy.routes import Language
from climact_issy.states.citizen.shares import SharesState
from climact_issy.states.citizen.teams import RankingState
from climact_issy.texts import Translator
from climact_issy.ui.button import button
from climact_issy.ui.connection import live_controls
from climact_issy.ui.icons import icon
from climact_issy.ui.link import link
from climact_issy.ui.waiting import skeleton


def ranking_page(language: Language) -> rx.Component:
    """Build the private ranking."""
    t = texts.for_language(language)
    known = rx.cond(RankingState.ranking.is_signed_in, _mine(t), _stranger(t))
    return framed(
        t,
        routes.RANKING,
        rx.cond(RankingState.is_loaded, known, _waiting(t)),
        title=t("Classement privé"),
        current="me",
        main_class="wrap narrow pad",
    )


def _purpose(t: Translator) -> str:
    return t(
        "Pour qui aime se mesurer\u00a0: trois places au-dessus, trois en dessous, "
        "sous votre pseudonyme. Seules les personnes qui l’ont choisi y sont et le "
        "voient."
    )


def _waiting(t: Translator) -> rx.Component:
    return rx.el.div(
        rx.el.h1(t("Classement privé")),
        rx.el.p(_purpose(t)),
        skeleton("220px", label=t("Le classement se charge")),
        class_name="stack g16",
    )


def _stranger(t: Translator) -> rx.Component:
    return stranger(
        t, t("Classement privé"), _purpose(t), back=routes.RANKING.to(t.language)
    )


def _mine(t: Translator) -> rx.Component:
    return rx.el.div(
        rx.el.h1(t("Classement privé"), *demo_mark(t)),
        rx.el.p(_purpose(t)),
        rx.cond(RankingState.ranking.is_in, _inside(t), _outside(t)),
        rx.el.p(
            link(t("Retour à Moi"), href=routes.ME.to(t.language)), class_name="taps"
        ),
        class_name="stack g16",
    )


def _outside(t: Translator) -> rx.Component:
    return rx.el.div(
        rx.el.p(
            icon("lock", "s20"),
            rx.el.span(t("Vous n’y êtes pas, et personne ne vous y voit.")),
            class_name="box small",
        ),
        live_controls(
            button(t("J’entre dans le classement"), on_click=RankingState.choose(True))  # noqa: FBT003 - the payload of a switch
        ),
        class_name="stack",
    )


def _inside(t: Translator) -> rx.Component:
    ranking = RankingState.ranking
    return rx.el.div(
        rx.cond(
            ranking.headline != "",
            _around(t),
            rx.el.p(
                t(
                    "Vous y êtes. Les places s’affichent dès que 5 personnes y sont et "
                    "que vous avez noté un geste cette saison."
                ),
                class_name="box",
            ),
        ),
        live_controls(
            button(
                t("Je sors du classement"),
                rank="two",
                on_click=RankingState.choose(False),  # noqa: FBT003 - the payload of a switch
            )
        ),
        class_name="stack g16",
    )


def _around(t: Translator) -> rx.Component:
    ranking = RankingState.ranking
    return rx.el.section(
        rx.el.h2(ranking.headline, id="my-rank", class_name="num"),
        rx.cond(ranking.gap != "", rx.el.p(ranking.gap), rx.fragment()),
        rx.el.table(
            rx.el.caption(t("Autour de vous, cette saison"), class_name="sr"),
            rx.el.thead(
                rx.el.tr(
                    rx.el.th(t("Place"), scope="col"),
                    rx.el.th(t("Pseudonyme"), scope="col"),
                    rx.el.th(t("Points"), scope="col"),
                )
            ),
            rx.el.tbody(rx.foreach(ranking.lines, lambda line: _line(t, line))),
            class_name="around",
        ),
        shares(t, SharesState.shares, t("D’où viennent mes points\u00a0?")),
        class_name="stack",
        aria_labelledby="my-rank",
    )


def _line(t: Translator, line: LineView) -> rx.Component:
    return rx.el.tr(
        rx.el.td(line.rank, class_name="num"),
        rx.el.th(
            line.pseudonym,
            rx.cond(line.is_me, rx.el.span(t(" (vous)"), class_name="soft"), ""),
            scope="row",
        ),
        rx.el.td(line.points, class_name="num"),
        class_name=rx.cond(line.is_me, "me", ""),
    )
