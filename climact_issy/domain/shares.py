"""Where points come from: the share of each tier of proof in a total."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from climact_issy.domain.tiers import Tier

_WHOLE: Final = 100


@dataclass(frozen=True, slots=True)
class Shares:
    """The points of one total by tier of proof; together they are the total.

    Attributes:
        declared: the person's word.
        evidence: a photo that a moderator accepted.
        attested: an association's word.
        code: a code handed out at an event.
        measured: a meter's.
    """

    declared: int = 0
    evidence: int = 0
    attested: int = 0
    code: int = 0
    measured: int = 0

    @property
    def total(self) -> int:
        """The points of every tier together."""
        return sum(self.by_tier().values())

    def by_tier(self) -> dict[Tier, int]:
        """Return the points of each tier, from the word to the meter."""
        return {
            Tier.DECLARED: self.declared,
            Tier.EVIDENCE: self.evidence,
            Tier.ATTESTED: self.attested,
            Tier.CODE: self.code,
            Tier.MEASURED: self.measured,
        }

    def percents(self) -> dict[Tier, int]:
        """Return whole percents that make 100 together, all 0 for an empty total.

        Each is rounded down, and what is left goes to the largest remainders.
        """
        points = self.by_tier()
        total = self.total
        if total <= 0:
            return dict.fromkeys(points, 0)
        found = {tier: _WHOLE * count // total for tier, count in points.items()}
        by_remainder = sorted(
            points, key=lambda tier: (-(_WHOLE * points[tier] % total), -points[tier])
        )
        for tier in by_remainder[: _WHOLE - sum(found.values())]:
            found[tier] += 1
        return found


def of_total(points: int, proven: Mapping[Tier, int]) -> Shares:
    """Return the shares of a total whose declared part is what is left.

    Args:
        points: every tier together.
        proven: points of every tier but the declared one.
    """
    return Shares(
        declared=points - sum(proven.values()),
        **{tier.value: count for tier, count in proven.items()},
    )
