"""The invented people of the demo, read from demo_people.toml."""

from dataclasses import dataclass
from functools import cache

from climact_issy.content import tables
from climact_issy.domain.people import Situation


@dataclass(frozen=True, slots=True)
class DemoPersona:
    """One demo person that a visitor can be, in one tap.

    Attributes:
        key: what the sign-in form sends.
        pseudonym: invented.
        sentence: (French, English) what there is to do with them.
        neighbourhood: slug, "" = not chosen yet.
        language: "fr" or "en".
        situation: their answers for the "for me" filter.
        zeal: share of the days on which they act, 0 to 1.
        actions: slugs of what they do.
        already: slugs of what they did before they came.
        weekly_goal: gestures they set out to do each week, 0 for no goal.
    """

    key: str
    pseudonym: str
    sentence: tuple[str, str]
    neighbourhood: str
    language: str
    situation: Situation
    zeal: float
    actions: tuple[str, ...]
    already: tuple[str, ...] = ()
    weekly_goal: int = 0


@dataclass(frozen=True, slots=True)
class DemoPlace:
    """Where some of the other demo people play.

    Attributes:
        neighbourhood: slug, OUTSIDE or UNKNOWN.
        share: thousandths of the people, 0 when `people` is given.
        people: exactly how many, 0 when `share` is given.
        zeal: multiplies how often they act.
    """

    neighbourhood: str
    share: int
    people: int
    zeal: float

    def count(self, everybody: int) -> int:
        """Return how many of so many people play here."""
        return self.people or everybody * self.share // 1000


@cache
def personas() -> tuple[DemoPersona, ...]:
    """Return the people that a visitor of the demo can be."""
    return tuple(_persona(entry) for entry in _file()["personas"])


@cache
def places() -> tuple[DemoPlace, ...]:
    """Return where the other people play."""
    return tuple(
        DemoPlace(
            neighbourhood=entry["neighbourhood"],
            share=entry.get("share", 0),
            people=entry.get("people", 0),
            zeal=entry["zeal"],
        )
        for entry in _file()["places"]
    )


@cache
def thanks() -> tuple[tables.Pair, str]:
    """Return the thank-you note of the demo: (French, English), and who signs."""
    entry = _file()["thanks"]
    return tables.pair(entry["text"]), entry["signed_by"]


@cache
def pseudonyms() -> tuple[str, ...]:
    """Return invented names, all different."""
    found = _file()
    return tuple(
        beginning + middle + ending
        for middle in found["middles"]
        for ending in found["endings"]
        for beginning in found["beginnings"]
    )


def _persona(entry: tables.Table) -> DemoPersona:
    french, english = entry["sentence"]
    return DemoPersona(
        key=entry["key"],
        pseudonym=entry["pseudonym"],
        sentence=(french, english),
        neighbourhood=entry["neighbourhood"],
        language=entry["language"],
        situation=Situation(**entry["situation"]),
        zeal=entry["zeal"],
        actions=tuple(entry["actions"]),
        already=tuple(entry.get("already", ())),
        weekly_goal=entry.get("weekly_goal", 0),
    )


def _file() -> tables.Table:
    return tables.table(tables.FOLDER / "demo_people.toml")
