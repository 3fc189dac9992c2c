from datetime import UTC, date, datetime

import pytest

from climact_issy import texts
from climact_issy.domain.errors import BadInput, ClimactError, TooManyTries
from climact_issy.presenters import errors

EVENT = (date(2026, 11, 24), date(2026, 11, 26))


@pytest.mark.parametrize(
    ("refusal", "language", "expected"),
    [
        (BadInput("code_early", day=EVENT[0]), "fr", "du mardi 24 novembre"),
        (BadInput("code_early", day=EVENT[0]), "en", "from Tuesday 24 November"),
        (
            TooManyTries(
                "too_many_codes", next_at=datetime(2026, 11, 24, 9, 5, tzinfo=UTC)
            ),
            "fr",
            "10\u00a0h\u00a005",
        ),
        (
            BadInput("code_count", maximum=400, maximum_uses=5000),
            "en",
            "1 to 400 codes, and a code serves 1 to 5,000 times",
        ),
        (
            BadInput("code_days", first=EVENT[0], last=EVENT[1]),
            "fr",
            "du 24 novembre 2026 au 26 novembre 2026",
        ),
        (BadInput("paper_rows", maximum=2000), "en", "2,000 lines"),
    ],
)
def test_a_refusal_says_what_can_be_done(
    refusal: ClimactError, language: str, expected: str
) -> None:
    assert expected in errors.sentence(texts.for_language(language), refusal)


@pytest.mark.parametrize("code", ["code_early", "too_many_codes", "code_days"])
def test_a_refusal_without_its_values_is_a_sentence_too(code: str) -> None:
    said = errors.sentence(texts.for_language("fr"), BadInput(code))
    assert said.endswith(".")
    assert "{" not in said
