"""The people the catalogue must be fair to, read from personas.toml."""

from functools import cache

from climact_issy.content import tables
from climact_issy.domain.fairness import Persona, Question, Slot
from climact_issy.domain.people import Situation
from climact_issy.domain.points import Rules


@cache
def personas() -> tuple[Persona, ...]:
    """Return the personas, in the order of the file."""
    return tuple(_persona(entry) for entry in _file()["personas"])


def question(rules: Rules) -> Question:
    """Return what is asked of the catalogue under a rule."""
    found = _file()
    slots = tuple(
        Slot(tables.pair(e["name"]), e["times"], frozenset(e["actions"]))
        for e in found["slots"]
    )
    return Question(rules, found["minutes"], found["spread"], slots)


def _persona(entry: tables.Table) -> Persona:
    return Persona(
        key=entry["key"],
        label=tables.pair(entry["label"]),
        situation=Situation(**entry["situation"]),
        cannot=frozenset(entry.get("cannot", ())),
        reason=tables.pair(entry.get("reason", ["", ""])),
    )


@cache
def _file() -> tables.Table:
    return tables.table(tables.FOLDER / "personas.toml")
