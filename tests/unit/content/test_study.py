"""What the study found: the promises of the rule, on invented seasons."""

import pytest

from climact_issy.content import rules
from climact_issy.content import study as published
from climact_issy.domain import study

FOUND = published.study()


def test_the_study_is_about_the_rule_in_force() -> None:
    assert FOUND.rule_version == rules.first().version
    assert (FOUND.seed, FOUND.seasons) == (study.SEED, study.SEASONS)
    assert FOUND.sizes == tuple(study.SIZES.values())
    assert len(FOUND.sizes) == 7


def test_equals_name_a_winner_in_at_most_a_tenth_of_the_seasons() -> None:
    named = sum(FOUND.findings["equal"].winners.values())

    assert FOUND.share(named) <= 0.10


@pytest.mark.parametrize(
    "scenario", [s for s in study.SCENARIOS if s.recruiting], ids=lambda s: s.slug
)
def test_recruiting_three_times_as_many_puts_nobody_last(
    scenario: study.Scenario,
) -> None:
    last = FOUND.findings[scenario.slug].last

    assert FOUND.share(last["score"][scenario.recruiting]) <= 0.20
    # A plain mean of the season's points would: that is why arrival counts.
    assert FOUND.share(last["mean"][scenario.recruiting]) > 0.20


def test_size_alone_makes_nobody_first_as_it_does_by_sum() -> None:
    first = FOUND.findings["equal"].first

    assert max(FOUND.share(n) for n in first["score"].values()) < 0.20
    assert FOUND.share(first["sum"]["150"]) > 0.95


def test_a_truly_better_group_is_named_more_often_than_any_other() -> None:
    for scenario in study.SCENARIOS:
        if scenario.better:
            found = FOUND.findings[scenario.slug]
            assert found.winners.most_common(1)[0][0] == scenario.better
            assert found.first["score"].most_common(1)[0][0] == scenario.better


def test_every_season_has_one_first_and_one_last() -> None:
    for found in FOUND.findings.values():
        for places in (found.first, found.last):
            assert [sum(places[rule].values()) for rule in published.RULES] == [
                1000
            ] * 3
