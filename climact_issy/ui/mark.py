"""Words of state: always a word and a shape, never colour alone."""

import reflex as rx

from climact_issy.ui.icons import SPRITE, icon
from climact_issy.ui.values import Content, Text


def shape(name: Text) -> rx.Component:
    """Draw a small shape of the sprite: level-good, disc-half..."""
    return rx.el.svg(
        rx.el.svg.use(href=f"{SPRITE}#{name}"), class_name="sh", aria_hidden="true"
    )


def level_mark(kind: Text, word: Text) -> rx.Component:
    """Mark a word of a sentence with its level.

    Args:
        kind: good (disc), watch (diamond), act (triangle) or none (ring).
        word: the level in words.
    """
    return rx.el.mark(shape(f"level-{kind}"), word, class_name=f"lv {kind}")


def level_tag(kind: Text, word: Text) -> rx.Component:
    """Show a level on its own."""
    return rx.el.span(shape(f"level-{kind}"), word, class_name=f"tag lv {kind}")


def tag(*words: Content, icon_name: str = "", class_name: str = "") -> rx.Component:
    """Build a short label."""
    return rx.el.span(
        *([icon(icon_name, "s20")] if icon_name else []),
        *words,
        class_name=f"tag {class_name}".rstrip(),
    )
