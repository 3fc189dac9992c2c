"""SVG pictures made into PNG: beside the server, few at a time, kept by content."""

import asyncio
import hashlib
import subprocess
import sys
from collections import OrderedDict
from typing import Final
from weakref import WeakKeyDictionary

from climact_issy.settings import ROOT

ZOOM: Final = 2.0
"""Pixels of the picture for each of its units: sharp on a phone."""
AT_ONCE: Final = 1
"""Drawn at the same time: a crowd of pictures must not take the server's cores."""
MOST_SECONDS: Final = 30.0
PROGRAM: Final = "climact_issy.web.png"
KEPT: Final = 256
"""Pictures kept; one weighs 20 to 80 kB."""

_kept: OrderedDict[str, bytes] = OrderedDict()
_turns: WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Semaphore] = (
    WeakKeyDictionary()
)


async def png(svg: str, zoom: float = ZOOM) -> bytes:
    """Return an SVG picture as PNG, in our font whatever the machine has.

    Args:
        svg: the picture.
        zoom: pixels for each of its units.
    """
    key = hashlib.sha256(f"{zoom} {svg}".encode()).hexdigest()
    if key not in _kept:
        async with _turn():
            # Whoever waited for the same picture finds it drawn.
            if key not in _kept:
                _kept[key] = await asyncio.to_thread(draw, svg, zoom)
    found = _kept[key]
    _kept.move_to_end(key)
    while len(_kept) > KEPT:
        _kept.popitem(last=False)
    return found


def draw(svg: str, zoom: float = ZOOM) -> bytes:
    """Draw an SVG picture as PNG in a process of its own, within some seconds.

    Raises:
        subprocess.SubprocessError: it failed or took too long.
    """
    command = [sys.executable, "-m", PROGRAM, str(zoom)]
    done = subprocess.run(  # noqa: S603 - our own module, and a number
        command,
        input=svg.encode(),
        capture_output=True,
        cwd=ROOT,
        timeout=MOST_SECONDS,
        check=True,
    )
    return done.stdout


def kept() -> list[bytes]:
    """Return the pictures that are kept, the longest unused first."""
    return list(_kept.values())


def forget() -> None:
    """Drop every picture (tests)."""
    _kept.clear()


def _turn() -> asyncio.Semaphore:
    """Return the turns of this event loop."""
    loop = asyncio.get_running_loop()
    return _turns.setdefault(loop, asyncio.Semaphore(AT_ONCE))
