"""What is a forecast today is the index of its day once that day has begun."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from climact_issy.connectors.atmo_index import FIRST, LAST, WORDS, observed
from climact_issy.domain.civic import PARIS
from climact_issy.domain.classes import folded
from climact_issy.domain.observations import Kind

days = st.dates(date(2020, 1, 1), date(2060, 1, 1))
instants = st.datetimes(datetime(2020, 1, 2), datetime(2059, 1, 1)).map(  # noqa: DTZ001 - made aware on the next line
    lambda at: at.replace(tzinfo=UTC)
)


@given(days, instants)
def test_only_a_day_to_come_is_a_forecast(day: date, at: datetime) -> None:
    found = observed(day.isoformat(), 1.0, at)

    assert (found.kind is Kind.FORECAST) is (day > at.astimezone(PARIS).date())


@given(instants)
def test_tomorrow_is_no_forecast_a_day_later(at: datetime) -> None:
    tomorrow = (at.astimezone(PARIS).date() + timedelta(days=1)).isoformat()

    assert observed(tomorrow, 1.0, at).kind is Kind.FORECAST
    later = at + timedelta(days=1, hours=2)
    assert observed(tomorrow, 1.0, later).kind is Kind.PUBLISHED


def test_the_words_are_six_classes_and_folded() -> None:
    assert sorted(WORDS.values()) == list(range(FIRST, LAST + 1))
    assert all(folded(word) == word for word in WORDS)
