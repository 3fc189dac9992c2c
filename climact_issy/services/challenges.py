"""Challenges as people see them: a handful of queries, whatever the people."""

from collections import defaultdict
from datetime import date, datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection, and_, bindparam, case, func, select
from sqlmodel import Session, SQLModel

from climact_issy import models
from climact_issy.content import neighbourhoods
from climact_issy.domain import ranking
from climact_issy.domain.challenge_moves import SHOWN, State
from climact_issy.domain.challenge_sights import (
    ChallengeCard,
    ChallengeSight,
    MyChallenge,
    RaceLine,
)
from climact_issy.domain.challenges import COUNTING, JOINED, Kind, Pair, Scope
from climact_issy.domain.civic import DAYS_IN_WEEK, civic_day, day_bounds, week_of
from climact_issy.domain.errors import NotFound
from climact_issy.domain.people import Actor
from climact_issy.domain.points import Rules
from climact_issy.services import challenge_members, gesture_rows, measured_reasons
from climact_issy.services.challenge_members import EVERYBODY

assert models.Challenge  # noqa: S101 - importing the package registers the tables

_TABLES: Final = SQLModel.metadata.tables
_challenge: Final = _TABLES["challenge"]
_action: Final = _TABLES["challenge_action"]
_member: Final = _TABLES["challenge_member"]
_total: Final = _TABLES["challenge_total"]
_check_in: Final = _TABLES["challenge_check_in"]
_team: Final = _TABLES["team"]
_code_use: Final = _TABLES["code_use"]
_ledger: Final = _TABLES["ledger"]

MOST_SHOWN: Final = 60
"""Challenges on one page: the newest win."""

_ATTENDED: Final = (
    select(func.count())
    .select_from(_code_use)
    .where(_code_use.c.challenge_id == _challenge.c.id)
    .scalar_subquery()
)
_CARDS: Final = (
    select(
        _challenge,
        _team.c.name.label("owner_name"),
        _total.c.people,
        _total.c.progress,
        _ATTENDED.label("attended"),
        *measured_reasons.COLUMNS,
    )
    .select_from(
        measured_reasons.beside(
            _challenge,
            _challenge.outerjoin(
                _total,
                and_(
                    _total.c.challenge_id == _challenge.c.id,
                    _total.c.group_id == EVERYBODY,
                ),
            ).outerjoin(_team, _team.c.slug == _challenge.c.owner_team),
        )
    )
    .where(_challenge.c.state.in_(sorted(SHOWN)))
)
_COUNTS_FOR: Final = (
    select(_challenge.c.slug, _challenge.c.title_fr, _challenge.c.title_en)
    .select_from(_action.join(_challenge, _challenge.c.id == _action.c.challenge_id))
    .where(
        _action.c.action == bindparam("action"),
        _challenge.c.state == State.RUNNING.value,
        _challenge.c.starts_on <= bindparam("today"),
        _challenge.c.ends_on >= bindparam("today"),
        _challenge.c.kind.in_(sorted(COUNTING)),
    )
    .order_by(_challenge.c.ends_on, _challenge.c.id)
    .limit(2)
)
_VERSION: Final = select(
    select(func.coalesce(func.sum(_total.c.version), 0))
    .where(_total.c.group_id == EVERYBODY)
    .scalar_subquery(),
    # Of what pages show: the events of all years would be counted every half second.
    select(func.count())
    .select_from(
        _challenge.join(_code_use, _code_use.c.challenge_id == _challenge.c.id)
    )
    .where(_challenge.c.state.in_(sorted(SHOWN)), _challenge.c.kind == Kind.EVENT)
    .scalar_subquery(),
    select(func.max(_challenge.c.changed_at)).scalar_subquery(),
)

Freshness = tuple[Any, ...]


def freshness(session: Session, *, now: datetime) -> Freshness:
    """Return what a shown challenge depends on; it differs after every change."""
    row = session.connection().execute(_VERSION).one()
    return (*row, civic_day(now))


def shown(session: Session, *, rules: Rules) -> list[ChallengeCard]:
    """Return the challenges that run, are to come or are over, the soonest end first.

    Args:
        session: an open session.
        rules: the published rule, for the fewest people of a count.
    """
    newest = _CARDS.order_by(_challenge.c.ends_on.desc()).limit(MOST_SHOWN)
    rows = session.connection().execute(newest).all()
    cards = [_card(row, rules) for row in rows]
    return sorted(cards, key=lambda card: (card.ends_on, card.slug))


