"""People: who they are here, what they chose, what they see of themselves."""

import secrets
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Final

from sqlmodel import Session, col, func, select

from climact_issy.content import neighbourhoods
from climact_issy.domain.civic import civic_day, week_of
from climact_issy.domain.errors import BadInput, NotAllowed, NotFound
from climact_issy.domain.gestures import HISTORY_LENGTH, Me
from climact_issy.domain.people import OUTSIDE, UNKNOWN, Actor, Role, Situation
from climact_issy.domain.points import Rules
from climact_issy.domain.seasons import Season
from climact_issy.models import Citizen, MemberDay, MemberTotal
from climact_issy.services import history, seasons

MEMBER_REF_BYTES: Final = 16
PSEUDONYM_LENGTH: Final = 40
SETTLED_DAYS: Final = 28
"""How long somebody who plays for a neighbourhood stays with it."""

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
    for a neighbourhood stays with it for SETTLED_DAYS: nobody hops to weigh on the
    mean of another one.

    Raises:
        NotFound: no such neighbourhood.
        NotAllowed: code "neighbourhood_settled" (values: next_at).
    """
    if slug not in {OUTSIDE, UNKNOWN}:
        neighbourhoods.by_slug(slug)
    row = _row(session, actor.citizen_id)
    if row.neighbourhood == slug:
        return as_actor(row, session_id=actor.session_id)
    _refuse_hopping(session, row, now)
    row.neighbourhood = slug
    row.neighbourhood_chosen_at = now
    return _kept(session, row, actor)


def me(session: Session, actor: Actor, *, rules: Rules, now: datetime) -> Me:
    """Return what a person sees of themselves in this season."""
    row = _row(session, actor.citizen_id)
    season = seasons.current(session, now=now)
    totals = session.exec(
        select(MemberTotal).where(
            col(MemberTotal.season_id) == season.season_id,
            col(MemberTotal.member_ref) == actor.member_ref,
        )
    ).all()
    days = _days(session, actor, season)
    today = civic_day(now)
    grams = sum(total.saving_gco2e for total in totals)
    return Me(
        pseudonym=row.pseudonym,
        neighbourhood=row.neighbourhood,
        points_season=sum(total.points for total in totals),
        points_week=sum(
            day.points for day in days if week_of(day.civic_day) == week_of(today)
        ),
        week_cap=rules.week_cap,
        points_today=sum(day.points for day in days if day.civic_day == today),
        day_cap=rules.day_cap,
        active_weeks=len({week_of(day.civic_day) for day in days if day.gestures}),
        gestures=sum(total.gestures for total in totals),
        recent=history.lines(session, actor, season, now=now, limit=HISTORY_LENGTH),
        joined_at=row.created_at,
        saving_kgco2e=grams / 1000,
        gestures_with_saving=sum(total.saving_gco2e_count for total in totals),
        season=season,
        is_demo=row.is_demo,
    )


def season_points(session: Session, actor: Actor, *, now: datetime) -> int:
    """Return the net points of a person in this season, for the top bar."""
    season = seasons.current(session, now=now)
    found = session.exec(
        select(func.coalesce(func.sum(col(MemberTotal.points)), 0)).where(
            col(MemberTotal.season_id) == season.season_id,
            col(MemberTotal.member_ref) == actor.member_ref,
        )
    ).one()
    return int(found)


def _days(session: Session, actor: Actor, season: Season) -> list[MemberDay]:
    return list(
        session.exec(
            select(MemberDay).where(
                col(MemberDay.member_ref) == actor.member_ref,
                col(MemberDay.civic_day) >= season.starts_on,
                col(MemberDay.civic_day) <= season.ends_on,
            )
        ).all()
    )


def _refuse_hopping(session: Session, row: Citizen, now: datetime) -> None:
    chosen_at = row.neighbourhood_chosen_at
    if row.neighbourhood in {"", OUTSIDE, UNKNOWN} or chosen_at is None:
        return
    next_at = chosen_at + timedelta(days=SETTLED_DAYS)
    gestures = session.exec(
        select(func.coalesce(func.sum(MemberDay.gestures), 0)).where(
            col(MemberDay.member_ref) == row.member_ref,
            col(MemberDay.civic_day) >= civic_day(chosen_at),
            col(MemberDay.neighbourhood) == row.neighbourhood,
        )
    ).one()
    if gestures and now < next_at:
        code = "neighbourhood_settled"
        raise NotAllowed(code, next_at=next_at)


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
