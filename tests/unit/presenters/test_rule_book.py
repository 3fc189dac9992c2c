"""The versions of the rule in words."""

from dataclasses import fields, replace
from datetime import date

import pytest

from climact_issy import texts
from climact_issy.domain.points import Rules
from climact_issy.domain.rulebook import Edition
from climact_issy.domain.tiers import Tier
from climact_issy.presenters.rule_book import RuleBookView, changes, repeats, rule_book
from tests.support.rules import RULES

T = texts.for_language("fr")
EN = texts.for_language("en")
FIRST = Edition(RULES)
SECOND = Edition(
    replace(RULES, version=2, starts_on=date(2026, 12, 7), day_cap=40), "Plus juste."
)
OTHER_WEIGHTS = {**RULES.tier_weights, Tier.CODE: 1.7}


def test_before_its_day_a_version_is_announced() -> None:
    view = rule_book(T, [FIRST, SECOND], date(2026, 12, 6))

    assert view.now.startswith("Règle n° 1, en vigueur")
    assert view.next == "Règle n° 2, prévue à partir du 7 décembre 2026."
    assert [e.title for e in view.editions] == [
        "Règle n° 2, à partir du 7 décembre 2026",
        "Règle n° 1, depuis le 26 octobre 2026",
    ]


def test_on_its_day_it_is_in_force() -> None:
    view = rule_book(T, [FIRST, SECOND], date(2026, 12, 7))

    assert view.now.startswith("Règle n° 2, en vigueur")
    assert view.next == ""
    assert view.editions[0].title.endswith("depuis le 7 décembre 2026")


def test_the_history_says_what_changed_and_why() -> None:
    newest, first = rule_book(T, [FIRST, SECOND], date(2026, 12, 7)).editions

    assert newest.reason == "Plus juste."
    assert newest.changes == ["Plafond de points du jour\u00a0: 30, puis 40"]
    assert first.changes == ["La première règle publiée."]


def test_a_version_with_the_same_numbers_says_so() -> None:
    same = Edition(replace(RULES, version=2, starts_on=date(2026, 12, 7)))

    view = rule_book(EN, [FIRST, same], date(2026, 12, 7))

    assert view.editions[0].changes == ["The same figures as before."]


@pytest.mark.parametrize(
    "change",
    [
        {f.name: getattr(RULES, f.name) + 1}
        for f in fields(Rules)
        if isinstance(getattr(RULES, f.name), int) and f.name != "version"
    ]
    + [
        {"declared_week_share": 0.5},
        {"name_winner_at": 0.9},
        {"repeat_weights": (1.0, 0.5)},
        {"tier_weights": OTHER_WEIGHTS},
    ],
    ids=lambda change: next(iter(change)),
)
def test_no_number_changes_in_silence(change: dict[str, object]) -> None:
    after = replace(RULES, **change)

    for t in (T, EN):
        (line,) = changes(t, RULES, after)
        assert line


def test_repeats_are_said_run_by_run() -> None:
    assert repeats(T, (1.0, 1.0, 0.6, 0.2)) == (
        "2 fois à 100\u00a0%, 1 fois à 60\u00a0%, ensuite 20\u00a0%"
    )
    assert repeats(EN, (1.0, 0.5)) == "1 time at 100%, then 50%"
    assert repeats(EN, (1.0,)) == "100%"


def test_the_empty_view_was_not_read() -> None:
    assert not RuleBookView().is_ready
