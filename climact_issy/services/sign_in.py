"""Sign in by e-mail: one link and one code, each used at most once.

Signing up and signing in are the same request, so a known and an unknown address
cost the same time and get the same answer. No address is kept here: `subject` is
a keyed hash of it.
"""

import hashlib
import hmac
import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import ColumnElement, delete, exists, func, update
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from climact_issy.domain.errors import BadInput, TooManyTries
from climact_issy.models.sign_in_token import SignInToken
from climact_issy.services import outbox, sessions
from climact_issy.settings import get_settings

KIND: Final = "email"
EMAIL_INVALID: Final = "email_invalid"
LINK_SPENT: Final = "link_spent"
CODE_WRONG: Final = "code_wrong"
LIFETIME: Final = timedelta(minutes=10)
MAX_TRIES: Final = 5
WINDOW: Final = timedelta(minutes=10)
MAX_PER_ADDRESS: Final = 3
MAX_PER_CLIENT: Final = 20
"""A school or the town hall is one client: twenty people may start together."""

_MAX_ADDRESS: Final = 254
_ADDRESS: Final = re.compile(
    r"[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9.-]+\.[a-z0-9-]{2,}"
)
_CODE: Final = re.compile(r"[0-9]{6}")


@dataclass(frozen=True, slots=True)
class Asking:
    """Somebody asks for a sign-in mail.

    Attributes:
        address: normalised e-mail address.
        browser: secret of the asking browser, where the code may be typed.
        client: network address of that browser, for the limit only.
        language: language of the asking page.
        next_path: safe path to come back to.
    """

    address: str
    browser: str
    client: str
    language: str
    next_path: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What the mail carries; neither is kept in clear.

    Attributes:
        token: secret of the link.
        code: six digits.
    """

    token: str
    code: str


Compose = Callable[[Asked], tuple[str, str, str]]
"""Writes a mail: subject, text part, HTML part."""


@dataclass(frozen=True, slots=True)
class Proof:
    """Somebody read the mail sent to an address.

    Attributes:
        subject: keyed hash of the address.
        next_path: where the person wanted to go.
        language: language of the page they asked from.
    """

    subject: str
    next_path: str
    language: str


@dataclass(frozen=True, slots=True)
class CodeTry:
    """One try of a code; the count stays even when the code is wrong.

    Attributes:
        proof: None when the code was wrong or nothing is waiting for one.
        tries_left: tries that remain.
    """

    proof: Proof | None
    tries_left: int


def normalise(email: str) -> str:
    """Return an address in the one form we recognise it by.

    Raises:
        BadInput: it is no e-mail address (code email_invalid).
    """
    local, _, domain = email.strip().lower().rpartition("@")
    try:
        address = f"{local}@{domain.encode('idna').decode('ascii')}"
    except UnicodeError:
        raise BadInput(EMAIL_INVALID) from None
    if len(address) > _MAX_ADDRESS or not _ADDRESS.fullmatch(address):
        raise BadInput(EMAIL_INVALID)
    return address


def keyed_hash(purpose: str, value: str) -> str:
    """Return a hash that only this site can compute, in hexadecimal.

    Args:
        purpose: keeps the hashes of one value apart ("email", "client", "code").
        value: what is hashed.
    """
    key = get_settings().secret_key.get_secret_value().encode()
    return hmac.new(key, f"{purpose}:{value}".encode(), hashlib.sha256).hexdigest()


def ask(session: Session, asking: Asking, compose: Compose, *, now: datetime) -> None:
    """Make a link and a code for an address, and queue the mail that carries them.

    Args:
        session: open unit of work.
        asking: who asks, for what.
        compose: writes the mail around the link and the code.
        now: aware instant.

    Raises:
        TooManyTries: too many mails to this address or from this client.
    """
    subject = keyed_hash(KIND, asking.address)
    client_hash = keyed_hash("client", asking.client)
    _refuse_flood(session, subject, client_hash, now=now)
    asked = Asked(secrets.token_urlsafe(32), f"{secrets.randbelow(10**6):06d}")
    session.add(
        SignInToken(
            subject=subject,
            token_hash=sessions.hash_of(asked.token),
            code_hash=_code_hash(asking.browser, asked.code),
            browser_hash=sessions.hash_of(asking.browser),
            client_hash=client_hash,
            language=asking.language,
            next_path=asking.next_path,
            created_at=now,
            expires_at=now + LIFETIME,
        )
    )
    words, text, html = compose(asked)
    outbox.queue(
        session,
        recipient=asking.address,
        subject=words,
        text=text,
        html=html,
        expires_at=now + LIFETIME,
        now=now,
    )


def use_link(session: Session, token: str, *, now: datetime) -> Proof:
    """Consume the secret of a link, once, wherever it was opened.

    Raises:
        BadInput: unknown, used, expired or replaced link (code link_spent).
    """
    found = session.exec(
        update(SignInToken)
        .where(
            col(SignInToken.token_hash) == sessions.hash_of(token),
            *_is_waiting(now),
        )
        .values(used_at=now)
        .returning(
            col(SignInToken.subject),
            col(SignInToken.next_path),
            col(SignInToken.language),
        )
        .execution_options(synchronize_session=False)
    ).first()
    if found is None:
        raise BadInput(LINK_SPENT)
    return Proof(found[0], found[1], found[2])


def try_code(session: Session, browser: str, code: str, *, now: datetime) -> CodeTry:
    """Try a code in the browser that asked for it.

    It returns instead of raising on a wrong code, so that the unit of work
    commits the counted try.
    """
    waiting = (
        select(col(SignInToken.id))
        .where(
            col(SignInToken.browser_hash) == sessions.hash_of(browser),
            *_is_waiting(now),
        )
        .order_by(col(SignInToken.id).desc())
        .limit(1)
        .scalar_subquery()
    )
    found = session.exec(
        update(SignInToken)
        .where(
            col(SignInToken.id) == waiting,
            col(SignInToken.tries) < MAX_TRIES,
            col(SignInToken.used_at).is_(None),
        )
        .values(tries=col(SignInToken.tries) + 1)
        .returning(
            col(SignInToken.id),
            col(SignInToken.tries),
            col(SignInToken.code_hash),
            col(SignInToken.subject),
            col(SignInToken.next_path),
            col(SignInToken.language),
        )
        .execution_options(synchronize_session=False)
    ).first()
    if found is None:
        return CodeTry(None, 0)
    token_id, tries, code_hash, subject, next_path, language = found
    digits = "".join(code.split())
    is_right = bool(_CODE.fullmatch(digits)) and hmac.compare_digest(
        code_hash, _code_hash(browser, digits)
    )
    if not is_right:
        return CodeTry(None, MAX_TRIES - tries)
    session.exec(
        update(SignInToken)
        .where(col(SignInToken.id) == token_id)
        .values(used_at=now)
        .execution_options(synchronize_session=False)
    )
    return CodeTry(Proof(subject, next_path, language), MAX_TRIES - tries)


def purge(session: Session, *, now: datetime) -> None:
    """Forget the requests that are over and no limit counts any more."""
    session.exec(
        delete(SignInToken)
        .where(
            col(SignInToken.expires_at) < now - LIFETIME,
            col(SignInToken.created_at) < now - WINDOW,
        )
        .execution_options(synchronize_session=False)
    )


def _refuse_flood(
    session: Session, subject: str, client_hash: str, *, now: datetime
) -> None:
    since = now - WINDOW
    for column, value, limit in (
        (col(SignInToken.subject), subject, MAX_PER_ADDRESS),
        (col(SignInToken.client_hash), client_hash, MAX_PER_CLIENT),
    ):
        recent = session.exec(
            select(func.count()).where(
                column == value, col(SignInToken.created_at) > since
            )
        ).one()
        if recent >= limit:
            raise TooManyTries(minutes=WINDOW // timedelta(minutes=1))


def _code_hash(browser: str, code: str) -> str:
    # Six digits are quickly guessed from a plain hash: this one is keyed.
    return keyed_hash("code", f"{browser}:{code}")


def _is_waiting(now: datetime) -> tuple[ColumnElement[bool], ...]:
    """Return the conditions of a request that can still be used: the newest only."""
    newer = aliased(SignInToken)
    return (
        col(SignInToken.used_at).is_(None),
        col(SignInToken.expires_at) > now,
        ~exists().where(
            col(newer.subject) == col(SignInToken.subject),
            col(newer.id) > col(SignInToken.id),
        ),
    )
