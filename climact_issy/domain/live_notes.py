"""Our words about a live figure that need its value: easy lines, shares of people."""

from dataclasses import dataclass

from climact_issy.domain.summaries import Tell

Pair = tuple[str, str]
"""(French, English)."""


@dataclass(frozen=True, slots=True)
class Easy:
    """A live figure in easy-to-read lines.

    Attributes:
        before: lines before the value.
        now: the line of a value of now, with {value}.
        then: the line of an old value, with {value} and {day}.
        after: lines after the value.
    """

    before: tuple[Pair, ...]
    now: Pair
    then: Pair
    after: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class PerPerson:
    """A value shared between the people of its place.

    Attributes:
        area: name of the place in reference_figures.csv.
        times: from the unit of the figure to the one that is said.
        words: one sentence, with {value} and {people}.
        missing: the same where nobody counted the people of that year, with {year}.
    """

    area: str
    times: float
    words: Pair
    missing: Pair


@dataclass(frozen=True, slots=True)
class LiveNotes:
    """Our words about a live figure.

    Attributes:
        measure: short unit of a sentence, e.g. "g".
        measure_of_one: the same of a single one.
        easy: the easy-to-read lines, None where nobody wrote them.
        tells: what is computed from its record.
        per_person: None where sharing it between people means nothing.
        moved_like: another figure that the same actions move, "" for none.
    """

    measure: Pair = ("", "")
    measure_of_one: Pair = ("", "")
    easy: Easy | None = None
    tells: frozenset[Tell] = frozenset()
    per_person: PerPerson | None = None
    moved_like: str = ""
