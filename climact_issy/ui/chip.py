"""Chips and segments: one choice among few, filled when chosen."""

from collections.abc import Sequence
from dataclasses import dataclass

import reflex as rx

from climact_issy.ui.icons import icon
from climact_issy.ui.link import link
from climact_issy.ui.values import Content, Event, Flag, Text


def chip(
    *label: Content,
    is_pressed: Flag = False,
    on_click: Event = None,
    href: Text | None = None,
    icon_name: str = "",
) -> rx.Component:
    """Build a chip: a switch with `on_click`, a link with `href`."""
    inside = (*([icon(icon_name, "s20")] if icon_name else []), *label)
    if href is not None:
        return link(*inside, href=href, class_name="chip")
    return rx.el.button(
        *inside,
        type="button",
        on_click=on_click,
        aria_pressed=_spoken(is_pressed),
        class_name="chip",
    )


@dataclass(frozen=True, slots=True)
class Segment:
    """One choice of a segmented control.

    Attributes:
        label: its word.
        is_pressed: whether it is the one chosen.
        on_click: what choosing it does.
    """

    label: Text
    is_pressed: Flag
    on_click: Event = None


def segmented(label: Text, segments: Sequence[Segment]) -> rx.Component:
    """Build a row of exclusive choices under one name."""
    return rx.el.div(
        *(
            rx.el.button(
                segment.label,
                type="button",
                on_click=segment.on_click,
                aria_pressed=_spoken(segment.is_pressed),
            )
            for segment in segments
        ),
        role="group",
        aria_label=label,
        class_name="seg",
    )


def _spoken(is_pressed: Flag) -> Text:
    """Write the state as ARIA wants it: a plain False would drop the attribute."""
    if isinstance(is_pressed, rx.Var):
        return rx.cond(is_pressed, "true", "false")
    return "true" if is_pressed else "false"
