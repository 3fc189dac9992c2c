"""What stands in for content: while it loads, when there is none, when it failed."""

import reflex as rx

from climact_issy.ui.art import address
from climact_issy.ui.values import Content, Text


def skeleton(height: str, *, label: Text = "") -> rx.Component:
    """Build a breathing shape of a given CSS height, e.g. "90px"."""
    return rx.el.div(
        *([rx.el.span(label, class_name="sr")] if label else []),
        class_name="sk",
        custom_attrs={"style": {"height": height}},
    )


def empty_state(
    title: Text, *children: Content, drawing: str, view_box: str
) -> rx.Component:
    """Say what will stand here, and what to do for it to.

    Args:
        title: a hopeful sentence.
        children: one sentence more and one button.
        drawing: name of the illustration.
        view_box: the part of it to show.
    """
    return rx.el.section(
        rx.el.div(
            rx.el.div(_scene(drawing, view_box), class_name="stage"),
            class_name="sky",
        ),
        rx.el.div(rx.el.h2(title), *children, class_name="wrap say-it stack g16"),
    )


def error_state(
    title: Text, *children: Content, drawing: str, view_box: str
) -> rx.Component:
    """Say whose fault it is and what is safe; it is read out at once."""
    return rx.el.div(
        empty_state(title, *children, drawing=drawing, view_box=view_box),
        role="alert",
    )


def _scene(drawing: str, view_box: str) -> rx.Component:
    return rx.el.svg(
        rx.el.svg.use(href=address(drawing)),
        view_box=view_box,
        preserve_aspect_ratio="xMidYMax slice",
        class_name="art",
        aria_hidden="true",
    )
