"""An index is a forecast as long as it was made known before its day."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from climact_issy.connectors.atmo_index import POSSIBLE, WORDS, observed
from climact_issy.domain.classes import folded
from climact_issy.domain.observations import Kind

days = st.dates(date(2020, 1, 1), date(2060, 1, 1))


@given(days, days)
def test_only_what_was_released_before_its_day_is_a_forecast(
    day: date, released: date
) -> None:
    found = observed(day.isoformat(), 1.0, released.isoformat())

    assert (found.kind is Kind.FORECAST) is (day > released)


def test_the_words_are_the_classes_of_the_figure_and_folded() -> None:
    assert sorted(WORDS.values()) == list(
        range(int(POSSIBLE.low), int(POSSIBLE.high) + 1)
    )
    assert all(folded(word) == word for word in WORDS)
