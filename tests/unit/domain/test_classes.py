"""A class is read as it is written, and nothing between two classes is one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from climact_issy.domain.classes import class_named, folded
from climact_issy.domain.indicators import Classes, Grade, Level
from climact_issy.domain.observations import BadValue, Refused

WORDS = {"bon": 1, "tres mauvais": 2}


@pytest.mark.parametrize("gap", [None, ""])
def test_a_gap_stays_a_gap(gap: object) -> None:
    assert class_named(gap, WORDS) is None


@pytest.mark.parametrize("word", ["Bon", " BON ", "bon"])
def test_a_word_is_known_without_its_capitals_and_spaces(word: str) -> None:
    assert class_named(word, WORDS) == 1.0
    assert class_named("Très  Mauvais", WORDS) == 2.0


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        ("mauvais", Refused.UNKNOWN_WORD),
        (1, Refused.UNKNOWN_WORD),
        ({}, Refused.NOT_A_NUMBER),
        (float("nan"), Refused.NOT_FINITE),
    ],
)
def test_a_word_that_nobody_mapped_is_refused(raw: object, reason: Refused) -> None:
    with pytest.raises(BadValue) as caught:
        class_named(raw, WORDS)
    assert caught.value.reason is reason


@given(st.text(st.characters(max_codepoint=0x17F), max_size=30))
def test_folding_twice_changes_nothing(word: str) -> None:
    assert folded(folded(word)) == folded(word)


@given(st.integers(0, 3), st.integers(1, 6), st.floats(-5, 12))
def test_a_scale_has_exactly_its_own_classes(
    first: int, count: int, value: float
) -> None:
    grades = tuple(Grade((f"fr{n}", f"en{n}"), Level.GOOD) for n in range(count))
    scale = Classes(("échelle", "scale"), first, grades)

    assert [scale.grade(float(first + n)) for n in range(count)] == list(grades)
    assert scale.grade(None) is None
    is_one = value.is_integer() and first <= value < first + count
    assert (scale.grade(value) is not None) is is_one
