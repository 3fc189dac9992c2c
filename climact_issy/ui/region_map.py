"""A map of regions: shapes for the eye, labels as links for everybody."""

from collections.abc import Sequence
from dataclasses import dataclass

import reflex as rx

from climact_issy.ui.link import link
from climact_issy.ui.values import Content, Event, Text


@dataclass(frozen=True, slots=True)
class Region:
    """One region of a map.

    Attributes:
        path: its outline, in the frame of the map.
        name: its name.
        left: place of its label, e.g. "54%".
        top: place of its label, e.g. "13%".
        href: address of its page; None for a map on which one chooses.
        on_click: what choosing it does; None for a map of links.
        css: class of its shape.
        badge: what stands after its name, None for nothing.
        is_yours: class "you" or "", for the outline and the label.
    """

    path: str
    name: str
    left: str
    top: str
    href: Text | None = None
    on_click: Event = None
    css: Text = ""
    badge: Content | None = None
    is_yours: Text = ""


def region_map(
    regions: Sequence[Region],
    *,
    view_box: str,
    under: Sequence[rx.Component] = (),
    over: Sequence[rx.Component] = (),
    class_name: str = "",
) -> rx.Component:
    """Draw the regions and their labels.

    Args:
        regions: the regions.
        view_box: frame of the map.
        under: drawings under the regions (water).
        over: drawings over them (trees).
        class_name: classes of the box.
    """
    return rx.el.div(
        rx.el.svg(
            _dots(),
            *under,
            *(_shape(region) for region in regions),
            *(_outline(region) for region in regions),
            *over,
            view_box=view_box,
            aria_hidden="true",
            class_name="map",
        ),
        rx.el.ul(*(_pin(region) for region in regions)),
        class_name=f"mapbox {class_name}".rstrip(),
    )


def _dots() -> rx.Component:
    """Return the pattern of the regions that have no value."""
    return rx.el.svg.defs(
        rx.el.svg.pattern(
            rx.el.svg.rect(width=8, height=8, class_name="dots-ground"),
            rx.el.svg.circle(cx=4, cy=4, r="1.3", class_name="dots-ink"),
            id="dots",
            width=8,
            height=8,
            custom_attrs={"patternUnits": "userSpaceOnUse"},
        )
    )


def _shape(region: Region) -> rx.Component:
    return rx.el.svg.path(d=region.path, class_name=f"region {region.css}")


def _outline(region: Region) -> rx.Component:
    return rx.el.svg.path(d=region.path, class_name=f"outline {region.is_yours}")


def _pin(region: Region) -> rx.Component:
    badge = [rx.el.b(region.badge)] if region.badge is not None else []
    inside = (region.name, *badge)
    if region.href is not None:
        label = link(*inside, href=region.href)
    else:
        label = rx.el.button(*inside, type="button", on_click=region.on_click)
    return rx.el.li(
        label,
        class_name=f"pin {region.is_yours}",
        custom_attrs={"style": {"left": region.left, "top": region.top}},
    )
