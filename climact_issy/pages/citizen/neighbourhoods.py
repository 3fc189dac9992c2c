"""Quartiers: the race on the map and on its terraces, and why it is fair."""

import reflex as rx

from climact_issy import routes, texts
from climact_issy.components.demo import database_demo_tag, demo_mark
from climact_issy.components.goal import goal
from climact_issy.components.map import map_legend, race_map
from climact_issy.components.shares import shares
from climact_issy.components.terraces import terraces
from climact_issy.content import rules
from climact_issy.pages.framed import framed
from climact_issy.presenters.leaderboards import QuarterView
from climact_issy.routes import Language, Route
from climact_issy.states.citizen.board import BoardState
from climact_issy.states.citizen.shares import SharesState
from climact_issy.texts import Translator
from climact_issy.ui.icons import icon
from climact_issy.ui.link import link
from climact_issy.ui.sheet import more


def neighbourhoods_page(language: Language) -> rx.Component:
    """Build the page of the race."""
    t = texts.for_language(language)
    return framed(
        t,
        routes.NEIGHBOURHOODS,
        rx.el.div(_map(t), _steps(t), _today(), class_name="race"),
        _why(t),
        goal(
            t,
            BoardState.board.goal,
            is_loaded=BoardState.is_loaded,
            is_wide=True,
            demo_tag=database_demo_tag(t),
            detail=shares(
                t,
                SharesState.shares,
                t("D’où viennent les points de tout Issy\u00a0?"),
            ),
        ),
        title=t("La course des quartiers"),
        current="neighbourhoods",
    )


def _map(t: Translator) -> rx.Component:
    board = BoardState.board
    loaded = BoardState.is_loaded
    return rx.el.section(
        rx.el.p(
            rx.cond(loaded, board.season_line, t("Sept quartiers, une règle")),
            *demo_mark(t),
            class_name="small b soft season",
        ),
        rx.el.h1(rx.cond(loaded, board.headline, t("La course des quartiers"))),
        race_map(t, board),
        map_legend(t, t("Le chiffre est le palier."), " "),
        class_name="wrap race-map stack",
    )


def _steps(t: Translator) -> rx.Component:
    return rx.el.section(
        rx.el.h2(t("Les paliers"), class_name="sr"),
        rx.el.p(
            t("Points par participant actif, cette saison"),
            class_name="wrap small soft race-unit",
        ),
        terraces(t, BoardState.board, is_loaded=BoardState.is_loaded),
        class_name="race-steps",
    )


def _today() -> rx.Component:
    """List today's gestures last: as many lines as arrive, they push nothing seen."""
    return rx.el.ul(
        rx.foreach(
            BoardState.board.today, lambda line: rx.el.li(icon("check", "s20"), line)
        ),
        class_name="wrap small today",
    )


def _why(t: Translator) -> rx.Component:
    rule = rules.printed()
    chances = round(10 * rule.name_winner_at)
    return rx.el.section(
        rx.el.h2(t("Pourquoi des ex æquo ?")),
        rx.el.p(
            t(
                "Nous plaçons un quartier devant un autre quand il a au moins "
                "{chances} chances sur 10 de l’être vraiment. Sinon, ils partagent "
                "le même palier.",
                chances=chances,
            )
        ),
        rx.el.p(
            icon("people", "s20"),
            rx.el.span(
                t(
                    "La règle compare des participants, jamais des quartiers "
                    "entiers : un petit quartier peut gagner. Il faut {needed} "
                    "participants pour entrer dans la course.",
                    needed=rule.minimum_active,
                ),
                " ",
                link(
                    t("La règle, publiée avant la saison"),
                    href=routes.RULES.to(t.language),
                ),
            ),
            class_name="box small",
        ),
        rx.cond(
            BoardState.board.participation,
            rx.el.p(
                BoardState.board.participation, *demo_mark(t), class_name="small soft"
            ),
            rx.fragment(),
        ),
        rx.el.ul(
            _page_link(t("Pourquoi ce classement est juste"), routes.FAIRNESS, t),
            _page_link(t("Saisons passées"), routes.SEASONS, t),
            class_name="pages",
        ),
        more(t("Voir le tableau"), _table(t)),
        class_name="wrap pad stack g16 race-why",
    )


def _page_link(words: str, route: Route, t: Translator) -> rx.Component:
    return rx.el.li(link(words, href=route.to(t.language)))


def _table(t: Translator) -> rx.Component:
    def row(quarter: QuarterView) -> rx.Component:
        return rx.el.tr(
            rx.el.th(
                link(quarter.name, href=quarter.href),
                rx.cond(quarter.is_yours, rx.el.em(" ", quarter.yours), rx.fragment()),
                scope="row",
            ),
            rx.el.td(quarter.place, class_name="n"),
            rx.el.td(rx.cond(quarter.score, quarter.score, "–"), class_name="n"),
        )

    return rx.el.table(
        rx.el.caption(t("Classement de la saison"), class_name="sr"),
        rx.el.thead(
            rx.el.tr(
                rx.el.th(t("Quartier"), scope="col"),
                rx.el.th(t("Place"), scope="col", class_name="n"),
                rx.el.th(t("Points par participant"), scope="col", class_name="n"),
            )
        ),
        rx.el.tbody(rx.foreach(BoardState.board.rows, row)),
    )
