from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from climact_issy.domain.signals import BURST_GESTURES, BURST_WINDOW, burst

START = datetime(2026, 11, 25, 11, 0, tzinfo=UTC)
MOMENTS = st.lists(
    st.integers(0, 3600).map(lambda s: START + timedelta(seconds=s)), max_size=40
).map(sorted)


def test_ten_gestures_in_five_minutes_are_a_burst_nine_are_not() -> None:
    instants = [START + timedelta(seconds=30 * n) for n in range(BURST_GESTURES)]

    found = burst(instants)

    assert found is not None
    assert (found.count, found.first_at, found.last_at) == (
        BURST_GESTURES,
        instants[0],
        instants[-1],
    )
    assert burst(instants[:-1]) is None


def test_the_same_gestures_over_an_hour_are_an_ordinary_one() -> None:
    assert burst([START + timedelta(minutes=6 * n) for n in range(20)]) is None


@given(MOMENTS)
def test_it_is_the_densest_window_of_all(instants: list[datetime]) -> None:
    def within(start: datetime) -> int:
        return sum(start <= at <= start + BURST_WINDOW for at in instants)

    most = max(map(within, instants), default=0)
    found = burst(instants)

    if most < BURST_GESTURES:
        assert found is None
    else:
        assert found is not None
        assert found.count == most
        assert found.last_at - found.first_at <= BURST_WINDOW
