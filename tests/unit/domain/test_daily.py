from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from climact_issy.content import actions
from climact_issy.domain.actions import Boundary, Kind, Theme
from climact_issy.domain.daily import (
    DailyChoice,
    Knowledge,
    Overshoot,
    Reason,
    choose,
    peak_hour,
)
from climact_issy.domain.errors import NotFound
from climact_issy.domain.people import Situation

CATALOGUE = actions.catalogue()
answers = st.sampled_from([None, True, False])
days = st.dates(date(2026, 1, 1), date(2040, 12, 31))
situations = st.builds(
    Situation,
    is_tenant=answers,
    has_car=answers,
    has_garden=answers,
    has_shared_heating=answers,
)
profiles = st.dictionaries(
    st.tuples(st.integers(1, 12), st.integers(0, 23)), st.floats(0, 400), max_size=60
)
budgets = st.none() | st.builds(
    Overshoot, st.just("2024"), st.floats(0, 2e5), st.just(69439.0)
)
known_things = st.builds(
    Knowledge, profiles, budgets, st.none() | st.integers(min_value=1, max_value=6)
)


@given(days, situations, known_things)
def test_the_choice_can_be_noted_by_this_person_in_this_month(
    day: date, situation: Situation, known: Knowledge
) -> None:
    found = choose(CATALOGUE, day, situation, known)
    action = actions.by_slug(found.action_slug)
    assert action.is_loggable
    assert action.kind is Kind.PER_USE
    assert action.effort <= 3
    assert action.is_in_season(day.month)
    assert action.applicability.fits(situation) is True


@given(days, situations, known_things)
def test_the_same_inputs_give_the_same_choice(
    day: date, situation: Situation, known: Knowledge
) -> None:
    first = choose(CATALOGUE, day, situation, known)
    assert first == choose(CATALOGUE, day, situation, known)


@given(days, situations, known_things)
def test_the_reason_is_true(day: date, situation: Situation, known: Knowledge) -> None:
    found = choose(CATALOGUE, day, situation, known)
    assert _is_true(found, day, known)


def _is_true(found: DailyChoice, day: date, known: Knowledge) -> bool:
    action, values = actions.by_slug(found.action_slug), found.values
    hours = {h: g for (m, h), g in known.electricity.items() if m == day.month}
    is_weekend = day.weekday() >= 5
    truths = {
        Reason.DEMO_AIR: lambda: values["index"] == known.demo_air_index in {1, 2},
        Reason.SEASON: lambda: values["month"] == day.month in action.months,
        Reason.ELECTRICITY_PEAK: lambda: (
            hours[int(values["hour"])] == max(hours.values()) == values["g_per_kwh"]
        ),
        Reason.BUDGET_ABOVE_CEILING: lambda: (
            float(values["value"]) > float(values["ceiling"])
            and action.boundary in {Boundary.YES, Boundary.PARTLY}
        ),
        Reason.WORKDAY_TRIP: lambda: action.theme is Theme.TRANSPORT and not is_weekend,
        Reason.WEEKEND_TIME: lambda: (
            is_weekend and values["minutes"] == action.minutes >= 20
        ),
        Reason.TURN: lambda: values == {},
    }
    return truths[found.reason]()


@given(days, situations)
def test_nothing_is_said_of_the_air_without_a_demo_series(
    day: date, situation: Situation
) -> None:
    found = choose(CATALOGUE, day, situation, Knowledge())
    assert found.reason not in {
        Reason.DEMO_AIR,
        Reason.ELECTRICITY_PEAK,
        Reason.BUDGET_ABOVE_CEILING,
    }


@given(days, situations, known_things)
def test_tomorrow_brings_another_action(
    day: date, situation: Situation, known: Knowledge
) -> None:
    today = choose(CATALOGUE, day, situation, known)
    tomorrow = choose(CATALOGUE, day + timedelta(days=1), situation, known)
    assert today.action_slug != tomorrow.action_slug


def test_bad_air_is_no_reason_to_ride() -> None:
    for offset in range(60):
        day = date(2026, 11, 23) + timedelta(days=offset)
        found = choose(CATALOGUE, day, Situation(), Knowledge(demo_air_index=5))
        assert found.reason is not Reason.DEMO_AIR


def test_an_empty_catalogue_has_no_action_of_the_day() -> None:
    with pytest.raises(NotFound):
        choose((), date(2026, 11, 23), Situation(), Knowledge())


def test_a_lone_action_is_chosen_every_day() -> None:
    walk = actions.by_slug("marcher")
    for offset in range(4):
        day = date(2026, 11, 23) + timedelta(days=offset)
        found = choose((walk,), day, Situation(), Knowledge())
        assert found.action_slug == "marcher"


def test_the_peak_hour_is_the_first_of_the_highest() -> None:
    profile = {(1, 18): 70.0, (1, 19): 70.0, (1, 3): 50.0, (2, 9): 90.0}
    assert peak_hour(profile, 1) == (18, 70.0)
    assert peak_hour(profile, 3) is None


MONDAY = date(2026, 11, 23)
YEAR = [MONDAY + timedelta(days=n) for n in range(365)]
TENANT = Situation(
    is_tenant=True, has_car=False, has_garden=False, has_shared_heating=True
)
KNOWN = Knowledge({(m, 18): 60.0 for m in range(1, 13)}, Overshoot("2024", 2.0, 1.0))


@pytest.mark.parametrize("situation", [Situation(), TENANT])
def test_a_year_brings_many_actions(situation: Situation) -> None:
    found = {choose(CATALOGUE, day, situation, KNOWN).action_slug for day in YEAR}
    assert len(found) >= 25


def test_a_year_uses_every_reason_and_the_air_only_in_demo_mode() -> None:
    demo = replace(KNOWN, demo_air_index=1)
    real_reasons = {choose(CATALOGUE, d, Situation(), KNOWN).reason for d in YEAR}
    demo_reasons = {choose(CATALOGUE, d, Situation(), demo).reason for d in YEAR}
    assert real_reasons == set(Reason) - {Reason.DEMO_AIR}
    assert demo_reasons == set(Reason)
