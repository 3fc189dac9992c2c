"""The barge stays on the river and only ever travels downstream."""

from hypothesis import given
from hypothesis import strategies as st

from climact_issy.presenters import bend


@given(st.floats(min_value=0, max_value=100))
def test_every_share_of_the_way_lies_inside_the_drawing(percent: float) -> None:
    x, y = bend.position(percent)

    assert 0 <= x <= 344
    assert 0 <= y <= 136


@given(st.integers(min_value=0, max_value=99))
def test_more_progress_is_further_downstream(percent: int) -> None:
    assert bend.position(percent + 1)[0] > bend.position(percent)[0]


def test_the_whole_way_ends_at_the_flag() -> None:
    x, y = bend.position(100)

    assert (round(x), round(y)) == (328, 104)


def test_the_river_is_one_unbroken_path() -> None:
    path = bend.path()

    assert path.startswith("M14 108C")
    assert path.endswith("328 104")
    assert path.count("C") == 3
