"""A row of the catalogue: one link, two measures, and what the filter reads."""

from climact_issy import texts
from climact_issy.components.action_row import action_row
from climact_issy.content import actions, rules
from climact_issy.presenters.actions import action_view

T = texts.for_language("en")


def test_a_row_is_one_link_and_carries_its_filter_marks() -> None:
    view = action_view(T, actions.by_slug("prendre-le-velo"), rules.first())
    drawn = str(action_row(T, view))
    assert drawn.count("href:") == drawn.count('"/en/act/prendre-le-velo"') + 3
    for mark in ("data-effort", "data-city", "data-needs", "data-words"):
        assert mark in drawn


def test_an_action_without_figure_says_so() -> None:
    silent = next(a for a in actions.catalogue() if a.saving is None)
    assert "no known figure" in str(
        action_row(T, action_view(T, silent, rules.first()))
    )
