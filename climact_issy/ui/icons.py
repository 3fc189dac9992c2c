"""Icons of the one sprite, assets/icons.svg: 24 px, current colour, decorative."""

import reflex as rx

SPRITE = "/icons.svg"


def icon(name: str | rx.Var[str], class_name: str = "") -> rx.Component:
    """Draw an icon beside a word; it is hidden from assistive technology.

    Args:
        name: id of a symbol of the sprite, e.g. "bike".
        class_name: "s20" or "s16" for the smaller sizes, "end" to push it right.
    """
    return rx.el.svg(
        rx.el.svg.use(href=f"{SPRITE}#{name}"),
        class_name=f"i {class_name}".rstrip(),
        aria_hidden="true",
    )
