from datetime import UTC, date, datetime

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from climact_issy import texts

FR = texts.for_language("fr")
EN = texts.for_language("en")


@pytest.fixture(autouse=True)
def _two_sentences(monkeypatch: pytest.MonkeyPatch) -> None:
    english: dict[str, str | tuple[str, ...]] = {
        "Bonjour {name}": "Hello {name}",
        "{n} geste": ("{n} action", "{n} actions"),
    }
    monkeypatch.setattr(texts, "_catalogue", lambda _language: english)


def test_french_is_the_sentence_of_the_code() -> None:
    assert FR("Bonjour {name}", name="Lina") == "Bonjour Lina"


def test_english_is_looked_up() -> None:
    assert EN("Bonjour {name}", name="Lina") == "Hello Lina"


def test_a_sentence_without_english_is_shown_in_french() -> None:
    assert EN("Bientôt") == "Bientôt"


def test_braces_stand_as_they_are_where_nothing_is_filled_in() -> None:
    assert FR("{0}") == "{0}"


@pytest.mark.parametrize(
    ("n", "french", "english"),
    [
        (0, "0 geste", "0 actions"),
        (1, "1 geste", "1 action"),
        (1.5, "1,5 geste", "1.5 actions"),
        (2, "2 gestes", "2 actions"),
        (1200, "1\u202f200 gestes", "1,200 actions"),
    ],
)
def test_each_language_has_its_own_plural(n: float, french: str, english: str) -> None:
    assert FR.n("{n} geste", "{n} gestes", n) == french
    assert EN.n("{n} geste", "{n} gestes", n) == english


@pytest.mark.parametrize(
    ("value", "digits", "french", "english"),
    [
        (0.142, None, "0,142", "0.142"),
        (0.142, 1, "0,1", "0.1"),
        (12345.6, 0, "12\u202f346", "12,346"),
        (2, 2, "2,00", "2.00"),
    ],
)
def test_numbers_are_written_as_each_language_does(
    value: float, digits: int | None, french: str, english: str
) -> None:
    assert (FR.number(value, digits), EN.number(value, digits)) == (french, english)


@given(st.integers(-(10**24), 10**24))
def test_a_count_is_written_as_the_tables_of_languages_do(value: int) -> None:
    for t, locale in ((FR, "fr_FR"), (EN, "en_GB")):
        assert t.number(value) == format_decimal(value, locale=locale)


def test_a_day_is_written_in_words() -> None:
    day = date(2026, 11, 23)

    assert (FR.date(day), EN.date(day)) == ("23 novembre 2026", "23 November 2026")


def test_an_instant_is_shown_on_the_clock_of_paris() -> None:
    assert FR.time(datetime(2026, 11, 23, 23, 30, tzinfo=UTC)) == "00:30"
    assert FR.time(datetime(2026, 7, 1, 12, 0, tzinfo=UTC)) == "14:00"


def test_an_unknown_language_is_french() -> None:
    assert texts.for_language("de") == FR


def test_french_writes_the_first_of_a_month_as_an_ordinal() -> None:
    assert FR.date(date(2026, 11, 1)) == "1er novembre 2026"
    assert FR.date(date(2026, 11, 1), "d MMMM") == "1er novembre"
    assert FR.date(date(2026, 11, 21)) == "21 novembre 2026"
    assert FR.date(date(2026, 11, 1), "short") == "01/11/2026"
    assert EN.date(date(2026, 11, 1)) == "1 November 2026"
