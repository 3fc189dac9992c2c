"""Codes of events: eight characters that people can read, type and mistype.

The alphabet holds one sign of each pair that looks alike and no vowel, so that no
code is a word. Its size is prime, which makes the last character a perfect check:
any one wrong character and any two exchanged ones are noticed.
"""

import re
import unicodedata
from collections.abc import Callable
from typing import Final

from climact_issy.domain.errors import BadInput

ALPHABET: Final = "23456789CDFHJKMNPRTVWXY"
"""No 0, O, Q, 1, I, L; no S, Z, B, G beside 5, 2, 8, 6; no U beside V; no A, E."""

LENGTH: Final = 8
CODE_TYPO: Final = "code_typo"

_LOOK_ALIKES: Final = str.maketrans("SZBGU", "5286V")
_BASE: Final = len(ALPHABET)
_WEIGHTS: Final = range(1, LENGTH + 1)
_REMAINDER: Final = 1
"""Not 0: a code of one sign repeated, such as 2222-2222, must not hold."""

_LAST_WEIGHT_INVERSE: Final = pow(LENGTH, -1, _BASE)
_ADDRESS: Final = re.compile(r"[?&]code=([^&#]*)")
_SEPARATORS: Final = re.compile(r"[\W_]+")
_MOST_TYPED: Final = 300


def draw(choose: Callable[[int], int]) -> str:
    """Return a new code.

    Args:
        choose: returns a random number from 0 to its argument, exclusive; secret
            and uniform wherever a code is worth something.
    """
    free = [choose(_BASE) for _ in range(LENGTH - 1)]
    missing = _REMAINDER - _weighted(free)
    last = missing * _LAST_WEIGHT_INVERSE % _BASE
    return "".join(ALPHABET[value] for value in [*free, last])


def normalise(typed: str) -> str:
    """Return a code as it is kept, from whatever a person typed or pasted.

    Case, spaces, dashes and signs that look alike do not matter; a whole address
    with ?code= is understood.

    Raises:
        BadInput: it cannot be a code (code code_typo): length, signs or check.
    """
    if len(typed) > _MOST_TYPED:
        raise BadInput(CODE_TYPO)
    address = _ADDRESS.search(typed)
    text = unicodedata.normalize("NFKC", address[1] if address else typed)
    text = _SEPARATORS.sub("", text).upper().translate(_LOOK_ALIKES)
    if not is_sound(text):
        raise BadInput(CODE_TYPO)
    return text


def is_sound(text: str) -> bool:
    """Whether a text in the form we keep has the signs and the check of a code."""
    if len(text) != LENGTH or any(sign not in ALPHABET for sign in text):
        return False
    return _weighted([ALPHABET.index(sign) for sign in text]) == _REMAINDER


def grouped(text: str) -> str:
    """Return a code as people read it: four signs, a dash, four signs."""
    half = LENGTH // 2
    return f"{text[:half]}-{text[half:]}"


def _weighted(values: list[int]) -> int:
    pairs = zip(_WEIGHTS, values, strict=False)
    return sum(weight * value for weight, value in pairs) % _BASE
