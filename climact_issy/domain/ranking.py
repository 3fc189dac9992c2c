"""The race between neighbourhoods: a regularised mean, and terraces instead of ranks.

The score of a group is (points of its people + k x mu) / (people + k): its mean pulled
towards mu, the mean of the commune's established people, as strongly as k people would.
k = (cv / tau)^2 = 36, with tau = 15 % of the mean between groups and cv = 0.9 between
people, both fixed and published; nothing is estimated from seven groups.

Whoever became active less than two weeks ago is a newcomer and counts only where that
raises the score. mu comes from established people alone. So no gesture and no newcomer
can lower the score of their own neighbourhood.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from climact_issy.domain.points import Rules

PRIOR_VARIATION: Final = 0.9
"""Standard deviation of points between people, as a share of their mean (cv)."""


@dataclass(frozen=True, slots=True)
class Tally:
    """People with their points added up: what a mean and a variance need."""

    people: int = 0
    points: int = 0
    squares: int = 0

    def plus(self, other: "Tally") -> "Tally":
        """Return both together."""
        return Tally(
            self.people + other.people,
            self.points + other.points,
            self.squares + other.squares,
        )

    def with_people(self, people: int, points: int) -> "Tally":
        """Return this with some more people who have `points` each."""
        return Tally(
            self.people + people,
            self.points + people * points,
            self.squares + people * points * points,
        )


@dataclass(frozen=True, slots=True)
class Group:
    """One group of the race.

    Attributes:
        group_id: slug.
        established: people who have been active for two weeks or more.
        newcomers: points -> how many newcomers have exactly so many.
    """

    group_id: str
    established: Tally
    newcomers: Mapping[int, int]

    @property
    def active(self) -> int:
        """Everybody with a gesture that stands."""
        return self.established.people + sum(self.newcomers.values())


@dataclass(frozen=True, slots=True)
class Score:
    """The score of one ranked group.

    Attributes:
        group_id: slug.
        value: regularised points per active person.
        variance: of that value, seen as an estimate.
    """

    group_id: str
    value: float
    variance: float


def is_established(entry_week: date, this_week: date, rules: Rules) -> bool:
    """Whether people who became active in a week count fully by now.

    Args:
        entry_week: Monday of the week in which they became active.
        this_week: Monday of this week.
        rules: the published rule.
    """
    return entry_week + timedelta(days=rules.newcomer_days) <= this_week


def scores(rules: Rules, groups: Sequence[Group]) -> list[Score]:
    """Return the score of each group with enough active people, the best first.

    Args:
        rules: the published rule.
        groups: every group of the commune, ranked or not.
    """
    everybody = Tally()
    for group in groups:
        everybody = everybody.plus(group.established)
    mean = _centre(rules, everybody)
    spread = _variance_between_people(rules, groups, mean)
    found = [
        _score(rules, group, mean, spread)
        for group in groups
        if group.active >= rules.minimum_active
    ]
    return sorted(found, key=lambda score: (-score.value, score.group_id))


def terraces(rules: Rules, ranked: Sequence[Score]) -> list[list[Score]]:
    """Return the scores in terraces from the top.

    From the top down, a group joins the terrace unless its first member beats it
    with probability `rules.name_winner_at`: inside a terrace nobody is ahead.

    Args:
        rules: the published rule.
        ranked: scores, the best first.
    """
    found: list[list[Score]] = []
    for score in ranked:
        if found and beats(found[-1][0], score) < rules.name_winner_at:
            found[-1].append(score)
        else:
            found.append([score])
    return found


def beats(one: Score, other: Score) -> float:
    """Return the probability that one score is truly above another (normal)."""
    deviation = math.sqrt(one.variance + other.variance)
    if deviation == 0:
        return 0.5 if one.value == other.value else float(one.value > other.value)
    return 0.5 * (1 + math.erf((one.value - other.value) / deviation / math.sqrt(2)))


def _centre(rules: Rules, everybody: Tally) -> float:
    if everybody.people < rules.minimum_active:
        return float(rules.prior_points)
    return everybody.points / everybody.people


def _variance_between_people(
    rules: Rules, groups: Sequence[Group], mean: float
) -> float:
    """Return the variance of points inside groups, pooled; the prior when unknown."""
    squares = 0.0
    freedom = 0
    for group in groups:
        tally = group.established
        if tally.people > 1:
            squares += tally.squares - tally.points**2 / tally.people
            freedom += tally.people - 1
    if freedom < rules.minimum_active:
        return (PRIOR_VARIATION * mean) ** 2
    return max(squares, 0.0) / freedom


def _score(rules: Rules, group: Group, mean: float, spread: float) -> Score:
    strength = rules.prior_strength
    counted = group.established
    value = (counted.points + strength * mean) / (counted.people + strength)
    for points in sorted(group.newcomers, reverse=True):
        if points <= value:
            break
        counted = counted.with_people(group.newcomers[points], points)
        value = (counted.points + strength * mean) / (counted.people + strength)
    return Score(group.group_id, value, spread / (counted.people + strength))
