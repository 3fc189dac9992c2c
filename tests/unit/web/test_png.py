"""PNG pictures: at their zoom, in our own font."""

import io
import struct
import sys

import pytest

from climact_issy.web import png

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="40" '
    "font-family=\"'Bricolage Grotesque',system-ui\">"
    '<text x="4" y="30" font-size="24" font-weight="800">{words}</text></svg>'
)
HEAD = b"\x89PNG\r\n\x1a\n"


def size(drawn: bytes) -> tuple[int, int]:
    assert drawn.startswith(HEAD)
    width, height = struct.unpack(">II", drawn[16:24])
    return width, height


def test_a_picture_is_drawn_at_its_zoom() -> None:
    svg = SVG.format(width=100, words="")
    assert size(png.draw(svg, 2)) == (200, 80)
    assert size(png.draw(svg, 1)) == (100, 40)


def test_words_are_drawn_with_our_font_alone() -> None:
    empty = png.draw(SVG.format(width=200, words=""), 2)
    worded = png.draw(SVG.format(width=200, words="CO₂e 104 987"), 2)
    other = SVG.format(width=200, words="CO₂e").replace("'Bricolage Grotesque',", "")
    assert len(worded) > 2 * len(empty)
    # A family that we do not ship leaves nothing: no machine's own font is used.
    assert png.draw(other, 2) == empty


def test_the_program_reads_svg_and_writes_png(monkeypatch: pytest.MonkeyPatch) -> None:
    svg = SVG.format(width=100, words="Été")
    written = io.BytesIO()
    monkeypatch.setattr(sys, "argv", ["png", "1.5"])
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(svg.encode())))
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written))
    png.main()
    assert written.getvalue() == png.draw(svg, 1.5)
