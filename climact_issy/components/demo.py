"""The label of what exists only in a demo database."""

import reflex as rx

from climact_issy.texts import Translator


def demo_tag(t: Translator) -> rx.Component:
    """Return the word "démo", to stand beside the very thing it labels."""
    return rx.el.span(t("démo"), class_name="demo")
