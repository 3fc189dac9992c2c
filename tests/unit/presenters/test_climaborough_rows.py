"""Our indicators as rows: every value stands on its indicator, nothing is invented."""

import json

from climact_issy.content import demo_indicators, indicators, live_indicators
from climact_issy.presenters import live
from climact_issy.presenters.climaborough_rows import rows
from tests.support.readings import of_days, reading


def test_every_value_names_an_indicator_that_is_there() -> None:
    found = rows(indicators.shown(is_demo=False))
    ids = [row["id_kpi"] for row in found["KPI"]]

    assert len(ids) == len(set(ids)) > 0
    assert {row["id_kpi"] for row in found["KPIValue"]} == set(ids)
    assert all(row["unit_text"] and row["provider"] for row in found["KPI"])
    assert json.loads(json.dumps(found, allow_nan=False)) == found


def test_a_year_is_its_first_instant_in_paris_and_its_value_is_ours() -> None:
    (figure,) = [
        found
        for found in indicators.shown(is_demo=False)
        if found.slug == "electricite-annee"
    ]
    found = rows([figure])
    newest = figure.latest

    assert newest is not None
    last = found["KPIValue"][-1]
    year = int(newest.period)
    assert last["timestamp"] == f"{year - 1}-12-31T23:00:00+00:00"
    assert last["value"] == newest.value
    assert found["KPI"][0]["calculation_frequency"] == "yearly"


def test_the_ceiling_is_a_threshold_and_targets_are_no_values() -> None:
    (budget,) = [
        found
        for found in indicators.shown(is_demo=False)
        if found.slug == "budget-climat"
    ]
    found = rows([budget])

    assert found["KPI"][0]["max_threshold"] == budget.ceiling
    assert all("2030" not in str(row["timestamp"]) for row in found["KPIValue"])


def test_a_live_figure_is_told_by_its_instants_and_a_gap_has_no_row() -> None:
    figure = live_indicators.by_slug("electricite-maintenant")
    found = rows([live.filled(figure, reading(40.0, None, 47.0))])

    assert [row["value"] for row in found["KPIValue"]] == [40.0, 47.0]
    assert found["KPIValue"][-1]["timestamp"] == "2023-09-12T16:15:00+00:00"
    assert found["KPI"][0]["calculation_frequency"] == "real time"
    assert rows([figure]) == {"KPI": [], "KPIValue": []}


def test_an_official_class_is_told_by_its_number_with_the_words_beside_it() -> None:
    air = live_indicators.by_slug("indice-atmo")
    found = rows([live.filled(air, of_days(2.0)[0])])

    (kpi,) = found["KPI"]
    assert kpi["has_category_label"] is True
    assert kpi["category_label_dictionary"] == {
        "1": "good",
        "2": "medium",
        "3": "degraded",
        "4": "bad",
        "5": "very bad",
        "6": "extremely bad",
    }
    assert kpi["calculation_frequency"] == "daily"
    assert [row["value"] for row in found["KPIValue"]] == [2.0]


def test_an_invented_figure_is_never_exported() -> None:
    assert rows(demo_indicators.demo_indicators()) == {"KPI": [], "KPIValue": []}
