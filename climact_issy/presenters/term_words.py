"""The words of a figure that its page explains."""

from dataclasses import dataclass

from climact_issy.content import glossary
from climact_issy.domain.glossary import used
from climact_issy.texts import Translator


@dataclass(frozen=True, slots=True)
class TermView:
    """A word and what it means, in the visitor's language."""

    name: str
    meaning: str


def explained(t: Translator, *told: str) -> tuple[TermView, ...]:
    """Return the words of some texts that the glossary explains, in its order.

    A word of an explanation that needs one itself brings it along.
    """
    side = int(t.language == "en")
    terms = glossary.terms()
    found = used(" ".join(told), terms, side)
    meanings = " ".join(term.meaning[side] for term in found)
    wanted = {*found, *used(meanings, terms, side)}
    return tuple(
        TermView(term.name[side], term.meaning[side])
        for term in terms
        if term in wanted
    )
