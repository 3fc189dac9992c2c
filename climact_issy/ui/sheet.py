"""A sheet over the page: the browser's own dialog, opened without our script.

`<dialog>` with `popover` opens, closes with Escape and gives the focus back by
itself; no state, no round trip.
"""

import reflex as rx

from climact_issy.ui.button import Rank
from climact_issy.ui.icons import icon
from climact_issy.ui.values import Content, Text


def sheet_opener(
    *label: Content, sheet_id: str, rank: Rank | None = None, icon_name: str = ""
) -> rx.Component:
    """Build the button that opens a sheet; without a rank it looks like a link."""
    look = {None: "origin", "main": "btn"}.get(rank, f"btn {rank}")
    return rx.el.button(
        *([icon(icon_name, "s20")] if icon_name else []),
        *label,
        type="button",
        custom_attrs={"popoverTarget": sheet_id, "aria-haspopup": "dialog"},
        class_name=look,
    )


def sheet(
    *children: Content, sheet_id: str, title: Text, close_label: Text
) -> rx.Component:
    """Build a sheet that `sheet_opener` opens.

    Args:
        children: its content.
        sheet_id: its id, unique on the page.
        title: its title, read out when it opens.
        close_label: name of its closing button.
    """
    return rx.el.dialog(
        rx.el.div(
            rx.el.h2(title, id=f"{sheet_id}-title", class_name="grow"),
            rx.el.button(
                icon("close"),
                type="button",
                aria_label=close_label,
                custom_attrs={
                    "popoverTarget": sheet_id,
                    "popoverTargetAction": "hide",
                },
                class_name="ib",
            ),
            class_name="row",
        ),
        *children,
        id=sheet_id,
        aria_labelledby=f"{sheet_id}-title",
        custom_attrs={"popover": "auto"},
        class_name="sheet stack",
    )


def more(summary: Content, *children: Content, class_name: str = "") -> rx.Component:
    """Build a part that opens in place; it works without any script."""
    return rx.el.details(
        rx.el.summary(summary, icon("down", "s20 end")),
        *children,
        class_name=class_name,
    )
