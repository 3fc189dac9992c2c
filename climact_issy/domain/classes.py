"""The number of an official class, as a source writes it: as a number or as its word.

A class has no unit and no mean: 2.5 is no class, and a word that nobody has mapped is
refused rather than guessed.
"""

import unicodedata
from collections.abc import Mapping

from climact_issy.domain.observations import BadValue, Refused, number


def class_named(raw: object, words: Mapping[str, int]) -> float | None:
    """Read the word of a class; None and "" are gaps.

    Args:
        raw: what the source writes; capitals, spaces and accents do not matter.
        words: the number of each class by its `folded` word.

    Raises:
        BadValue: it is no word, or nobody knows it.
    """
    if not isinstance(raw, str):
        if number(raw) is not None:
            raise BadValue(Refused.UNKNOWN_WORD)
        return None
    if not raw.strip():
        return None
    value = words.get(folded(raw))
    if value is None:
        raise BadValue(Refused.UNKNOWN_WORD)
    return float(value)


def folded(word: str) -> str:
    """Return a word without capitals, accents and double spaces."""
    apart = unicodedata.normalize("NFKD", word)
    bare = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return " ".join(bare.casefold().split())
