"""Codes of events: a person types one, and was there."""

from datetime import datetime, timedelta
from typing import Any, Final, TypeVar

from sqlalchemy import ColumnElement, bindparam, delete, select, update
from sqlmodel import Session, SQLModel, col

from climact_issy import models
from climact_issy.domain.civic import civic_day
from climact_issy.domain.codes import normalise
from climact_issy.domain.errors import BadInput, ClimactError, TooManyTries
from climact_issy.domain.events import (
    CODE_SPENT,
    CODE_UNKNOWN,
    Attendance,
    refuse_closed,
)
from climact_issy.domain.people import Actor
from climact_issy.domain.points import Rules
from climact_issy.domain.tiers import Tier
from climact_issy.models import CodeTry
from climact_issy.services import attendance, seasons, sign_in
from climact_issy.services.attendance import Moment, Proof

assert models.Code  # noqa: S101 - importing the package registers the tables

R = TypeVar("R", bound=ClimactError)

TOO_MANY_CODES: Final = "too_many_codes"
WINDOW: Final = timedelta(minutes=10)
MAX_PER_PERSON: Final = 10
"""Wrong codes in a window; a right one does not count, and waits like the others."""

MAX_PER_CLIENT: Final = 100
"""A school or the town hall is one client: forty people may mistype together."""

_TABLES: Final = SQLModel.metadata.tables
_code: Final = _TABLES["code"]
_batch: Final = _TABLES["code_batch"]
_challenge: Final = _TABLES["challenge"]
_FIND: Final = (
    select(
        _code.c.id.label("code_id"),
        _code.c.uses,
        _batch.c.uses_per_code,
        _batch.c.valid_from,
        _batch.c.valid_until,
        _challenge,
    )
    .select_from(
        _code.join(_batch, _batch.c.id == _code.c.batch_id).join(
            _challenge, _challenge.c.id == _batch.c.challenge_id
        )
    )
    .where(_code.c.text == bindparam("wanted"))
)
_USE: Final = (
    update(_code)
    .where(_code.c.id == bindparam("code_id"), _code.c.uses < bindparam("limit"))
    .values(uses=_code.c.uses + 1)
)


def redeem(
    session: Session,
    actor: Actor,
    typed: str,
    *,
    client: str = "",
    rules: Rules,
    now: datetime,
) -> Attendance | BadInput:
    """Count a person at the event whose code they typed.

    A code counts once per person and event, whichever code of the event it was; a
    person who was counted before gets the same answer again.

    Args:
        session: an open session that may write; the caller commits.
        actor: who typed it.
        typed: what they typed, in any form that people write it.
        client: network address, for the limit only; "" when it is not known.
        rules: the published rule.
        now: this instant.

    Returns:
        The attendance; or the refusal of a wrong code (codes code_typo and
        code_unknown), returned and not raised, so that the unit of work commits
        the counted try.

    Raises:
        TooManyTries: too many wrong codes (code too_many_codes, values: next_at).
        BadInput: codes code_early (values: day), code_over and code_spent.
        NotFound: the person was erased.
    """
    day = civic_day(now)
    connection = session.connection()
    player, season = seasons.hold_player(session, actor, now=now)
    tries = Tries(session, player.member_ref, client, now)
    tries.refuse_too_many()
    try:
        wanted = normalise(typed)
    except BadInput as typo:
        return tries.keep(typo)
    row = connection.execute(_FIND, {"wanted": wanted}).first()
    if row is None:
        return tries.keep(BadInput(CODE_UNKNOWN))
    event = attendance.event_of(row)
    before = attendance.counted_before(connection, player.member_ref, event)
    if before is not None:
        return before
    refuse_closed(event, row.valid_from, row.valid_until, day)
    if row.uses >= row.uses_per_code:
        raise BadInput(CODE_SPENT)
    counted = attendance.count(
        session,
        player,
        event,
        Proof(Tier.CODE, "code", row.code_id),
        Moment(season, day, rules, now),
    )
    _use_up(session, row)
    return counted


def purge(session: Session, *, now: datetime) -> None:
    """Forget the wrong codes that no limit counts any more."""
    session.exec(
        delete(CodeTry)
        .where(col(CodeTry.tried_at) <= now - WINDOW)
        .execution_options(synchronize_session=False)
    )


def _use_up(session: Session, row: Any) -> None:  # noqa: ANN401 - a row of _FIND
    # After the totals: whoever waits for this row holds nothing that others need
    # before it. Who comes second finds no use left, and all of theirs is undone.
    used = session.connection().execute(
        _USE, {"code_id": row.code_id, "limit": row.uses_per_code}
    )
    if used.rowcount != 1:
        raise BadInput(CODE_SPENT)


class Tries:
    """The wrong codes, of events and of teams, of one person and where they type."""

    def __init__(
        self, session: Session, member_ref: str, client: str, now: datetime
    ) -> None:
        """Keep who types, and where.

        Args:
            session: an open session that may write and holds the person's row.
            member_ref: who.
            client: network address, "" when it is not known.
            now: this instant.
        """
        self._session = session
        self._member_ref = member_ref
        self._client_hash = sign_in.keyed_hash("client", client) if client else ""
        self._now = now

    def refuse_too_many(self) -> None:
        """Refuse a further try; one from a crowded place gets the same answer.

        Raises:
            TooManyTries: values: next_at.
        """
        mine = col(CodeTry.member_ref) == self._member_ref
        self._refuse(mine, MAX_PER_PERSON)
        if self._client_hash:
            here = col(CodeTry.client_hash) == self._client_hash
            self._refuse(here, MAX_PER_CLIENT)

    def keep(self, refusal: R) -> R:
        """Count one wrong code; return its refusal, so that the count is committed."""
        self._session.add(
            CodeTry(
                member_ref=self._member_ref,
                client_hash=self._client_hash,
                tried_at=self._now,
            )
        )
        return refusal

    def _refuse(self, whose: ColumnElement[bool], most: int) -> None:
        """Find the try that must grow old before the next one."""
        oldest = self._session.scalar(
            select(col(CodeTry.tried_at))
            .where(whose, col(CodeTry.tried_at) > self._now - WINDOW)
            .order_by(col(CodeTry.tried_at).desc())
            .offset(most - 1)
            .limit(1)
        )
        if oldest is not None:
            raise TooManyTries(TOO_MANY_CODES, next_at=oldest + WINDOW)
