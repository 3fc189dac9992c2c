"""Every drawing that code asks for exists, and colours come from the tokens."""

import gzip
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from climact_issy.settings import ROOT

ASSETS = ROOT / "assets"
SVG = "{http://www.w3.org/2000/svg}"
MOST_BYTES_OF_STYLE = 12_000


def _ids(path: Path) -> set[str]:
    # Our own files, not what somebody sent.
    return {e.attrib["id"] for e in ET.parse(path).getroot() if "id" in e.attrib}  # noqa: S314


def _code() -> str:
    folders = ("ui", "components", "pages")
    paths = [p for f in folders for p in (ROOT / "climact_issy" / f).rglob("*.py")]
    return "\n".join(path.read_text("utf-8") for path in paths)


def test_every_icon_named_in_the_code_is_in_the_sprite() -> None:
    named = set(re.findall(r'(?<![\w_])icon\(\s*"([\w-]+)"', _code()))
    named |= set(re.findall(r'icon_name="([\w-]+)"', _code()))

    assert named
    assert named <= _ids(ASSETS / "icons.svg")


def test_every_piece_named_in_the_code_is_in_its_file() -> None:
    named = set(re.findall(r'piece\(\s*"([\w-]+)"', _code()))

    assert named
    for name in named:
        assert name in _ids(ASSETS / f"art-{name.split('-', 1)[0]}.svg")


@pytest.mark.parametrize("path", sorted(ASSETS.glob("art-*.svg")), ids=lambda p: p.stem)
def test_a_drawing_is_self_contained_and_takes_its_colours_from_tokens(
    path: Path,
) -> None:
    drawn = path.read_text("utf-8")

    assert "url(" not in drawn
    assert "class=" not in drawn
    assert set(re.findall(r"#[0-9A-Fa-f]{3,6}", drawn)) <= {"#fff"}
    assert all(name.startswith(path.stem.removeprefix("art-")) for name in _ids(path))


def test_every_colour_of_the_drawings_is_a_token() -> None:
    style = (ASSETS / "climact.css").read_text("utf-8")
    declared = set(re.findall(r"(--[\w-]+):", style))
    used: set[str] = set()
    for path in ASSETS.glob("*.svg"):
        used |= set(re.findall(r"var\((--[\w-]+)\)", path.read_text("utf-8")))

    assert used
    assert used <= declared


def test_night_changes_every_surface_and_every_ink() -> None:
    style = (ASSETS / "climact.css").read_text("utf-8")
    night = style.split("html.dark, [data-theme=dark] {", 1)[1].split("}", 1)[0]

    for token in ("--ground", "--surface", "--ink", "--primary", "--accent", "--t1"):
        assert f"{token}:" in night


def test_the_stylesheet_stays_small() -> None:

    style = (ASSETS / "climact.css").read_bytes()

    assert len(gzip.compress(style, 9)) <= MOST_BYTES_OF_STYLE
