"""Illustrations, drawn from sprite files so that pages carry no drawing twice.

The file of an illustration is the first word of its name: "home-scene" is the
group `home-scene` of assets/art-home.svg, so that a page loads only what it shows.
The drawings take their colours from the tokens of the page, night included.
"""

from typing import Literal

import reflex as rx

Fit = Literal["xMidYMax slice", "xMidYMid meet", "xMaxYMid slice", "none"]


def address(name: str) -> str:
    """Return the address of a drawing, file and group."""
    return f"/art-{name.split('-', 1)[0]}.svg#{name}"


def piece(
    name: str, transform: str | rx.Var[str] = "", class_name: str = ""
) -> rx.Component:
    """Place a drawing inside an svg that is already there."""
    used = rx.el.svg.use(href=address(name))
    if not isinstance(transform, str) or transform:
        used = rx.el.svg.g(used, transform=transform)
    return rx.el.svg.g(used, class_name=class_name) if class_name else used


def art(
    name: str,
    view_box: str,
    class_name: str = "art",
    *overlays: rx.Component,
    fit: Fit = "xMidYMax slice",
) -> rx.Component:
    """Draw an illustration; it is decorative, its meaning stands in a text.

    Args:
        name: name of the drawing; its first word names the file.
        view_box: the part of the drawing's own coordinates to show.
        class_name: classes of the svg.
        overlays: more svg pieces on top, e.g. the turning sails of a mill.
        fit: value of preserveAspectRatio.
    """
    return rx.el.svg(
        rx.el.svg.use(href=address(name)),
        *overlays,
        view_box=view_box,
        preserve_aspect_ratio=fit,
        class_name=class_name,
        aria_hidden="true",
    )
