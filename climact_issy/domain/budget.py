"""The climate budget as the city's pages give it: ceilings, results, what is left.

A ceiling that no page gives for a year stays absent. The even steps from the latest
result to the last ceiling are our arithmetic, kept apart from what is published.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from climact_issy.domain.indicators import Point, Series, Status


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two published texts that say different things of one figure.

    Attributes:
        what: (French, English) the figure.
        readings: (French, English) each text with what it says, at least two.
        source_url: where one of them was read.
    """

    what: tuple[str, str]
    readings: tuple[tuple[str, str], ...]
    source_url: str


@dataclass(frozen=True, slots=True)
class ClimateBudget:
    """What is known of the city's climate budget; nothing between is made up.

    Attributes:
        emissions: results in tCO2e, one a year, gaps included.
        ceilings: ceilings in tCO2e, of the years that have one.
        aims: change asked of a year against the year before, in percent.
        changes: change obtained in a year against the year before, in percent.
        required_cut_t: tCO2e to cut each year until the last ceiling, as published.
        splits: who emits, in percent: one series a published page, never merged.
        inside: (French, English) what the accounts hold (our reading).
        outside: (French, English) what they leave out (our reading).
        disagreements: published texts that contradict each other.
    """

    emissions: tuple[Point, ...]
    ceilings: tuple[Point, ...]
    aims: tuple[Point, ...]
    changes: tuple[Point, ...]
    required_cut_t: float
    splits: tuple[Series, ...]
    inside: tuple[tuple[str, str], ...] = ()
    outside: tuple[tuple[str, str], ...] = ()
    disagreements: tuple[Disagreement, ...] = ()


@dataclass(frozen=True, slots=True)
class Year:
    """One year of the budget; None where no page gives a value.

    Attributes:
        year: the civil year.
        ceiling: tCO2e allowed.
        emissions: tCO2e counted.
        step_t: tCO2e of an even way down, only for years to come: our arithmetic.
        aim: percent asked against the year before.
        change: percent obtained against the year before.
    """

    year: int
    ceiling: Point | None = None
    emissions: Point | None = None
    step_t: float | None = None
    aim: Point | None = None
    change: Point | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the city is, in tCO2e.

    Attributes:
        year: of the latest result.
        emissions_t: that result.
        goal_year: of the last ceiling.
        goal_t: that ceiling.
        left_t: still to cut, 0 once the ceiling is met.
        required_cut_t: to cut each year, as published.
        last_cut_t: cut in the latest year (negative = a rise), None when the year
            before has no result.
    """

    year: int
    emissions_t: float
    goal_year: int
    goal_t: float
    left_t: float
    required_cut_t: float
    last_cut_t: float | None


def standing(budget: ClimateBudget) -> Standing | None:
    """Compare the latest result with the last ceiling, None without both."""
    results, ceilings = _by_year(budget.emissions), _by_year(budget.ceilings)
    if not results or not ceilings:
        return None
    year, goal_year = max(results), max(ceilings)
    emissions, goal = _value(results[year]), _value(ceilings[goal_year])
    before = results.get(year - 1)
    return Standing(
        year=year,
        emissions_t=emissions,
        goal_year=goal_year,
        goal_t=goal,
        left_t=max(0.0, emissions - goal),
        required_cut_t=budget.required_cut_t,
        last_cut_t=None if before is None else _value(before) - emissions,
    )


def even_steps(budget: ClimateBudget) -> dict[int, float]:
    """Return the tCO2e of an even way down, year by year, to the last ceiling.

    Nobody published them: they only spread what is left over the years that are.
    """
    found = standing(budget)
    if found is None or found.goal_year <= found.year:
        return {}
    step = (found.emissions_t - found.goal_t) / (found.goal_year - found.year)
    return {
        year: found.emissions_t - step * (year - found.year)
        for year in range(found.year + 1, found.goal_year + 1)
    }


def years(budget: ClimateBudget) -> tuple[Year, ...]:
    """Return every year from the first known one to the last ceiling."""
    told = [
        _by_year(points)
        for points in (budget.ceilings, budget.emissions, budget.aims, budget.changes)
    ]
    known = {year for points in told for year in points}
    if not known:
        return ()
    ceilings, emissions, aims, changes = told
    steps = even_steps(budget)
    return tuple(
        Year(
            year,
            ceiling=ceilings.get(year),
            emissions=emissions.get(year),
            step_t=steps.get(year),
            aim=aims.get(year),
            change=changes.get(year),
        )
        for year in range(min(known), max(known) + 1)
    )


def is_exact(point: Point) -> bool:
    """Whether a page prints the value itself, neither rounded nor computed."""
    return point.status in {Status.PUBLISHED, Status.TARGET}


def _by_year(points: Iterable[Point]) -> dict[int, Point]:
    return {int(p.period): p for p in points if p.value is not None}


def _value(point: Point) -> float:
    return point.value or 0.0
