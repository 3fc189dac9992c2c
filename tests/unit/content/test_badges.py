"""The badges: attainable, in both languages, drawn, and leading somewhere true."""

import pytest

from climact_issy import routes
from climact_issy.content import actions, badges, indicators
from climact_issy.domain.badges import Badge, Measure
from tests.support.drawings import ASSETS, ids

FIRST = {Measure.ACTIONS: 3}
"""The count of a first level that is not 1."""

ALL = pytest.mark.parametrize("badge", badges.badges(), ids=lambda badge: badge.slug)


def test_every_badge_has_its_own_name_and_drawing() -> None:
    slugs = [badge.slug for badge in badges.badges()]

    assert len(set(slugs)) == len(slugs)
    assert {f"badge-{slug}" for slug in slugs} == ids(ASSETS / "art-badge.svg")


def test_every_measure_has_a_badge() -> None:
    assert {badge.measure for badge in badges.badges()} == set(Measure)


@ALL
def test_a_badge_reads_in_both_languages(badge: Badge) -> None:
    for french, english in (badge.title, badge.sentence, badge.lead.label):
        assert french
        assert english
    assert badge.sentence[0] != badge.sentence[1]
    assert max(len(title) for title in badge.title) <= 24


@ALL
def test_the_steps_are_small_and_growing(badge: Badge) -> None:
    levels = badge.levels

    assert levels[0] == FIRST.get(badge.measure, 1)
    assert list(levels) == sorted(set(levels))
    assert max(levels) <= 30


@ALL
def test_what_is_counted_can_be_noted(badge: Badge) -> None:
    counts_gestures = badge.measure is Measure.GESTURES

    assert bool(badge.actions) == counts_gestures
    assert not counts_gestures or any(
        actions.by_slug(slug).is_loggable for slug in badge.actions
    )


@ALL
def test_a_badge_leads_to_what_its_actions_move(badge: Badge) -> None:
    lead = badge.lead
    if lead.page != badges.INDICATOR:
        assert lead.page in routes.PAGES
        return

    assert indicators.by_slug(lead.slug)
    moved = {
        name for slug in badge.actions for name in actions.by_slug(slug).indicators
    }
    assert lead.slug in moved


@ALL
def test_the_icon_of_a_badge_is_in_the_sprite(badge: Badge) -> None:
    assert badge.icon in ids(ASSETS / "icons.svg")


def test_every_action_that_is_noted_counts_for_some_badge() -> None:
    counted = frozenset[str]().union(*(badge.actions for badge in badges.badges()))

    assert not {a.slug for a in actions.catalogue() if a.is_loggable} - counted


def test_the_steps_of_a_neighbourhood_grow() -> None:
    steps = badges.milestones()

    assert steps[:4] == (100, 250, 500, 1000)
    assert list(steps) == sorted(set(steps))
