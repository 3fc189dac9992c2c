from datetime import date, timedelta

from climact_issy.domain.factors import Factor


def test_a_factor_is_stale_the_day_after_its_best_before() -> None:
    best_before = date(2028, 7, 1)
    factor = Factor(
        factor_id="x",
        label=("marche", "walking"),
        value=0.0,
        unit="kgCO2e/km",
        source="ADEME",
        source_url="",
        version="1",
        version_on=date(2026, 7, 1),
        licence="MIT",
        best_before_on=best_before,
    )
    assert not factor.is_stale(best_before)
    assert factor.is_stale(best_before + timedelta(days=1))
