"""Weather of the climate: the rules in plain words, what they see, what they opened."""

import reflex as rx

from climact_issy import routes, texts
from climact_issy.components.challenge_card import challenge_card
from climact_issy.content import rules
from climact_issy.pages.framed import framed
from climact_issy.presenters.challenges import CardView
from climact_issy.presenters.weather import RuleView, SeenView, WhenView, rule_views
from climact_issy.routes import Language
from climact_issy.states.citizen.weather import WeatherState
from climact_issy.texts import Translator
from climact_issy.ui.icons import icon
from climact_issy.ui.link import link
from climact_issy.ui.waiting import skeleton


def weather_page(language: Language) -> rx.Component:
    """Build the page of the rules; the server says what they see."""
    t = texts.for_language(language)
    found = WeatherState.weather
    return framed(
        t,
        routes.WEATHER,
        rx.el.h1(t("La météo du climat")),
        rx.el.p(
            t(
                "Quand une mesure passe un seuil, un défi de quelques jours s’ouvre. "
                "Une valeur ancienne ou une prévision n’ouvre rien."
            )
        ),
        _cards(t, t("En ce moment"), found.running, "running"),
        rx.el.section(
            rx.el.h2(t("Les règles"), id="rules"),
            rx.el.div(
                *(_rule(t, rule) for rule in rule_views(t, rules.printed())),
                class_name="rule-cards",
            ),
            class_name="stack",
            aria_labelledby="rules",
        ),
        _past(t),
        rx.el.p(
            link(t("Tous les défis"), href=routes.CHALLENGES.to(t.language)),
            class_name="links",
        ),
        title=t("La météo du climat"),
        current="act",
        main_class="wrap pad stack g16 weather",
    )


def _rule(t: Translator, rule: RuleView) -> rx.Component:
    name = f"rule-{rule.slug}"
    return rx.el.article(
        rx.el.div(
            rx.el.span(icon(rule.icon), class_name="leaf"),
            rx.el.h3(rule.title, id=name, class_name="grow"),
            class_name="row",
        ),
        _seen(t, WeatherState.weather.by_slug[rule.slug]),
        rx.el.h4(
            t("Quand l’un ou l’autre est vrai\u00a0:")
            if len(rule.whens) > 1
            else t("Quand\u00a0:")
        ),
        rx.el.ul(*(_when(t, when) for when in rule.whens), class_name="stack"),
        rx.el.h4(t("Ce qui s’ouvre")),
        rx.el.p(rule.opens),
        rx.el.ul(
            *(
                rx.el.li(link(action.title, href=action.href))
                for action in rule.actions
            ),
            class_name="links",
        ),
        rx.el.p(" ".join(rule.facts), class_name="small soft"),
        _advice(t, rule),
        class_name="card in stack",
        aria_labelledby=name,
    )


def _seen(t: Translator, seen: SeenView) -> rx.Component:
    known = rx.el.div(
        rx.el.p(t("Ce qui est mesuré"), class_name="small b"),
        rx.el.ul(rx.foreach(seen.lines, lambda line: rx.el.li(line, key=line))),
        rx.el.p(
            rx.cond(seen.is_open, icon("flag", "s20"), icon("info", "s20")),
            rx.el.b(seen.verdict),
            class_name="row small",
        ),
        class_name="box stack g4",
    )
    waiting = skeleton("96px", label=t("La mesure se charge"))
    return rx.cond(WeatherState.weather.is_loaded, known, waiting)


def _when(t: Translator, when: WhenView) -> rx.Component:
    named = [link(when.name, href=when.href)] if when.href else []
    # Without an official threshold there is no source to open, only a sentence.
    said = [] if named else [rx.el.p(when.name, class_name="small soft")]
    if when.figure_href:
        named.append(link(t("Voir le chiffre"), href=when.figure_href))
    return rx.el.li(
        rx.el.p(when.text), *said, rx.el.p(*named, class_name="small links")
    )


def _advice(t: Translator, rule: RuleView) -> rx.Component:
    if not rule.advice:
        return rx.fragment()
    return rx.el.p(
        icon("shield", "s20"),
        rx.el.span(
            rule.advice,
            rx.el.br(),
            link(t("Les conseils officiels"), href=rule.advice_href),
            class_name="links",
        ),
        class_name="box warm small",
    )


def _past(t: Translator) -> rx.Component:
    found = WeatherState.weather
    return rx.cond(
        found.over.length() > 0,  # pyright: ignore[reportAttributeAccessIssue] - a Var
        _cards(t, t("Déjà ouverts"), found.over, "over"),
        rx.cond(
            found.is_loaded,
            rx.el.p(
                t("Aucun défi de ce genre n’est encore terminé."), class_name="soft"
            ),
            rx.fragment(),
        ),
    )


def _cards(t: Translator, title: str, cards: list[CardView], name: str) -> rx.Component:
    return rx.cond(
        cards.length() > 0,  # pyright: ignore[reportAttributeAccessIssue] - a Var
        rx.el.section(
            rx.el.h2(title, id=name),
            rx.el.ul(
                rx.foreach(cards, lambda card: challenge_card(t, card)),
                class_name="challenge-list",
            ),
            class_name="stack",
            aria_labelledby=name,
        ),
        rx.fragment(),
    )
