"""The race between neighbourhoods: a regularised mean, and terraces instead of ranks.

The score of a group is (points of its people + k x mu) / (people + k): its mean pulled
towards mu, the mean of the commune's established people, as strongly as k people would.
k = (cv / tau)^2 = 36, with tau = 15 % of the mean between groups and cv = 0.9 between
people, both fixed and published; nothing is estimated from seven groups.

Who came in the course of the season counts for the part of it that they were there: in
the eighth week, somebody of the fifth has had half of it, and counts as half a person.
Else a group that invites many would be last for having invited. Whoever became active
less than two weeks ago is a newcomer and counts only where that raises the score; mu
comes from established people alone. So no gesture and no newcomer can lower the score
of their own neighbourhood.

A winner is named only when it is the best with probability `rules.name_winner_at`,
by a simulation whose seed is published: the slug of the season.
"""

import math
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from statistics import NormalDist
from typing import Final

from climact_issy.domain.civic import DAYS_IN_WEEK
from climact_issy.domain.points import Rules

PRIOR_VARIATION: Final = 0.9
"""Standard deviation of points between people, as a share of their mean (cv)."""

DRAWS: Final = 4000
"""Draws of the simulation of P(best): right to about one point in a hundred."""


@dataclass(frozen=True, slots=True)
class Tally:
    """People with their points added up: what a mean and a variance need.

    Attributes:
        people: how many.
        points: sum of their points.
        squares: sum of points squared, each divided by the part they were there.
        absent: people's worth of season before they came: 0.5 for one at half-time.
    """

    people: int = 0
    points: int = 0
    squares: float = 0
    absent: float = 0

    @property
    def weight(self) -> float:
        """How many people they count as."""
        return self.people - self.absent

    def plus(self, other: "Tally") -> "Tally":
        """Return both together."""
        return Tally(
            self.people + other.people,
            self.points + other.points,
            self.squares + other.squares,
            self.absent + other.absent,
        )


def cohort(people: int, points: int, squares: float, part: float = 1) -> Tally:
    """Return the tally of people who came in the same week.

    Args:
        people: how many.
        points: sum of their points.
        squares: sum of the square of each one's points.
        part: part of the season so far that they were there, above 0 and up to 1.
    """
    return Tally(people, points, squares / part, people * (1 - part))


@dataclass(frozen=True, slots=True)
class Newcomer:
    """What a person of the first two weeks has.

    Attributes:
        points: their points.
        part: part of the season so far that they were there, above 0 and up to 1.
    """

    points: int
    part: float = 1

    @property
    def pace(self) -> float:
        """Points of a whole season at this pace: who is above the score raises it."""
        return self.points / self.part


@dataclass(frozen=True, slots=True)
class Group:
    """One group of the race.

    Attributes:
        group_id: slug.
        established: people who have been active for two weeks or more.
        newcomers: how many newcomers there are of each kind.
    """

    group_id: str
    established: Tally
    newcomers: Mapping[Newcomer, int]

    @property
    def new(self) -> int:
        """The newcomers."""
        return sum(self.newcomers.values())

    @property
    def active(self) -> int:
        """Everybody with a gesture that stands."""
        return self.established.people + self.new


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


def part_of(entry_week: date, this_week: date, starts_on: date) -> float:
    """Return the part of the season so far since a week, above 0 and up to 1.

    Args:
        entry_week: Monday of the week in which somebody became active.
        this_week: Monday of this week, or of the last one of the season.
        starts_on: Monday of the first week of the season.
    """
    first = min(max(entry_week, starts_on), this_week)
    there = (this_week - first).days // DAYS_IN_WEEK + 1
    so_far = (this_week - starts_on).days // DAYS_IN_WEEK + 1
    return there / so_far


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


