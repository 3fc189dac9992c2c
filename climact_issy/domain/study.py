"""The study behind the race: invented seasons, judged by the published rule.

Seven groups of unequal size live many seasons. People differ a lot from each other, as
real ones do; what is the same or not between the groups is decided by a scenario. Then
the rule itself is asked who is first, and whether it dares to name a winner. Only this
can tell whether a rule is fair: a real season happens once.
"""

import math
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import NormalDist
from typing import Final

from climact_issy.domain.points import Rules
from climact_issy.domain.ranking import (
    PRIOR_VARIATION,
    Group,
    Newcomer,
    Tally,
    cohort,
    scores,
    terraces,
    winner,
)

SEED: Final = "92040"
"""The INSEE code of Issy-les-Moulineaux: any text would do."""

SEASONS: Final = 1000
"""Seasons imagined for each scenario."""

SIZES: Final[Mapping[str, int]] = {
    "150": 150, "110": 110, "80": 80, "55": 55, "40": 40, "25": 25, "14": 14
}  # fmt: skip
"""People of each group, which is named after them."""

LATE: Final = 0.4
"""Share of the people who come after the first week, evenly until the last one."""

MEAN_POINTS: Final = 240
"""Points of a whole season, on average: thirty a week."""

NEWCOMER_WEEKS: Final = 2
"""Weeks in which somebody is a newcomer, this one included."""

_STEPS: Final = 2000

Raw = Mapping[str, tuple[int, int]]
"""(points, people) of each group."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """What is true in an invented world.

    Attributes:
        slug: its name.
        better: group whose people truly do 30 % more, "" for none.
        recruiting: group that recruits three times as many newcomers, "" for none.
    """

    slug: str
    better: str = ""
    recruiting: str = ""


GAIN: Final = 1.3
RECRUITED: Final = 3

SCENARIOS: Final = (
    Scenario("equal"),
    Scenario("better_large", better="150"),
    Scenario("better_small", better="25"),
    Scenario("better_smallest", better="14"),
    Scenario("recruiting_large", recruiting="150"),
    Scenario("recruiting_middle", recruiting="55"),
    Scenario("recruiting_small", recruiting="14"),
)


@dataclass(frozen=True, slots=True)
class Finding:
    """What the rules said about the seasons of one scenario, in seasons.

    Attributes:
        slug: of the scenario.
        winners: how often each group was named the winner.
        first: by rule ("score", "sum", "mean"), how often each group was first.
        last: the same for the last place.
    """

    slug: str
    winners: Counter[str] = field(default_factory=Counter[str])
    first: Mapping[str, Counter[str]] = field(
        default_factory=lambda: defaultdict(Counter[str])
    )
    last: Mapping[str, Counter[str]] = field(
        default_factory=lambda: defaultdict(Counter[str])
    )


def run(rules: Rules, scenario: Scenario, seasons: int = SEASONS) -> Finding:
    """Imagine the seasons of a scenario and ask three rules about each.

    Args:
        rules: the published rule.
        scenario: what is true.
        seasons: how many seasons.
    """
    dice = random.Random(SEED)  # noqa: S311 - a published study is repeatable
    everybody = _people(rules)
    found = Finding(scenario.slug)
    for _ in range(seasons):
        groups, raw = _season(rules, scenario, everybody, dice)
        ranked = scores(rules, groups)
        named = winner(terraces(rules, ranked, SEED))
        if named is not None:
            found.winners[named] += 1
        for rule, order in (
            ("score", [score.group_id for score in ranked]),
            ("sum", _ordered(raw, lambda points, _: points)),
            ("mean", _ordered(raw, lambda points, people: points / people)),
        ):
            found.first[rule][order[0]] += 1
            found.last[rule][order[-1]] += 1
    return found


def _people(rules: Rules) -> Sequence[int]:
    """Return the points of a whole season of equally likely people, lazy to keen.

    Lognormal, as varied as the rule supposes, and no more than the caps allow.
    """
    spread = math.sqrt(math.log(1 + PRIOR_VARIATION**2))
    middle = math.log(MEAN_POINTS) - spread**2 / 2
    curve = NormalDist(middle, spread)
    most = rules.week_cap * rules.season_weeks
    return [
        min(most, round(math.exp(curve.inv_cdf((step + 0.5) / _STEPS))))
        for step in range(_STEPS)
    ]


def _season(
    rules: Rules, scenario: Scenario, everybody: Sequence[int], dice: random.Random
) -> tuple[list[Group], Raw]:
    groups: list[Group] = []
    raw: dict[str, tuple[int, int]] = {}
    most = rules.week_cap * rules.season_weeks
    for name, size in SIZES.items():
        gain = GAIN if name == scenario.better else 1
        late = round(size * LATE)
        early = size - late
        people = early + late * (RECRUITED if name == scenario.recruiting else 1)
        lived: dict[int, list[int]] = defaultdict(list)
        for number in range(people):
            weeks = rules.season_weeks
            if number >= early:
                weeks = 1 + int(dice.random() * (rules.season_weeks - 1))
            whole = min(most, everybody[int(dice.random() * _STEPS)] * gain)
            lived[weeks].append(round(whole * weeks / rules.season_weeks))
        groups.append(_group(rules, name, lived))
        raw[name] = (sum(map(sum, lived.values())), people)
    return groups, raw


def _group(rules: Rules, name: str, lived: Mapping[int, Sequence[int]]) -> Group:
    """Return a group as the rule sees it at the end of the season.

    Args:
        rules: the published rule.
        name: of the group.
        lived: weeks since they came, this one included -> points of each.
    """
    established = Tally()
    newcomers: Counter[Newcomer] = Counter()
    for weeks, points in sorted(lived.items()):
        part = weeks / rules.season_weeks
        if weeks <= NEWCOMER_WEEKS:
            newcomers.update(Newcomer(each, part) for each in points)
        else:
            squares = sum(each * each for each in points)
            them = cohort(len(points), sum(points), squares, part)
            established = established.plus(them)
    return Group(name, established, newcomers)


def _ordered(raw: Raw, key: Callable[[int, int], float]) -> list[str]:
    return sorted(raw, key=lambda name: key(*raw[name]), reverse=True)
