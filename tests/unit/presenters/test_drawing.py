"""Axes start at zero, words keep their distance."""

from hypothesis import given
from hypothesis import strategies as st

from climact_issy.presenters.drawing import HEIGHT, scale_over, spaced


@given(st.floats(1e-6, 1e9))
def test_an_axis_starts_at_zero_and_has_few_round_steps(highest: float) -> None:
    scale = scale_over([highest])
    steps = scale.steps()
    assert steps[0] == 0
    assert 2 <= len(steps) <= 5
    assert scale.y(0) == HEIGHT
    assert 0 < scale.y(highest) < HEIGHT


def test_crowded_words_give_way_to_the_important_ones() -> None:
    kept = spaced([(90, "last"), (0, "first"), (85, "near"), (40, "free")], 20)
    assert [text for _, text in kept] == ["first", "free", "last"]
