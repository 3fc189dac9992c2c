"""Where points come from: words, a bar and a table, on demand."""

import reflex as rx

from climact_issy.presenters.shares import ShareRow, SharesView
from climact_issy.texts import Translator
from climact_issy.ui.sheet import more


def shares(t: Translator, view: SharesView, question: str = "") -> rx.Component:
    """Build the disclosure; nothing stands there while there is no total to show.

    Args:
        t: the page's translator.
        view: the shares; a Var on a live page.
        question: what opens it; that of the total just above by default.
    """

    def row(found: ShareRow) -> rx.Component:
        return rx.el.tr(
            rx.el.th(found.tier, scope="row"),
            rx.foreach(found.cells, lambda cell: rx.el.td(cell, class_name="n")),
        )

    heads = rx.foreach(
        view.heads, lambda head: rx.el.th(head, scope="col", class_name="n")
    )
    table = rx.el.table(
        rx.el.caption(t("Les points par preuve"), class_name="sr"),
        rx.el.thead(rx.el.tr(rx.el.th(t("Preuve"), scope="col"), heads)),
        rx.el.tbody(rx.foreach(view.rows, row)),
    )
    bar = rx.el.div(
        # A style of its own: what stands in custom_attrs is not bound to the State.
        rx.el.i(style={"width": f"{view.proven}%"}),
        class_name="bar",
        aria_hidden="true",
    )
    opened = more(
        question or t("D’où viennent ces points\u00a0?"),
        rx.el.div(
            rx.el.p(view.sentence, class_name="small"),
            rx.cond(view.proven > 0, bar, rx.fragment()),
            table,
            class_name="stack",
        ),
    )
    return rx.cond(view.sentence, opened, rx.fragment())
