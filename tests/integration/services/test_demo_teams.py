"""The demo has teams that play this season, and people in the private ranking."""

from collections import Counter

from sqlmodel import col, func, select

from climact_issy.content import demo_company
from climact_issy.content import rules as published
from climact_issy.database import Database
from climact_issy.domain.people import Actor
from climact_issy.domain.teams import AROUND
from climact_issy.models import Citizen, Ledger, Team, TeamMembership
from climact_issy.services import (
    around_me,
    demo,
    demo_life,
    demo_teams,
    deployment,
    leaderboards,
    ledger,
    seasons,
    teams,
)
from climact_issy.services.citizens import as_actor
from tests.support.gestures import NOON


def persona(database: Database, key: str) -> Actor:
    return database.read_here(
        lambda s: as_actor(s.exec(select(Citizen).where(Citizen.demo_key == key)).one())
    )


def test_the_same_people_gather_in_the_same_teams() -> None:
    people = demo_life.inhabitants(400, NOON)
    gathered = demo_teams.gather(people)

    assert gathered == demo_teams.gather(people)
    assert [who.member_ref for who in gathered] == [who.member_ref for who in people]
    sizes = Counter(who.team for who in gathered if who.team)
    assert len(sizes) > 5
    assert sizes["les-roues-d-essai"] == demo_company.scaled(44, len(people)) + 1
    assert 0.2 < sum(who.is_on_board for who in gathered) / len(gathered) < 0.4


def test_every_team_is_labelled_and_has_its_members(database: Database) -> None:
    database.run_here(lambda s: deployment.claim(s, "demo", now=NOON))
    database.run_here(lambda s: demo.seed(s, now=NOON))

    found = database.read_here(lambda s: s.exec(select(Team)).all())
    sizes = database.read_here(
        lambda s: Counter(s.exec(select(TeamMembership.team_id)).all())
    )
    captains = database.read_here(
        lambda s: s.exec(
            select(TeamMembership.team_id, Citizen.demo_key)
            .join(Citizen, col(Citizen.id) == col(TeamMembership.citizen_id))
            .where(TeamMembership.is_captain)
        ).all()
    )
    season = database.read_here(lambda s: seasons.current(s, now=NOON))
    played = database.read_here(
        lambda s: set(
            s.exec(
                select(Ledger.team).where(Ledger.season_id == season.season_id)
            ).all()
        )
    )
    assert all(team.is_demo for team in found)
    everybody = database.read_here(
        lambda s: s.exec(select(func.count()).select_from(Citizen)).one()
    )
    assert sorted(sizes.values()) == sorted(
        demo_company.scaled(team.people, everybody) + len(team.personas)
        for team in demo_company.teams()
    )
    assert sorted(id_ for id_, _ in captains) == sorted(sizes)
    assert not any(key for _, key in captains)
    assert played == {team.slug for team in found} | {None}

    race = database.read_here(
        lambda s: leaderboards.team_race(s, rules=published.first(), now=NOON)
    )
    ranked = {s.neighbourhood: s.is_ranked for s in race.standings}
    assert ranked["les-roues-d-essai"]
    assert not ranked["club-de-marche-d-essai"]
    assert not ranked["colocation-d-essai"]


def test_the_one_tap_people_have_what_there_is_to_show(database: Database) -> None:
    database.run_here(lambda s: deployment.claim(s, "demo", now=NOON))
    database.run_here(lambda s: demo.seed(s, now=NOON))
    rule = published.first()

    def around(key: str) -> tuple[bool, int | None, int]:
        who = persona(database, key)
        found = database.read_here(
            lambda s: around_me.around_me(s, who, rules=rule, now=NOON)
        )
        return found.is_in, found.people, len(found.lines)

    def playing(key: str) -> list[bool]:
        who = persona(database, key)
        mine = database.read_here(lambda s: teams.mine(s, who, now=NOON))
        return [team.is_playing for team in mine]

    is_in, people, lines = around("lina")
    assert is_in
    assert people is not None
    assert people > 200
    assert lines == 2 * AROUND + 1
    assert around("marc") == (False, None, 0)
    assert playing("lina") == [True, False]
    assert playing("marc") == [True]
    assert playing("awa") == []
    assert database.read_here(ledger.differences) == []
