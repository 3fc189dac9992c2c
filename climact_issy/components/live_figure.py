"""A figure that sources renew, drawn from what its State read: a Var, not a value."""

import reflex as rx

from climact_issy.presenters.indicators import IndicatorView
from climact_issy.presenters.live import LiveRow, LiveView, Piece
from climact_issy.texts import Translator
from climact_issy.ui.icons import icon
from climact_issy.ui.link import link
from climact_issy.ui.mark import level_tag
from climact_issy.ui.waiting import skeleton


def live_head(t: Translator, live: LiveView, view: IndicatorView) -> rx.Component:
    """Build the sentence with the value and its age; until then, what is waited for.

    Args:
        t: translator of the page.
        live: a Var with what the State read.
        view: the figure as it is known when pages compile.
    """
    known = rx.el.header(
        rx.el.p(
            # A figure without a value has no sentence that names it.
            rx.cond(live.has_value, t("En une phrase."), f"{view.title}."),
            " ",
            *_where(live, view),
            class_name="soft b small",
        ),
        rx.el.h1(live.sentence, class_name="say"),
        rx.cond(
            live.has_value,
            rx.el.p(
                *_value(live, view),
                rx.cond(
                    live.level, level_tag(live.level, live.level_word), rx.fragment()
                ),
                class_name="row wraps",
            ),
            rx.fragment(),
        ),
        _note(live),
        class_name="stack",
    )
    waiting = rx.el.header(
        rx.el.p(view.place, class_name="soft b small"),
        rx.el.h1(view.title, class_name="say"),
        skeleton("34px", label=t("Le chiffre se charge")),
        class_name="stack",
    )
    return rx.cond(live.slug, known, waiting)


def live_chart(
    t: Translator, live: LiveView, view: IndicatorView, span: str
) -> rx.Component:
    """Draw the last known time, then all its values; nothing without a value.

    Args:
        t: translator of the page.
        live: a Var with what the State read.
        view: the figure as it is known when pages compile.
        span: the time that is drawn, in words.
    """
    return rx.cond(
        live.has_value,
        rx.fragment(
            rx.el.h2(t("En image"), class_name="depth"),
            rx.el.figure(
                rx.el.figcaption(span, class_name="b"),
                _graph(live, view),
            ),
            rx.el.h2(t("En données"), class_name="depth"),
            _table(t, live, view),
        ),
        rx.cond(live.slug, rx.fragment(), skeleton("240px")),
    )


def live_card(t: Translator, live: LiveView, view: IndicatorView) -> rx.Component:
    """Build the card of a live figure; the whole card is one link."""
    return rx.el.article(
        rx.el.div(
            rx.el.span(icon(view.icon), class_name="leaf"),
            rx.el.div(
                rx.el.h3(link(view.title, href=view.href)),
                rx.el.p(*_where(live, view), class_name="mini soft"),
                class_name="grow",
            ),
            class_name="row fcard-top",
        ),
        rx.el.p(*_card_value(live, view)),
        rx.el.p(live.sentence, class_name="small"),
        _note(live),
        rx.el.p(
            rx.el.span(t("Source\u00a0: {source}", source=view.source)),
            icon("next", "s20"),
            class_name="mini soft fcard-foot",
        ),
        class_name="card fcard",
    )


def _value(live: LiveView, view: IndicatorView) -> list[rx.Component]:
    """Show the number with its unit; the level says a class by itself."""
    if view.is_in_classes:
        return []
    number = rx.el.b(live.value, class_name="num")
    return [rx.el.span(number, " ", live.unit, class_name="tag")]


def _card_value(live: LiveView, view: IndicatorView) -> list[rx.Component | str]:
    """Show the number with its unit, or the class with the name of its scale."""
    if view.is_in_classes:
        tagged = level_tag(live.level, live.level_word)
        return [rx.cond(live.level, tagged, rx.fragment())]
    number = rx.el.span(live.value, class_name="num")
    return [number, " ", rx.el.span(live.unit, class_name="small soft")]


def _note(live: LiveView) -> rx.Component:
    return rx.cond(
        live.note,
        rx.el.p(icon("info", "s20"), rx.el.span(live.note), class_name="row small"),
        rx.fragment(),
    )


def _graph(live: LiveView, view: IndicatorView) -> rx.Component:
    drawn = rx.el.svg(
        rx.foreach(
            live.marks,
            lambda mark: rx.el.svg.path(class_name=mark.classes, d=mark.path),
        ),
        view_box="0 0 1000 500",
        preserve_aspect_ratio="none",
        aria_hidden="true",
    )
    return rx.el.div(
        rx.el.div(
            drawn,
            # The description says all of it: the words would be heard twice.
            rx.el.div(rx.foreach(live.words, _placed), aria_hidden="true"),
            class_name="plot p-line",
            role="img",
            aria_label=live.description,
        ),
        rx.el.div(
            rx.foreach(live.ticks, _placed), class_name="axis", aria_hidden="true"
        ),
        # The words of classes stand inside the frame, not beside it.
        class_name="graph tall" if view.is_in_classes else "graph tall leveled",
    )


def _where(
    live: LiveView, view: IndicatorView
) -> list[rx.Component | rx.Var[str] | str]:
    """Say the place and, of a value that is there, its age."""
    return [view.place, rx.cond(live.age, ", ", ""), live.age]


def _placed(piece: Piece) -> rx.Component:
    return rx.el.span(
        piece.text,
        class_name=piece.classes,
        custom_attrs={"style": {"left": piece.left, "top": piece.top}},
    )


def _table(t: Translator, live: LiveView, view: IndicatorView) -> rx.Component:
    def row(found: LiveRow) -> rx.Component:
        return rx.el.tr(
            rx.el.th(found.when, scope="row"), rx.el.td(found.value, class_name="n")
        )

    return rx.el.details(
        rx.el.summary(t("Voir le tableau"), icon("down", "s20 end")),
        rx.el.table(
            rx.el.caption(view.table.caption, class_name="sr"),
            rx.el.thead(
                rx.el.tr(
                    rx.el.th(view.table.corner, scope="col"),
                    rx.el.th(view.unit, scope="col", class_name="n"),
                )
            ),
            rx.el.tbody(rx.foreach(live.rows, row)),
        ),
    )
