"""How wide words are in the font of our pictures: a picture cannot break lines itself.

The font is ours to ship (see NOTICE), cut to French and English by
`scripts/cut-font.sh`; what a width needs of it is read here.
"""

import struct
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

FAMILY: Final = "Bricolage Grotesque"
REGULAR, SEMIBOLD, BOLD = 400, 600, 800
_FOLDER: Final = Path(__file__).parent / "fonts"
FILES: Final = {
    REGULAR: _FOLDER / "BricolageGrotesque-Regular.ttf",
    SEMIBOLD: _FOLDER / "BricolageGrotesque-SemiBold.ttf",
    BOLD: _FOLDER / "BricolageGrotesque-ExtraBold.ttf",
}
"""The font file of each weight."""

SPARE: Final = 1.06
"""Room left in a line: an SVG may be shown in another font than ours."""


@dataclass(frozen=True, slots=True)
class Lettering:
    """Widths of one weight.

    Attributes:
        em: units of the font in one em.
        widths: units that each character takes, by its number.
        usual: units of a character that the font lacks.
    """

    em: int
    widths: dict[int, int]
    usual: int

    def width(self, text: str, size: float) -> float:
        """Return how wide a text is.

        Args:
            text: one line.
            size: font size, in the unit of the answer.
        """
        units = sum(self.widths.get(ord(letter), self.usual) for letter in text)
        return units * size / self.em


@lru_cache(maxsize=3)
def lettering(weight: int) -> Lettering:
    """Read the widths of a weight from its font file."""
    data = FILES[weight].read_bytes()
    tables = _tables(data)
    (em,) = struct.unpack_from(">H", data, tables["head"] + 18)
    (known,) = struct.unpack_from(">H", data, tables["hhea"] + 34)
    advances = struct.unpack_from(">" + "Hh" * known, data, tables["hmtx"])[::2]
    widths = {
        letter: advances[min(glyph, known - 1)]
        for letter, glyph in _glyphs(data, tables["cmap"]).items()
    }
    return Lettering(em, widths, widths[ord("n")])


def lines(text: str, size: float, weight: int, room: float) -> list[str]:
    """Break a text into lines, at its spaces that may break.

    Args:
        text: the words.
        size: font size, in the unit of the room.
        weight: one of the weights of FILES.
        room: width of a line.
    """
    found: list[str] = []
    for word in text.split(" "):
        longer = f"{found[-1]} {word}" if found else word
        if found and lettering(weight).width(longer, size) * SPARE <= room:
            found[-1] = longer
        else:
            found.append(word)
    return found


def _tables(data: bytes) -> dict[str, int]:
    """Return where each table of a font file begins."""
    (count,) = struct.unpack_from(">H", data, 4)
    heads = (struct.unpack_from(">4sLLL", data, 12 + 16 * i) for i in range(count))
    return {tag.decode(): begins for tag, _, begins, _ in heads}


def _glyphs(data: bytes, begins: int) -> dict[int, int]:
    """Return the glyph of each character (table cmap, format 4)."""
    (offset,) = struct.unpack_from(">8xL", data, begins)
    at = begins + offset
    (kind, double) = struct.unpack_from(">H4xH", data, at)
    if kind != 4:  # noqa: PLR2004 - the format's own number
        message = f"a font with a character map of format {kind}"
        raise ValueError(message)
    count = double // 2
    ends = _shorts(data, at + 14, count)
    starts = _shorts(data, at + 16 + double, count)
    deltas = _shorts(data, at + 16 + 2 * double, count)
    place = at + 16 + 3 * double
    found: dict[int, int] = {}
    for i, shift in enumerate(_shorts(data, place, count)):
        for letter in range(starts[i], ends[i] + 1):
            if not shift:
                found[letter] = (letter + deltas[i]) % 65536
                continue
            where = place + 2 * i + shift + 2 * (letter - starts[i])
            (glyph,) = struct.unpack_from(">H", data, where)
            found[letter] = (glyph + deltas[i]) % 65536 if glyph else 0
    return found


def _shorts(data: bytes, at: int, count: int) -> tuple[int, ...]:
    return struct.unpack_from(f">{count}H", data, at)


def drawable(text: str) -> str:
    """Return a text with the characters that the font has in place of its kin."""
    return text.replace("\u2011", "-").replace("\u202f", "\u00a0")


def widest(texts: Iterable[str], size: float, weight: int) -> float:
    """Return the width of the widest of several lines."""
    return max((lettering(weight).width(text, size) for text in texts), default=0.0)
