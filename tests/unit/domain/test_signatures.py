"""A message is taken only from who holds the secret, and only while it is fresh."""

import hashlib
import hmac
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from climact_issy.domain import signatures
from climact_issy.domain.errors import NotAllowed

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
SECONDS = signatures.seconds_of(NOW)
SECRET = b"a secret of both"
BODY = b'{"feed": "smartlina"}'


def refusal(
    seconds: str = SECONDS,
    body: bytes = BODY,
    told: str | None = None,
    secret: bytes = SECRET,
    now: datetime = NOW,
) -> str:
    """Return the code of the refusal, "" when there is none."""
    proof = signatures.signature(SECRET, seconds, body) if told is None else told
    try:
        signatures.check(secret, seconds, body, proof, now=now)
    except NotAllowed as error:
        return error.code
    return ""


def test_the_proof_is_the_published_one() -> None:
    right = hmac.new(SECRET, b"1795521600." + BODY, hashlib.sha256).hexdigest()

    assert SECONDS == "1795521600"
    assert signatures.signature(SECRET, SECONDS, BODY) == f"sha256={right}"


def test_a_message_that_is_signed_now_is_taken() -> None:
    assert refusal() == ""


@given(st.binary(max_size=200), st.binary(max_size=200))
def test_no_other_body_passes_under_one_proof(body: bytes, other: bytes) -> None:
    proof = signatures.signature(SECRET, SECONDS, body)

    assert refusal(body=other, told=proof) == ("" if body == other else "push_unsigned")


@given(st.text(max_size=80))
def test_a_guess_never_passes(guess: str) -> None:
    assert refusal(told=guess) == "push_unsigned"


@given(st.text(max_size=20))
def test_an_instant_that_is_none_never_passes(seconds: str) -> None:
    if not (seconds.isascii() and seconds.isdigit()):
        proof = signatures.signature(SECRET, seconds, BODY)
        assert refusal(seconds=seconds, told=proof) == "push_unsigned"


def test_another_secret_or_none_never_passes() -> None:
    empty = signatures.signature(b"", SECONDS, BODY)

    assert refusal(secret=b"another") == "push_unsigned"
    assert refusal(secret=b"", told=empty) == "push_unsigned"


@pytest.mark.parametrize("side", [1, -1])
def test_five_minutes_later_or_earlier_it_is_over(side: int) -> None:
    edge = NOW + side * signatures.WINDOW

    assert refusal(now=edge) == ""
    assert refusal(now=edge + side * timedelta(seconds=1)) == "push_expired"


def test_the_instant_is_signed_too() -> None:
    later = signatures.seconds_of(NOW + timedelta(hours=1))
    proof = signatures.signature(SECRET, SECONDS, BODY)

    assert (
        refusal(seconds=later, told=proof, now=NOW + timedelta(hours=1))
        == "push_unsigned"
    )
