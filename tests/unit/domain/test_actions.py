import pytest

from climact_issy.content import actions
from climact_issy.domain.actions import Applicability, Kind
from climact_issy.domain.people import Situation


def test_what_asks_nothing_fits_everybody() -> None:
    assert Applicability().fits(Situation()) is True


@pytest.mark.parametrize(
    ("answer", "expected"), [(None, None), (True, True), (False, False)]
)
def test_a_needed_answer_decides(answer: bool | None, expected: bool | None) -> None:  # noqa: FBT001 - the answer is the case
    situation = Situation(has_garden=answer)
    assert Applicability(garden=True).fits(situation) is expected


def test_one_contrary_answer_is_enough() -> None:
    needs = Applicability(tenant=False, shared_heating=False)
    assert needs.fits(Situation(is_tenant=True)) is False
    assert needs.fits(Situation(is_tenant=False)) is None


def test_yearly_actions_wait_for_pledges() -> None:
    for action in actions.catalogue():
        assert action.is_loggable == (action.kind is not Kind.YEARLY)


def test_a_season_may_cross_the_new_year() -> None:
    heating = actions.by_slug("chauffer-a-19")
    assert heating.is_in_season(12)
    assert heating.is_in_season(1)
    assert not heating.is_in_season(7)
    assert actions.by_slug("marcher").is_in_season(7)


def test_a_saving_is_stale_when_one_of_its_factors_is() -> None:
    saving = actions.by_slug("eau-du-robinet").saving
    assert saving is not None
    last_day = min(factor.best_before_on for factor in saving.factors)
    assert not saving.is_stale(last_day)
    assert saving.is_stale(last_day.replace(year=last_day.year + 1))
