from datetime import date, timedelta

from tests.support.factors import factor


def test_a_factor_is_stale_the_day_after_its_best_before() -> None:
    best_before = date(2028, 7, 1)
    found = factor(best_before_on=best_before)
    assert not found.is_stale(best_before)
    assert found.is_stale(best_before + timedelta(days=1))
