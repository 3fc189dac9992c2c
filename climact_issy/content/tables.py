"""Read the bundled files: CSV rows, TOML tables and bilingual pairs."""

import csv
import json
import tomllib
from functools import cache
from pathlib import Path
from typing import Any, cast

FOLDER = Path(__file__).parent
DATA = FOLDER / "data"

Row = dict[str, str]
Table = dict[str, Any]
Pair = tuple[str, str]

NONE: Pair = ("", "")


@cache
def rows(name: str) -> tuple[Row, ...]:
    """Return the rows of data/<name>.csv, as written there."""
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return tuple(csv.DictReader(stream))


def table(path: Path) -> Table:
    """Return one TOML file of content/."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def features(name: str) -> list[Table]:
    """Return the features of data/<name>.geojson."""
    text = (DATA / f"{name}.geojson").read_text(encoding="utf-8")
    return cast("list[Table]", json.loads(text)["features"])


def number(text: str) -> float | None:
    """Return a cell as a number, None when the cell is empty."""
    return float(text) if text else None


def pair(value: object) -> Pair:
    """Return (French, English) from a two-item TOML array.

    Raises:
        ValueError: not exactly two texts.
    """
    match value:
        case [str() as french, str() as english]:
            return french, english
        case _:
            msg = f"not a pair of texts: {value!r}"
            raise ValueError(msg)


@cache
def _remarks() -> dict[str, Pair]:
    found = table(FOLDER / "remarks.toml")["remark"]
    return {row["source"]: (row["fr"], row["en"]) for row in found}


def remark(note: str) -> Pair:
    """Say a source's note in both languages, ("", "") for none.

    Raises:
        KeyError: the note has no words yet in remarks.toml.
    """
    return _remarks()[note] if note else NONE
