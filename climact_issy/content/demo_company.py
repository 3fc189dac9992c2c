"""What the demo people do together, read from demo_company.toml."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from climact_issy.content import tables
from climact_issy.domain.teams import slug_of

WHOLE: Final = 2000
"""People of the demo that the counts of the file are about."""


@dataclass(frozen=True, slots=True)
class DemoTeam:
    """One invented team.

    Attributes:
        name: it says that it is one.
        people: members in a demo of WHOLE people, the one-tap ones apart.
        neighbourhood: slug of where they all live, "" for anywhere.
        personas: keys of the one-tap people who belong to it.
    """

    name: str
    people: int
    neighbourhood: str
    personas: tuple[str, ...]

    @property
    def slug(self) -> str:
        """Its address, as services/teams.py makes it."""
        return slug_of(self.name)


@dataclass(frozen=True, slots=True)
class DemoBoard:
    """Who chose the private ranking.

    Attributes:
        share: thousandths of the people.
        personas: keys of the one-tap people who did.
    """

    share: int
    personas: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DemoMeeting:
    """Who was at one event, in a demo of WHOLE people.

    Attributes:
        event: slug of the challenge.
        codes: people who typed its code.
        lists: people on its paper list.
        personas: keys of the one-tap people who typed its code.
    """

    event: str
    codes: int
    lists: int
    personas: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DemoEvidence:
    """The photos that were sent, in a demo of WHOLE people.

    Attributes:
        sent: how many.
        waiting: for each hundred, those that nobody has looked at yet.
        rejected: for each hundred, those that a moderator rejected.
        personas: keys of the one-tap people who sent some, accepted.
        reason: why the rejected ones were.
    """

    sent: int
    waiting: int
    rejected: int
    personas: tuple[str, ...]
    reason: str


@cache
def teams() -> tuple[DemoTeam, ...]:
    """Return the teams, in the order in which people are drawn into them."""
    return tuple(
        DemoTeam(
            name=entry["name"],
            people=entry["people"],
            neighbourhood=entry.get("neighbourhood", ""),
            personas=_personas(entry),
        )
        for entry in _file()["teams"]
    )


@cache
def board() -> DemoBoard:
    """Return who chose the private ranking."""
    entry = _file()["board"]
    return DemoBoard(entry["share"], _personas(entry))


@cache
def meetings() -> tuple[DemoMeeting, ...]:
    """Return the meetings at which people were counted."""
    return tuple(
        DemoMeeting(entry["event"], entry["codes"], entry["lists"], _personas(entry))
        for entry in _file()["meetings"]
    )


@cache
def evidence() -> DemoEvidence:
    """Return the photos that were sent."""
    entry = _file()["evidence"]
    return DemoEvidence(
        sent=entry["sent"],
        waiting=entry["waiting"],
        rejected=entry["rejected"],
        personas=_personas(entry),
        reason=entry["reason"],
    )


def scaled(people: int, everybody: int) -> int:
    """Return a count of WHOLE people in a demo of another size, rounded up."""
    return -(-people * everybody // WHOLE)


def _personas(entry: tables.Table) -> tuple[str, ...]:
    return tuple(entry.get("personas", ()))


def _file() -> tables.Table:
    return tables.table(tables.FOLDER / "demo_company.toml")
