"""Every published saving opens its passport; nothing else does."""

from datetime import date

from climact_issy import texts
from climact_issy.content import actions
from climact_issy.presenters.saving_passports import saving_passport

T = texts.for_language("fr")
DAY = date(2026, 11, 23)


def test_a_passport_carries_range_formula_source_version_and_licence() -> None:
    found = saving_passport(T, actions.by_slug("prendre-le-velo"), today=DAY)
    assert found is not None
    assert (found.value, found.low, found.high) == ("−0,142", "−0,110", "−0,271")
    assert found.mark_at == "20%"
    labels = {fact.label for fact in found.facts}
    assert {"Calcul", "Source", "Version", "Licence", "Budget de la ville"} <= labels


def test_an_action_has_a_passport_exactly_when_it_has_a_figure() -> None:
    for action in actions.catalogue():
        found = saving_passport(T, action, today=DAY)
        assert (found is None) == (action.saving is None)


def test_a_passport_past_its_best_before_day_says_so() -> None:
    bike = actions.by_slug("prendre-le-velo")
    late = saving_passport(T, bike, today=date(2040, 1, 1))
    fresh = saving_passport(T, bike, today=DAY)
    assert late is not None
    assert late.is_stale
    assert late.stale_note
    assert fresh is not None
    assert not fresh.is_stale
