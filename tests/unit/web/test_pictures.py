"""PNG pictures: in our own font, kept by content, drawn once for a crowd."""

import asyncio
import struct
import threading
from collections.abc import Iterator

import pytest

from climact_issy.web import pictures

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="40" '
    "font-family=\"'Bricolage Grotesque',system-ui\">"
    '<text x="4" y="30" font-size="24" font-weight="800">{words}</text></svg>'
)
HEAD = b"\x89PNG\r\n\x1a\n"


@pytest.fixture(autouse=True)
def _forgotten() -> Iterator[None]:
    pictures.forget()
    yield
    pictures.forget()


def size(png: bytes) -> tuple[int, int]:
    assert png.startswith(HEAD)
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def test_a_picture_is_drawn_at_its_zoom() -> None:
    svg = SVG.format(width=100, words="")
    assert size(pictures.draw(svg)) == (200, 80)
    assert size(pictures.draw(svg, zoom=1)) == (100, 40)


def test_words_are_drawn_with_our_font_alone() -> None:
    empty = pictures.draw(SVG.format(width=200, words=""))
    worded = pictures.draw(SVG.format(width=200, words="CO₂e 104 987"))
    other = SVG.format(width=200, words="CO₂e").replace("'Bricolage Grotesque',", "")
    assert len(worded) > 2 * len(empty)
    # A family that we do not ship leaves nothing: no machine's own font is used.
    assert pictures.draw(other) == empty


async def test_a_crowd_draws_a_picture_once(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []

    def draw(svg: str, zoom: float) -> bytes:
        drawn.append(svg)
        return f"{zoom} {svg}".encode()

    monkeypatch.setattr(pictures, "draw", draw)
    found = await asyncio.gather(*(pictures.png("a") for _ in range(20)))
    assert drawn == ["a"]
    assert set(found) == {b"2.0 a"}
    assert await pictures.png("a", zoom=1.0) == b"1.0 a"
    assert drawn == ["a", "a"]


async def test_few_pictures_are_drawn_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    now, most = 0, 0

    def draw(svg: str, _zoom: float) -> bytes:
        nonlocal now, most
        now += 1
        most = max(most, now)
        pause.wait(0.01)
        now -= 1
        return svg.encode()

    pause = threading.Event()
    monkeypatch.setattr(pictures, "draw", draw)
    await asyncio.gather(*(pictures.png(str(i)) for i in range(10)))
    assert most == pictures.AT_ONCE


async def test_the_oldest_picture_goes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "draw", lambda svg, _zoom: svg.encode())
    monkeypatch.setattr(pictures, "KEPT", 2)
    for name in ("a", "b", "a", "c"):
        await pictures.png(name)
    assert [picture.decode() for picture in pictures.kept()] == ["a", "c"]
