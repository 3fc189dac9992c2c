"""Words about live figures that need their value, read from live_notes.toml."""

from functools import cache

from climact_issy.content import tables
from climact_issy.domain.live_notes import Easy, LiveNotes, Pair, PerPerson
from climact_issy.domain.summaries import Tell

NOTHING = LiveNotes()
"""Of a figure that nobody wrote notes for: its sentence stands alone."""


def of(slug: str) -> LiveNotes:
    """Return the notes of one live figure, empty ones where nobody wrote them."""
    return all_notes().get(slug, NOTHING)


@cache
def all_notes() -> dict[str, LiveNotes]:
    """Return the notes of each live figure by its slug, in the order of the file."""
    found = tables.table(tables.FOLDER / "live_notes.toml")["notes"]
    return {entry["slug"]: _notes(entry) for entry in found}


def _notes(entry: tables.Table) -> LiveNotes:
    measure = entry.get("measure", tables.NONE)
    return LiveNotes(
        measure=tables.pair(measure),
        measure_of_one=tables.pair(entry.get("measure_of_one", measure)),
        easy=_easy(entry["easy"]) if "easy" in entry else None,
        tells=frozenset(map(Tell, entry.get("tells", []))),
        per_person=_per_person(entry["per_person"]) if "per_person" in entry else None,
        moved_like=entry.get("moved_like", ""),
    )


def _easy(entry: tables.Table) -> Easy:
    return Easy(
        before=_pairs(entry["before"]),
        now=tables.pair(entry["now"]),
        then=tables.pair(entry["then"]),
        after=_pairs(entry["after"]),
    )


def _per_person(entry: tables.Table) -> PerPerson:
    return PerPerson(
        area=entry["area"],
        times=entry["times"],
        words=tables.pair(entry["words"]),
        missing=tables.pair(entry["missing"]),
    )


def _pairs(entries: list[object]) -> tuple[Pair, ...]:
    return tuple(map(tables.pair, entries))
