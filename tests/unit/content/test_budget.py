"""The climate budget is read whole, and its words repeat no figure of their own."""

import re

from climact_issy.content import budget, tables


def test_both_official_splits_are_kept_as_published() -> None:
    newer, older = budget.budget().splits
    assert [p.value for p in newer.points] == [52, 39, 9]
    # This page only says "the rest" of the public bodies.
    assert [p.value for p in older.points] == [48, 43, None]
    assert newer.points[0].source_url != older.points[0].source_url


def test_the_changes_asked_and_obtained_are_those_of_the_file() -> None:
    found = budget.budget()
    assert {p.period: p.value for p in found.aims} == {
        "2020": -3.3,
        "2021": -3.5,
        "2022": -3.2,
        "2023": -3.4,
    }
    assert {p.period: p.value for p in found.changes} == {
        "2020": -6.5,
        "2023": -7.3,
        "2024": -1.7,
    }


def test_every_figure_of_a_disagreement_stands_in_the_file() -> None:
    told = " ".join(
        f"{row['value']} {row['note']}" for row in tables.rows("issy_climate_budget")
    ).replace(" ", "")
    for found in budget.budget().disagreements:
        assert found.source_url.startswith("https://")
        assert len(found.readings) >= 2
        for french, _ in found.readings:
            figure = re.search(r"\d[\d\u00a0\u202f ]*(?:,\d+)?", french)
            assert figure is not None
            plain = re.sub(r"\s", "", figure[0]).replace(",", ".")
            assert plain in told, figure[0]


def test_the_boundary_is_told_in_both_languages() -> None:
    found = budget.budget()
    assert all(fr and en and fr != en for fr, en in found.inside + found.outside)


def test_the_catalogue_is_sorted_out_whole() -> None:
    found = budget.simulated()
    assert len(found.counted) == 28
    assert len(found.not_counted) == 27
