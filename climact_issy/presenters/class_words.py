"""A figure whose values are official classes, in words: never the number of a class."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from climact_issy.domain.indicators import Classes, Indicator
from climact_issy.domain.live import Mean
from climact_issy.texts import Translator

NO_CLASS: Final = "–"


def word(t: Translator, classes: Classes, value: float | None) -> str:
    """Return the official word of a value, "–" for a gap or what is no class."""
    grade = classes.grade(value)
    return grade.word[t.language == "en"] if grade else NO_CLASS


def level_word(t: Translator, indicator: Indicator, classes: Classes) -> str:
    """Name the scale and the class of the newest value, "" without a value."""
    latest = indicator.latest
    if latest is None:
        return ""
    return t(
        "{scale}\u00a0: {word}",
        scale=classes.scale[t.language == "en"],
        word=word(t, classes, latest.value),
    )


def counted(t: Translator, classes: Classes, days: Sequence[Mean]) -> str:
    """Say how many of the last known days each class had, the most frequent first.

    Classes have no mean: the days are counted instead.
    """
    found = Counter(word(t, classes, day.mean) for day in days)
    del found[NO_CLASS]
    parts = (
        t.n(
            "{n} jour «\u00a0{word}\u00a0»",
            "{n} jours «\u00a0{word}\u00a0»",
            count,
            word=name,
        )
        for name, count in found.most_common()
    )
    return t(
        "Sur {days} jours connus\u00a0: {parts}.",
        days=found.total(),
        parts=", ".join(parts),
    )
