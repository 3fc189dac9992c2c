from datetime import date

import pytest

from climact_issy.content import actions, factors, release, tables
from climact_issy.domain.errors import NotFound
from climact_issy.domain.factors import Factor

IDS = [row["factor_id"] for row in tables.rows("co2_factors")]


def used() -> list[Factor]:
    found = {
        factor.factor_id: factor
        for action in actions.catalogue()
        if action.saving
        for factor in action.saving.factors
    }
    return list(found.values())


@pytest.mark.parametrize("factor_id", IDS)
def test_every_bundled_factor_has_a_whole_passport(factor_id: str) -> None:
    factor = factors.by_id(factor_id)
    assert all(factor.label)
    assert factor.label[0] != factor_id
    assert factor.unit.startswith("kgCO2e/")
    assert factor.source
    assert factor.source_url.startswith("http")
    assert factor.licence
    assert factor.version
    assert "(" not in factor.version
    assert factor.version_on.year == 2026


def test_every_factor_in_use_has_a_best_before_and_is_fresh_on_the_release_day() -> (
    None
):
    assert len(used()) > 50
    for factor in used():
        assert factor.best_before_on > factor.version_on
        assert not factor.is_stale(release.released_on()), factor.factor_id


def test_best_before_is_two_years_after_the_version() -> None:
    assert factors.best_before(date(2026, 7, 1)) == date(2028, 7, 1)
    assert factors.best_before(date(2024, 2, 29)) == date(2026, 2, 28)


def test_a_version_without_a_day_is_refused() -> None:
    assert factors.version_day("impactco2@8076a489 (2026-07-01)") == date(2026, 7, 1)
    with pytest.raises(ValueError, match="no version day"):
        factors.version_day("impactco2@8076a489")


def test_manufacture_is_a_factor_of_its_own() -> None:
    whole = factors.by_id("ico2.clothing.jeans")
    made = factors.by_id("ico2.clothing.jeans:kgco2e_manufacture")
    assert made.value == 23.2
    assert made.value < whole.value
    assert made.label == ("jean, fabrication", "pair of jeans, manufacture")


def test_an_unknown_factor_is_not_found() -> None:
    for factor_id in ("ico2.nothing", "ico2.clothing.jeans:price"):
        with pytest.raises(NotFound):
            factors.by_id(factor_id)


def test_a_car_per_person_and_a_lone_driver_are_told_apart() -> None:
    shared = factors.by_id("ico2.transport.voiturethermique")
    alone = factors.by_id("derived.transport.voiturethermique.vehicle_km")
    assert shared.unit != alone.unit
    assert alone.value == pytest.approx(1.6 * shared.value, rel=1e-4)


def test_both_years_of_the_model_carry_the_version_that_evaluated_them() -> None:
    factor = factors.of_model("ngc.x", 8287.16, is_with=True)
    assert factor.version == "@incubateur-ademe/nosgestesclimat 4.10.2"
    assert factor.version_on == date(2026, 3, 31)
    assert factor.factor_id == "ngc.x:with"
    assert factor.label != factors.of_model("ngc.x", 1.0, is_with=False).label
