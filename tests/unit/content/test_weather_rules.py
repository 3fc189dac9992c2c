"""The rules: complete, sourced, plain, and careful with people."""

from datetime import date

import pytest

from climact_issy.content import challenges, live_indicators, weather_rules
from climact_issy.content.weather_rules import Entry
from climact_issy.domain.challenges import JOINED, checked
from climact_issy.domain.errors import NotFound
from climact_issy.domain.observations import SeriesKey
from climact_issy.domain.readability import EASY, MOST_WORDS, kandel_moles, longest
from climact_issy.domain.weather_rules import Check, Mode, Span

TODAY = date(2026, 7, 14)
ENTRIES = weather_rules.entries()
HARD = {"prendre-le-velo", "velo-electrique", "velo-cargo", "accompagner-a-velo"}
"""An effort outside."""

each_rule = pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: e.rule.slug)


@each_rule
def test_its_challenge_is_a_complete_one_of_a_usual_kind(entry: Entry) -> None:
    draft = entry.rule.challenge(TODAY, is_demo=False)

    assert checked(draft, challenges.countable()) is draft
    assert draft.kind in JOINED
    assert draft.days == entry.rule.days


@each_rule
def test_two_of_its_challenges_never_run_together(entry: Entry) -> None:
    assert entry.rule.rest_days >= entry.rule.days


@each_rule
def test_its_words_are_plain(entry: Entry) -> None:
    said = [
        text
        for told in entry.told
        for pair in (told.when, told.reason, told.beside)
        for text in pair[:1]
        if text
    ] + [entry.rule.draft.summary[0], *([entry.advice[0]] if entry.advice[0] else [])]

    assert [text for text in said if kandel_moles(text) < EASY] == []
    assert [text for text in said if longest(text) > MOST_WORDS] == []


@each_rule
def test_every_threshold_is_official_with_its_source_or_computed(entry: Entry) -> None:
    for condition, told in zip(entry.rule.conditions, entry.told, strict=True):
        assert "" not in told.name
        assert (condition.check is Check.LOWEST) == (not told.name_url)
        assert (condition.check is Check.LOWEST) == all(told.beside)
        if condition.check is Check.LOWEST:
            assert condition.span is Span.HOURS
            assert 0 < condition.limit < 1
            assert condition.past_days
        else:
            assert told.classes
            assert told.classes.grade(condition.limit)


@each_rule
def test_where_health_is_at_stake_official_advice_is_named(entry: Entry) -> None:
    watched = {condition.key.indicator for condition in entry.rule.conditions}
    is_health = bool(watched - {"electricite-maintenant"})

    assert is_health == all(entry.advice)
    assert is_health == entry.advice_url.startswith("https://")
    if is_health:
        assert not HARD & set(entry.rule.draft.actions)


def test_in_heat_staff_decide_and_nobody_is_sent_out() -> None:
    rule = weather_rules.by_slug("meteo-canicule").rule

    assert rule.mode is Mode.PROPOSED
    assert "marcher" not in rule.draft.actions


def test_the_figures_are_those_of_the_sources() -> None:
    keys = [c.key for entry in ENTRIES for c in entry.rule.conditions]

    assert keys == [
        SeriesKey("episode-pollution", "main", "ile-de-france"),
        SeriesKey("indice-atmo", "main", "issy-les-moulineaux"),
        SeriesKey("vigilance-canicule", "main", "hauts-de-seine"),
        SeriesKey("electricite-maintenant", "main", "france"),
    ]
    known = live_indicators.keys()
    assert all(known[k.indicator] == k for k in keys if k.indicator in known)


def test_a_figure_knows_which_rules_watch_it() -> None:
    assert [e.rule.slug for e in weather_rules.watching("indice-atmo")] == ["meteo-air"]
    assert weather_rules.watching("velos-quai-d-issy") == ()


def test_a_condition_is_said_by_its_figure() -> None:
    entry = weather_rules.by_slug("meteo-air")

    assert entry.told_of(entry.rule.conditions[1].key) is entry.told[1]
    assert entry.told_of(SeriesKey("x", "main", "x")) is entry.told[0]


def test_an_unknown_rule_is_refused() -> None:
    with pytest.raises(NotFound):
        weather_rules.by_slug("meteo-neige")
