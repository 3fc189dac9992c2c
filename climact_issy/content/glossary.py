"""The words of the figures that need an explanation, read from glossary.toml."""

from functools import cache

from climact_issy.content import tables
from climact_issy.domain.glossary import Term


@cache
def terms() -> tuple[Term, ...]:
    """Return every term, in the order of the file."""
    found = tables.table(tables.FOLDER / "glossary.toml")["term"]
    return tuple(_term(entry) for entry in found)


def _term(entry: tables.Table) -> Term:
    french, english = entry["forms"]
    return Term(
        name=tables.pair(entry["name"]),
        forms=(_lowered(french), _lowered(english)),
        meaning=tables.pair(entry["meaning"]),
    )


def _lowered(forms: list[str]) -> frozenset[str]:
    return frozenset(form.lower() for form in forms)
