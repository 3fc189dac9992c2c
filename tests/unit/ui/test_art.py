"""Every drawing exists, stands alone, and takes its colours from the tokens."""

import gzip
import re
from pathlib import Path

import pytest

from climact_issy.ui.art import address, art, piece
from tests.support.drawings import ASSETS, code, ids

MOST_BYTES_OF_STYLE = 14_000


def test_every_piece_named_in_the_code_is_in_its_file() -> None:
    named = set(re.findall(r'piece\(\s*"([\w-]+)"', code()))

    assert named
    for name in named:
        assert name in ids(ASSETS / f"art-{name.split('-', 1)[0]}.svg")


@pytest.mark.parametrize("path", sorted(ASSETS.glob("art-*.svg")), ids=lambda p: p.stem)
def test_a_drawing_is_self_contained_and_takes_its_colours_from_tokens(
    path: Path,
) -> None:
    drawn = path.read_text("utf-8")

    assert "url(" not in drawn
    assert "class=" not in drawn
    assert set(re.findall(r"#[0-9A-Fa-f]{3,6}", drawn)) <= {"#fff"}
    assert all(name.startswith(path.stem.removeprefix("art-")) for name in ids(path))


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


def test_the_first_word_of_a_drawing_names_its_file() -> None:
    assert address("home-scene-sails") == "/art-home.svg#home-scene-sails"


def test_a_drawing_is_decorative_and_carries_its_overlays() -> None:
    drawn = str(art("home-scene", "0 0 390 190", "art", piece("home-scene-sails")))

    assert '"aria-hidden":"true"' in drawn
    assert drawn.count('jsx("use"') == 2
