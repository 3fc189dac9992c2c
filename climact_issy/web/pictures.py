"""SVG pictures made into PNG: beside the event loop, few at a time, kept by content."""

import hashlib
from collections import OrderedDict
from typing import Final

import anyio
import anyio.to_thread
import resvg_py

from climact_issy.web import lettering

ZOOM: Final = 2.0
"""Pixels of the picture for each of its units: sharp on a phone."""
AT_ONCE: Final = 1
"""Drawn at the same time: a crowd of pictures must not take the server's cores."""
KEPT: Final = 256
"""Pictures kept; one weighs 20 to 80 kB."""

_kept: OrderedDict[str, bytes] = OrderedDict()
_turn = anyio.Semaphore(AT_ONCE)


async def png(svg: str, zoom: float = ZOOM) -> bytes:
    """Return an SVG picture as PNG, in our font whatever the machine has.

    Args:
        svg: the picture.
        zoom: pixels for each of its units.
    """
    key = hashlib.sha256(f"{zoom} {svg}".encode()).hexdigest()
    if key in _kept:
        _kept.move_to_end(key)
        return _kept[key]
    async with _turn:
        # Whoever waited for the same picture finds it drawn.
        if key not in _kept:
            _kept[key] = await anyio.to_thread.run_sync(draw, svg, zoom)
            while len(_kept) > KEPT:
                _kept.popitem(last=False)
        return _kept[key]


def draw(svg: str, zoom: float = ZOOM) -> bytes:
    """Draw an SVG picture as PNG; it takes some tens of milliseconds."""
    return resvg_py.svg_to_bytes(
        svg_string=svg,
        zoom=zoom,
        skip_system_fonts=True,
        font_files=[str(path) for path in lettering.FILES.values()],
        font_family=lettering.FAMILY,
        sans_serif_family=lettering.FAMILY,
    )
