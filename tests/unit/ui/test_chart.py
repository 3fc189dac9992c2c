"""A chart says what it shows, and has a table twin."""

from climact_issy.ui.chart import figure, line, rule, table, words


def test_a_drawing_has_a_sentence() -> None:
    drawn = str(figure(line("M0 0L1 1"), view_box="0 0 1 1", label="En baisse"))

    assert 'role:"img"' in drawn
    assert '"aria-label":"En baisse"' in drawn


def test_an_axis_is_drawn_where_the_geometry_says() -> None:
    assert 'x1:"0"' in str(rule((0.0, 1.5), (2.0, 1.5)))
    assert 'textAnchor:"end"' in str(words((1, 2), "2024", "end"))


def test_the_table_names_its_rows_and_columns() -> None:
    drawn = str(table("Émissions", ["Année", "t"], [["2024", "104"]]))

    assert drawn.count('scope:"col"') == 2
    assert drawn.count('scope:"row"') == 1
    assert "tabIndex:0" in drawn
