import contextlib
import secrets

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from climact_issy.domain import codes
from climact_issy.domain.codes import ALPHABET, LENGTH
from climact_issy.domain.errors import BadInput

values = st.lists(
    st.integers(0, len(ALPHABET) - 1), min_size=LENGTH - 1, max_size=LENGTH - 1
)
places = st.integers(0, LENGTH - 1)


def drawn(values: list[int]) -> str:
    waiting = iter(values)
    return codes.draw(lambda _below: next(waiting))


def test_no_two_signs_of_the_alphabet_look_alike() -> None:
    assert len(set(ALPHABET)) == len(ALPHABET) == 23
    assert not set(ALPHABET) & set("01OQILSZBGUAE")


@given(values)
def test_a_drawn_code_is_read_back_as_it_was_drawn(values: list[int]) -> None:
    code = drawn(values)
    assert len(code) == LENGTH
    assert codes.normalise(code) == codes.normalise(codes.grouped(code)) == code


@given(values, places, st.sampled_from(ALPHABET))
def test_any_one_wrong_character_is_noticed(
    values: list[int], at: int, sign: str
) -> None:
    code = drawn(values)
    assume(code[at] != sign)
    with pytest.raises(BadInput) as refusal:
        codes.normalise(code[:at] + sign + code[at + 1 :])
    assert refusal.value.code == "code_typo"


@given(values, places, places)
def test_any_two_exchanged_characters_are_noticed(
    values: list[int], one: int, other: int
) -> None:
    signs = list(drawn(values))
    assume(signs[one] != signs[other])
    signs[one], signs[other] = signs[other], signs[one]
    assert not codes.is_sound("".join(signs))


@given(values, st.data())
def test_what_people_type_is_understood(values: list[int], data: st.DataObject) -> None:
    code = drawn(values)
    fake = {"5": "sS", "2": "zZ", "8": "bB", "6": "gG", "V": "uU"}
    typed = ""
    for sign in code:
        written = data.draw(st.sampled_from([sign, sign.lower(), *fake.get(sign, "")]))
        typed += written + data.draw(st.sampled_from(["", "", " ", "-", "–", ".", "_"]))
    assert codes.normalise(f"  {typed}\n") == code


@given(values)
def test_a_pasted_address_is_understood(values: list[int]) -> None:
    code = drawn(values)
    address = f"https://climact.example/en/code?x=1&code={codes.grouped(code)}#top"
    assert codes.normalise(address) == code


@given(st.text(max_size=400))
def test_anything_else_is_refused_and_never_fails(typed: str) -> None:
    with contextlib.suppress(BadInput):
        assert codes.is_sound(codes.normalise(typed))


@pytest.mark.parametrize("sign", ALPHABET)
def test_one_sign_repeated_is_a_code_at_most_by_its_check(sign: str) -> None:
    repeated = [ALPHABET.index(sign)] * (LENGTH - 1)
    assert codes.is_sound(sign * LENGTH) == (drawn(repeated) == sign * LENGTH)
    assert not codes.is_sound("2" * LENGTH)


@pytest.mark.parametrize("typed", ["", "-", "2222", "2" * 9, "é" * 8, "x" * 10_000])
def test_what_has_not_the_shape_of_a_code_is_refused(typed: str) -> None:
    with pytest.raises(BadInput):
        codes.normalise(typed)


def test_secret_codes_use_the_whole_alphabet() -> None:
    found = {codes.draw(secrets.randbelow) for _ in range(300)}
    assert len(found) == 300
    assert set("".join(found)) == set(ALPHABET)
