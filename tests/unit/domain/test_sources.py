"""A source that fails is asked less and less often, and never given up."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from climact_issy.domain.sources import FIRST_WAIT, LONGEST_WAIT, Run, wait_after

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
CHANCES = st.floats(0, 1, exclude_max=True)


def wait(
    failures: int, chance: float = 0.0, retry_at: datetime | None = None
) -> timedelta:
    return wait_after(failures, now=NOW, retry_at=retry_at, chance=chance) - NOW


def test_the_wait_doubles() -> None:
    assert wait(1) == FIRST_WAIT
    assert wait(2) == 2 * FIRST_WAIT
    assert wait(3) == 4 * FIRST_WAIT
    assert wait(50) == LONGEST_WAIT


@given(st.integers(0, 10_000), CHANCES)
def test_the_wait_has_bounds(failures: int, chance: float) -> None:
    assert FIRST_WAIT <= wait(failures, chance) <= LONGEST_WAIT * 4 / 3


def test_a_source_that_names_an_instant_is_not_asked_before_it() -> None:
    asked = NOW + timedelta(hours=1)

    assert NOW + wait(1, retry_at=asked) == asked


def test_a_source_cannot_send_us_away_for_ever() -> None:
    assert wait(1, retry_at=NOW + timedelta(days=365)) == 2 * LONGEST_WAIT


def test_runs_add_up() -> None:
    first = Run("a", 1, 2, 3, 4, 5, "2023-09-12T16:15Z")
    second = Run("a", 1, 1, 1, 1, 1, "2023-09-12T16:00Z", "timeout", "slow")

    assert first.plus(second) == Run(
        "a", 2, 3, 4, 5, 6, "2023-09-12T16:15Z", "timeout", "slow"
    )
