"""What a figure means: why it matters, beside what, who can act, in which words."""

from dataclasses import dataclass

import reflex as rx

from climact_issy.presenters.indicator_depth import CitedView, DepthView, LeverView
from climact_issy.presenters.indicators import IndicatorView
from climact_issy.texts import Translator
from climact_issy.ui.icons import icon
from climact_issy.ui.link import link


@dataclass(frozen=True, slots=True)
class LiveParts:
    """What comes to the page of a live figure with its value.

    Attributes:
        usual: whether the value is usual.
        beside: items of the list of what it stands beside.
        rests: on what that was computed.
        easy: the section of easy-to-read lines.
    """

    usual: rx.Component
    beside: rx.Component
    rests: rx.Component
    easy: rx.Component


def figure_meaning(
    t: Translator, view: IndicatorView, deep: DepthView, live: LiveParts | None = None
) -> list[rx.Component]:
    """Build the sections below the data: two are open, the others on demand.

    Args:
        t: the page's translator.
        view: the face of the figure.
        deep: the rest of its page.
        live: what a live figure tells with its value, None for any other.
    """
    beside = [live.beside] if live else []
    return [
        rx.el.h2(t("Pourquoi c’est important")),
        rx.el.p(deep.why),
        *_source(t, deep.why_source),
        rx.el.h2(t("Beaucoup ou peu\u00a0?")),
        *([live.usual] if live else []),
        *_target(view, deep),
        rx.el.ul(*beside, *map(rx.el.li, deep.compared), class_name="plain"),
        *([live.rests] if live else []),
        rx.el.div(
            *([live.easy] if live else _easy(t, view)),
            _levers(t, deep),
            _explained(t, view),
            *_terms(t, view),
            class_name="folds",
        ),
    ]


def _source(t: Translator, source: CitedView | None) -> list[rx.Component]:
    return (
        []
        if source is None
        else [rx.el.p(*_cited(t, source), class_name="mini soft src")]
    )


def _cited(t: Translator, source: CitedView) -> list[rx.Component | str]:
    name = link(source.name, href=source.href) if source.href else source.name
    return [t("Source\u00a0:"), " ", name]


def _target(view: IndicatorView, deep: DepthView) -> list[rx.Component]:
    """Say the official aim, or that none was found and what it would take."""
    said = [rx.el.b(deep.aim), " ", view.target] if view.target else []
    said = said or [deep.no_level]
    if said == [""]:
        return []
    return [
        rx.el.p(
            rx.el.span(icon("flag"), class_name="leaf o"),
            rx.el.span(*said),
            class_name="row",
        )
    ]


def _easy(t: Translator, view: IndicatorView) -> list[rx.Component]:
    """Offer the same figure in short lines, one idea each."""
    if not view.easy:
        return []
    return [fold("info", t("Facile à lire"), *map(rx.el.p, view.easy))]


def _levers(t: Translator, deep: DepthView) -> rx.Component:
    """Say who can do what; whose word it is stands with each."""
    told = [
        part
        for lever in deep.levers
        for part in (rx.el.dt(lever.holder), rx.el.dd(*_lever(t, lever)))
    ]
    return fold(
        "people", t("Qui peut agir\u00a0?"), rx.el.dl(*told, class_name="facts levers")
    )


def _lever(t: Translator, lever: LeverView) -> list[rx.Component | str]:
    whose = [t("Notre lecture.")] if lever.source is None else _cited(t, lever.source)
    return [lever.can, rx.el.span(*whose, class_name="mini soft")]


def _explained(t: Translator, view: IndicatorView) -> rx.Component:
    told: list[rx.Component] = [rx.el.p(view.explanation)]
    if view.caveat:
        told.append(
            rx.el.p(
                icon("info", "s20"),
                rx.el.span(rx.el.b(t("À savoir.")), " ", view.caveat),
                class_name="box warm small",
            )
        )
    return fold("figures", t("Ce que dit ce chiffre"), *told)


def _terms(t: Translator, view: IndicatorView) -> list[rx.Component]:
    """Explain the words of the sentence and of the unit."""
    if not view.terms:
        return []
    told = [
        part
        for term in view.terms
        for part in (rx.el.dt(term.name), rx.el.dd(term.meaning))
    ]
    return [
        fold("voice", t("Les mots de ce chiffre"), rx.el.dl(*told, class_name="facts"))
    ]


def fold(icon_name: str, title: str, *inside: rx.Component) -> rx.Component:
    """Build a section that opens on demand."""
    return rx.el.details(
        rx.el.summary(icon(icon_name, "s20"), title, icon("down", "s20 end")),
        *inside,
    )