def opened_by_rules(
    session: Session, *, rules: Rules, only_running: bool = False
) -> list[ChallengeCard]:
    """Return the challenges that rules opened, the newest first.

    Args:
        session: an open session.
        rules: the published rule, for the fewest people of a count.
        only_running: leave out those that are to come or over.
    """
    found = _CARDS.where(measured_reasons.OPENED).order_by(_challenge.c.id.desc())
    if only_running:
        found = found.where(_challenge.c.state == State.RUNNING.value)
    rows = session.connection().execute(found.limit(MOST_SHOWN)).all()
    return [_card(row, rules) for row in rows]


def sight(
    session: Session, slug: str, *, rules: Rules, now: datetime
) -> ChallengeSight:
    """Return one challenge with what counts and, for a race, who stands where.

    Raises:
        NotFound: no such challenge, or one that is not shown.
    """
    connection = session.connection()
    row = _one(connection, slug)
    actions = connection.scalars(
        select(_action.c.action).where(_action.c.challenge_id == row.id)
    ).all()
    is_race = row.kind == Kind.RACE
    return ChallengeSight(
        card=_card(row, rules),
        actions=tuple(sorted(actions)),
        race=_race(connection, row, rules, now) if is_race else (),
    )


def card(session: Session, slug: str, *, rules: Rules) -> ChallengeCard:
    """Return one challenge as everybody sees it.

    Raises:
        NotFound: no such challenge, or one that is not shown.
    """
    return _card(_one(session.connection(), slug), rules)


def mine(session: Session, actor: Actor, slug: str, *, now: datetime) -> MyChallenge:
    """Return what a person is in a challenge and may do there now.

    Raises:
        NotFound: no such challenge, or the person was erased.
    """
    connection = session.connection()
    row = _one(connection, slug)
    today = civic_day(now)
    if row.kind == Kind.EVENT:
        return _my_event(connection, row.id, actor)
    player = gesture_rows.player(connection, actor, today)
    member = challenge_members.read(connection, row.id, actor.member_ref)
    state = State(row.state)
    is_one_team = row.scope == Scope.TEAM and row.kind != Kind.RACE
    is_theirs = not is_one_team or player.team == row.owner_team
    is_open = row.kind in JOINED and state in {State.SCHEDULED, State.RUNNING}
    if member is None:
        return MyChallenge(can_join=is_open and is_theirs, is_outside=not is_theirs)
    is_completed = member.award_entry_id is not None
    is_pledge = row.kind == Kind.PLEDGE and state is State.RUNNING
    is_in_time = row.starts_on <= today <= row.ends_on
    return MyChallenge(
        has_joined=member.has_joined,
        progress=member.progress,
        is_completed=is_completed,
        points=_award_points(connection, member.award_entry_id),
        can_leave=is_open and not is_completed,
        can_check_in=is_pledge
        and is_in_time
        and not _is_checked_in(connection, row.id, actor.member_ref, today),
        is_outside=not is_theirs,
    )


def counts_for(
    session: Session, action: str, *, now: datetime
) -> list[tuple[str, Pair]]:
    """Return (slug, title) of up to two running challenges that count an action."""
    rows = session.connection().execute(
        _COUNTS_FOR, {"action": action, "today": civic_day(now)}
    )
    return [(row.slug, (row.title_fr, row.title_en)) for row in rows]


def _one(connection: Connection, slug: str) -> Any:  # noqa: ANN401 - a row
    row = connection.execute(_CARDS.where(_challenge.c.slug == slug)).first()
    if row is None:
        raise NotFound(challenge=slug)
    return row


def _card(row: Any, rules: Rules) -> ChallengeCard:  # noqa: ANN401 - a row of _CARDS
    kind, scope = Kind(row.kind), Scope(row.scope)
    is_event = kind is Kind.EVENT
    people = row.attended if is_event else row.people or 0
    is_published = people >= rules.minimum_published
    # The goal of everybody shows its first gesture, like the goal of a season.
    is_common = kind is Kind.GOAL and scope is Scope.EVERYONE
    progress = row.attended if is_event else row.progress or 0
    return ChallengeCard(
        slug=row.slug,
        kind=kind,
        scope=scope,
        state=State(row.state),
        title=(row.title_fr, row.title_en),
        summary=(row.summary_fr, row.summary_en),
        icon=row.icon,
        target=row.target,
        effort=row.effort,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        place=row.place,
        owner_name=row.owner_name or "",
        progress=progress if is_common or is_published else None,
        people=people if is_published else None,
        is_demo=row.is_demo,
        ended_on=_ended_on(row),
        measured=measured_reasons.read(row),
    )


