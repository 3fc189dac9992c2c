"""The fairness of the catalogue: whoever one is, a week can bring about as much.

For each persona the best points of a week within a budget of minutes are computed
exactly, before any day or week cap. It is what the game lets one note at most, not
advice: nobody does all of it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from operator import add
from typing import Final, Literal

from climact_issy.domain.actions import Action, Applicability
from climact_issy.domain.caps import times_a_week
from climact_issy.domain.people import Situation
from climact_issy.domain.points import Rules, base_points, repeated
from climact_issy.domain.tiers import Tier

MONTHS: Final = range(1, 13)

Row = list[int]
"""Best points by minutes spent at most, from 0 to the budget."""


@dataclass(frozen=True, slots=True)
class Persona:
    """Somebody the catalogue must be fair to.

    Attributes:
        key: stable name.
        label: (French, English) who they are, in a few words.
        situation: their answers, all of them given.
        cannot: slugs of what is out of their reach although it fits their answers.
        reason: (French, English) why, ("", "") when nothing is.
    """

    key: str
    label: tuple[str, str]
    situation: Situation
    cannot: frozenset[str] = frozenset()
    reason: tuple[str, str] = ("", "")

    def can(self, action: Action, month: int) -> bool:
        """Whether they can note an action in a month (1-12)."""
        return (
            action.is_loggable
            and action.is_in_season(month)
            and action.applicability.fits(self.situation) is True
            and action.slug not in self.cannot
        )


@dataclass(frozen=True, slots=True)
class Slot:
    """Actions that take each other's place: nobody eats forty main meals a week.

    Attributes:
        name: (French, English) what they share.
        times: how often it comes in a week.
        slugs: the actions.
    """

    name: tuple[str, str]
    times: int
    slugs: frozenset[str]


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of a catalogue.

    Attributes:
        rules: the published rule.
        minutes: budget of a week.
        spread: most that the highest persona may have above the lowest, as a share.
        slots: what actions share; an action is in one of them or in none.
    """

    rules: Rules
    minutes: int
    spread: float
    slots: tuple[Slot, ...] = ()


@dataclass(frozen=True, slots=True)
class Month:
    """The points within reach of each persona in the weeks of a month.

    Attributes:
        month: 1 to 12.
        points: persona key -> best points of a week, before any cap.
    """

    month: int
    points: dict[str, int]

    @property
    def spread(self) -> float:
        """How far the highest persona is above the lowest, as a share of it."""
        least, most = min(self.points.values()), max(self.points.values())
        if least == most:
            return 0.0
        return most / least - 1 if least else float("inf")


@dataclass(frozen=True, slots=True)
class Culprit:
    """The action that makes a month unfair.

    Attributes:
        month: the month.
        slug: the action.
        remedy: "remove" it, or "open" it to every persona.
        spread: what the spread of the month would then be.
    """

    month: int
    slug: str
    remedy: Literal["remove", "open"]
    spread: float


def reachable(
    persona: Persona, catalogue: Iterable[Action], question: Question, month: int
) -> int:
    """Return the best points of a week of a month, before any day or week cap.

    An exact knapsack over minutes and over the times of each slot. Each repeat of an
    action is an item of its own; repeats never bring more than the time before and
    take as long, so the best choice takes them in order by itself.

    Args:
        persona: who.
        catalogue: every action.
        question: the rule and the minutes of a week.
        month: 1 to 12.
    """
    return _best([a for a in catalogue if persona.can(a, month)], question)


def _best(actions: Iterable[Action], question: Question) -> int:
    able = {action.slug: action for action in actions}
    best: Row = [0] * (question.minutes + 1)
    for slot in question.slots:
        shared = [able.pop(slug) for slug in sorted(slot.slugs & able.keys())]
        items = tuple(_items(shared, question))
        best = _both(best, _slot(items, slot.times, question.minutes))
    for item in _items(able.values(), question):
        best = _with(best, best, *item)
    return best[-1]


@lru_cache(maxsize=256)
def _slot(items: tuple[tuple[int, int], ...], times: int, minutes: int) -> Row:
    """Return the best points by minutes of at most so many items."""
    # rows[n] is the best with at most n of them.
    rows: list[Row] = [[0] * (minutes + 1)] * (times + 1)
    for item in items:
        more = (_with(same, fewer, *item) for fewer, same in pairwise(rows))
        rows = [rows[0], *more]
    return rows[-1]


def _both(one: Row, other: Row) -> Row:
    """Return the best points by minutes shared between two rows."""
    return [
        max(map(add, one[: spent + 1], reversed(other[: spent + 1])))
        for spent in range(len(one))
    ]


def _with(without: Row, before: Row, minutes: int, points: int) -> Row:
    """Return the best points by minutes once an item may be added to `before`."""
    added = [value + points for value in before[: len(before) - minutes]]
    return [*without[:minutes], *map(max, without[minutes:], added)]


def year(
    personas: Sequence[Persona], catalogue: Sequence[Action], question: Question
) -> tuple[Month, ...]:
    """Return the twelve months, with the points within reach of each persona."""
    known: dict[tuple[str, ...], int] = {}
    return tuple(
        _month(personas, catalogue, question, month, known) for month in MONTHS
    )


def _month(
    personas: Iterable[Persona],
    catalogue: Iterable[Action],
    question: Question,
    month: int,
    known: dict[tuple[str, ...], int],
) -> Month:
    """Return one month; who can do the same has the same, computed once."""
    points: dict[str, int] = {}
    for persona in personas:
        able = [action for action in catalogue if persona.can(action, month)]
        key = tuple(action.slug for action in able)
        if key not in known:
            known[key] = _best(able, question)
        points[persona.key] = known[key]
    return Month(month, points)


def culprits(
    personas: Sequence[Persona], catalogue: Sequence[Action], question: Question
) -> tuple[Culprit, ...]:
    """Name, for each unfair month, the action that makes it so.

    Of the actions that the highest persona can do and the lowest cannot, it is the
    one whose removal, or opening to everybody, brings the personas closest together.
    """
    return tuple(
        _culprit(personas, catalogue, question, found)
        for found in year(personas, catalogue, question)
        if found.spread > question.spread
    )


def _culprit(
    personas: Sequence[Persona],
    catalogue: Sequence[Action],
    question: Question,
    unfair: Month,
) -> Culprit:
    month, points = unfair.month, unfair.points
    low = min(personas, key=lambda persona: points[persona.key])
    high = max(personas, key=lambda persona: points[persona.key])
    found: list[Culprit] = []
    for action in catalogue:
        if low.can(action, month) or not high.can(action, month):
            continue
        slug = action.slug
        others = [each for each in catalogue if each.slug != slug]
        without = _month(personas, others, question, month, {})
        opened = [*others, replace(action, applicability=Applicability())]
        able = [replace(each, cannot=each.cannot - {slug}) for each in personas]
        for_all = _month(able, opened, question, month, {})
        found += [
            Culprit(month, slug, "remove", without.spread),
            Culprit(month, slug, "open", for_all.spread),
        ]
    return min(found, key=lambda culprit: (culprit.spread, culprit.slug))


def _items(actions: Iterable[Action], question: Question) -> Iterable[tuple[int, int]]:
    """Yield (minutes, points) of each time that fits the budget of minutes."""
    for action in actions:
        if action.minutes <= question.minutes:
            base = base_points(question.rules, action.effort, Tier.DECLARED)
            for n in range(1, times_a_week(action) + 1):
                yield action.minutes, repeated(question.rules, base, n)
