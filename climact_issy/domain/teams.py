"""Teams and the private ranking, as values."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from climact_issy.domain.shares import Shares

NAME_LENGTHS: Final = (2, 60)
SLUG_LENGTH: Final = 60
TEAMS_EACH: Final = 10
"""Teams that one person may belong to."""

AROUND: Final = 3
"""Lines above and below a person in the private ranking."""


@dataclass(frozen=True, slots=True)
class Team:
    """One team.

    Attributes:
        slug: what the ledger keeps; never renamed.
        name: untrusted text, plain.
        join_code: what lets somebody in, for its members only.
        is_demo: a labelled demo team.
    """

    slug: str
    name: str
    join_code: str
    is_demo: bool = False


@dataclass(frozen=True, slots=True)
class MyTeam:
    """A team seen by one of its people.

    Attributes:
        team: the team.
        is_captain: whether they run it.
        is_playing: whether their gestures count for it now.
        is_next: whether they will play for it from the next season on.
        members: people who belong to it, None under the published threshold.
        shares: its points of this season by proof, None while too few people made
            them for a group to be ranked.
    """

    team: Team
    is_captain: bool
    is_playing: bool
    is_next: bool
    members: int | None
    shares: Shares | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One person of the private ranking.

    Attributes:
        rank: 1 + the people with more points; equal points share it.
        pseudonym: the name they chose (untrusted text, plain).
        points: of the season.
        is_me: the person who looks.
    """

    rank: int
    pseudonym: str
    points: int
    is_me: bool = False


@dataclass(frozen=True, slots=True)
class AroundMe:
    """The private ranking around one person who chose to be in it.

    Attributes:
        is_in: whether they chose to be in it.
        people: everybody in it, None under the published threshold.
        lines: at most AROUND above, the person, at most AROUND below; empty under the
            threshold, or while the person has no gesture this season.
        gap_points: points to the next person above, None when nobody is.
        tied: how many others have exactly as many points.
    """

    is_in: bool
    people: int | None = None
    lines: tuple[Line, ...] = ()
    gap_points: int | None = None
    tied: int = 0


def slug_of(name: str) -> str:
    """Return a name as part of an address: "Vélo-Club d’Issy" -> "velo-club-d-issy".

    A name without any letter or digit of the Latin alphabet gives "equipe".
    """
    # The apostrophe of French leaves no ASCII trace: it parts two words.
    spaced = re.sub(r"[’']", " ", name)
    plain = unicodedata.normalize("NFKD", spaced).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
    return slug[:SLUG_LENGTH].strip("-") or "equipe"
