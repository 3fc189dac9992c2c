"""A chart on a page has its description, its marks and its table twin."""

import json

from climact_issy import texts
from climact_issy.components.charts import chart, table_twin
from climact_issy.content import indicators as catalogue
from climact_issy.presenters import indicators

FRENCH = texts.for_language("fr")


def test_a_chart_is_one_described_image_with_every_mark() -> None:
    view = indicators.view(FRENCH, catalogue.by_slug("budget-climat"))
    assert view.chart is not None
    drawn = str(chart(view.chart))
    assert 'role:"img"' in drawn
    assert json.dumps(view.text)[1:-1] in drawn
    assert all(mark.path in drawn for mark in view.chart.marks)


def test_a_small_chart_leaves_its_axis_out() -> None:
    view = indicators.view(FRENCH, catalogue.by_slug("electricite-annee"))
    assert view.chart is not None
    assert '"axis"' in str(chart(view.chart))
    assert '"axis"' not in str(chart(view.chart, is_mini=True))


def test_the_table_twin_opens_without_a_script() -> None:
    view = indicators.view(FRENCH, catalogue.by_slug("budget-climat"))
    twin = str(table_twin(FRENCH, view.table))
    assert twin.startswith('jsx("details"')
    assert twin.count('scope:"row"') == len(view.table.rows)


def test_a_wide_table_scrolls_and_takes_the_focus() -> None:
    view = indicators.view(FRENCH, catalogue.by_slug("electricite-mois-heure"))
    assert "tabIndex" in str(table_twin(FRENCH, view.table))