def _ended_on(row: Any) -> date | None:  # noqa: ANN401 - a row of challenge
    """Return the last day on which a challenge ran; closing is its last change."""
    is_closed = row.state == State.CLOSED
    return min(row.ends_on, civic_day(row.changed_at)) if is_closed else None


def _race(
    connection: Connection,
    row: Any,  # noqa: ANN401 - a row of challenge
    rules: Rules,
    now: datetime,
) -> tuple[RaceLine, ...]:
    """Rank the groups by the rule of the season's race; too few people, no line."""
    today = _ended_on(row) or min(civic_day(now), row.ends_on)
    groups = _groups(connection, row, rules, today)
    names = _names(connection, row.scope, [group.group_id for group in groups])
    steps = ranking.terraces(rules, ranking.scores(rules, groups))
    return tuple(
        RaceLine(score.group_id, names[score.group_id], number, round(score.value))
        for number, step in enumerate(steps, start=1)
        for score in step
    )


def _groups(
    connection: Connection,
    row: Any,  # noqa: ANN401 - a row of challenge
    rules: Rules,
    today: date,
) -> list[ranking.Group]:
    """Return the groups of a race with their people, by the week in which they came."""
    first, this_week = week_of(row.starts_on), week_of(max(today, row.starts_on))
    so_far = (this_week - first).days // DAYS_IN_WEEK + 1
    mondays = [first + timedelta(weeks=number) for number in range(so_far)]
    began = [
        (_member.c.joined_at >= day_bounds(monday)[0], number)
        for number, monday in enumerate(mondays)
    ]
    entered = case(*reversed(began), else_=0)
    counted = select(
        _member.c.group_id,
        _member.c.points,
        entered.label("entered"),
        func.count().label("people"),
    ).where(_member.c.challenge_id == row.id, _member.c.progress > 0)
    established: dict[str, ranking.Tally] = defaultdict(ranking.Tally)
    newcomers: dict[str, dict[ranking.Newcomer, int]] = defaultdict(dict)
    for found in connection.execute(
        counted.group_by(_member.c.group_id, _member.c.points, entered)
    ):
        group, people, points = found.group_id, found.people, found.points
        week = mondays[int(found.entered)]
        part = ranking.part_of(week, this_week, first)
        if ranking.is_established(week, this_week, rules):
            came = ranking.cohort(people, people * points, people * points**2, part)
            established[group] = established[group].plus(came)
        else:
            newcomers[group][ranking.Newcomer(points, part)] = people
    return [
        ranking.Group(group, established[group], newcomers[group])
        for group in sorted(established.keys() | newcomers.keys())
    ]


def _names(connection: Connection, scope: str, groups: list[str]) -> dict[str, str]:
    """Name each group; a team that is gone keeps its slug."""
    if scope == Scope.NEIGHBOURHOOD:
        return {place.slug: place.name for place in neighbourhoods.neighbourhoods()}
    rows = connection.execute(
        select(_team.c.slug, _team.c.name).where(_team.c.slug.in_(groups))
    )
    return {group: group for group in groups} | {row.slug: row.name for row in rows}


def _my_event(connection: Connection, challenge_id: int, actor: Actor) -> MyChallenge:
    entry = connection.execute(
        select(_code_use.c.entry_id).where(
            _code_use.c.challenge_id == challenge_id,
            _code_use.c.member_ref == actor.member_ref,
        )
    ).scalar()
    return MyChallenge(
        is_completed=entry is not None, points=_award_points(connection, entry)
    )


def _award_points(connection: Connection, entry_id: int | None) -> int:
    if entry_id is None:
        return 0
    found = select(_ledger.c.amount).where(_ledger.c.id == entry_id)
    return connection.execute(found).scalar() or 0


def _is_checked_in(
    connection: Connection, challenge_id: int, member_ref: str, day: date
) -> bool:
    found = select(func.count()).where(
        _check_in.c.challenge_id == challenge_id,
        _check_in.c.member_ref == member_ref,
        _check_in.c.civic_day == day,
    )
    return bool(connection.execute(found).scalar())
