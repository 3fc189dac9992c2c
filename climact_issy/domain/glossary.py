"""Words that need an explanation, and which of them a text uses."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

_TOKEN: Final = re.compile(r"°[Cc]|%|[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Term:
    """A word that not every reader knows.

    Attributes:
        name: (French, English) as the glossary shows it.
        forms: (French, English) the tokens of a text that it explains.
        meaning: (French, English) in plain sentences.
    """

    name: tuple[str, str]
    forms: tuple[frozenset[str], frozenset[str]]
    meaning: tuple[str, str]


def tokens(text: str) -> tuple[str, ...]:
    """Return the words and signs of a text in lower case, without its numbers.

    What an apostrophe or a slash joins are two words: "d’eau", "CO₂e/kWh".
    """
    return tuple(found.lower() for found in _TOKEN.findall(text))


def used(text: str, terms: Iterable[Term], side: int) -> tuple[Term, ...]:
    """Return the terms that a text uses, in their own order.

    Args:
        text: what is read.
        terms: the whole glossary.
        side: 0 for French, 1 for English.
    """
    found = set(tokens(text))
    return tuple(term for term in terms if not found.isdisjoint(term.forms[side]))
