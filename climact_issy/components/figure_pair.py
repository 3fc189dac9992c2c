"""Two figures side by side, drawn from what the State prepared: Vars, not values."""

from dataclasses import dataclass

import reflex as rx

from climact_issy.presenters.figure_pairs import PairRow, PairView, PlotView, SideView
from climact_issy.presenters.information import Link
from climact_issy.presenters.live import Piece
from climact_issy.presenters.pair_choices import Groups
from climact_issy.texts import Translator
from climact_issy.ui.chip import Segment, segmented
from climact_issy.ui.connection import live_controls
from climact_issy.ui.icons import icon
from climact_issy.ui.link import link
from climact_issy.ui.values import Event, Text
from climact_issy.ui.waiting import skeleton


@dataclass(frozen=True, slots=True)
class Hands:
    """What the controls do.

    Attributes:
        choose_first: puts a figure on the first side.
        choose_second: puts a figure on the second side.
        swap: lets them change sides.
        draw_values: draws each in its unit.
        draw_index: draws both as an index.
    """

    choose_first: Event
    choose_second: Event
    swap: Event
    draw_values: Event
    draw_index: Event


def choices(
    t: Translator, view: PairView, groups: Groups, hands: Hands, *, file: str
) -> rx.Component:
    """Build the two lists and the button between them.

    Without any script the form answers with the joined table as a file.

    Args:
        t: the page's translator.
        view: the comparison; a Var.
        groups: what may be chosen.
        hands: what the controls do.
        file: address that answers the form.
    """
    return rx.el.form(
        live_controls(
            _list(t("Un chiffre"), "a", t, groups, (view.first, hands.choose_first)),
            rx.el.button(
                icon("swap"),
                type="button",
                on_click=hands.swap,
                aria_label=t("J’échange les deux chiffres"),
                class_name="ib swap",
            ),
            _list(
                t("Un autre chiffre"),
                "b",
                t,
                groups,
                (view.second, hands.choose_second),
            ),
            class_name="pair-choices",
        ),
        rx.el.noscript(
            rx.el.div(
                rx.el.p(
                    t(
                        "Sans JavaScript, les deux dessins ne peuvent pas se mettre "
                        "côte à côte. Choisissez deux chiffres pour recevoir leur "
                        "tableau commun\u00a0:"
                    )
                ),
                rx.el.button(
                    t("Je télécharge le tableau (CSV)"),
                    type="submit",
                    class_name="btn two",
                ),
                class_name="box stack small",
            )
        ),
        action=file,
        method="get",
    )


def waiting(t: Translator) -> rx.Component:
    """Build what stands until the server has answered."""
    return skeleton("320px", label=t("Les deux chiffres se chargent"))


def beginning(t: Translator, view: PairView, pairs: tuple[Link, ...]) -> rx.Component:
    """Say what is still to be chosen, with some pairs to begin with.

    Args:
        t: the page's translator.
        view: the comparison; a Var.
        pairs: ready comparisons.
    """
    return rx.el.section(
        rx.el.h2(
            rx.cond(
                (view.first != "") | (view.second != ""),
                t("Choisissez l’autre chiffre"),
                t("Choisissez deux chiffres"),
            )
        ),
        rx.el.p(t("Ou commencez par\u00a0:")),
        rx.el.ul(
            *(rx.el.li(link(pair.label, href=pair.href)) for pair in pairs),
            class_name="pages",
        ),
        class_name="stack",
    )


def comparison(t: Translator, view: PairView, hands: Hands) -> rx.Component:
    """Build all that is said, drawn and told of the chosen figures.

    Args:
        t: the page's translator.
        view: the comparison; a Var.
        hands: what the controls do.
    """
    return rx.fragment(
        rx.el.div(
            rx.foreach(view.sides, lambda side: _side(t, view, side)),
            class_name="pair-sides",
        ),
        rx.cond(view.sides.length() > 1, _both(t, view, hands), rx.fragment()),  # pyright: ignore[reportAttributeAccessIssue] - a Var
    )


def _list(
    label: str,
    name: str,
    t: Translator,
    groups: Groups,
    bound: tuple[Text, Event],
) -> rx.Component:
    chosen, on_change = bound
    return rx.el.div(
        rx.el.label(label, html_for=f"pair-{name}", class_name="b small"),
        rx.el.div(
            rx.el.select(
                rx.el.option(t("Choisir un chiffre"), value=""),
                *(
                    rx.el.optgroup(
                        *(rx.el.option(words, value=slug) for slug, words in found),
                        label=theme,
                    )
                    for theme, found in groups
                ),
                id=f"pair-{name}",
                name=name,
                value=chosen,
                on_change=on_change,
            ),
            icon("down", "s20"),
            class_name="field",
        ),
        class_name="stack g4",
    )


def _side(t: Translator, view: PairView, side: SideView) -> rx.Component:
    return rx.el.article(
        rx.el.p(side.where, class_name="soft b small"),
        rx.el.h2(side.title),
        rx.el.p(side.sentence),
        rx.el.p(
            rx.el.span(
                rx.el.b(side.value, class_name="num"), " ", side.unit, class_name="tag"
            ),
            class_name="row wraps",
        ),
        _if(side.certainty, rx.el.p(side.certainty, class_name="small soft")),
        rx.cond(
            view.is_shared | (side.plot.shape == ""),
            rx.fragment(),
            rx.el.figure(_plot(side.plot)),
        ),
        rx.el.p(
            link(t("Voir la page de ce chiffre"), href=side.href), class_name="taps"
        ),
        class_name="stack",
    )


