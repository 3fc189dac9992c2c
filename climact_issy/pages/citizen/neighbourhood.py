"""One neighbourhood: where it is, where it stands, what moves its score."""

import reflex as rx

from climact_issy import routes, texts
from climact_issy.components.demo import demo_mark
from climact_issy.components.map import map_legend, neighbourhood_map
from climact_issy.components.shares import shares
from climact_issy.components.thanks import thanks
from climact_issy.content import rules
from climact_issy.domain.places import Neighbourhood
from climact_issy.pages.framed import framed
from climact_issy.routes import Language
from climact_issy.states.citizen.board import BoardState
from climact_issy.states.citizen.place import PlaceState
from climact_issy.states.citizen.shares import SharesState
from climact_issy.texts import Translator
from climact_issy.ui.button import button, icon_button
from climact_issy.ui.icons import icon
from climact_issy.ui.link import link
from climact_issy.ui.sheet import more
from climact_issy.ui.waiting import skeleton


def neighbourhood_page(language: Language, place: Neighbourhood) -> rx.Component:
    """Build the page of one neighbourhood; only its standing is live."""
    t = texts.for_language(language)
    return framed(
        t,
        routes.neighbourhood(place.slug),
        _where(t, place),
        rx.el.section(
            _standing(t, place),
            _rule(t),
            class_name="wrap pad stack g16 race-facts",
        ),
        title=place.name,
        current="neighbourhoods",
        main_class="race",
    )


def _where(t: Translator, place: Neighbourhood) -> rx.Component:
    return rx.el.section(
        rx.el.div(
            icon_button(
                "back",
                t("Retour à la course des quartiers"),
                href=routes.NEIGHBOURHOODS.to(t.language),
            ),
            rx.el.h1(place.name),
            class_name="row",
        ),
        neighbourhood_map(t, place.slug),
        map_legend(t),
        class_name="wrap race-map stack",
    )


def _standing(t: Translator, place: Neighbourhood) -> rx.Component:
    found = BoardState.board.by_slug[place.slug]
    known = rx.el.div(
        rx.el.p(
            rx.el.span(icon("quarters"), class_name="leaf g"),
            rx.el.span(
                rx.cond(
                    found.score,
                    rx.fragment(
                        rx.el.b(found.place),
                        rx.el.br(),
                        rx.el.span(
                            t("points par participant actif"), class_name="small soft"
                        ),
                    ),
                    rx.fragment(
                        rx.el.b(t("À quai")),
                        rx.el.br(),
                        rx.el.span(BoardState.board.quay_line, class_name="small soft"),
                    ),
                )
            ),
            rx.el.b(found.score, class_name="num big end"),
            class_name="row",
        ),
        rx.cond(
            found.today,
            rx.el.p(icon("check", "s20"), found.today, class_name="row small"),
            rx.fragment(),
        ),
        rx.cond(
            PlaceState.place.milestone,
            rx.el.p(
                icon("flag", "s20"),
                rx.el.span(PlaceState.place.milestone),
                class_name="row small",
            ),
            rx.fragment(),
        ),
        rx.cond(found.score, _beside(t, place), rx.fragment()),
        class_name="card in stack",
    )
    return rx.fragment(
        rx.el.h2(t("Dans la course"), *demo_mark(t)),
        rx.cond(BoardState.is_loaded, known, skeleton("96px")),
        shares(t, SharesState.shares),
        thanks(t, PlaceState.place.notes),
    )


def _beside(t: Translator, place: Neighbourhood) -> rx.Component:
    """Show what stands beside the score; its chances only for whoever opens them."""
    facts = BoardState.board.facts[place.slug]
    return rx.fragment(
        rx.el.p(
            icon("people", "s20"),
            rx.el.span(facts.people, rx.el.br(), facts.newcomers),
            class_name="row small",
        ),
        rx.cond(
            facts.progress,
            rx.el.p(icon("stairs", "s20"), facts.progress, class_name="row small"),
            rx.fragment(),
        ),
        more(
            t("Est-il vraiment le meilleur\u00a0?"),
            rx.el.p(
                facts.chance,
                ". ",
                link(
                    t("Pourquoi ce classement est juste"),
                    href=routes.FAIRNESS.to(t.language),
                ),
                class_name="small",
            ),
        ),
    )


def _rule(t: Translator) -> rx.Component:
    rule = rules.printed()
    return rx.fragment(
        rx.el.h2(t("Ce qui fait bouger son score")),
        rx.el.ul(
            _point(
                "people",
                t(
                    "Le score est une moyenne : les points de la saison par "
                    "participant actif. Le nombre d’habitants ne compte pas."
                ),
            ),
            _point(
                "check",
                t(
                    "Un geste de plus ne fait jamais baisser le score de son "
                    "quartier, un nouveau voisin non plus."
                ),
            ),
            _point(
                "cal",
                t(
                    "Chaque personne gagne au plus {day} points par jour et {week} "
                    "par semaine : la régularité pèse plus que l’exploit.",
                    day=rule.day_cap,
                    week=rule.week_cap,
                ),
            ),
            _point(
                "shield",
                t(
                    "Il faut {needed} participants pour être classé. En dessous, "
                    "aucun chiffre n’est publié.",
                    needed=rule.minimum_active,
                ),
            ),
            class_name="list",
        ),
        rx.el.p(
            link(t("Lire toute la règle"), href=routes.RULES.to(t.language)),
            class_name="small taps",
        ),
        button(
            t("Je choisis un geste"),
            href=routes.ACT.to(t.language),
            icon_name="act",
            class_name="wide",
        ),
    )


def _point(icon_name: str, sentence: str) -> rx.Component:
    return rx.el.li(
        rx.el.span(icon(icon_name, "s20"), class_name="leaf sm"),
        rx.el.p(sentence, class_name="grow small"),
    )
