"""Erasing a person: everything that leads to them goes, what they counted stays.

The ledger, the running totals, what counted in a challenge or at an event and the
record of who decided what hold a random member reference only. Without the row of the
person nothing leads from it to anybody, and the chain and every total stay as they are.
"""

import re
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, bindparam, delete, select
from sqlmodel import Session, SQLModel

from climact_issy import models
from climact_issy.domain.civic import civic_day
from climact_issy.domain.errors import BadInput, NotAllowed, NotFound
from climact_issy.services import audit, sign_in, totals
from climact_issy.services.sums import Spot, sums

assert models.Citizen  # noqa: S101 - importing the package registers the tables

_TABLES: Final = SQLModel.metadata.tables
_citizen: Final = _TABLES["citizen"]
_identity: Final = _TABLES["citizen_identity"]
_token: Final = _TABLES["sign_in_token"]
_mail: Final = _TABLES["outbox_mail"]
_place: Final = _TABLES["board_place"]
_season_total: Final = _TABLES["season_total"]
_REF: Final = re.compile(r"[0-9a-f]{32}")

_OWN: Final = ("action_log", "evidence", "code_try")
"""Tables of what is the person's own, by member reference; no total is made of them."""


def member_of(session: Session, name: str) -> str:
    """Return the member reference that somebody is named by.

    Args:
        session: an open session.
        name: a member reference, or the e-mail address that the person signs in with.

    Raises:
        NotFound: nobody has it.
    """
    connection = session.connection()
    if _REF.fullmatch(name):
        wanted = select(_citizen.c.member_ref).where(_citizen.c.member_ref == name)
    else:
        subject = _subject_of(name)
        wanted = (
            select(_citizen.c.member_ref)
            .join(_identity, _identity.c.citizen_id == _citizen.c.id)
            .where(_identity.c.kind == sign_in.KIND, _identity.c.subject == subject)
        )
    found = connection.execute(wanted).scalar()
    if found is None:
        raise NotFound
    return str(found)


def erase(session: Session, member_ref: str, *, by: str, now: datetime) -> None:
    """Erase a person for ever.

    Args:
        session: an open session that may write; the caller commits.
        member_ref: whom.
        by: who asked: "self" or "staff".
        now: this instant.

    Raises:
        NotFound: nobody has this reference (any more).
        NotAllowed: one of the people of the demo that everybody may be (code
            "demo_person").
    """
    connection = session.connection()
    person = (
        connection.execute(
            select(_citizen)
            .where(_citizen.c.member_ref == member_ref)
            # A gesture on its way comes first; the next one finds nobody.
            .with_for_update()
        )
        .mappings()
        .first()
    )
    if person is None:
        raise NotFound
    if person["demo_key"] is not None:
        code = "demo_person"
        raise NotAllowed(code)
    _leave_boards(connection, member_ref, now)
    for name in _OWN:
        table = _TABLES[name]
        connection.execute(delete(table).where(table.c.member_ref == member_ref))
    signal = _TABLES["signal"]
    connection.execute(delete(signal).where(signal.c.subject == member_ref))
    _forget_addresses(connection, person["id"])
    # Identities, sessions, teams and what they said they do already go with it.
    connection.execute(delete(_citizen).where(_citizen.c.id == person["id"]))
    audit.record(session, None, "account_erased", details={"by": by}, now=now)


def _leave_boards(connection: Connection, member_ref: str, now: datetime) -> None:
    seasons = connection.scalars(
        select(_place.c.season_id)
        .where(_place.c.member_ref == member_ref)
        .order_by(_place.c.season_id)
    ).all()
    hold = (
        select(_season_total.c.season_id)
        .where(_season_total.c.season_id == bindparam("season_id"))
        .with_for_update()
    )
    for season_id in seasons:
        # The row of the season lets one transaction pass at a time: as for a gesture.
        connection.execute(hold, {"season_id": season_id})
        spot = Spot(member_ref, season_id, civic_day(now), "")
        totals.leave_board(connection, spot, sums(connection, spot))


def _forget_addresses(connection: Connection, citizen_id: int) -> None:
    subjects = set(
        connection.scalars(
            select(_identity.c.subject).where(
                _identity.c.citizen_id == citizen_id, _identity.c.kind == sign_in.KIND
            )
        )
    )
    if not subjects:
        return
    connection.execute(delete(_token).where(_token.c.subject.in_(subjects)))
    # The only place where an address waits in clear; none waits long.
    waiting = connection.execute(
        select(_mail.c.id, _mail.c.recipient).where(_mail.c.recipient != "")
    )
    ids = [row.id for row in waiting if _hash_of(row) in subjects]
    if ids:
        connection.execute(delete(_mail).where(_mail.c.id.in_(ids)))


def _hash_of(row: Any) -> str:  # noqa: ANN401 - a row
    try:
        return _subject_of(row.recipient)
    except NotFound:
        return ""


def _subject_of(address: str) -> str:
    try:
        return sign_in.keyed_hash(sign_in.KIND, sign_in.normalise(address))
    except BadInput:
        raise NotFound from None
