"""What each figure means for people, read from indicator_notes.toml.

The figures that sources renew have their own file, live_notes.toml; both cite by name.
"""

from functools import cache

from climact_issy.content import tables
from climact_issy.domain.indicator_notes import Cited, Holder, Lever, Notes, Yardstick

KILOS_PER_TONNE = 1000


@cache
def notes() -> dict[str, Notes]:
    """Return the notes of each figure by its slug, in the order of the file."""
    return {entry["slug"]: _notes(entry) for entry in _table()["notes"]}


@cache
def live_notes() -> dict[str, Notes]:
    """Return the same of the figures that sources renew, in the order of their file."""
    found = tables.table(tables.FOLDER / "live_notes.toml")["notes"]
    return {entry["slug"]: _notes(entry) for entry in found}


def of(slug: str) -> Notes:
    """Return the notes of one figure.

    Raises:
        KeyError: nobody wrote them.
    """
    return (notes() | live_notes())[slug]


def _notes(entry: tables.Table) -> Notes:
    return Notes(
        why=tables.pair(entry["why"]),
        why_source=_cited(entry.get("why_source", "")),
        levers=tuple(_lever(lever) for lever in entry["levers"]),
        wanted=tables.pair(entry.get("wanted", tables.NONE)),
        yardsticks=tuple(_yardstick(found) for found in entry.get("yardsticks", ())),
        not_compared=tables.pair(entry.get("not_compared", tables.NONE)),
        threshold=tables.pair(entry.get("threshold", tables.NONE)),
    )


def _lever(entry: tables.Table) -> Lever:
    return Lever(
        holder=Holder(entry["holder"]),
        can=tables.pair(entry["can"]),
        source=_cited(entry.get("source", "")),
    )


def _yardstick(entry: tables.Table) -> Yardstick:
    """Read a value of reference_figures.csv, which are tonnes, as kilograms."""
    row = next(
        row
        for row in tables.rows("reference_figures")
        if row["measure"] == entry["measure"]
    )
    source = _cited(entry["source"])
    if source is None or not row["unit"].startswith("tCO2e/"):
        raise ValueError(entry["measure"])
    value = float(row["value"]) * KILOS_PER_TONNE
    return Yardstick(tables.pair(entry["words"]), value, source)


def _cited(key: str) -> Cited | None:
    if not key:
        return None
    found = _table()["sources"][key]
    return Cited(tables.pair(found["name"]), found.get("url", ""))


@cache
def _table() -> tables.Table:
    return tables.table(tables.FOLDER / "indicator_notes.toml")
