"""Home, read downhill: figures, the action of the day, the race, the goal."""

from typing import Final

import reflex as rx

from climact_issy import routes, texts
from climact_issy.components.action_card import action_card
from climact_issy.components.boost_notice import boost_notices
from climact_issy.components.demo import database_demo_tag, demo_mark, demo_tag
from climact_issy.components.goal import goal
from climact_issy.components.landscape import scene
from climact_issy.components.pebbles import hero
from climact_issy.components.terraces import terraces
from climact_issy.components.widget import widget
from climact_issy.content import indicators as catalogue
from climact_issy.pages.framed import framed
from climact_issy.presenters import indicators
from climact_issy.routes import Language
from climact_issy.states.citizen.board import BoardState
from climact_issy.states.citizen.daily import DailyState
from climact_issy.states.citizen.weather import BoostsState
from climact_issy.texts import Translator
from climact_issy.ui.button import button
from climact_issy.ui.link import link

BUDGET: Final = "budget-climat"


def home_page(language: Language) -> rx.Component:
    """Build the home page: one sentence, one action, one race, one goal."""
    t = texts.for_language(language)
    return framed(
        t,
        routes.HOME,
        rx.el.div(_figures(t), _daily(t), class_name="cut"),
        boost_notices(t, BoostsState.boosts, rules_href=routes.WEATHER.to(language)),
        rx.el.div(
            _race(t),
            goal(
                t,
                BoardState.board.goal,
                is_loaded=BoardState.is_loaded,
                demo_tag=database_demo_tag(t),
                detail=rx.el.p(
                    link(
                        t("D’où viennent les points de tout Issy\u00a0?"),
                        href=f"{routes.NEIGHBOURHOODS.to(t.language)}#goal",
                    ),
                    class_name="small taps",
                ),
            ),
            class_name="below",
        ),
        _figure(t),
        title=t("Accueil"),
        current="home",
        top_class="sky",
    )


def _figures(t: Translator) -> rx.Component:
    return rx.el.section(
        rx.el.div(
            hero(t),
            class_name="wrap",
        ),
        scene("home", "phone"),
        rx.el.div(scene("panorama"), class_name="wide-only cut-pano"),
        class_name="cut-say sky",
    )


def _figure(t: Translator) -> rx.Component:
    """Show the figure of the city whole: what all the rest is for."""
    view = indicators.view(t, catalogue.by_slug(BUDGET, is_demo=False))
    return rx.el.section(
        rx.el.h2(t("Où en est la ville"), id="city"),
        widget(t, view, "large"),
        rx.el.p(
            link(
                t("Le budget climat et son simulateur"),
                href=routes.CLIMATE_BUDGET.to(t.language),
            ),
            link(t("Tous les chiffres"), href=routes.INDICATORS.to(t.language)),
            class_name="taps row wraps after-card",
        ),
        class_name="wrap pad stack",
        aria_labelledby="city",
    )


def _daily(t: Translator) -> rx.Component:
    return rx.el.section(
        rx.el.div(
            action_card(
                t,
                DailyState.daily,
                catalogue_href=routes.ACT.to(t.language),
                demo_tag=demo_tag(t),
            ),
            class_name="wrap",
        ),
        class_name="cut-act",
        aria_labelledby="day",
    )


def _race(t: Translator) -> rx.Component:
    board, is_loaded = BoardState.board, BoardState.is_loaded
    return rx.el.section(
        rx.el.div(
            rx.el.h2(
                rx.cond(is_loaded, board.headline, t("La course des quartiers")),
                id="race",
            ),
            rx.el.p(
                rx.cond(is_loaded, board.season_line, t("Sept quartiers, une règle")),
                *demo_mark(t),
                class_name="soft small",
            ),
            class_name="wrap town-in stack",
        ),
        terraces(t, board, is_loaded=is_loaded, has_scores=False),
        rx.el.p(
            button(
                t("Comprendre la course"),
                rank="two",
                href=routes.NEIGHBOURHOODS.to(t.language),
                class_name="wide",
            ),
            class_name="wrap town-link",
        ),
        class_name="band town",
        aria_labelledby="race",
    )
