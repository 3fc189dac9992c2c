"""Surfaces: a card lifts one thing, a box sets a remark apart."""

import reflex as rx

from climact_issy.ui.values import Content


def card(*children: Content, class_name: str = "") -> rx.Component:
    """Build a white surface with one shadow."""
    return rx.el.div(
        rx.el.div(*children, class_name="in stack"),
        class_name=f"card {class_name}".rstrip(),
    )


def box(*children: Content, is_warm: bool = False) -> rx.Component:
    """Build a quiet surface for a remark."""
    return rx.el.div(*children, class_name="box small warm" if is_warm else "box small")
