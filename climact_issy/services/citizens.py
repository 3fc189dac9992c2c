"""People: who they are here, what they chose, what they see of themselves."""

import secrets
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime
from typing import Final

from sqlalchemy import BindParameter, bindparam, func
from sqlalchemy import select as select_rows
from sqlmodel import Session, SQLModel

from climact_issy.content import neighbourhoods
from climact_issy.domain.civic import civic_day, week_of
from climact_issy.domain.errors import BadInput, NotFound
from climact_issy.domain.gestures import HISTORY_LENGTH, Me
from climact_issy.domain.people import (
    OUTSIDE,
    UNKNOWN,
    Actor,
    Role,
    Situation,
)
from climact_issy.domain.points import Rules
from climact_issy.domain.seasons import next_start
from climact_issy.models import Citizen
from climact_issy.services import attendance, history, seasons

MEMBER_REF_BYTES: Final = 16
PSEUDONYM_LENGTH: Final = 40

_SEASON_AND_PAUSE: Final[Sequence[BindParameter[int]]] = (
    bindparam("first_season"),
    bindparam("last_season"),
)
_citizen: Final = SQLModel.metadata.tables["citizen"]
_member_total: Final = SQLModel.metadata.tables["member_total"]
_member_day: Final = SQLModel.metadata.tables["member_day"]
_PERSON: Final = select_rows(
    _citizen.c.pseudonym,
    _citizen.c.neighbourhood,
    _citizen.c.next_neighbourhood,
    _citizen.c.created_at,
    _citizen.c.is_demo,
).where(_citizen.c.id == bindparam("citizen_id"))
_TOTAL: Final = select_rows(
    *(
        func.coalesce(func.sum(_member_total.c[name]), 0).label(name)
        for name in ("points", "gestures", "saving_gco2e", "saving_gco2e_count")
    )
).where(
    # A season and its pause; a range would read everybody of both.
    _member_total.c.season_id.in_(_SEASON_AND_PAUSE),
    _member_total.c.member_ref == bindparam("member_ref"),
)
_DAYS: Final = select_rows(
    _member_day.c.civic_day,
    _member_day.c.gestures,
    _member_day.c.points,
    _member_day.c.points_proven,
).where(
    _member_day.c.member_ref == bindparam("member_ref"),
    # Since the first day, not the season's: active weeks are never reset.
    _member_day.c.civic_day <= bindparam("last"),
)

_NAMES: Final = ("Feuille", "Brindille", "Source", "Graine", "Ruisseau", "Mousse")


def create(
    session: Session,
    *,
    language: str,
    now: datetime,
    pseudonym: str = "",
    is_demo: bool = False,
    role: Role = Role.CITIZEN,
) -> Actor:
    """Make a new person with a random member reference.

    Args:
        session: an open session that may write.
        language: "fr" or "en", anything else counts as "fr".
        now: this instant.
        pseudonym: the name shown; an invented one when empty.
        is_demo: a labelled demo person.
        role: what they may do.
    """
    invented = f"{secrets.choice(_NAMES)} {secrets.randbelow(900) + 100}"
    row = Citizen(
        member_ref=secrets.token_hex(MEMBER_REF_BYTES),
        pseudonym=_clean(pseudonym) if pseudonym else invented,
        role=role,
        language="en" if language == "en" else "fr",
        is_demo=is_demo,
        created_at=now,
    )
    session.add(row)
    session.flush()
    return as_actor(row)


def actor_of(session: Session, citizen_id: int, *, session_id: int = 0) -> Actor:
    """Return a person as the actor of a use case.

    Raises:
        NotFound: nobody has this id (any more).
    """
    return as_actor(_row(session, citizen_id), session_id=session_id)


def as_actor(row: Citizen, *, session_id: int = 0) -> Actor:
    """Return the actor of a row."""
    return Actor(
        citizen_id=row.id or 0,
        member_ref=row.member_ref,
        role=Role(row.role),
        pseudonym=row.pseudonym,
        neighbourhood=row.neighbourhood,
        language=row.language,
        situation=Situation(
            row.is_tenant, row.has_car, row.has_garden, row.has_shared_heating
        ),
        session_id=session_id,
        is_demo=row.is_demo,
    )


def rename(session: Session, actor: Actor, pseudonym: str, *, now: datetime) -> Actor:
    """Give oneself another name.

    Raises:
        BadInput: empty, too long or not printable (code "pseudonym").
    """
    del now
    row = _row(session, actor.citizen_id)
    row.pseudonym = _clean(pseudonym)
    return _kept(session, row, actor)


def set_language(
    session: Session, actor: Actor, language: str, *, now: datetime
) -> Actor:
    """Choose the language of mails and of the next visit.

    Raises:
        BadInput: neither "fr" nor "en".
    """
    del now
    if language not in {"fr", "en"}:
        raise BadInput
    row = _row(session, actor.citizen_id)
    row.language = language
    return _kept(session, row, actor)


