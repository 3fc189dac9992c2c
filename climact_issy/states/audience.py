"""The tabs of this worker that show something live: board, challenge, boosts."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from typing import Generic, TypeVar


@dataclass(frozen=True, slots=True)
class Face:
    """How a tab sees the board.

    Attributes:
        language: "fr" or "en".
        neighbourhood: slug of the viewer's own, "" when they have none.
    """

    language: str
    neighbourhood: str


@dataclass(frozen=True, slots=True)
class Showing:
    """What a tab shows of the challenges.

    Attributes:
        language: "fr" or "en".
        slug: of the one challenge it shows, "" for the list.
    """

    language: str
    slug: str


F = TypeVar("F", bound=Hashable)


@dataclass(slots=True)
class Audience(Generic[F]):
    """Who is told when something changes.

    Attributes:
        tabs: client token -> how the tab sees it.
    """

    tabs: dict[str, F] = field(default_factory=dict[str, F])

    def register(self, token: str, face: F) -> None:
        """Keep a tab informed from now on."""
        self.tabs[token] = face

    def forget_all_but(self, connected: Iterable[str]) -> None:
        """Forget the tabs whose socket is gone."""
        alive = set(connected)
        for token in [t for t in self.tabs if t not in alive]:
            del self.tabs[token]


audience: Audience[Face] = Audience()
"""The one audience of the board in this worker."""

challenge_audience: Audience[Showing] = Audience()
"""The one audience of the challenges in this worker."""

boost_audience: Audience[str] = Audience()
"""The one audience of the boosts in this worker; a tab sees them in its language."""
