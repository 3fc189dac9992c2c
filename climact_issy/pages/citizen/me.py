"""Moi: my island, my gestures, my settings."""

import reflex as rx

from climact_issy import routes, texts
from climact_issy.components.demo import demo_mark
from climact_issy.components.history import history
from climact_issy.components.island import island
from climact_issy.components.landscape import scene
from climact_issy.components.medal import medal_row
from climact_issy.components.settings_form import (
    erase_link,
    pseudonym_form,
    settings_links,
    sign_out_form,
    situation_form,
)
from climact_issy.components.shares import shares
from climact_issy.components.thanks import thanks
from climact_issy.components.week_bar import week_bar
from climact_issy.pages.framed import framed
from climact_issy.presenters.me import EventLineView
from climact_issy.routes import Language
from climact_issy.states.citizen.badges import BadgesState
from climact_issy.states.citizen.me import MeState
from climact_issy.states.citizen.shares import SharesState
from climact_issy.texts import Translator
from climact_issy.ui.button import button
from climact_issy.ui.icons import icon
from climact_issy.ui.link import link
from climact_issy.ui.list_row import list_row
from climact_issy.ui.waiting import skeleton


def me_page(language: Language) -> rx.Component:
    """Build my page: what waits, what a stranger sees, and what is mine."""
    t = texts.for_language(language)
    mine = rx.cond(MeState.me.is_signed_in, _mine(t), _stranger(t))
    return framed(
        t,
        routes.ME,
        rx.cond(MeState.is_loaded, mine, _waiting(t)),
        title=t("Moi"),
        current="me",
        top_class="over",
    )


def _waiting(t: Translator) -> rx.Component:
    return rx.el.div(
        rx.el.section(island(0), class_name="sky mine-isle"),
        rx.el.div(
            rx.el.section(
                rx.el.h1(t("Mon île")),
                skeleton("92px", label=t("Votre page se charge")),
                skeleton("64px"),
                rx.el.noscript(
                    rx.el.p(
                        t("Cette page demande JavaScript et une connexion."),
                        class_name="box small",
                    )
                ),
                class_name="stack mine-head",
            ),
            class_name="wrap mine-in",
        ),
        class_name="mine",
    )


def _stranger(t: Translator) -> rx.Component:
    sign_in = f"{routes.SIGN_IN.to(t.language)}?next={routes.ME.to(t.language)}"
    return rx.el.div(
        rx.el.section(scene("empty"), class_name="sky mine-isle"),
        rx.el.div(
            rx.el.section(
                rx.el.h1(t("Votre île vous attend")),
                rx.el.p(
                    t(
                        "Notez un premier geste\u00a0: un arbre pousse chaque semaine "
                        "où vous agissez, et aucun ne disparaît."
                    )
                ),
                rx.el.p(
                    button(t("Je me connecte"), href=sign_in, class_name="grow"),
                    button(
                        t("Regarder les gestes"),
                        rank="two",
                        href=routes.ACT.to(t.language),
                        class_name="grow",
                    ),
                    class_name="row wraps",
                ),
                _privacy(t),
                class_name="stack g16 mine-head",
            ),
            class_name="wrap mine-in",
        ),
        class_name="mine",
    )


def _mine(t: Translator) -> rx.Component:
    return rx.el.div(
        rx.el.section(island(MeState.me.trees), class_name="sky mine-isle"),
        rx.el.div(
            _head(t), _badges(t), _gestures(t), _settings(t), class_name="wrap mine-in"
        ),
        class_name="mine",
    )


def _head(t: Translator) -> rx.Component:
    me = MeState.me
    return rx.el.section(
        rx.el.h1(me.headline, *demo_mark(t)),
        rx.el.p(
            t("Un arbre par semaine active. Aucun ne disparaît."), class_name="soft"
        ),
        week_bar(t, me.week),
        rx.el.dl(
            rx.el.div(
                rx.el.dt(t("Cette saison")),
                rx.el.dd(
                    me.points_season, " ", rx.el.small(t("points")), class_name="num"
                ),
                class_name="all",
            ),
            rx.el.div(
                rx.el.dt(t("Mon quartier")),
                rx.el.dd(
                    link(
                        rx.cond(
                            me.neighbourhood_name,
                            me.neighbourhood_name,
                            t("à choisir"),
                        ),
                        href=routes.WELCOME.to(t.language),
                        class_name="cover b",
                    ),
                    icon("next", "s20"),
                ),
                class_name="all",
            ),
            class_name="tiles",
        ),
        shares(t, SharesState.shares),
        rx.el.p(me.season_line, class_name="small soft"),
        rx.cond(me.move, rx.el.p(me.move, class_name="small"), rx.fragment()),
        rx.cond(
            me.footprint,
            rx.el.p(
                icon("foot", "s20"), rx.el.span(me.footprint), class_name="box small"
            ),
            rx.fragment(),
        ),
        thanks(t, BadgesState.mine.notes),
        class_name="stack mine-head",
    )