def set_situation(
    session: Session, actor: Actor, situation: Situation, *, now: datetime
) -> Actor:
    """Answer the questions of the "for me" filter."""
    del now
    row = _row(session, actor.citizen_id)
    for name, value in asdict(situation).items():
        setattr(row, name, value)
    return _kept(session, row, actor)


def choose_neighbourhood(
    session: Session, actor: Actor, slug: str, *, now: datetime
) -> Actor:
    """Choose where one plays: one of the seven, OUTSIDE or UNKNOWN.

    What was already noted keeps counting where it was noted. Whoever has gestures
    in this season moves with the next one, so that nobody hops to weigh on the mean
    of another neighbourhood; choosing one's own again takes the wish back.

    Raises:
        NotFound: no such neighbourhood, or the person was erased.
    """
    if slug not in {OUTSIDE, UNKNOWN}:
        neighbourhoods.by_slug(slug)
    row = session.get(Citizen, actor.citizen_id, with_for_update={"key_share": True})
    if row is None:
        raise NotFound
    if slug == row.neighbourhood:
        row.next_neighbourhood = None
    elif _may_move(session, row, now):
        row.neighbourhood = slug
        row.next_neighbourhood = None
        row.neighbourhood_chosen_at = now
    else:
        row.next_neighbourhood = slug
    return _kept(session, row, actor)


def me(session: Session, actor: Actor, *, rules: Rules, now: datetime) -> Me:
    """Return what a person sees of themselves in this season.

    In a pause: in the season before it and in the pause, together.
    """
    running = seasons.running(session, now=now)
    season, period = running.season, running.period
    connection = session.connection()
    mine = {
        "citizen_id": actor.citizen_id,
        "member_ref": actor.member_ref,
        "first_season": season.season_id,
        "last_season": period.season_id,
        "last": period.ends_on,
    }
    person = connection.execute(_PERSON, mine).first()
    if person is None:
        raise NotFound
    total = connection.execute(_TOTAL, mine).one()
    days = connection.execute(_DAYS, mine).all()
    today = civic_day(now)
    week = [d for d in days if week_of(d.civic_day) == week_of(today)]
    shown = replace(season, ends_on=period.ends_on)
    moves_on = next_start(period, rules)
    return Me(
        pseudonym=person.pseudonym,
        neighbourhood=person.neighbourhood,
        points_season=int(total.points),
        points_week=sum(d.points for d in week),
        points_week_proven=sum(d.points_proven for d in week),
        week_cap=rules.week_cap,
        declared_week_cap=rules.declared_week_cap,
        points_today=sum(d.points for d in days if d.civic_day == today),
        day_cap=rules.day_cap,
        active_weeks=len({week_of(d.civic_day) for d in days if d.gestures}),
        gestures=int(total.gestures),
        recent=history.lines(session, actor, shown, now=now, limit=HISTORY_LENGTH),
        joined_at=person.created_at,
        saving_kgco2e=int(total.saving_gco2e) / 1000,
        gestures_with_saving=int(total.saving_gco2e_count),
        season=season,
        is_demo=person.is_demo,
        events=attendance.mine(
            connection, actor.member_ref, season.season_id, period.season_id
        ),
        next_neighbourhood=person.next_neighbourhood or "",
        moves_on=moves_on,
        resumes_on=moves_on if running.pause else None,
    )


def season_points(session: Session, actor: Actor, *, now: datetime) -> int:
    """Return the net points of a person, for the top bar; a pause keeps them."""
    running = seasons.running(session, now=now)
    mine = {
        "member_ref": actor.member_ref,
        "first_season": running.season.season_id,
        "last_season": running.period.season_id,
    }
    return int(session.connection().execute(_TOTAL, mine).one().points)


def _may_move(session: Session, row: Citizen, now: datetime) -> bool:
    """Whether a person moves at once: nothing of this season depends on them."""
    if row.neighbourhood in {"", OUTSIDE, UNKNOWN}:
        return True
    try:
        running = seasons.running(session, now=now)
    except NotFound:
        return True
    season = running.season
    if not season.covers(civic_day(now)):
        return True
    mine = {
        "member_ref": row.member_ref,
        "first_season": season.season_id,
        "last_season": season.season_id,
    }
    return session.connection().execute(_TOTAL, mine).one().gestures == 0


def _row(session: Session, citizen_id: int) -> Citizen:
    row = session.get(Citizen, citizen_id)
    if row is None:
        raise NotFound
    return row


def _kept(session: Session, row: Citizen, actor: Actor) -> Actor:
    session.add(row)
    session.flush()
    return as_actor(row, session_id=actor.session_id)


def _clean(pseudonym: str) -> str:
    name = " ".join(pseudonym.split())
    if not 1 <= len(name) <= PSEUDONYM_LENGTH or not name.isprintable():
        code = "pseudonym"
        raise BadInput(code, maximum=PSEUDONYM_LENGTH)
    return name
