"""The label of what exists only in a demo database."""

import reflex as rx

from climact_issy.settings import get_settings
from climact_issy.texts import Translator


def demo_tag(t: Translator) -> rx.Component:
    """Return the word "démo", to stand beside the very thing it labels."""
    return rx.el.span(t("démo"), class_name="demo")


def database_demo_tag(t: Translator) -> rx.Component | None:
    """Return the word "démo" where the whole database is one, else None."""
    return demo_tag(t) if get_settings().is_demo else None


def demo_mark(t: Translator) -> list[str | rx.Component]:
    """Return the same, glued to the end of a sentence about people and points."""
    found = database_demo_tag(t)
    return [] if found is None else ["\u00a0", found]
