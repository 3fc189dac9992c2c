"""Every explanation of a word is itself easy to read."""

import pytest

from climact_issy.content import glossary
from climact_issy.domain.glossary import Term, tokens
from climact_issy.domain.readability import EASY, MOST_WORDS, kandel_moles, longest

ALL = pytest.mark.parametrize("term", glossary.terms(), ids=lambda term: term.name[0])


@ALL
def test_an_explanation_is_short_and_easy(term: Term) -> None:
    assert kandel_moles(term.meaning[0]) >= EASY
    for meaning in term.meaning:
        assert meaning.endswith(".")
        assert "'" not in meaning
        assert 0 < longest(meaning) <= MOST_WORDS


@ALL
def test_a_form_is_a_single_word_of_a_text(term: Term) -> None:
    for forms in term.forms:
        assert forms
        assert all(tokens(form) == (form,) for form in forms)


def test_no_word_is_explained_twice() -> None:
    for side in (0, 1):
        forms = [form for term in glossary.terms() for form in term.forms[side]]
        assert len(forms) == len(set(forms))
