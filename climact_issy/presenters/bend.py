"""The Seine's bend as a progress bar: where the barge is, what it has travelled."""

import itertools

VIEW_BOX = "0 0 344 136"
"""Frame of the drawing."""

Position = tuple[float, float]

_CURVES: tuple[tuple[Position, Position, Position, Position], ...] = (
    ((14, 108), (58, 108), (66, 30), (116, 30)),
    ((116, 30), (166, 30), (170, 108), (218, 108)),
    ((218, 108), (266, 108), (292, 104), (328, 104)),
)
"""The river as cubic Bézier curves, upstream to downstream."""

_STEPS = 40
_ASTERN = 2.0
"""How far behind the end of the travelled part the barge's middle is."""

_FIRST = 6
"""The barge never leaves the drawing at the start."""

_DRAUGHT = -3.0


def path() -> str:
    """Return the river as an SVG path."""
    (x, y), *_ = _CURVES[0]
    curves = "".join(
        "C" + " ".join(f"{a:g} {b:g}" for a, b in curve[1:]) for curve in _CURVES
    )
    return f"M{x:g} {y:g}{curves}"


def dash(percent: int) -> str:
    """Return the dash pattern of the travelled part, for a pathLength of 100."""
    return f"{percent} 200"


def boat(percent: int) -> str:
    """Return the transform that puts the barge on the river.

    Args:
        percent: progress, 0 to 100.
    """
    x, y = position(max(_FIRST, percent - _ASTERN))
    return f"translate({x:.1f} {y + _DRAUGHT:.1f}) scale(.56)"


def position(percent: float) -> Position:
    """Return the point of the river at a share of its length, 0 to 100."""
    points = _points()
    lengths = [
        ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5
        for (x1, y1), (x2, y2) in itertools.pairwise(points)
    ]
    left = sum(lengths) * percent / 100
    for index, length in enumerate(lengths):
        if left <= length:
            (x1, y1), (x2, y2) = points[index], points[index + 1]
            share = left / length
            return x1 + (x2 - x1) * share, y1 + (y2 - y1) * share
        left -= length
    return points[-1]


def _points() -> list[Position]:
    found = [_CURVES[0][0]]
    for a, b, c, d in _CURVES:
        for step in range(1, _STEPS + 1):
            u = step / _STEPS
            v = 1 - u
            found.append(
                (
                    v**3 * a[0]
                    + 3 * v * v * u * b[0]
                    + 3 * v * u * u * c[0]
                    + u**3 * d[0],
                    v**3 * a[1]
                    + 3 * v * v * u * b[1]
                    + 3 * v * u * u * c[1]
                    + u**3 * d[1],
                )
            )
    return found
