"""How a message that is sent to us proves who sent it, and that it is fresh.

The sender writes the instant in whole seconds since 1970, and the HMAC-SHA256 of
"SECONDS.BODY" under a secret that both sides hold. Instant and body are signed
together: a message that was listened to cannot be sent again later.
"""

import hashlib
import hmac
from datetime import UTC, datetime, timedelta
from typing import Final

from climact_issy.domain.errors import NotAllowed

WINDOW: Final = timedelta(minutes=5)
"""How far the instant of a message may be from ours, either way."""

UNSIGNED: Final = "push_unsigned"
EXPIRED: Final = "push_expired"
PREFIX: Final = "sha256="
_LONGEST: Final = 12
"""Digits of an instant; more is no time of ours."""


def signature(secret: bytes, seconds: str, body: bytes) -> str:
    """Return what proves a message: "sha256=" and 64 hexadecimal digits.

    Args:
        secret: shared with the sender.
        seconds: since 1970, as text.
        body: of the message, untouched.
    """
    signed = seconds.encode() + b"." + body
    return PREFIX + hmac.new(secret, signed, hashlib.sha256).hexdigest()


def check(
    secret: bytes, seconds: str, body: bytes, told: str, *, now: datetime
) -> None:
    """Refuse a message that its sender did not sign, or that is not of now.

    Args:
        secret: shared with the sender, never empty.
        seconds: the instant as the message tells it.
        body: of the message, untouched.
        told: the signature as the message tells it.
        now: aware instant.

    Raises:
        NotAllowed: with code "push_unsigned" or "push_expired".
    """
    right = signature(secret, seconds, body).encode()
    is_written_well = seconds.isascii() and seconds.isdigit()
    if (
        not secret
        or not is_written_well
        or len(seconds) > _LONGEST
        # In constant time: how much of a guess is right must not be measurable.
        or not hmac.compare_digest(right, told.strip().encode())
    ):
        raise NotAllowed(UNSIGNED)
    if abs(now.timestamp() - int(seconds)) > WINDOW.total_seconds():
        raise NotAllowed(EXPIRED)


def seconds_of(at: datetime) -> str:
    """Return an aware instant as a message tells it."""
    return str(int(at.astimezone(UTC).timestamp()))
