"""Teams: made, joined, left, and the one that somebody plays a season for."""

import secrets
from datetime import datetime
from typing import Final

from sqlalchemy import func
from sqlmodel import Session, col, select

from climact_issy.domain import codes, teams
from climact_issy.domain.civic import civic_day
from climact_issy.domain.errors import BadInput, NotAllowed, NotFound
from climact_issy.domain.people import Actor, Role
from climact_issy.domain.permissions import require_role
from climact_issy.domain.seasons import Season
from climact_issy.domain.teams import MyTeam
from climact_issy.models import Citizen, MemberTeam, Team, TeamMembership
from climact_issy.services import (
    audit,
    deployment,
    gesture_rows,
    rules,
    seasons,
    shares,
)
from climact_issy.services.codes import Tries
from climact_issy.services.shares import GroupShares
from climact_issy.services.totals import TEAM

_SLUG_TRIES: Final = 50


def create(
    session: Session,
    actor: Actor | None,
    name: str,
    *,
    now: datetime,
    captain_ref: str = "",
    is_demo: bool = False,
) -> teams.Team:
    """Make a team with an address and a code of its own.

    Args:
        session: an open session that may write.
        actor: who makes it, a moderator; None for the command line.
        name: shown on its page.
        now: this instant.
        captain_ref: member reference of the person who will run it, "" for nobody.
        is_demo: a labelled demo team, in a demo database only.

    Raises:
        NotAllowed: the actor may not.
        BadInput: no such name (code "team_name").
        NotFound: no such captain.
        WrongDatabase: a demo team in a real database.
    """
    if actor is not None:
        require_role(actor, Role.MODERATOR)
    if is_demo:
        deployment.check(session, "demo")
    row = Team(
        slug=_free_slug(session, teams.slug_of(_clean(name))),
        name=_clean(name),
        join_code=codes.draw(secrets.randbelow),
        is_demo=is_demo,
        created_at=now,
    )
    session.add(row)
    session.flush()
    if captain_ref:
        captain = session.exec(
            select(Citizen).where(Citizen.member_ref == captain_ref)
        ).first()
        if captain is None:
            raise NotFound
        _add(session, row, captain.id or 0, now=now, is_captain=True)
    audit.record(session, actor, "team_created", subject=row.slug, now=now)
    return _value(row)


def every(session: Session) -> list[teams.Team]:
    """Return every team, in the order of their addresses."""
    return [_value(row) for row in session.exec(select(Team).order_by(Team.slug)).all()]


def by_code(session: Session, code: str) -> teams.Team:
    """Return the team that a code opens.

    Raises:
        NotFound: none (code "team_code").
    """
    missing = "team_code"
    try:
        typed = codes.normalise(code)
    except BadInput:
        raise NotFound(missing) from None
    row = session.exec(select(Team).where(Team.join_code == typed)).first()
    if row is None:
        raise NotFound(missing)
    return _value(row)


def join(
    session: Session, actor: Actor, code: str, *, client: str = "", now: datetime
) -> teams.Team | NotFound:
    """Join the team of a code; a second time changes nothing.

    Whoever plays for no team yet plays for this one from now on, or from the next
    season on when this one has gestures of theirs for another team.

    Args:
        session: an open session that may write; the caller commits.
        actor: who joins.
        code: as they typed it.
        client: network address, for the limit only; "" when it is not known.
        now: this instant.

    Returns:
        The team; or the refusal of a wrong code (code "team_code"), returned and not
        raised, so that the unit of work commits the counted try.

    Raises:
        TooManyTries: too many wrong codes (code "too_many_codes", values: next_at).
        NotFound: the person was erased.
        NotAllowed: too many teams (code "too_many_teams").
    """
    player = gesture_rows.hold_player(session.connection(), actor, civic_day(now))
    tries = Tries(session, player.member_ref, client, now)
    tries.refuse_too_many()
    try:
        found = by_code(session, code)
    except NotFound as wrong:
        return tries.keep(wrong)
    row = _row(session, found.slug)
    if _membership(session, row, actor) is None:
        mine = session.exec(
            select(func.count()).where(
                col(TeamMembership.citizen_id) == actor.citizen_id
            )
        ).one()
        if mine >= teams.TEAMS_EACH:
            many = "too_many_teams"
            raise NotAllowed(many, maximum=teams.TEAMS_EACH)
        _add(session, row, actor.citizen_id, now=now)
    person = _person(session, actor)
    if not person.team and person.next_team is None:
        _choose(session, person, row.slug, player.season)
    session.flush()
    return found


def leave(session: Session, actor: Actor, slug: str, *, now: datetime) -> None:
    """Leave a team; what was made for it stays with it.

    Raises:
        NotFound: not one of theirs.
    """
    player = gesture_rows.hold_player(session.connection(), actor, civic_day(now))
    membership = _membership(session, _row(session, slug), actor)
    if membership is None:
        raise NotFound
    session.delete(membership)
    person = _person(session, actor)
    if person.next_team == slug:
        person.next_team = None
    if person.team == slug:
        person.team = ""
        if person.next_team:
            _choose(session, person, person.next_team, player.season)
    session.add(person)
    session.flush()


