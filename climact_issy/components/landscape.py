"""The city in cross-section: its scenes, decorative, one file each."""

from typing import Literal

import reflex as rx

from climact_issy.ui.art import art, piece
from climact_issy.ui.icons import icon

Scene = Literal[
    "home", "panorama", "action", "logged", "gate", "empty", "error", "offline"
]
Pose = Literal["perch", "cheer", "look", "puzzled", "sleep"]

_FRAMES: dict[Scene, str] = {
    "home": "0 0 390 190",
    "panorama": "0 0 1600 440",
    "action": "0 0 390 176",
    "logged": "0 34 390 206",
    "gate": "0 0 390 240",
    "empty": "0 -60 360 240",
    "error": "0 -60 360 240",
    "offline": "0 -40 360 220",
}
_WITH_MILL: set[Scene] = {"home", "panorama", "logged", "gate"}


def scene(name: Scene, class_name: str = "", *overlays: rx.Component) -> rx.Component:
    """Draw a scene; where there is a mill, its sails turn.

    Args:
        name: which scene.
        class_name: further classes, e.g. "phone" to hide it on a desk.
        overlays: more pieces of the same drawing, on top.
    """
    sails = [piece(f"{name}-scene-sails", class_name="spin")]
    return art(
        f"{name}-scene",
        _FRAMES[name],
        f"art scene-{name} {class_name}".rstrip(),
        *(sails if name in _WITH_MILL else []),
        *overlays,
    )


def deed(icon_name: str, leaf: str) -> rx.Component:
    """Draw what an action looks like: a rider, or its icon on a leaf by the river.

    Args:
        icon_name: icon of the action.
        leaf: colour class of its theme.
    """
    if icon_name == "bike":
        return scene("action", "", piece("action-rider"))
    return rx.fragment(
        scene("action"),
        rx.el.span(icon(icon_name), class_name=f"leaf {leaf}".rstrip()),
    )


def martin(pose: Pose, class_name: str = "martin") -> rx.Component:
    """Draw Martin, the kingfisher; he never stands beside a figure.

    Args:
        pose: perch (waits), cheer (logged), look (empty), puzzled (error) or
            sleep (offline).
        class_name: classes of the drawing.
    """
    return art(f"martin-{pose}", "0 0 140 136", class_name, fit="xMidYMid meet")


def vines() -> rx.Component:
    """Draw the terraces of vines that end a list."""
    return art("act-vines", "0 0 390 64", "vines")


def crown() -> rx.Component:
    """Draw the mill and trees that stand on the top terrace."""
    return art(
        "city-crown",
        "0 0 100 84",
        "crown",
        piece("city-sails", class_name="spin"),
        fit="xMidYMid meet",
    )


def barge() -> rx.Component:
    """Draw the barge moored at the quay."""
    return rx.el.svg(
        piece("city-barge", "translate(54 36) scale(.95)"),
        view_box="0 0 110 44",
        class_name="moored",
        aria_hidden="true",
    )
