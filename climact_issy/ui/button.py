"""Buttons and links that look like buttons: 52 px high, 44 px in the low size."""

from typing import Any, Literal

import reflex as rx

from climact_issy.ui.icons import icon
from climact_issy.ui.link import link
from climact_issy.ui.values import Content, Event, Flag, Text

Rank = Literal["main", "two", "three", "no"]


def button(  # noqa: PLR0913 - one option a thing that may differ
    *label: Content,
    rank: Rank = "main",
    href: Text | None = None,
    on_click: Event = None,
    icon_name: str = "",
    class_name: str = "",
    is_disabled: Flag = False,
    is_busy: Flag = False,
    **attributes: Any,  # noqa: ANN401 - attributes of the HTML element
) -> rx.Component:
    """Build a button, or a link with its look when `href` is given.

    Args:
        label: words, first person: "Je note".
        rank: main (one a view), two, three (a quiet link) or no (takes away).
        href: address; makes it a link, which works without JavaScript.
        on_click: event of a button.
        icon_name: icon before the words.
        class_name: "wide", "low", "grow".
        is_disabled: whether it cannot be used now; say why beside it.
        is_busy: whether its work is under way; change the words too.
        attributes: further attributes, such as id or type.
    """
    look = "" if rank == "main" else rank
    classes = " ".join(word for word in ("btn", look, class_name) if word)
    inside = (*([icon(icon_name)] if icon_name else []), *label)
    if href is not None:
        return link(*inside, href=href, class_name=classes, **attributes)
    if on_click is not None:
        attributes["on_click"] = on_click
    attributes.setdefault("type", "button")
    if is_busy is not False:
        attributes["aria_busy"] = is_busy
    if is_disabled is not False:
        attributes["disabled"] = is_disabled
    return rx.el.button(*inside, class_name=classes, **attributes)


def icon_button(
    icon_name: str,
    label: Text,
    *,
    href: Text | None = None,
    on_click: Event = None,
    class_name: str = "",
    **attributes: Any,  # noqa: ANN401 - attributes of the HTML element
) -> rx.Component:
    """Build a 48 px button with an icon; its label is read out, not shown."""
    classes = f"ib {class_name}".rstrip()
    if href is not None:
        return link(
            icon(icon_name),
            href=href,
            aria_label=label,
            class_name=classes,
            **attributes,
        )
    if on_click is not None:
        attributes["on_click"] = on_click
    attributes.setdefault("type", "button")
    return rx.el.button(
        icon(icon_name), aria_label=label, class_name=classes, **attributes
    )