def play_for(session: Session, actor: Actor, slug: str, *, now: datetime) -> bool:
    """Choose the team that one's gestures count for, "" for none.

    At once while the season has no gesture of theirs for another team, else from the
    next season on; choosing the present team again withdraws the wish.

    Returns:
        Whether it holds already.

    Raises:
        NotFound: not one of their teams.
    """
    player = gesture_rows.hold_player(session.connection(), actor, civic_day(now))
    if slug and _membership(session, _row(session, slug), actor) is None:
        raise NotFound
    person = _person(session, actor)
    _choose(session, person, slug, player.season)
    session.flush()
    return person.team == slug


def mine(session: Session, actor: Actor, *, now: datetime) -> tuple[MyTeam, ...]:
    """Return the teams of a person, in the order they joined.

    Their points are those of this season; in a pause, of the season before it.
    """
    person = _person(session, actor)
    rows = session.exec(
        select(Team, TeamMembership)
        .join(TeamMembership, col(TeamMembership.team_id) == col(Team.id))
        .where(col(TeamMembership.citizen_id) == actor.citizen_id)
        .order_by(col(TeamMembership.joined_at), col(Team.id))
    ).all()
    sizes = _sizes(session, [team.id or 0 for team, _ in rows])
    rule = rules.in_force(session, civic_day(now))
    made = _made(session, [team.slug for team, _ in rows], now)
    return tuple(
        MyTeam(
            team=_value(team),
            is_captain=membership.is_captain,
            is_playing=person.team == team.slug,
            is_next=person.next_team == team.slug,
            members=size
            if (size := sizes[team.id or 0]) >= rule.minimum_published
            else None,
            shares=made[team.slug].shares
            if team.slug in made and made[team.slug].people >= rule.minimum_active
            else None,
        )
        for team, membership in rows
    )


def _made(session: Session, slugs: list[str], now: datetime) -> dict[str, GroupShares]:
    """Return what each team made this season, nothing before the first one."""
    try:
        season = seasons.running(session, now=now).season
    except NotFound:
        return {}
    return shares.of_groups(session, TEAM, slugs, season.season_id)


def _sizes(session: Session, ids: list[int]) -> dict[int, int]:
    rows = session.exec(
        select(TeamMembership.team_id, func.count())
        .where(col(TeamMembership.team_id).in_(ids))
        .group_by(col(TeamMembership.team_id))
    ).all()
    return dict(rows)


def _choose(
    session: Session, person: Citizen, slug: str, season: Season | None
) -> None:
    """Let somebody play for a team, now or from the next season on."""
    season_id = season.season_id if season else 0
    if person.team == slug or not _is_bound(session, person, slug, season_id):
        person.team, person.next_team = slug, None
    else:
        person.next_team = slug
    session.add(person)


def _is_bound(session: Session, person: Citizen, slug: str, season_id: int) -> bool:
    """Whether a season has gestures of somebody for another team than this one.

    Those for a team they left bind them too: a season is played for one.
    """
    found = session.exec(
        select(MemberTeam.team).where(
            MemberTeam.season_id == season_id,
            MemberTeam.member_ref == person.member_ref,
            MemberTeam.team != slug,
            MemberTeam.gestures > 0,
        )
    ).first()
    return found is not None


def _add(
    session: Session,
    team: Team,
    citizen_id: int,
    *,
    now: datetime,
    is_captain: bool = False,
) -> None:
    session.add(
        TeamMembership(
            team_id=team.id or 0,
            citizen_id=citizen_id,
            is_captain=is_captain,
            joined_at=now,
        )
    )
    session.flush()


def _membership(session: Session, team: Team, actor: Actor) -> TeamMembership | None:
    return session.get(TeamMembership, (team.id, actor.citizen_id))


def _person(session: Session, actor: Actor) -> Citizen:
    row = session.get(Citizen, actor.citizen_id)
    if row is None:
        raise NotFound
    return row


def _row(session: Session, slug: str) -> Team:
    row = session.exec(select(Team).where(Team.slug == slug)).first()
    if row is None:
        raise NotFound
    return row


def _value(row: Team) -> teams.Team:
    return teams.Team(row.slug, row.name, row.join_code, is_demo=row.is_demo)


def _free_slug(session: Session, wanted: str) -> str:
    """Return the slug, or the next free one: two teams may have one name."""
    taken = set(
        session.exec(select(Team.slug).where(col(Team.slug).startswith(wanted))).all()
    )
    numbered = (f"{wanted}-{number}" for number in range(2, _SLUG_TRIES))
    return next(slug for slug in (wanted, *numbered) if slug not in taken)


def _clean(name: str) -> str:
    text = " ".join(name.split())
    least, most = teams.NAME_LENGTHS
    if not least <= len(text) <= most or not text.isprintable():
        code = "team_name"
        raise BadInput(code, minimum=least, maximum=most)
    return text
