"""Charts drawn from geometry that is already computed, and their table twins."""

import reflex as rx

from climact_issy.components.landscape import martin
from climact_issy.presenters.drawing import Chart, Tick
from climact_issy.presenters.indicator_tables import TableView
from climact_issy.texts import Translator
from climact_issy.ui.icons import icon

WIDE_TABLE = 6
"""From so many number columns on, a table scrolls sideways."""


def chart(drawn: Chart, *, is_mini: bool = False) -> rx.Component:
    """Draw a chart; a screen reader hears its description instead.

    Args:
        drawn: the geometry.
        is_mini: fewer words, for a card.
    """
    levels = "" if is_mini or not drawn.levels else " leveled"
    size = "mini" if is_mini else "tall"
    parts = [_plot(drawn, is_mini=is_mini)]
    if drawn.ticks and not is_mini:
        ticks = (_tick(tick) for tick in drawn.ticks)
        parts.append(rx.el.div(*ticks, class_name="axis", aria_hidden="true"))
    if drawn.key and not (is_mini and len(drawn.key) > 3):
        parts.append(_key(drawn))
    return rx.el.div(*parts, class_name=f"graph {size}{levels}")


def table_twin(t: Translator, twin: TableView) -> rx.Component:
    """Build the table of a chart, closed until asked for."""
    is_wide = len(twin.heads) >= WIDE_TABLE
    heads = [rx.el.th(twin.corner, scope="col")]
    heads += [rx.el.th(head, scope="col", class_name="n") for head in twin.heads]
    if twin.origin_head:
        heads.append(rx.el.th(twin.origin_head, scope="col"))
    rows = [
        rx.el.tr(
            rx.el.th(row.head, scope="row"),
            *(rx.el.td(cell, class_name="n") for cell in row.cells),
            *([rx.el.td(row.origin)] if twin.origin_head else []),
        )
        for row in twin.rows
    ]
    grid = rx.el.table(
        rx.el.caption(twin.caption, class_name="sr"),
        rx.el.thead(rx.el.tr(*heads)),
        rx.el.tbody(*rows),
        class_name="wide-table" if is_wide else "",
    )
    scroll = {"role": "region", "aria-label": twin.caption, "tabIndex": 0}
    return rx.el.details(
        rx.el.summary(t("Voir le tableau"), icon("down", "s20 end")),
        rx.el.div(grid, class_name="scroll-x", custom_attrs=scroll)
        if is_wide
        else grid,
    )


def _plot(drawn: Chart, *, is_mini: bool) -> rx.Component:
    marks = [
        rx.el.svg.path(class_name=mark.classes, d=mark.path) for mark in drawn.marks
    ]
    words = [
        rx.el.span(
            label.text,
            class_name=label.classes,
            custom_attrs={"style": {"left": label.left, "top": label.top}},
        )
        for label in drawn.labels
    ]
    if not is_mini:
        words += [
            rx.el.span(
                level.text,
                class_name="level",
                custom_attrs={"style": {"top": level.at}},
            )
            for level in drawn.levels
        ]
    perch = [] if is_mini else _perch(drawn)
    return rx.el.div(
        rx.el.svg(
            *marks,
            view_box=f"0 0 {drawn.width} {drawn.height}",
            preserve_aspect_ratio="none",
            aria_hidden="true",
        ),
        # The description says all of it: the words would be heard twice.
        rx.el.div(*words, *perch, aria_hidden="true"),
        class_name=f"plot p-{drawn.shape}",
        role="img",
        aria_label=drawn.description,
        custom_attrs={"style": {"--rows": str(drawn.rows)}},
    )


def _perch(drawn: Chart) -> list[rx.Component]:
    """Let Martin wait on the water line, where the stairs lead."""
    return [
        rx.el.i(
            martin("perch", ""),
            class_name="perch",
            custom_attrs={"style": {"top": label.top}},
        )
        for label in drawn.labels
        if drawn.shape == "stairs" and label.kind == "under"
    ]


def _tick(tick: Tick) -> rx.Component:
    return rx.el.span(
        tick.text,
        class_name=f"a-{tick.anchor}",
        custom_attrs={"style": {"left": tick.at}},
    )


def _key(drawn: Chart) -> rx.Component:
    return rx.el.p(
        *(
            rx.el.span(
                rx.el.i(class_name=item.classes, aria_hidden="true"),
                item.text,
            )
            for item in drawn.key
        ),
        class_name="key",
    )
