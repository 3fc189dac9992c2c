"""A neighbourhood as a chip: its silhouette, its name, its score."""

import reflex as rx

from climact_issy.presenters.leaderboards import QuarterView
from climact_issy.ui.link import link


def neighbourhood_chip(quarter: QuarterView, *, has_score: bool = True) -> rx.Component:
    """Build the chip as a link to the neighbourhood's page.

    Args:
        quarter: the neighbourhood, as a value or inside a foreach.
        has_score: whether its points per active person are shown.
    """
    score = [rx.el.b(quarter.score, class_name="num")] if has_score else []
    return link(
        rx.el.svg(
            rx.el.svg.path(d=quarter.silhouette),
            view_box="0 0 24 24",
            aria_hidden="true",
        ),
        quarter.name,
        *score,
        rx.cond(quarter.is_yours, rx.el.em(quarter.yours), rx.fragment()),
        href=quarter.href,
        class_name=rx.cond(quarter.is_yours, "quarter you", "quarter"),
    )
