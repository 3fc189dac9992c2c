"""What happened, said once and aloud; it stays until it is used or closed."""

import reflex as rx

from climact_issy.ui.button import button
from climact_issy.ui.icons import icon
from climact_issy.ui.values import Content, Event, Text


def toast(
    *words: Content,
    action_label: Text = "",
    on_action: Event = None,
    icon_name: str = "",
) -> rx.Component:
    """Build a dark strip with words and at most one button."""
    after = (
        [
            button(
                action_label, on_click=on_action, class_name="low", icon_name=icon_name
            )
        ]
        if on_action is not None
        else []
    )
    return rx.el.div(rx.el.span(*words, class_name="grow"), *after, class_name="toast")


def live_region(*children: Content, class_name: str = "") -> rx.Component:
    """Build a polite live region; it must be on the page before it speaks."""
    return rx.el.div(
        *children, role="status", aria_live="polite", class_name=class_name
    )


def offline_banner(words: Content) -> rx.Component:
    """Say that what is shown may be old."""
    return rx.el.div(icon("off", "s20"), rx.el.p(words), class_name="offline")