def _both(t: Translator, view: PairView, hands: Hands) -> rx.Component:
    return rx.el.div(
        _words(t, view),
        rx.cond(view.is_shared, _drawings(t, view, hands), rx.fragment()),
        rx.el.h2(t("Avant de comparer")),
        rx.el.ul(rx.foreach(view.notes, rx.el.li), class_name="plain"),
        rx.el.div(
            rx.foreach(view.sides, lambda side: _caveat(t, side)),
            class_name="pair-sides",
        ),
        rx.cond(view.is_shared, _data(t, view), rx.fragment()),
        class_name="stack pair-both",
    )


def _caveat(t: Translator, side: SideView) -> rx.Component:
    """Say what a figure must not be compared with, and who publishes it."""
    return rx.el.div(
        rx.el.h3(side.title),
        _if(
            side.caveat,
            rx.el.p(rx.el.b(t("À savoir.")), " ", side.caveat, class_name="small"),
        ),
        rx.el.p(side.source, class_name="mini soft"),
        class_name="stack g4",
    )


def _words(t: Translator, view: PairView) -> rx.Component:
    return rx.el.div(
        _if(view.apart, rx.el.p(view.apart, class_name="b")),
        _if(
            view.together,
            rx.el.p(view.together, class_name="b"),
            rx.el.p(view.shared, class_name="small"),
        ),
        rx.el.p(
            icon("info", "s20"),
            t("Bouger ensemble ne prouve pas que l’un cause l’autre."),
            class_name="row",
        ),
        class_name="box stack",
        role="status",
    )


def _drawings(t: Translator, view: PairView, hands: Hands) -> rx.Component:
    ways = segmented(
        t("Façon de dessiner"),
        [
            Segment(t("Deux dessins"), ~view.is_index, hands.draw_values),  # pyright: ignore[reportArgumentType] - a Var
            Segment(t("En indice 100"), view.is_index, hands.draw_index),
        ],
    )
    return rx.el.section(
        rx.el.h2(t("En image")),
        rx.cond(
            view.can_index,
            live_controls(ways),
            rx.el.p(view.no_index, class_name="small soft"),
        ),
        rx.cond(
            view.can_index & view.is_index,
            rx.el.figure(
                rx.el.figcaption(view.index_words, class_name="small"),
                _plot(view.index),
            ),
            rx.el.div(
                rx.foreach(
                    view.sides,
                    lambda side: rx.el.figure(
                        rx.el.figcaption(
                            rx.el.b(side.title),
                            rx.el.span(side.unit, class_name="soft"),
                            class_name="small",
                        ),
                        _plot(side.plot),
                    ),
                ),
                class_name="pair-frames",
            ),
        ),
        class_name="stack",
    )


def _data(t: Translator, view: PairView) -> rx.Component:
    return rx.fragment(
        rx.el.details(
            rx.el.summary(t("Voir le tableau"), icon("down", "s20 end")),
            rx.el.div(
                _table(t, view),
                class_name="scroll-x",
                role="region",
                aria_label=t("Tableau des deux chiffres"),
                tab_index=0,
            ),
        ),
        rx.el.p(
            link(t("Télécharger les données (CSV)"), href=view.file, class_name="file"),
        ),
    )


def _table(t: Translator, view: PairView) -> rx.Component:
    def head(side: SideView) -> rx.Component:
        return rx.el.th(
            side.title,
            rx.el.span(side.unit, class_name="mini soft"),
            scope="col",
            class_name="n",
        )

    def cell(value: Text, note: Text) -> rx.Component:
        return rx.el.td(
            value,
            _if(note, rx.el.span(note, class_name="mini soft")),
            class_name="n",
        )

    def row(found: PairRow) -> rx.Component:
        return rx.el.tr(
            rx.el.th(found.when, scope="row"),
            cell(found.first, found.first_note),
            cell(found.second, found.second_note),
        )

    return rx.el.table(
        rx.el.caption(t("Tableau des deux chiffres"), class_name="sr"),
        rx.el.thead(
            rx.el.tr(rx.el.th(view.corner, scope="col"), rx.foreach(view.sides, head))
        ),
        rx.el.tbody(rx.foreach(view.rows, row)),
        class_name="pair-table",
    )


def _plot(plot: PlotView) -> rx.Component:
    drawn = rx.el.svg(
        rx.foreach(
            plot.marks,
            lambda mark: rx.el.svg.path(class_name=mark.classes, d=mark.path),
        ),
        view_box=plot.box,
        preserve_aspect_ratio="none",
        aria_hidden="true",
    )
    return rx.el.div(
        rx.el.div(
            drawn,
            # The description says all of it: the words would be heard twice.
            rx.el.div(rx.foreach(plot.words, _placed), aria_hidden="true"),
            class_name=f"plot p-{plot.shape}",
            role="img",
            aria_label=plot.description,
            custom_attrs={"style": {"--rows": plot.rows}},
        ),
        rx.el.div(
            rx.foreach(plot.ticks, _placed), class_name="axis", aria_hidden="true"
        ),
        rx.cond(
            plot.key.length() > 0,  # pyright: ignore[reportAttributeAccessIssue] - a Var
            rx.el.p(rx.foreach(plot.key, _key), class_name="key"),
            rx.fragment(),
        ),
        class_name="graph tall leveled",
    )


def _key(item: Piece) -> rx.Component:
    return rx.el.span(rx.el.i(class_name=item.classes, aria_hidden="true"), item.text)


def _placed(piece: Piece) -> rx.Component:
    return rx.el.span(
        piece.text,
        class_name=piece.classes,
        custom_attrs={"style": {"left": piece.left, "top": piece.top}},
    )


def _if(words: Text, *shown: rx.Component) -> rx.Component:
    """Show something only where there are words for it."""
    return rx.cond(words != "", rx.fragment(*shown), rx.fragment())
