from hypothesis import given
from hypothesis import strategies as st

from climact_issy.domain.shares import Shares, of_total
from climact_issy.domain.tiers import Tier

POINTS = st.integers(0, 10**6)
ANY = st.builds(Shares, POINTS, POINTS, POINTS, POINTS, POINTS)


@given(ANY)
def test_the_tiers_make_the_total_and_the_percents_a_hundred(shares: Shares) -> None:
    percents = shares.percents()

    assert sum(shares.by_tier().values()) == shares.total
    assert sum(percents.values()) == (100 if shares.total else 0)
    for tier, points in shares.by_tier().items():
        if shares.total:
            assert abs(percents[tier] - 100 * points / shares.total) < 1
        assert points > 0 or percents[tier] == 0


@given(ANY)
def test_what_is_not_proven_was_declared(shares: Shares) -> None:
    proven = {t: p for t, p in shares.by_tier().items() if t is not Tier.DECLARED}

    assert of_total(shares.total, proven) == shares


def test_a_third_each_still_makes_a_hundred() -> None:
    assert list(Shares(1, 1, 1).percents().values()) == [34, 33, 33, 0, 0]
