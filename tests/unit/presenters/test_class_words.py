"""Classes in words: never a number of a class, never a mean."""

from hypothesis import given
from hypothesis import strategies as st

from climact_issy import texts
from climact_issy.content import live_indicators
from climact_issy.domain.indicators import Classes
from climact_issy.domain.live import Mean
from climact_issy.presenters.class_words import counted, level_word, word
from climact_issy.presenters.live import filled
from tests.support.readings import of_days

FRENCH, ENGLISH = texts.for_language("fr"), texts.for_language("en")
AIR = live_indicators.by_slug("indice-atmo")


def classes() -> Classes:
    assert AIR.classes is not None
    return AIR.classes


def days(*values: float) -> list[Mean]:
    return [
        Mean(f"2026-10-{n + 1:02}", 1, 1, value, value, value)
        for n, value in enumerate(values)
    ]


@given(st.none() | st.floats(allow_nan=True, allow_infinity=True))
def test_a_value_is_a_word_or_a_dash(value: float | None) -> None:
    told = word(FRENCH, classes(), value)

    assert told == "–" or told in {grade.word[0] for grade in classes().grades}
    assert not any(sign.isdigit() for sign in told)


def test_the_level_names_its_scale() -> None:
    known = filled(AIR, of_days(1.0)[0])

    assert level_word(FRENCH, known, classes()) == "indice ATMO\u00a0: bon"
    assert level_word(ENGLISH, known, classes()) == "ATMO index: good"
    assert level_word(FRENCH, AIR, classes()) == ""


def test_days_are_counted_by_class_the_most_frequent_first() -> None:
    assert counted(FRENCH, classes(), days(1, 2, 2, 3, 2)) == (
        "Sur 5 jours connus\u00a0: 3 jours «\u00a0moyen\u00a0», "
        "1 jour «\u00a0bon\u00a0», 1 jour «\u00a0dégradé\u00a0»."
    )
    assert (
        counted(ENGLISH, classes(), days(2, 2)) == "Over 2 known days: 2 “medium” days."
    )


def test_a_day_between_two_classes_counts_for_none() -> None:
    # Two sources of one day may disagree; no class is made of their mean.
    assert counted(FRENCH, classes(), days(1, 1, 1.5)) == (
        "Sur 2 jours connus\u00a0: 2 jours «\u00a0bon\u00a0»."
    )
