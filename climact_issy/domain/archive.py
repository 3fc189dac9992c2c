"""What is kept of a season that is over."""

from dataclasses import dataclass

from climact_issy.domain.gestures import Race
from climact_issy.domain.shares import Shares


@dataclass(frozen=True, slots=True)
class Archived:
    """A closed season, as it was published on its last day.

    Attributes:
        race: final standings; each tells its own score of the season before, if the
            same rule made it.
        gestures: of each neighbourhood that was ranked.
        done: gestures of everybody.
        target: the collective goal.
        rule_version: the rule that was in force.
        shares: everybody's points by proof, None under the published number of people.
    """

    race: Race
    gestures: dict[str, int]
    done: int
    target: int
    rule_version: int
    shares: Shares | None = None

    @property
    def is_goal_reached(self) -> bool:
        """Whether the collective goal was reached."""
        return self.done >= self.target
