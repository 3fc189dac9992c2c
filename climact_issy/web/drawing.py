"""Pieces of an SVG picture: text, boxes, scaled paths, and the picture around them."""

import re
from collections.abc import Iterator
from itertools import cycle
from typing import Final, Literal

from climact_issy.presenters.drawing import at
from climact_issy.web import lettering
from climact_issy.web.html import esc
from climact_issy.web.palette import Light, Paint, paint

Anchor = Literal["start", "middle", "end"]
FAMILY: Final = f"'{lettering.FAMILY}',system-ui,sans-serif"

_STEP: Final = re.compile(r"[A-Za-z]|-?(?:\d+\.?\d*|\.\d+)")
_AXES: Final = {"H": "x", "V": "y", "Z": ""}
"""Which axis the numbers of a path's command belong to; x and y in turn for others."""

SHAPES: Final = {
    "good": "M1 8a7 7 0 1 0 14 0a7 7 0 1 0-14 0",
    "watch": "M8 0l8 8-8 8-8-8z",
    "act": "M8 1l8 14H0z",
}
"""The shape of each level, in a frame of 16 by 16."""

MARK: Final = (
    ("M9 0H31Q40 0 40 9V31Q40 40 31 40H9Q0 40 0 31V9Q0 0 9 0Z", "--logo-water"),
    ("M7.5 30.5C4.5 17 14.5 6.5 29 7.5 31 21.5 21.5 32.5 7.5 30.5Z", "--logo-leaf"),
)  # fmt: skip
"""The mark of the site, in a frame of 40 by 40: outlines and their tokens."""


class Canvas:
    """Pieces of one picture, from back to front.

    Attributes:
        light: by day or by night.
    """

    def __init__(self, light: Light) -> None:
        """Start an empty picture, by day or by night."""
        self.light: Light = light
        self._parts: list[str] = []

    def colour(self, token: str) -> str:
        """Return the colour of a token, "#rrggbb"."""
        return paint(f"var({token})", self.light).colour

    def put(self, part: str) -> None:
        """Add a piece of SVG."""
        self._parts.append(part)

    def extend(self, other: "Canvas") -> None:
        """Add everything that another picture holds."""
        self.put(other.inside())

    def inside(self) -> str:
        """Return the pieces, one after the other."""
        return "".join(self._parts)

    def box(
        self, place: tuple[float, float, float, float], token: str, r: float = 0.0
    ) -> None:
        """Fill a box (left, top, width, height) with a token's colour."""
        x, y, width, height = (at(number) for number in place)
        self.put(
            f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="{at(r)}" '
            f'fill="{self.colour(token)}"/>'
        )

    def text(
        self,
        words: str,
        place: tuple[float, float],
        size: float,
        *,
        weight: int = lettering.REGULAR,
        ink: str = "--ink",
        anchor: Anchor = "start",
    ) -> None:
        """Write one line; its place is that of its baseline."""
        x, y = (at(number) for number in place)
        leaning = "" if anchor == "start" else f' text-anchor="{anchor}"'
        self.put(
            f'<text x="{x}" y="{y}" font-size="{at(size)}" font-weight="{weight}" '
            f'fill="{self.colour(ink)}"{leaning}>'
            f"{esc(lettering.drawable(words))}</text>"
        )

    def mark(self, place: tuple[float, float], size: float) -> None:
        """Draw the mark of the site."""
        x, y = place
        drawn = "".join(
            f'<path d="{path}" fill="{self.colour(token)}"/>' for path, token in MARK
        )
        scale = f"{size / 40:.4g}"
        self.put(
            f'<g transform="translate({at(x)} {at(y)}) scale({scale})">{drawn}</g>'
        )

    def picture(self, size: tuple[float, float], title: str, description: str) -> str:
        """Return the finished picture.

        Args:
            size: width and height, in pixels.
            title: what it shows.
            description: the same in a sentence or two.
        """
        width, height = (at(number) for number in size)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" '
            f'height="{height}" viewBox="0 0 {width} {height}" role="img" '
            f'aria-label="{esc(title)}" font-family="{FAMILY}">'
            f"<title>{esc(title)}</title><desc>{esc(description)}</desc>"
            f"{self.inside()}</svg>\n"
        )


def scaled(path: str, x: float, y: float) -> str:
    """Stretch a path; its lines keep their width, unlike under a transform.

    Args:
        path: of absolute or relative steps, without arcs.
        x: factor of what lies along.
        y: factor of what stands up.
    """
    factors = {"x": x, "y": y}
    axes: Iterator[str] = iter(())
    found: list[str] = []
    for step in _STEP.findall(path):
        if step.isalpha():
            axes = cycle(_AXES.get(step.upper(), "xy")) if step.upper() != "Z" else axes
            found.append(step)
        else:
            number = at(float(step) * factors[next(axes)])
            is_first = found[-1].isalpha()
            found.append(number if is_first else f" {number}")
    return "".join(found)


def filled(name: str, found: Paint) -> str:
    """Write a colour as an attribute, with its opacity where it has one."""
    part = f' {name}="{found.colour}"'
    if found.opacity in {0.0, 1.0}:
        return part
    return f'{part} {name}-opacity="{found.opacity:.2g}"'
