"""An SVG picture made into PNG: a program of its own, run by `pictures.py`.

The drawing library keeps the interpreter to itself while it draws, so inside the
server everybody would wait. Reads SVG, writes PNG: `python -m climact_issy.web.png 2`.
"""

import sys

import resvg_py

from climact_issy.web import lettering


def draw(svg: str, zoom: float) -> bytes:
    """Draw an SVG picture as PNG, in our font whatever the machine has.

    Args:
        svg: the picture.
        zoom: pixels for each of its units.
    """
    return resvg_py.svg_to_bytes(
        svg_string=svg,
        zoom=zoom,
        skip_system_fonts=True,
        font_files=[str(path) for path in lettering.FILES.values()],
        font_family=lettering.FAMILY,
        sans_serif_family=lettering.FAMILY,
    )


def main() -> None:
    """Draw what stands on the standard input, at the zoom of the command line."""
    svg = sys.stdin.buffer.read().decode()
    sys.stdout.buffer.write(draw(svg, float(sys.argv[1])))


if __name__ == "__main__":
    main()
