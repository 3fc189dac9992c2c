from datetime import date, timedelta
from itertools import pairwise

from climact_issy.content import actions, daily
from climact_issy.domain.daily import Reason
from climact_issy.domain.people import Situation

MONDAY = date(2026, 11, 23)
YEAR = [MONDAY + timedelta(days=n) for n in range(365)]
TENANT = Situation(
    is_tenant=True, has_car=False, has_garden=False, has_shared_heating=True
)


def test_a_year_brings_many_actions_and_never_the_same_twice_running() -> None:
    for situation in (Situation(), TENANT):
        slugs = [daily.of_day(d, situation, is_demo=False).action_slug for d in YEAR]
        assert len(set(slugs)) >= 25
        assert all(a != b for a, b in pairwise(slugs))


def test_a_year_uses_every_real_reason_and_the_air_only_in_demo_mode() -> None:
    real = {daily.of_day(d, Situation(), is_demo=False).reason for d in YEAR}
    demo = {daily.of_day(d, Situation(), is_demo=True).reason for d in YEAR}
    assert real == set(Reason) - {Reason.DEMO_AIR}
    assert demo == set(Reason)


def test_what_is_known_comes_from_the_bundled_files() -> None:
    known = daily.knowledge(MONDAY, is_demo=False)
    assert len(known.electricity) == 12 * 24
    assert known.demo_air_index is None
    assert known.budget is not None
    assert (known.budget.year, known.budget.value) == ("2024", 104987)
    assert daily.knowledge(MONDAY, is_demo=True).demo_air_index == 2


def test_a_person_is_offered_only_what_they_can_do() -> None:
    for day in YEAR:
        slug = daily.of_day(day, TENANT, is_demo=False).action_slug
        assert actions.by_slug(slug).applicability.fits(TENANT)
