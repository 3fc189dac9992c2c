"""The visitor's island: one tree for each active week, and none is ever lost."""

import reflex as rx

from climact_issy.presenters.me import TREES
from climact_issy.ui.art import piece


def island(active_weeks: int, class_name: str = "art scene-island") -> rx.Component:
    """Draw the island with its trees; what it means stands in a text beside it.

    Args:
        active_weeks: weeks with at least one gesture that stands.
        class_name: classes of the drawing.
    """
    return rx.el.svg(
        piece("island-ground"),
        *(_tree(number, active_weeks) for number in range(1, TREES + 1)),
        piece("island-shore"),
        view_box="0 0 390 240",
        preserve_aspect_ratio="xMidYMax slice",
        class_name=class_name,
        aria_hidden="true",
    )


def _tree(number: int, active_weeks: int) -> rx.Component:
    return rx.cond(
        active_weeks >= number, piece(f"island-tree-{number}"), rx.fragment()
    )
