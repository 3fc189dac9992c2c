"""Chart primitives: they draw geometry that was computed elsewhere."""

from collections.abc import Sequence

import reflex as rx

from climact_issy.ui.values import Content, Text


def figure(
    *marks: rx.Component, view_box: str, label: Text, class_name: str = "chart"
) -> rx.Component:
    """Build the drawing; `label` says in one sentence what it shows."""
    return rx.el.svg(
        *marks,
        view_box=view_box,
        role="img",
        aria_label=label,
        class_name=class_name,
    )


def line(d: Text, class_name: str = "line") -> rx.Component:
    """Draw a path."""
    return rx.el.svg.path(d=d, class_name=class_name)


def rule(start: tuple[float, float], end: tuple[float, float]) -> rx.Component:
    """Draw a straight line of an axis or a grid."""
    (x1, y1), (x2, y2) = start, end
    return rx.el.svg.line(
        x1=f"{x1:g}", y1=f"{y1:g}", x2=f"{x2:g}", y2=f"{y2:g}", class_name="rule"
    )


def words(at: tuple[float, float], text: Text, anchor: str = "middle") -> rx.Component:
    """Write a label of an axis."""
    return rx.el.svg.text(
        text,
        x=f"{at[0]:g}",
        y=f"{at[1]:g}",
        custom_attrs={"textAnchor": anchor},
        class_name="label",
    )


def table(
    caption: Text, heads: Sequence[Text], rows: Sequence[Sequence[Content]]
) -> rx.Component:
    """Build the table twin of a chart; every column but the first is a number."""
    return rx.el.div(
        rx.el.table(
            rx.el.caption(caption),
            rx.el.thead(rx.el.tr(*(_head(i, h) for i, h in enumerate(heads)))),
            rx.el.tbody(*(rx.el.tr(*_cells(row)) for row in rows)),
        ),
        class_name="scroll",
        tab_index=0,
        role="region",
        aria_label=caption,
    )


def _head(index: int, words_: Text) -> rx.Component:
    return rx.el.th(words_, scope="col", class_name="n" if index else "")


def _cells(row: Sequence[Content]) -> list[rx.Component]:
    first, *others = row
    return [
        rx.el.th(first, scope="row"),
        *(rx.el.td(value, class_name="n") for value in others),
    ]
