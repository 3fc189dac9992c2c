"""PNG pictures: drawn beside the server, once for a crowd, kept by content."""

import asyncio
import subprocess
import threading
from collections.abc import Iterator

import pytest

from climact_issy.web import pictures, png

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">'
    '<rect width="4" height="4"/></svg>'
)


@pytest.fixture(autouse=True)
def _forgotten() -> Iterator[None]:
    pictures.forget()
    yield
    pictures.forget()


def test_a_process_of_its_own_draws_the_very_picture() -> None:
    assert pictures.draw(SVG) == png.draw(SVG, pictures.ZOOM)
    assert pictures.draw(SVG, zoom=1) == png.draw(SVG, 1)


def test_what_cannot_be_drawn_is_a_fault() -> None:
    with pytest.raises(subprocess.CalledProcessError):
        pictures.draw("<p>no picture</p>")


async def test_others_are_answered_while_a_picture_is_drawn() -> None:
    turns = 0

    async def others() -> None:
        nonlocal turns
        while True:
            await asyncio.sleep(0.001)
            turns += 1

    waiting = asyncio.create_task(others())
    await pictures.png(SVG)
    waiting.cancel()
    # Drawn inside the process, or with its lock held, it would be one or two.
    assert turns > 5


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
