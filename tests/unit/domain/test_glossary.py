"""A text tells which of its words need an explanation."""

from hypothesis import given
from hypothesis import strategies as st

from climact_issy.domain.glossary import Term, tokens, used

GAS = Term(("CO₂", "CO₂"), (frozenset({"co₂"}), frozenset({"co₂"})), ("Gaz", "Gas"))
PER_CENT = Term(
    ("pour cent", "per cent"), (frozenset({"%"}), frozenset({"%"})), ("Sur cent", "Of")
)
TERMS = (GAS, PER_CENT)


def test_apostrophes_slashes_and_numbers_part_words() -> None:
    assert tokens("L’eau, 41\u00a0g CO₂e/kWh, 52% et 1,2\u00a0°C") == (
        "l",
        "eau",
        "g",
        "co₂e",
        "kwh",
        "%",
        "et",
        "°c",
    )


def test_a_longer_word_is_another_word() -> None:
    assert used("du CO₂e", TERMS, 0) == ()
    assert used("du CO₂.", TERMS, 0) == (GAS,)


@given(st.permutations(["%", "CO₂", "eau"]))
def test_terms_keep_their_own_order(parts: list[str]) -> None:
    assert used(" ".join(parts), TERMS, 1) == TERMS


@given(st.text())
def test_tokens_are_lower_case_and_hold_no_digit_or_space(text: str) -> None:
    for token in tokens(text):
        assert token == token.lower()
        assert not any(letter.isspace() or letter.isdecimal() for letter in token)
