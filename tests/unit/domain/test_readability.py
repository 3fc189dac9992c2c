"""The Kandel-Moles score counts what it says it counts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from climact_issy.domain.readability import (
    kandel_moles,
    longest,
    sentences,
    spoken,
    syllables,
    words,
)

PLAIN = ("eau", "air", "bus", "vélo", "jour", "Issy", "année", "planète")
plain_words = st.lists(st.sampled_from(PLAIN), min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("eau", 1),
        ("le", 1),
        ("l’air", 1),
        ("planète", 2),
        ("année", 2),
        ("chaque", 1),
        ("météo", 3),
        ("moitié", 2),
        ("maïs", 2),
        ("guerre", 1),
        ("moyenne", 2),
        ("électricité", 5),
        ("européenne", 4),
        ("c’est-à-dire", 3),
        ("CO₂e", 4),
        ("%", 2),
        ("2024", 4),
        ("1,5", 4),
    ],
)
def test_syllables_of_known_words(word: str, count: int) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize(
    ("number", "name"),
    [
        (0, "zéro"),
        (17, "dix-sept"),
        (71, "soixante onze"),
        (80, "quatre-vingt"),
        (95, "quatre-vingt quinze"),
        (200, "deux cent"),
        (1951, "mille neuf cent cinquante un"),
        (105_000, "cent cinq mille"),
        (1_000_000, "un million"),
    ],
)
def test_a_number_is_read_aloud(number: int, name: str) -> None:
    assert spoken(number) == name


def test_a_known_sentence_has_the_score_worked_out_by_hand() -> None:
    # 5 words in 1 sentence, 6 syllables: 207 - 1.015 * 5 - 73.6 * 6 / 5.
    assert kandel_moles("Le chat dort au jardin.") == pytest.approx(113.605)


def test_marks_are_no_words_and_thousands_are_one() -> None:
    assert words("Objectif\u00a0: 105\u202f000 tonnes, « oui ».") == (
        "Objectif",
        "105000",
        "tonnes",
        "oui",
    )


def test_a_text_without_words_has_no_score() -> None:
    assert longest(" … ") == 0
    with pytest.raises(ValueError, match="without words"):
        kandel_moles("…")


@given(st.integers(0, 999_999_999))
def test_every_number_has_a_name_of_heard_words(number: int) -> None:
    assert all(syllables(part) >= 1 for part in spoken(number).split())
    assert syllables(str(number)) == sum(map(syllables, spoken(number).split()))


@given(st.integers(1, 999), st.integers(0, 999))
def test_thousands_are_said_before_the_rest(thousands: int, rest: int) -> None:
    head = "mille" if thousands == 1 else f"{spoken(thousands)} mille"
    tail = f" {spoken(rest)}" if rest else ""
    assert spoken(thousands * 1000 + rest) == head + tail


@given(st.text())
def test_a_word_has_at_least_one_syllable(text: str) -> None:
    assert all(syllables(word) >= 1 for word in words(text))


@given(plain_words)
def test_the_same_words_in_two_sentences_are_easier_than_in_one(run: list[str]) -> None:
    one = " ".join([*run, *run]) + "."
    two = f"{' '.join(run)}. {' '.join(run)}."
    assert len(sentences(two)) == 2
    assert longest(one) == 2 * longest(two)
    assert kandel_moles(two) > kandel_moles(one)


@given(plain_words)
def test_a_heavier_word_never_makes_a_text_easier(run: list[str]) -> None:
    heavier = [*run[:-1], "électricité"]
    assert kandel_moles(" ".join(heavier)) < kandel_moles(" ".join(run))


@given(plain_words, st.sampled_from(["\u00a0", " ", "\n", "  "]))
def test_spaces_of_any_kind_part_words(run: list[str], space: str) -> None:
    assert words(space.join(run)) == tuple(run)
