"""Being at an event: one ledger row a person, whatever proves it.

A code counts at tier CODE, a paper list at tier ATTESTED; both claim the same key, so
a person counts once. Nothing takes it back by itself: somebody attested it, so only
staff correct it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import BindParameter, Connection, bindparam, select
from sqlmodel import Session, SQLModel

from climact_issy import models
from climact_issy.domain.civic import civic_day, week_of
from climact_issy.domain.errors import NotFound
from climact_issy.domain.events import EVENT, Attendance, Event, cap_of
from climact_issy.domain.gestures import HISTORY_LENGTH, EventLine
from climact_issy.domain.ledger import EntryKind
from climact_issy.domain.points import Rules, award, base_points
from climact_issy.domain.seasons import Season
from climact_issy.domain.tiers import Tier
from climact_issy.models import CodeUse
from climact_issy.services import posting
from climact_issy.services.gesture_rows import Player
from climact_issy.services.sums import Share, Sums, sums

assert models.CodeUse  # noqa: S101 - importing the package registers the tables

_TABLES: Final = SQLModel.metadata.tables
_challenge: Final = _TABLES["challenge"]
_ledger: Final = _TABLES["ledger"]
_code_use: Final = _TABLES["code_use"]
_reversal: Final = _ledger.alias("reversal")


@dataclass(frozen=True, slots=True)
class Proof:
    """What proves that somebody was there.

    Attributes:
        tier: CODE or ATTESTED.
        cause: what made the row: "code" or "paper".
        code_id: the code, None for a paper list.
    """

    tier: Tier
    cause: str
    code_id: int | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """When somebody was there, and under which rule that counts.

    Attributes:
        season: season of the day.
        day: the civic day it counts for.
        rules: the published rule.
        now: this instant.
    """

    season: Season
    day: date
    rules: Rules
    now: datetime


def event_of(row: Any) -> Event:  # noqa: ANN401 - a Challenge, or a row of its columns
    """Return the event of a challenge's row."""
    return Event(
        challenge_id=row.id,
        slug=row.slug,
        title=(row.title_fr, row.title_en),
        place=row.place,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        state=row.state,
        effort=row.effort,
        owner_team=row.owner_team,
        is_demo=row.is_demo,
    )


def events(session: Session, slugs: Iterable[str]) -> dict[str, Event]:
    """Return the events that exist among some slugs."""
    rows = session.connection().execute(
        select(_challenge).where(
            _challenge.c.slug.in_(sorted(set(slugs))), _challenge.c.kind == EVENT
        )
    )
    return {row.slug: event_of(row) for row in rows}


def event(session: Session, slug: str) -> Event:
    """Return one event.

    Raises:
        NotFound: there is none of this slug.
    """
    found = events(session, [slug]).get(slug)
    if found is None:
        raise NotFound
    return found


def worth(rules: Rules, event: Event, tier: Tier) -> int:
    """Return the points that being at an event brings before any cap."""
    return base_points(rules, event.effort, tier) if event.effort else 0


def count(
    session: Session, player: Player, event: Event, proof: Proof, moment: Moment
) -> Attendance:
    """Count a person at an event: one ledger row, every total, one use.

    Args:
        session: an open session that holds the person's row; the caller commits.
        player: who was there; they have not been counted at this event yet.
        event: where.
        proof: what proves it.
        moment: when, and under which rule.
    """
    connection = session.connection()
    row = _row(player, event, proof, moment)
    before = _entering(sums(connection, posting.spot_of(row)), moment.now)
    given = award(
        moment.rules,
        worth(moment.rules, event, proof.tier),
        before,
        tier=proof.tier,
        is_pause=moment.season.is_pause,
    )
    cause = f"{proof.cause}:{given.lost_to}" if given.lost_to else proof.cause
    row |= {"amount": given.points, "cause": cause}
    posted = posting.post(connection, row, before, is_on_board=player.is_on_board)
    use = CodeUse(
        challenge_id=event.challenge_id,
        member_ref=player.member_ref,
        code_id=proof.code_id,
        entry_id=posted.entry_id,
        used_at=moment.now,
    )
    session.add(use)
    session.flush()
    return Attendance(
        event=event,
        entry_id=posted.entry_id,
        points=given.points,
        cap=given.lost_to,
        civic_day=moment.day,
        neighbourhood=player.neighbourhood,
        was_already_there=False,
    )


