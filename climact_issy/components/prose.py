"""Long texts, well set: the pieces the information pages are written with."""

import reflex as rx

from climact_issy.presenters.information import Fact, Link
from climact_issy.ui.icons import icon
from climact_issy.ui.link import link


def article(title: str, lead: str, *sections: rx.Component) -> rx.Component:
    """Build a page of text: its title, one sentence, then its sections."""
    return rx.el.article(
        rx.el.header(
            rx.el.h1(title),
            rx.el.p(lead, class_name="soft"),
            class_name="stack",
        ),
        *sections,
        class_name="wrap pad stack prose",
    )


def section(title: str, *children: rx.Component, anchor: str) -> rx.Component:
    """Build a titled part that an address can point at."""
    return rx.el.section(
        rx.el.h2(title, custom_attrs={"id": anchor}),
        *children,
        class_name="stack",
    )


def paragraph(text: str) -> rx.Component:
    """Build one paragraph."""
    return rx.el.p(text)


def bullets(*items: str) -> rx.Component:
    """Build a list of short sentences."""
    return rx.el.ul(*(rx.el.li(item) for item in items), class_name="dots")


def note(text: str) -> rx.Component:
    """Build the one sentence of the section that must not be missed."""
    return rx.el.p(rx.el.strong(text), class_name="box warm")


def facts(*lines: Fact) -> rx.Component:
    """Build a list of names and values."""
    pairs: list[rx.Component] = []
    for line in lines:
        pairs += [rx.el.dt(line.label), rx.el.dd(_value(line))]
    return rx.el.dl(*pairs, class_name="facts")


def _value(line: Fact) -> rx.Component | str:
    return rx.el.em(line.value) if line.is_missing else line.value


def links(*pages: Link) -> rx.Component:
    """Build a list of pages to go and read."""
    return rx.el.ul(
        *(rx.el.li(link(found.label, href=found.href)) for found in pages),
        class_name="pages",
    )


def table(
    caption: str, headings: tuple[str, ...], rows: tuple[tuple[str, ...], ...]
) -> rx.Component:
    """Build a small table whose first column names the row.

    Args:
        caption: what the table says, in words.
        headings: one a column.
        rows: cells in the order of the headings.
    """
    return rx.el.table(
        rx.el.caption(caption),
        rx.el.thead(
            rx.el.tr(*(rx.el.th(name, scope="col") for name in headings)),
        ),
        rx.el.tbody(*(_row(cells) for cells in rows)),
    )


def _row(cells: tuple[str, ...]) -> rx.Component:
    first, *others = cells
    return rx.el.tr(
        rx.el.th(first, scope="row"),
        *(rx.el.td(cell) for cell in others),
    )


def fold(summary: str, *children: rx.Component) -> rx.Component:
    """Build a part that opens on demand, without JavaScript."""
    return rx.el.details(
        rx.el.summary(rx.el.span(summary), icon("down", "s20 end")),
        rx.el.div(*children, class_name="stack"),
    )
