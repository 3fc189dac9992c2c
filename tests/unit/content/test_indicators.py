import re

import pytest

from climact_issy.content import actions, indicators, live_indicators, release, tables
from climact_issy.domain.errors import NotFound
from climact_issy.domain.indicators import Indicator, Status

ORDER = [
    "budget-climat",
    "qui-emet-a-issy",
    "electricite-annee",
    "electricite-mois-heure",
    "dechets-menagers",
    "eau-domestique",
    "temperature-mondiale",
    "co2-mauna-loa",
    "empreinte-par-personne",
]


def every_indicator() -> pytest.MarkDecorator:
    found = indicators.shown(is_demo=True)
    return pytest.mark.parametrize("indicator", found, ids=lambda i: i.slug)


def latest(slug: str) -> float:
    point = indicators.by_slug(slug).latest
    assert point is not None
    assert point.value is not None
    return point.value


def last_cell(name: str, column: str) -> float:
    return float(tables.rows(name)[-1][column])


def test_the_nine_indicators_keep_their_order() -> None:
    assert [i.slug for i in indicators.indicators()] == ORDER


@every_indicator()
def test_an_indicator_names_its_place_source_and_licence(indicator: Indicator) -> None:
    assert indicator.source
    assert indicator.licence
    assert indicator.version
    assert indicator.retrieved_on == release.retrieved_on()
    texts = (indicator.title, indicator.explanation, indicator.caveat)
    for french, english in texts:
        assert french
        assert english
        assert french != english
        assert "'" not in french + english
        assert not re.search(r"\w [:;?!%]", french)
        assert "aujourd’hui" not in french
        assert "today" not in english
    assert all((*indicator.place, *indicator.unit))
    assert indicator.latest is not None


def test_the_newest_values_are_the_ones_of_the_files() -> None:
    assert latest("budget-climat") == 104987
    assert latest("electricite-annee") == last_cell(
        "electricity_co2_france_annual", "carbon_intensity_gco2e_per_kwh"
    )
    assert latest("temperature-mondiale") == last_cell(
        "global_temperature_anomaly", "anomaly_c_vs_1951_1980"
    )
    assert latest("co2-mauna-loa") == last_cell(
        "atmospheric_co2_mauna_loa_annual", "mean_ppm_seasonally_adjusted"
    )
    rows = tables.rows("ngc_footprint_default_person")
    assert latest("empreinte-par-personne") == float(rows[0]["kgco2e_per_person_year"])
    assert latest("dechets-menagers") == 611
    assert latest("eau-domestique") == 150
    assert latest("qui-emet-a-issy") == 52


def test_the_climate_budget_keeps_its_gaps_and_its_ceiling() -> None:
    budget = indicators.by_slug("budget-climat")
    values = {p.period: p.value for p in budget.series[0].points}
    assert values["2021"] is None
    assert values["2022"] is None
    assert budget.ceiling == 69439
    statuses = {p.period: p.status for p in budget.series[0].points}
    assert statuses["2020"] is Status.ROUNDED
    assert statuses["2023"] is Status.DERIVED


def test_only_what_has_an_official_ceiling_shows_one() -> None:
    with_ceiling = [i.slug for i in indicators.indicators() if i.ceiling is not None]
    assert with_ceiling == ["budget-climat", "dechets-menagers"]
    for indicator in indicators.indicators():
        assert (indicator.ceiling is not None) == bool(indicator.ceiling_label[0])


def test_the_two_official_pages_stand_side_by_side() -> None:
    newer, older = indicators.by_slug("qui-emet-a-issy").series
    assert [p.value for p in newer.points] == [52, 39, 9]
    assert [p.value for p in older.points] == [48, 43, None]
    assert newer.points[0].source_url != older.points[0].source_url


def test_the_two_electricity_measures_never_share_an_axis() -> None:
    year = indicators.by_slug("electricite-annee")
    profile = indicators.by_slug("electricite-mois-heure")
    assert year.unit != profile.unit
    assert year.source != profile.source
    assert not {s.key for s in year.series} & {s.key for s in profile.series}
    assert "cycle de vie" in year.caveat[0].lower()
    assert "directes" in profile.caveat[0]


def test_the_profile_has_every_month_and_hour() -> None:
    periods = [
        p.period for p in indicators.by_slug("electricite-mois-heure").series[0].points
    ]
    assert periods == [f"{m}-{h}" for m in range(1, 13) for h in range(24)]


def test_the_footprint_items_add_up_to_its_total() -> None:
    indicator = indicators.by_slug("empreinte-par-personne")
    items = sum(p.value or 0 for p in indicator.series[0].points)
    assert items == pytest.approx(latest("empreinte-par-personne"), abs=0.05)


def test_water_keeps_years_without_a_value_empty() -> None:
    points = {
        p.period: p for p in indicators.by_slug("eau-domestique").series[0].points
    }
    assert points["2005"].value is None
    assert points["2013"].value == 143


def test_demo_indicators_exist_only_where_asked_for() -> None:
    assert not any(i.is_demo for i in indicators.indicators())
    assert indicators.shown(is_demo=False) == indicators.indicators()
    assert [i.is_demo for i in indicators.shown(is_demo=True)][-2:] == [True, True]
    with pytest.raises(NotFound):
        indicators.by_slug("air-du-jour")
    assert indicators.by_slug("air-du-jour", is_demo=True).is_demo


def test_an_action_moves_its_own_figure_before_the_accounts() -> None:
    found = indicators.moved_by(actions.by_slug("composter"))
    assert [indicator.slug for indicator in found] == [
        "dechets-menagers",
        "budget-climat",
        "empreinte-par-personne",
    ]


def test_every_figure_that_an_action_names_is_known() -> None:
    for action in actions.catalogue():
        found = indicators.moved_by(action, is_demo=True)
        # A live figure has no value where pages compile: its own page names the action.
        bundled = [s for s in action.indicators if not live_indicators.is_live(s)]
        assert [indicator.slug for indicator in found] == bundled
