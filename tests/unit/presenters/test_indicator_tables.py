"""The table twin holds every value, and every gap."""

from climact_issy import texts
from climact_issy.content import indicators as catalogue
from climact_issy.presenters.indicator_tables import TableView, table


def twin(slug: str) -> TableView:
    return table(texts.for_language("fr"), catalogue.by_slug(slug, is_demo=True))


def test_a_gap_stays_a_gap_in_the_table() -> None:
    rows = {row.head: row for row in twin("budget-climat").rows}
    assert rows["2021"].cells[0] == "–"
    assert rows["2024"].cells[0] == "104\u202f987"
    assert rows["2027"].origin == "marche à tenir"
    water = [row for row in twin("eau-domestique").rows if row.cells[0] == "–"]
    assert len(water) == 13


def test_a_profile_has_a_row_an_hour_and_a_column_a_month() -> None:
    found = twin("electricite-mois-heure")
    assert len(found.heads) == 12
    assert len(found.rows) == 24
    assert all(len(row.cells) == 12 for row in found.rows)


def test_a_negative_value_has_a_true_minus() -> None:
    assert twin("temperature-mondiale").rows[0].cells == ("−0,17",)
