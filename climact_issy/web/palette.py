"""The colours of a picture: those of the site's style sheet, worked out.

A drawing program knows neither custom properties nor `color-mix`, so what the
browser would compute is computed here, from the same rules.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from climact_issy.web import sheet

Light = Literal["light", "dark"]
Part = Literal["f", "s"]
CLEAR: Final = "none"

_RULE: Final = re.compile(r"([^{}]+)\{([^{}]*)\}")
_ONE: Final = re.compile(r"(?:\.m-[\w-]+)+")
_MIX: Final = re.compile(r"color-mix\(in srgb,\s*(.+?)\s+(\d+)%,\s*(.+)\)")
_VAR: Final = re.compile(r"var\((--[\w-]+)(?:,([^)]*))?\)")
_RGB: Final = re.compile(r"rgb\((\d+) (\d+) (\d+)/([\d.]+)\)")


@dataclass(frozen=True, slots=True)
class Paint:
    """A colour.

    Attributes:
        colour: "#rrggbb", or "none".
        opacity: 0 to 1.
    """

    colour: str = CLEAR
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Look:
    """How a mark of a chart is painted.

    Attributes:
        fill: inside it.
        stroke: its line.
        width: of the line, in pixels, whatever the scale.
        dashes: pattern of the line in pixels, "" for an unbroken one.
        is_round: whether the line ends round.
    """

    fill: Paint
    stroke: Paint
    width: float
    dashes: str
    is_round: bool


def paint(value: str, light: Light) -> Paint:
    """Work a colour of the style sheet out.

    Args:
        value: "var(--ink)", "#fff", "color-mix(…)", "rgb(255 255 255/.5)" or "none".
        light: by day or by night.

    Raises:
        ValueError: it is written in a form that is not read here.
    """
    value = value.strip()
    if value in {CLEAR, "transparent"}:
        return Paint(opacity=0.0)
    if named := _VAR.fullmatch(value):
        found = _tokens(light).get(named[1], named[2])
        return paint(found or CLEAR, light)
    if mixed := _MIX.fullmatch(value):
        share = int(mixed[2]) / 100
        return _mixed(paint(mixed[1], light), paint(mixed[3], light), share)
    if direct := _RGB.fullmatch(value):
        return Paint(_hex([int(direct[i]) for i in (1, 2, 3)]), float(direct[4]))
    return Paint(_hex(_channels(value)))


@lru_cache(maxsize=512)
def look(kind: str, light: Light) -> Look:
    """Return how the marks of a kind look, e.g. "bar rough"."""
    classes = {f"m-{word}" for word in kind.split()}
    found: dict[str, str] = {}
    for wanted, declared in sorted(_rules(), key=lambda rule: len(rule[0])):
        if wanted <= classes:
            found |= declared
    return Look(
        fill=paint(found.get("--f", CLEAR), light),
        stroke=paint(found.get("--s", CLEAR), light),
        width=float(found.get("--w", "0").removesuffix("px")),
        dashes=found.get("stroke-dasharray", ""),
        is_round=found.get("stroke-linecap") == "round",
    )


@lru_cache(maxsize=1)
def _rules() -> tuple[tuple[frozenset[str], dict[str, str]], ...]:
    """Return the rules of marks: the classes each asks for, and what it declares."""
    found: list[tuple[frozenset[str], dict[str, str]]] = []
    for selectors, body in _RULE.findall(sheet.charts()):
        pairs = (part.partition(":") for part in body.split(";") if ":" in part)
        declared = {name.strip(): value.strip() for name, _, value in pairs}
        for selector in selectors.split(","):
            if _ONE.fullmatch(selector.strip()):
                classes = selector.strip().strip(".").split(".")
                found.append((frozenset(classes), declared))
    return tuple(found)


@lru_cache(maxsize=2)
def _tokens(light: Light) -> dict[str, str]:
    own = sheet.tokens(sheet.between(sheet.charts(), ".graph {", "}"))
    return sheet.day() | (sheet.night() if light == "dark" else {}) | own


def _mixed(one: Paint, other: Paint, share: float) -> Paint:
    if other.colour == CLEAR:
        return Paint(one.colour, one.opacity * share)
    pairs = zip(_channels(one.colour), _channels(other.colour), strict=True)
    return Paint(_hex([round(a * share + b * (1 - share)) for a, b in pairs]))


def _channels(colour: str) -> list[int]:
    digits = colour.removeprefix("#")
    if len(digits) == 3:  # noqa: PLR2004 - the short form
        digits = "".join(2 * digit for digit in digits)
    return [int(digits[i : i + 2], 16) for i in (0, 2, 4)]


def _hex(channels: list[int]) -> str:
    return "#" + "".join(f"{channel:02x}" for channel in channels)
