"""Rows of a list: the whole row is one link, its words come first."""

import reflex as rx

from climact_issy.ui.icons import icon
from climact_issy.ui.link import link
from climact_issy.ui.values import Content, Text


def list_row(
    title: Text,
    *more: Content,
    href: Text | None = None,
    icon_name: str = "",
    leaf: str = "",
    aside: Content | None = None,
) -> rx.Component:
    """Build one `li` of an element with the class "list".

    Args:
        title: the row's title, its link when `href` is given.
        more: what stands under the title.
        href: address.
        icon_name: icon in a leaf before the words.
        leaf: colour of the leaf: "", g, o, y, r or n.
        aside: what stands at the end.
    """
    named = (
        rx.el.b(title)
        if href is None
        else link(rx.el.b(title), href=href, class_name="cover")
    )
    before = (
        [rx.el.span(icon(icon_name), class_name=f"leaf {leaf}".rstrip())]
        if icon_name
        else []
    )
    return rx.el.li(
        *before,
        rx.el.div(
            rx.el.p(named),
            *(rx.el.p(part, class_name="small soft") for part in more),
            class_name="grow",
        ),
        *([aside] if aside is not None else []),
    )
