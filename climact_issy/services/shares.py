"""The share of each tier of proof in a total, read from the running totals."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Select, Table, bindparam, func, select
from sqlmodel import Session, SQLModel

from climact_issy import models
from climact_issy.domain.people import Actor
from climact_issy.domain.points import Rules
from climact_issy.domain.shares import Shares, of_total
from climact_issy.domain.tiers import Tier
from climact_issy.services import seasons
from climact_issy.services.totals import NEIGHBOURHOOD

assert models.MemberTotal  # noqa: S101 - importing the package registers the tables

_TABLES: Final = SQLModel.metadata.tables
_member_total: Final = _TABLES["member_total"]
_group_total: Final = _TABLES["group_total"]
_season_total: Final = _TABLES["season_total"]
_PROVEN: Final = (Tier.EVIDENCE, Tier.ATTESTED, Tier.CODE, Tier.MEASURED)


@dataclass(frozen=True, slots=True)
class GroupShares:
    """The shares of a group, and how many people made them.

    Attributes:
        shares: points by tier of proof.
        people: active people; below the published numbers nothing may be shown.
    """

    shares: Shares
    people: int


def _summed(table: Table, *more: str) -> Select[Any]:
    names = ("points", *(f"points_{tier.value}" for tier in _PROVEN), *more)
    return select(
        *(func.coalesce(func.sum(table.c[name]), 0).label(name) for name in names)
    ).where(table.c.season_id == bindparam("season_id"))


_MEMBER: Final = _summed(_member_total).where(
    _member_total.c.member_ref == bindparam("member_ref")
)
_GROUP: Final = _summed(_group_total, "people").where(
    _group_total.c.group_kind == bindparam("group_kind"),
    _group_total.c.group_id == bindparam("group_id"),
)
_GROUPS: Final = (
    _summed(_group_total, "people")
    .add_columns(_group_total.c.group_id)
    .where(
        _group_total.c.group_kind == bindparam("group_kind"),
        _group_total.c.group_id.in_(bindparam("group_ids", expanding=True)),
    )
    .group_by(_group_total.c.group_id)
)
_EVERYBODY: Final = _summed(_season_total)
_PEOPLE: Final = select(func.coalesce(func.sum(_group_total.c.people), 0)).where(
    _group_total.c.season_id == bindparam("season_id"),
    _group_total.c.group_kind == bindparam("group_kind"),
)
_SEASONS: Final = select(
    _season_total,
    select(func.coalesce(func.sum(_group_total.c.people), 0))
    .where(
        _group_total.c.season_id == _season_total.c.season_id,
        _group_total.c.group_kind == NEIGHBOURHOOD,
    )
    .scalar_subquery()
    .label("people"),
).where(_season_total.c.season_id.in_(bindparam("season_ids", expanding=True)))


def of_member(session: Session, member_ref: str, season_id: int) -> Shares:
    """Return the shares of a person's points in a season."""
    bound = {"season_id": season_id, "member_ref": member_ref}
    return _shares(session.connection().execute(_MEMBER, bound).one())


def mine(session: Session, actor: Actor, *, now: datetime) -> Shares:
    """Return the shares of a person's points; a pause keeps those of its season.

    Raises:
        NotFound: no season has opened yet.
    """
    season = seasons.running(session, now=now).season
    return of_member(session, actor.member_ref, season.season_id)


def of_group(
    session: Session, group_kind: str, group_id: str, season_id: int
) -> GroupShares:
    """Return the shares of a neighbourhood's or a team's points in a season.

    Args:
        session: an open session.
        group_kind: NEIGHBOURHOOD or TEAM of services/totals.py.
        group_id: slug of the group.
        season_id: which season.
    """
    bound = {"season_id": season_id, "group_kind": group_kind, "group_id": group_id}
    row = session.connection().execute(_GROUP, bound).one()
    return GroupShares(_shares(row), int(row.people))


def of_groups(
    session: Session, group_kind: str, group_ids: Collection[str], season_id: int
) -> dict[str, GroupShares]:
    """Return the shares of some groups by slug, in one query; none for an empty one.

    Args:
        session: an open session.
        group_kind: NEIGHBOURHOOD or TEAM of services/totals.py.
        group_ids: slugs of the groups.
        season_id: which season.
    """
    bound = {
        "season_id": season_id,
        "group_kind": group_kind,
        "group_ids": sorted(group_ids),
    }
    rows = session.connection().execute(_GROUPS, bound)
    return {row.group_id: GroupShares(_shares(row), int(row.people)) for row in rows}


def of_seasons(session: Session, season_ids: Collection[int]) -> dict[int, GroupShares]:
    """Return the shares of everybody's points in some seasons, in one query."""
    bound = {"season_ids": sorted(season_ids)}
    rows = session.connection().execute(_SEASONS, bound)
    return {row.season_id: GroupShares(_shares(row), int(row.people)) for row in rows}


def of_everybody(session: Session, season_id: int) -> GroupShares:
    """Return the shares of everybody's points in a season.

    Who moved house in the season is counted once for each neighbourhood.
    """
    bound = {"season_id": season_id, "group_kind": NEIGHBOURHOOD}
    connection = session.connection()
    shares = _shares(connection.execute(_EVERYBODY, bound).one())
    return GroupShares(shares, int(connection.execute(_PEOPLE, bound).scalar_one()))


def published(
    session: Session, slug: str, *, rules: Rules, now: datetime
) -> tuple[Shares | None, Shares | None]:
    """Return the shares of a neighbourhood and of everybody in this season.

    In a pause they are those of the season before it. Either is None below the
    published number of people.

    Raises:
        NotFound: no season has opened yet.
    """
    season_id = seasons.running(session, now=now).season.season_id
    here = of_group(session, NEIGHBOURHOOD, slug, season_id)
    return (
        here.shares if here.people >= rules.minimum_active else None,
        published_of_all(session, rules=rules, now=now),
    )


def published_of_all(session: Session, *, rules: Rules, now: datetime) -> Shares | None:
    """Return the shares of everybody in this season, None for too few people.

    In a pause they are those of the season before it.

    Raises:
        NotFound: no season has opened yet.
    """
    season_id = seasons.running(session, now=now).season.season_id
    found = of_everybody(session, season_id)
    return found.shares if found.people >= rules.minimum_published else None


def _shares(row: Any) -> Shares:  # noqa: ANN401 - a row of _summed
    proven = {tier: int(getattr(row, f"points_{tier.value}")) for tier in _PROVEN}
    return of_total(int(row.points), proven)
