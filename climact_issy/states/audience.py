"""The tabs of this worker that show the live board."""

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Face:
    """How a tab sees the board.

    Attributes:
        language: "fr" or "en".
        neighbourhood: slug of the viewer's own, "" when they have none.
    """

    language: str
    neighbourhood: str


@dataclass(slots=True)
class Audience:
    """Who is told when the board changes.

    Attributes:
        tabs: client token -> face.
    """

    tabs: dict[str, Face] = field(default_factory=dict[str, Face])

    def register(self, token: str, face: Face) -> None:
        """Keep a tab informed from now on."""
        self.tabs[token] = face

    def forget_all_but(self, connected: Iterable[str]) -> None:
        """Forget the tabs whose socket is gone."""
        alive = set(connected)
        for token in [t for t in self.tabs if t not in alive]:
            del self.tabs[token]


audience = Audience()
"""The one audience of this worker."""
