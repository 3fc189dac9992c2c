"""The pieces of the climate budget page say both pages and every gap."""

import reflex as rx

from climact_issy import texts
from climact_issy.components.climate_budget import boundary, emitters, standing
from climact_issy.content import budget as content
from climact_issy.content import indicators
from climact_issy.presenters.budget import budget_view
from tests.support.rendered import rendered

FRENCH = texts.for_language("fr")
VIEW = budget_view(
    FRENCH,
    content.budget(),
    indicators.by_slug(content.BUDGET),
    content.simulated(),
)


def test_both_official_splits_stand_beside_each_other_with_their_sources() -> None:
    drawn = rendered(rx.fragment(*emitters(FRENCH, VIEW)))
    for split in VIEW.splits:
        assert split.page in drawn
        assert split.source_url in drawn
    assert "52\u00a0%" in drawn
    assert "48\u00a0%" in drawn
    assert "11 619 t" in drawn


def test_what_counts_stands_beside_what_does_not_and_is_said_to_be_our_reading() -> (
    None
):
    drawn = rendered(rx.fragment(*boundary(FRENCH, VIEW)))
    assert all(line in drawn for line in VIEW.inside + VIEW.outside)
    assert "notre lecture" in drawn


def test_a_year_nobody_published_has_a_dash() -> None:
    drawn = rendered(rx.fragment(*standing(FRENCH, VIEW)))
    assert "104\u202f987\u00a0t" in drawn
    assert "Nous ne le devinons pas" in drawn
    assert '"–"' in drawn
