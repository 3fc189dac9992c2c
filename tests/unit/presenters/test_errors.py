import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from climact_issy import texts
from climact_issy.domain import errors as refusals
from climact_issy.domain.errors import (
    BadInput,
    CadenceReached,
    ClimactError,
    TooManyTries,
)
from climact_issy.presenters import errors

SOURCE = Path(errors.__file__).parent.parent


def subclasses(of: type[ClimactError]) -> set[type[ClimactError]]:
    return {of}.union(*(subclasses(each) for each in of.__subclasses__()))


def codes_in_the_code() -> set[str]:
    found = {each.code for each in subclasses(refusals.ClimactError)}
    for path in SOURCE.rglob("*.py"):
        text = path.read_text("utf-8")
        found |= set(re.findall(r'^ +code = "([a-z_]+)"', text, re.MULTILINE))
        names = "|".join(each.__name__ for each in subclasses(ClimactError))
        found |= set(re.findall(rf'\b(?:{names})\(\s*"([a-z_]+)"', text))
        for constant in re.findall(rf"\b(?:{names})\(\s*(?:\w+\.)?([A-Z_]+)\b", text):
            found |= set(constant_values(constant))
    return found


def constant_values(name: str) -> list[str]:
    return [
        match
        for path in SOURCE.rglob("*.py")
        for match in re.findall(
            rf'^{name}(?:: Final)? = "([a-z_]+)"$',
            path.read_text("utf-8"),
            re.MULTILINE,
        )
    ]


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("code", sorted(codes_in_the_code()))
def test_every_code_has_a_sentence_of_its_own(code: str, language: str) -> None:
    assert code in errors.SENTENCES
    t = texts.for_language(language)
    said = errors.sentence(t, ClimactError(code))
    assert said.endswith((".", "fr", "org"))
    if language == "en":
        assert said != errors.sentence(texts.for_language("fr"), ClimactError(code))


def test_an_unforeseen_code_is_told_in_the_words_of_its_class() -> None:
    t = texts.for_language("fr")
    assert errors.sentence(t, BadInput("brand_new")) == errors.sentence(t, BadInput())


@pytest.mark.parametrize(
    ("next_at", "language", "expected"),
    [
        (datetime(2026, 11, 24, 17, 30, tzinfo=UTC), "fr", "mardi 24 novembre à 18:30"),
        (datetime(2026, 11, 23, 23, 0, tzinfo=UTC), "fr", "mardi 24 novembre."),
        (datetime(2026, 7, 13, 22, 0, tzinfo=UTC), "en", "Tuesday 14 July."),
        (date(2026, 11, 30), "en", "Monday 30 November."),
    ],
)
def test_a_cadence_says_when_the_next_time_is_on_the_clock_of_paris(
    next_at: date, language: str, expected: str
) -> None:
    refusal = CadenceReached(next_at=next_at)
    assert expected in errors.sentence(texts.for_language(language), refusal)


def test_a_cadence_of_the_season_names_no_day() -> None:
    refusal = CadenceReached(next_at=None)
    assert "saison" in errors.sentence(texts.for_language("fr"), refusal)


def test_numbers_agree_with_their_words() -> None:
    t = texts.for_language("en")
    assert "10 minutes" in errors.sentence(t, TooManyTries(minutes=10))
    one = errors.sentence(t, BadInput("code_wrong", tries_left=1))
    none = errors.sentence(t, BadInput("code_wrong", tries_left=0))
    assert "1 try left" in one
    assert "no longer works" in none


def test_a_fault_names_its_id_and_nothing_else() -> None:
    said = errors.fault_sentence(texts.for_language("fr"), "a1b2")
    assert "a1b2" in said