def _badges(t: Translator) -> rx.Component:
    """Show a few badges, and this week beside the person's own goal."""
    mine = BadgesState.mine
    return rx.el.section(
        rx.el.h2(t("Badges"), id="badges"),
        rx.cond(
            BadgesState.is_loaded,
            rx.fragment(
                medal_row(mine.row),
                _said("flag", mine.week),
                _said("clock", mine.pause),
            ),
            skeleton("120px"),
        ),
        rx.el.p(
            link(
                t("Tous mes badges et mon rythme"),
                href=routes.BADGES.to(t.language),
            ),
            class_name="taps",
        ),
        class_name="stack mine-badges",
        aria_labelledby="badges",
    )


def _said(sign: str, sentence: str | rx.Var[str]) -> rx.Component:
    """Return a line with its icon, nothing for an empty sentence."""
    line = rx.el.p(icon(sign, "s20"), rx.el.span(sentence), class_name="row small")
    return rx.cond(sentence != "", line, rx.fragment())


def _gestures(t: Translator) -> rx.Component:
    me = MeState.me
    nothing = rx.el.div(
        rx.el.p(t("Rien encore cette saison. Le premier geste plante un arbre.")),
        rx.el.p(button(t("Choisir un geste"), href=routes.ACT.to(t.language))),
        class_name="stack",
    )
    return rx.el.section(
        rx.el.h2(t("Derniers gestes"), id="recent"),
        rx.cond(
            me.has_gestures,
            history(t, me.lines, undo=MeState.undo, with_titles=True),
            rx.cond(me.events, rx.fragment(), nothing),
        ),
        rx.el.ul(
            rx.foreach(me.events, lambda line: _event(t, line)),
            list_row(
                t("J’ai un code"),
                t("Celui d’un évènement, sur une carte ou une affiche."),
                href=routes.CODE.to(t.language),
                icon_name="ticket",
                leaf="r",
                aside=icon("next", "s20"),
            ),
            class_name="list",
        ),
        class_name="stack mine-log",
        aria_labelledby="recent",
    )


def _event(t: Translator, line: EventLineView) -> rx.Component:
    return rx.el.li(
        rx.el.span(icon("check"), class_name="leaf r"),
        rx.el.p(
            rx.el.b(line.title),
            rx.el.br(),
            rx.el.span(line.when, class_name="small soft"),
            class_name="grow",
        ),
        rx.el.span(
            line.points, rx.el.span(t(" points"), class_name="sr"), class_name="tag"
        ),
    )


def _settings(t: Translator) -> rx.Component:
    me = MeState.me
    return rx.el.section(
        _privacy(t),
        rx.el.p(MeState.saved, role="status", aria_live="polite", class_name="b"),
        rx.el.h2(t("Ma situation"), id="situation"),
        rx.el.p(
            t("Elle trie les gestes «\u00a0Pour moi\u00a0», rien d’autre."),
            class_name="small soft",
        ),
        situation_form(t, me, MeState.save_situation),
        rx.el.h2(t("Mes réglages")),
        pseudonym_form(t, me, MeState.rename),
        settings_links(t, welcome_href=routes.WELCOME.to(t.language)),
        sign_out_form(t),
        erase_link(t),
        class_name="stack g16 mine-more",
    )


def _privacy(t: Translator) -> rx.Component:
    return rx.el.p(
        icon("lock", "s20"),
        rx.el.span(
            rx.el.b(t("Vous seul voyez cette page.")),
            " ",
            t("Personne n’est classé sans l’avoir choisi."),
        ),
        class_name="box small",
    )
