"""The fairness page says what the study found, in both languages and in both charts."""

import pytest

from climact_issy import texts
from climact_issy.content import rules, study
from climact_issy.presenters.study import StudyView, study_view


def view(language: str) -> StudyView:
    t = texts.for_language(language)
    return study_view(t, rules.first(), study.study())


def test_equals_and_better_groups_are_told_with_their_shares() -> None:
    known = study.study()
    named = sum(known.findings["equal"].winners.values()) / 10
    large = known.findings["better_large"].winners["150"] / 10
    found = view("en")

    assert f"wrongly names a winner in {named}%" in found.equal[0]
    assert f"{large}% of the seasons if it is large" in found.better[0]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_chart_has_its_table_twin(language: str) -> None:
    found = view(language)

    assert found.inviting_chart.rows == 2 * len(found.inviting_table.rows)
    assert found.better_chart.rows == len(found.better_table.rows)
    for chart, table in (
        (found.inviting_chart, found.inviting_table),
        (found.better_chart, found.better_table),
    ):
        cells = {cell for row in table.rows for cell in row.cells}
        shown = {label.text for label in chart.labels if "row" not in label.kind}
        assert shown
        assert shown <= cells


def test_a_full_bar_is_a_full_bar() -> None:
    chart = view("fr").better_chart
    first_row = chart.marks[:3]

    assert first_row[0].path.startswith("M0 ")
    assert f"H{chart.width}" in first_row[2].path


def test_it_says_that_it_is_not_the_last_word() -> None:
    found = view("fr")

    assert len(found.limits) == 3
    assert all(found.rule)
    assert "92040" in found.again
