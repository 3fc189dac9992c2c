"""The teams of the demo people, and who of them chose the private ranking."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, insert, literal, select
from sqlmodel import SQLModel

from climact_issy import models
from climact_issy.content import demo_company
from climact_issy.content.demo_company import DemoTeam
from climact_issy.domain import codes
from climact_issy.services.demo_life import SEED, Somebody

assert models.Team  # noqa: S101 - importing the package registers the tables

_TABLES: Final = SQLModel.metadata.tables
_citizen: Final = _TABLES["citizen"]
_ledger: Final = _TABLES["ledger"]
_place: Final = _TABLES["board_place"]
_THOUSAND: Final = 1000


def gather(everybody: Sequence[Somebody]) -> list[Somebody]:
    """Return the same people, each with the team they play for and their choice.

    The livelier somebody is, the likelier a team has them; the first of several teams
    is the one they play for.
    """
    dice = random.Random(SEED + 2)  # noqa: S311 - a demo needs to be repeatable
    first: dict[str, str] = {}
    for team, members in _members(everybody, dice):
        for somebody in members:
            first.setdefault(somebody.member_ref, team.slug)
    chosen = demo_company.board()
    return [
        replace(
            somebody,
            team=first.get(somebody.member_ref, ""),
            is_on_board=dice.random() * _THOUSAND < chosen.share * _liking(somebody)
            if somebody.demo_key is None
            else somebody.demo_key in chosen.personas,
        )
        for somebody in everybody
    ]


def seed(connection: Connection, everybody: Sequence[Somebody]) -> None:
    """Write the teams and who belongs to them.

    Args:
        connection: of a demo database that holds these people.
        everybody: the people, as `gather` returned them.
    """
    dice = random.Random(SEED + 2)  # noqa: S311 - a demo needs to be repeatable
    wanted = {who.member_ref for who in everybody}
    ids = {
        row.member_ref: row.id
        for row in connection.execute(select(_citizen.c.id, _citizen.c.member_ref))
        if row.member_ref in wanted
    }
    for team, members in _members(everybody, dice):
        if not members:
            continue
        since = min(who.joined_at for who in members)
        row = _team_row(team, since, random.Random(team.slug))  # noqa: S311 - as above
        made = insert(_TABLES["team"]).values(row).returning(_TABLES["team"].c.id)
        team_id = connection.execute(made).scalar_one()
        # Whoever can be signed in as runs nothing: a visitor is a member.
        captain = next((who for who in members if who.demo_key is None), None)
        connection.execute(
            insert(_TABLES["team_membership"]),
            [
                {
                    "team_id": team_id,
                    "citizen_id": ids[who.member_ref],
                    "is_captain": who is captain,
                    "joined_at": who.joined_at,
                }
                for who in members
            ],
        )


def take_places(connection: Connection) -> None:
    """Give whoever chose the private ranking their place in every season they played.

    The places hold no points yet: ledger.rebuild fills them.
    """
    connection.execute(
        insert(_place).from_select(
            ["season_id", "member_ref", "points"],
            select(_ledger.c.season_id, _ledger.c.member_ref, literal(0))
            .join(_citizen, _citizen.c.member_ref == _ledger.c.member_ref)
            .where(_citizen.c.is_on_board)
            .distinct(),
        )
    )


def _liking(somebody: Somebody) -> float:
    """Return how much likelier somebody wants to be compared: who acts most does."""
    return 1 + 2 * somebody.zeal


def _members(
    everybody: Sequence[Somebody], dice: random.Random
) -> Iterator[tuple[DemoTeam, list[Somebody]]]:
    """Draw each team from those whom none has yet; the one-tap people are named."""
    free = [who for who in everybody if who.demo_key is None]
    # Weighted without replacement: the largest of u ** (1 / weight) are drawn.
    free.sort(key=lambda who: dice.random() ** (1 / max(who.zeal, 0.001)), reverse=True)
    for team in demo_company.teams():
        count = demo_company.scaled(team.people, len(everybody))
        near = [who for who in free if team.neighbourhood in {"", who.neighbourhood}]
        drawn = near[:count]
        free = [who for who in free if who not in drawn]
        named = [who for who in everybody if who.demo_key in team.personas]
        yield team, [*named, *drawn]


def _team_row(team: DemoTeam, since: datetime, dice: random.Random) -> dict[str, Any]:
    return {
        "slug": team.slug,
        "name": team.name,
        "join_code": codes.draw(dice.randrange),
        "is_demo": True,
        "created_at": since,
    }
