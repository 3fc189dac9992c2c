"""The first wrong field of a challenge has its own sentence."""

import pytest

from climact_issy import texts
from climact_issy.domain.errors import BadInput
from climact_issy.presenters import errors

FIELDS = (
    "slug", "title", "summary", "scope", "team", "dates", "target", "effort",
    "actions", "place",
)  # fmt: skip


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_field_has_a_sentence_of_its_own(language: str) -> None:
    t = texts.for_language(language)
    said = [
        errors.sentence(t, BadInput("challenge_field", field=field))
        for field in (*FIELDS, "other")
    ]

    assert len(set(said)) == len(said)