def _entering(before: Sums, now: datetime) -> Sums:
    """Let who becomes active by a list do so now, whatever the day of the event.

    Else a list typed weeks afterwards would bring somebody who counts fully at once.
    """
    week = week_of(civic_day(now))

    def entered(share: Share) -> Share:
        return share if share.gestures else replace(share, entry_week=week)

    team = before.team and entered(before.team)
    return replace(before, here=entered(before.here), team=team)


_BEFORE: Final = (
    select(_ledger)
    .select_from(_code_use.join(_ledger, _ledger.c.id == _code_use.c.entry_id))
    .where(
        _code_use.c.challenge_id == bindparam("challenge_id"),
        _code_use.c.member_ref == bindparam("member_ref"),
    )
)


def counted_before(
    connection: Connection, member_ref: str, event: Event
) -> Attendance | None:
    """Return how a person was counted at an event before, None when they were not."""
    row: Any = connection.execute(
        _BEFORE, {"challenge_id": event.challenge_id, "member_ref": member_ref}
    ).first()
    if row is None:
        return None
    return Attendance(
        event=event,
        entry_id=row.id,
        points=row.amount,
        cap=cap_of(row.cause),
        civic_day=row.civic_day,
        neighbourhood=row.neighbourhood,
        was_already_there=True,
    )


_SEASON_AND_PAUSE: Final[Sequence[BindParameter[int]]] = (
    bindparam("first_season"),
    bindparam("last_season"),
)
_MINE: Final = (
    select(
        _challenge.c.title_fr,
        _challenge.c.title_en,
        _ledger.c.civic_day,
        _ledger.c.amount,
    )
    .select_from(
        _code_use.join(_ledger, _ledger.c.id == _code_use.c.entry_id)
        .join(_challenge, _challenge.c.id == _code_use.c.challenge_id)
        .outerjoin(_reversal, _reversal.c.reverses == _ledger.c.id)
    )
    .where(
        _code_use.c.member_ref == bindparam("member_ref"),
        _ledger.c.season_id.in_(_SEASON_AND_PAUSE),
        _reversal.c.id.is_(None),
    )
    .order_by(_ledger.c.id.desc())
    .limit(HISTORY_LENGTH)
)


def mine(
    connection: Connection, member_ref: str, season_id: int, pause_id: int
) -> tuple[EventLine, ...]:
    """Return the events that count for a person, newest first.

    Args:
        connection: of an open transaction.
        member_ref: whose.
        season_id: in this season,
        pause_id: and in this pause after it; the season again outside a pause.
    """
    mine = {"first_season": season_id, "last_season": pause_id}
    rows = connection.execute(_MINE, mine | {"member_ref": member_ref})
    return tuple(
        EventLine((row.title_fr, row.title_en), row.civic_day, row.amount)
        for row in rows
    )


def _row(player: Player, event: Event, proof: Proof, moment: Moment) -> dict[str, Any]:
    return {
        "season_id": moment.season.season_id,
        "member_ref": player.member_ref,
        "kind": EntryKind.CODE.value,
        "subject": event.slug,
        "reverses": None,
        "tier": proof.tier.value,
        "quantity_milli": 1000,
        "saving_gco2e": None,
        "rule_version": moment.rules.version,
        "factor_version": "",
        "neighbourhood": player.neighbourhood,
        "team": player.team or None,
        "civic_day": moment.day,
        "recorded_at": moment.now,
        "idempotency_key": f"code:{event.challenge_id}:{player.member_ref}",
    }
