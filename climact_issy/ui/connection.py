"""When the socket is refused or lost: say so, and disable what needs it."""

import reflex as rx
from reflex_components_core.core.banner import has_connection_errors

is_lost = has_connection_errors
"""Var: true from the first refused attempt to connect until one succeeds."""


def lost_banner(sentence: str) -> rx.Component:
    """Return the live region that speaks only while the connection is lost.

    Args:
        sentence: what happens, in the visitor's language.
    """
    return rx.el.div(
        rx.cond(is_lost, rx.el.p(sentence, class_name="lost"), rx.fragment()),
        role="status",
        aria_live="polite",
    )


def live_controls(*children: rx.Component, class_name: str = "") -> rx.Component:
    """Group controls that need the server; all are disabled while it is away."""
    return rx.el.fieldset(
        *children,
        disabled=is_lost,
        class_name=f"live {class_name}".strip(),
        # Not `role=`: Reflex takes that of a fieldset for a style.
        custom_attrs={"role": "none"},
    )
