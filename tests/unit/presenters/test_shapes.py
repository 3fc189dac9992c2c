"""Shapes fit their frame, pass through their corners and keep their places."""

import math
import re

from hypothesis import given
from hypothesis import strategies as st

from climact_issy.presenters import shapes

_ANCHOR = re.compile(r"(-?[\d.]+) (-?[\d.]+)(?=C|Z)")


def _anchors(path: str) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in _ANCHOR.findall(path)]


def test_seven_regions_are_drawn_inside_the_frame() -> None:
    found = shapes.regions()

    assert len(found) == 7
    for region in found:
        for x, y in _anchors(region.path):
            assert 0 <= x <= shapes.WIDTH
            assert 0 <= y <= shapes.HEIGHT


def test_the_islands_lie_west_of_the_varennes_and_the_heights_south_of_the_seine() -> (
    None
):
    middle = {
        region.slug: (
            sum(x for x, _ in _anchors(region.path)) / len(_anchors(region.path)),
            sum(y for _, y in _anchors(region.path)) / len(_anchors(region.path)),
        )
        for region in shapes.regions()
    }

    assert middle["les-iles"][0] < middle["les-varennes"][0]
    assert middle["les-hauts-d-issy"][1] > middle["val-de-seine"][1]


def test_labels_never_share_a_place() -> None:
    places = [
        (float(r.left.rstrip("%")), float(r.top.rstrip("%"))) for r in shapes.regions()
    ]

    for index, (x, y) in enumerate(places):
        for left, top in places[index + 1 :]:
            assert abs(x - left) > 30 or abs(y - top) > 9


def test_a_silhouette_fills_its_little_frame() -> None:
    for region in shapes.regions():
        anchors = _anchors(shapes.silhouette(region.slug))
        wide = max(x for x, _ in anchors) - min(x for x, _ in anchors)
        high = max(y for _, y in anchors) - min(y for _, y in anchors)

        assert all(0 <= x <= 24 and 0 <= y <= 24 for x, y in anchors)
        assert max(wide, high) > 18


@given(
    st.lists(
        st.tuples(st.integers(0, 360), st.integers(5, 60)),
        min_size=4,
        max_size=24,
        unique_by=lambda corner: corner[0],
    )
)
def test_an_outline_passes_through_corners_of_its_ring(
    polar: list[tuple[int, int]],
) -> None:
    ring = [
        (
            round(radius * math.cos(math.radians(angle)), 1),
            round(radius * math.sin(math.radians(angle)), 1),
        )
        for angle, radius in sorted(polar)
    ]

    path = shapes.outline([*ring, ring[0]], apart=2)

    assert path.startswith("M")
    assert path.endswith("Z")
    assert set(_anchors(path)) <= {(x + 0.0, y + 0.0) for x, y in ring}
