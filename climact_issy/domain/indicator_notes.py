"""What a figure means for people: why it matters, who can act, what is beside it."""

from dataclasses import dataclass
from enum import StrEnum


class Holder(StrEnum):
    """Who holds a lever, from the country to the reader."""

    STATE = "state"
    REGION = "region"
    TERRITORY = "territory"
    """Grand Paris Seine Ouest, the eight communes together."""
    CITY = "city"
    COMPANIES = "companies"
    YOU = "you"


@dataclass(frozen=True, slots=True)
class Cited:
    """Where a fact was read.

    Attributes:
        name: (French, English) producer and title.
        url: where to check, "" when nowhere.
    """

    name: tuple[str, str]
    url: str = ""


@dataclass(frozen=True, slots=True)
class Lever:
    """What somebody can do about a figure.

    Attributes:
        holder: who can.
        can: (French, English) one short sentence.
        source: who says so, None = our reading.
    """

    holder: Holder
    can: tuple[str, str]
    source: Cited | None = None


@dataclass(frozen=True, slots=True)
class Yardstick:
    """A published value of the same unit that a figure may be held against.

    Attributes:
        words: (French, English) a sentence with the places {value} and {times}.
        value: in the unit of the indicator.
        source: where it was read.
    """

    words: tuple[str, str]
    value: float
    source: Cited


@dataclass(frozen=True, slots=True)
class Notes:
    """Our words about one figure.

    Attributes:
        why: (French, English) why it matters, one or two plain sentences.
        why_source: who says so, None = our reading.
        levers: who can act, from the country to the reader.
        wanted: (French, English) what it would take to give a level, ("", "") where
            an official threshold exists.
        threshold: (French, English) the official threshold that does not judge this
            value, ("", "") where none was found.
        yardsticks: published values to hold it against.
        not_compared: (French, English) the comparison that we do not make, and why,
            ("", "") when nothing is left out.
    """

    why: tuple[str, str]
    why_source: Cited | None = None
    levers: tuple[Lever, ...] = ()
    wanted: tuple[str, str] = ("", "")
    yardsticks: tuple[Yardstick, ...] = ()
    not_compared: tuple[str, str] = ("", "")
    threshold: tuple[str, str] = ("", "")
