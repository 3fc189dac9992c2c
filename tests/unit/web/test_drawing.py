"""Pieces of pictures: stretched paths, escaped words, colours."""

from xml.etree import ElementTree as ET

import pytest

from climact_issy.web.drawing import SHAPES, Canvas, filled, scaled
from climact_issy.web.palette import Paint


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("M10 20H30V40Z", "M20 10H60V20Z"),
        ("M0 0L10 20L20 40", "M0 0L20 10L40 20"),
        ("M1 2Q3 4 5 6T7 8", "M2 1Q6 2 10 3T14 4"),
        ("M4 4h0", "M8 2h0"),
        ("M1.5-2L.5 1", "M3 -1L1 0.5"),
        ("M1 1ZM2 2H3", "M2 0.5ZM4 1H6"),
    ],
)
def test_a_path_is_stretched_each_way(path: str, found: str) -> None:
    assert scaled(path, 2, 0.5) == found


def test_a_picture_is_readable_and_says_what_it_shows() -> None:
    canvas = Canvas("light")
    canvas.box((0, 0, 10, 10), "--surface", 2)
    canvas.text('Dit "ceci" & <cela>', (1, 9), 12, anchor="end")
    canvas.mark((0, 0), 20)
    root = ET.fromstring(canvas.picture((10, 10), "Titre <1>", "Dit cela"))  # noqa: S314 - written by us
    told = {child.tag.rpartition("}")[2]: child.text for child in root}
    assert told["title"] == "Titre <1>"
    assert told["desc"] == "Dit cela"
    assert told["text"] == 'Dit "ceci" & <cela>'
    assert root.get("aria-label") == "Titre <1>"


def test_a_picture_can_hold_another() -> None:
    inner, outer = Canvas("dark"), Canvas("dark")
    inner.put("<g/>")
    outer.extend(inner)
    assert outer.inside() == "<g/>"


def test_opacity_is_written_where_there_is_one() -> None:
    assert filled("fill", Paint("#fff", 0.5)) == ' fill="#fff" fill-opacity="0.5"'
    assert filled("fill", Paint("#fff")) == ' fill="#fff"'


def test_each_level_has_a_shape() -> None:
    assert set(SHAPES) == {"good", "watch", "act"}