def terraces(
    rules: Rules, ranked: Sequence[Score], seed: str = ""
) -> list[list[Score]]:
    """Return the scores in terraces from the top.

    From the top down, a group joins the terrace unless its first member beats it
    with probability `rules.name_winner_at`: inside a terrace nobody is ahead. Who
    would stand alone at the top must also be the best of all with that probability,
    else the two first terraces are one.

    Args:
        rules: the published rule.
        ranked: scores, the best first.
        seed: seed of the simulation, the slug of the season.
    """
    found: list[list[Score]] = []
    for score in ranked:
        if found and beats(found[-1][0], score) < rules.name_winner_at:
            found[-1].append(score)
        else:
            found.append([score])
    if len(found) > 1 and len(found[0]) == 1:
        best = p_best(tuple(ranked), seed)[found[0][0].group_id]
        if best < rules.name_winner_at:
            found[:2] = [found[0] + found[1]]
    return found


def winner(steps: Sequence[Sequence[Score]]) -> str | None:
    """Return the group alone on the top of several terraces, None when ex aequo.

    A group that is the only one ranked has won against nobody.
    """
    return steps[0][0].group_id if len(steps) > 1 and len(steps[0]) == 1 else None


@lru_cache(maxsize=64)
def p_best(
    ranked: tuple[Score, ...], seed: str, draws: int = DRAWS
) -> Mapping[str, float]:
    """Return the probability that each group is truly the best, simulated.

    Each draw moves every score by a chance of its own size and looks who is first.
    The chances depend only on the seed and on who is ranked: the same scores always
    give the same answer, and who gains never seems less likely to be the best.

    Args:
        ranked: the scores of the ranked groups.
        seed: any text, the slug of the season.
        draws: how many seasons are imagined.

    Returns:
        Shares of the draws, by group; together 1 unless nobody is ranked.
    """
    ordered = sorted(ranked, key=lambda score: score.group_id)
    moved = [
        _moved(score.value, math.sqrt(score.variance), chances)
        for score, chances in zip(
            ordered, _chances(seed, len(ordered), draws), strict=True
        )
    ]
    wins = [0] * len(ordered)
    for draw in zip(*moved, strict=True):
        wins[draw.index(max(draw))] += 1
    return {s.group_id: n / draws for s, n in zip(ordered, wins, strict=True)}


def _moved(value: float, deviation: float, chances: Sequence[float]) -> list[float]:
    return [value + deviation * chance for chance in chances]


@lru_cache(maxsize=16)
def _chances(seed: str, groups: int, draws: int) -> tuple[tuple[float, ...], ...]:
    """Return standard normal numbers, one row a group."""
    dice = random.Random(seed)  # noqa: S311 - a published simulation is repeatable
    normal = NormalDist()
    return tuple(
        tuple(normal.inv_cdf(dice.random() or 0.5) for _ in range(draws))
        for _ in range(groups)
    )


def beats(one: Score, other: Score) -> float:
    """Return the probability that one score is truly above another (normal)."""
    deviation = math.sqrt(one.variance + other.variance)
    if deviation == 0:
        return 0.5 if one.value == other.value else float(one.value > other.value)
    return 0.5 * (1 + math.erf((one.value - other.value) / deviation / math.sqrt(2)))


def _centre(rules: Rules, everybody: Tally) -> float:
    if everybody.people < rules.minimum_active:
        return float(rules.prior_points)
    return everybody.points / everybody.weight


def _variance_between_people(
    rules: Rules, groups: Sequence[Group], mean: float
) -> float:
    """Return the variance of points inside groups, pooled; the prior when unknown."""
    squares = 0.0
    freedom = 0.0
    for group in groups:
        tally = group.established
        if tally.people > 1:
            squares += tally.squares - tally.points**2 / tally.weight
            freedom += tally.weight * (1 - 1 / tally.people)
    if freedom < rules.minimum_active:
        return (PRIOR_VARIATION * mean) ** 2
    return max(squares, 0.0) / freedom


def _score(rules: Rules, group: Group, mean: float, spread: float) -> Score:
    strength = rules.prior_strength
    points: float = group.established.points + strength * mean
    weight = group.established.weight + strength
    for newcomer in sorted(group.newcomers, key=lambda n: n.pace, reverse=True):
        if newcomer.pace <= points / weight:
            break
        people = group.newcomers[newcomer]
        points += people * newcomer.points
        weight += people * newcomer.part
    return Score(group.group_id, points / weight, spread / weight)
