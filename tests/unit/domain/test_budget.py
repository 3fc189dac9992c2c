"""The climate budget: what is published stays apart from what we compute."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from climact_issy.content import budget as content
from climact_issy.domain.budget import (
    ClimateBudget,
    even_steps,
    is_exact,
    standing,
    years,
)
from climact_issy.domain.indicators import Point, Status

BUDGET = content.budget()
tonnes = st.floats(0, 1e6)


def points(values: dict[int, float | None]) -> tuple[Point, ...]:
    return tuple(
        Point(str(year), (str(year), str(year)), value)
        for year, value in sorted(values.items())
    )


results = st.dictionaries(st.integers(2015, 2028), st.none() | tonnes, min_size=1)
limits = st.dictionaries(st.integers(2029, 2040), tonnes, min_size=1)
budgets = st.builds(
    lambda emissions, ceilings, cut: ClimateBudget(
        points(emissions), points(ceilings), (), (), cut, ()
    ),
    results,
    limits,
    tonnes,
)


def test_the_city_stands_where_its_pages_say() -> None:
    found = standing(BUDGET)
    assert found is not None
    assert (found.year, found.emissions_t) == (2024, 104_987)
    assert (found.goal_year, found.goal_t) == (2030, 69_439)
    assert found.left_t == 35_548
    assert found.required_cut_t == 5_925
    assert found.last_cut_t == 1_816


def test_the_even_way_down_is_the_yearly_cut_that_the_city_publishes() -> None:
    steps = even_steps(BUDGET)
    assert round(104_987 - steps[2025]) == BUDGET.required_cut_t


@given(budgets)
def test_the_even_way_starts_under_the_latest_result_and_ends_at_the_ceiling(
    budget: ClimateBudget,
) -> None:
    found, steps = standing(budget), even_steps(budget)
    if found is None:
        assert steps == {}
        return
    assert set(steps) == set(range(found.year + 1, found.goal_year + 1))
    assert abs(steps[found.goal_year] - found.goal_t) < 1e-6
    heights = [found.emissions_t, *steps.values()]
    falls = {round(a - b, 3) for a, b in pairwise(heights)}
    assert max(falls) - min(falls) < 0.01


@given(budgets)
def test_no_year_is_given_a_ceiling_or_a_result_that_nobody_published(
    budget: ClimateBudget,
) -> None:
    told = {
        int(p.period): p.value for p in budget.ceilings + budget.emissions if p.value
    }
    for year in years(budget):
        for point in (year.ceiling, year.emissions):
            if point is not None and point.value:
                assert told[year.year] == point.value


@given(budgets)
def test_what_is_left_is_never_less_than_nothing(budget: ClimateBudget) -> None:
    found = standing(budget)
    assert found is None or found.left_t >= 0


def test_the_years_run_from_the_first_known_to_the_last_ceiling() -> None:
    found = years(BUDGET)
    assert [year.year for year in found] == list(range(2020, 2031))
    with_ceiling = [year.year for year in found if year.ceiling]
    assert with_ceiling == [2021, 2022, 2030]
    assert [y.year for y in found if y.step_t] == list(range(2025, 2031))


def test_a_year_before_without_a_result_leaves_the_last_cut_unknown() -> None:
    alone = replace(BUDGET, emissions=points({2024: 104_987.0}))
    found = standing(alone)
    assert found is not None
    assert found.last_cut_t is None


def test_nothing_is_said_without_a_result_or_a_ceiling() -> None:
    for missing in (replace(BUDGET, emissions=()), replace(BUDGET, ceilings=())):
        assert standing(missing) is None
        assert even_steps(missing) == {}
    assert years(ClimateBudget((), (), (), (), 0.0, ())) == ()


def test_a_rounded_ceiling_is_not_exact() -> None:
    by_year = {p.period: p for p in BUDGET.ceilings}
    assert not is_exact(by_year["2021"])
    assert is_exact(by_year["2030"])
    assert by_year["2021"].status is Status.ROUNDED
