"""Neighbourhood shapes as SVG paths: projected once, smoothed for drawing only.

The map is a plain equirectangular one, true in scale at the middle latitude of
Issy: over four kilometres nothing better can be seen on a phone.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from climact_issy.content import neighbourhoods
from climact_issy.domain.places import Neighbourhood, Ring

Position = tuple[float, float]

WIDTH = 392
HEIGHT = 256
VIEW_BOX = f"0 0 {WIDTH} {HEIGHT}"
"""Frame of the map, in its own units (one unit is about ten metres)."""

_MARGIN = (4.0, 14.0)
_INNER_WIDTH = 382.0
_ICON = 24.0
_ICON_ROOM = 22.0
_TENSION = 6.0

_LABELS: dict[str, Position] = {
    "val-de-seine": (54, 13),
    "les-varennes": (78, 28),
    "centre-ville": (70, 43),
    "la-ferme": (28, 64),
    "les-hauts-d-issy": (73, 69),
    "les-epinettes": (48, 86),
    "les-iles": (19, 45),
}
"""Places of the labels, in percent of the frame, set by eye so that seven names
never cover one another on a narrow phone; others stand on their centre."""


@dataclass(frozen=True, slots=True)
class RegionView:
    """One neighbourhood on the map.

    Attributes:
        slug: its slug.
        name: its name.
        path: its smoothed outline, in the frame of the map.
        left: place of its label from the left, e.g. "54%".
        top: place of its label from the top.
    """

    slug: str
    name: str
    path: str
    left: str
    top: str


@cache
def regions() -> tuple[RegionView, ...]:
    """Return the seven neighbourhoods drawn in one common frame."""
    places = neighbourhoods.neighbourhoods()
    rings = [ring for place in places for ring in place.rings]
    return tuple(_region(place, rings) for place in places)


@cache
def silhouette(slug: str) -> str:
    """Return the outline of one neighbourhood alone, in a 24 by 24 frame.

    Raises:
        NotFound: no such neighbourhood.
    """
    rings = neighbourhoods.by_slug(slug).rings
    points = [_project(point, _middle(rings)) for ring in rings for point in ring]
    west, east = _span(x for x, _ in points)
    north, south = _span(y for _, y in points)
    scale = _ICON_ROOM / max(east - west, south - north)
    left = (_ICON - (east - west) * scale) / 2
    top = (_ICON - (south - north) * scale) / 2
    return "".join(
        outline(
            [
                (left + (x - west) * scale, top + (y - north) * scale)
                for x, y in (_project(point, _middle(rings)) for point in ring)
            ],
            apart=1.1,
        )
        for ring in rings
    )


def outline(ring: Sequence[Position], apart: float) -> str:
    """Return a closed smooth path through a ring's corners.

    Args:
        ring: corners in drawing units; the last one may repeat the first.
        apart: corners nearer than this to the line without them are left out.
    """
    closed = list(ring[:-1] if ring[0] == ring[-1] else ring)
    corners = _thinned(closed, apart)
    count = len(corners)
    parts = [f"M{_number(corners[0])}"]
    for index, point in enumerate(corners):
        before, after = corners[index - 1], corners[(index + 1) % count]
        later = corners[(index + 2) % count]
        # Catmull-Rom through every corner, written as Bézier curves.
        first = _shifted(point, before, after)
        second = _shifted(after, later, point)
        parts.append(f"C{_number(first)} {_number(second)} {_number(after)}")
    return "".join(parts) + "Z"


def _region(place: Neighbourhood, everything: Sequence[Ring]) -> RegionView:
    frame = _Frame.around(everything)
    path = "".join(
        outline([frame.place(point) for point in ring], apart=2.4)
        for ring in place.rings
    )
    x, y = frame.place(place.centre)
    left, top = _LABELS.get(place.slug, (100 * x / WIDTH, 100 * y / HEIGHT))
    return RegionView(place.slug, place.name, path, f"{left:.0f}%", f"{top:.0f}%")


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where the map starts and how large it is drawn."""

    middle: float
    west: float
    north: float
    scale: float

    @classmethod
    def around(cls, rings: Sequence[Ring]) -> "_Frame":
        middle = _middle(rings)
        points = [_project(point, middle) for ring in rings for point in ring]
        west, east = _span(x for x, _ in points)
        north, _ = _span(y for _, y in points)
        return cls(middle, west, north, _INNER_WIDTH / (east - west))

    def place(self, point: Position) -> Position:
        x, y = _project(point, self.middle)
        left, top = _MARGIN
        return left + (x - self.west) * self.scale, top + (y - self.north) * self.scale


def _project(point: Position, middle: float) -> Position:
    """Return a position in degrees of latitude, y downwards."""
    longitude, latitude = point
    return longitude * math.cos(math.radians(middle)), -latitude


def _middle(rings: Sequence[Ring]) -> float:
    south, north = _span(latitude for ring in rings for _, latitude in ring)
    return (south + north) / 2


def _span(values: Iterable[float]) -> tuple[float, float]:
    known = list(values)
    return min(known), max(known)


def _thinned(ring: list[Position], apart: float) -> list[Position]:
    """Leave out the corners that hardly bend the line (Douglas and Peucker)."""
    far = max(range(len(ring)), key=lambda i: math.dist(ring[0], ring[i]))
    there = _kept(ring[: far + 1], apart)
    back = _kept([*ring[far:], ring[0]], apart)
    return there[:-1] + back[:-1]


def _kept(line: list[Position], apart: float) -> list[Position]:
    if len(line) <= 2:  # noqa: PLR2004 - a straight piece has two ends
        return line
    distances = [_away(point, line[0], line[-1]) for point in line[1:-1]]
    worst = max(distances)
    if worst <= apart:
        return [line[0], line[-1]]
    at = distances.index(worst) + 1
    return _kept(line[: at + 1], apart)[:-1] + _kept(line[at:], apart)


def _away(point: Position, start: Position, end: Position) -> float:
    (x, y), (x1, y1), (x2, y2) = point, start, end
    length = math.dist(start, end)
    if length == 0:
        return math.dist(point, start)
    return abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length


def _shifted(point: Position, before: Position, after: Position) -> Position:
    return (
        point[0] + (after[0] - before[0]) / _TENSION,
        point[1] + (after[1] - before[1]) / _TENSION,
    )


def _number(point: Position) -> str:
    return f"{round(point[0], 1):g} {round(point[1], 1):g}"
