"""Teams: made, joined, left, and the one a season is played for."""

from datetime import timedelta

import pytest
from sqlmodel import Session, select

from climact_issy.database import Database
from climact_issy.domain import teams as values
from climact_issy.domain.errors import BadInput, NotAllowed, NotFound, TooManyTries
from climact_issy.domain.people import Actor
from climact_issy.domain.shares import Shares
from climact_issy.models import Ledger
from climact_issy.services import deployment, ledger, seasons, teams
from climact_issy.services.codes import MAX_PER_PERSON
from tests.support.gestures import (
    BIKE,
    NOON,
    SORT,
    WALK,
    decides,
    moderator,
    person,
    shows,
    tap,
)
from tests.support.rules import rules


def made(database: Database, name: str = "Vélo-Club") -> values.Team:
    return database.run_here(lambda s: teams.create(s, None, name, now=NOON))


def joined(database: Database, actor: Actor, team: values.Team) -> None:
    database.run_here(lambda s: teams.join(s, actor, team.join_code, now=NOON))


def played_for(database: Database) -> list[str | None]:
    def read(session: Session) -> list[str | None]:
        return list(session.exec(select(Ledger.team).order_by(Ledger.id)).all())  # pyright: ignore[reportArgumentType] - a column

    return database.read_here(read)


def test_two_teams_of_one_name_have_two_addresses(database: Database) -> None:
    first, second = made(database), made(database)

    assert (first.slug, second.slug) == ("velo-club", "velo-club-2")
    assert first.join_code != second.join_code


@pytest.mark.parametrize("name", ["", "x", "a" * 61, "deux\x00lignes"])
def test_a_name_that_is_none_is_refused(database: Database, name: str) -> None:
    with pytest.raises(BadInput) as refused:
        made(database, name)
    assert refused.value.code == "team_name"


def test_only_a_moderator_makes_a_team(database: Database) -> None:
    who = person(database)
    with pytest.raises(NotAllowed):
        database.run_here(lambda s: teams.create(s, who, "Les copains", now=NOON))


def test_a_demo_team_is_refused_in_a_real_database(database: Database) -> None:
    database.run_here(lambda s: deployment.claim(s, "real", now=NOON))
    with pytest.raises(deployment.WrongDatabase):
        database.run_here(
            lambda s: teams.create(s, None, "Démo", now=NOON, is_demo=True)
        )


def test_a_code_is_read_as_people_type_it(database: Database) -> None:
    team = made(database)
    typed = f" {team.join_code[:4].lower()}-{team.join_code[4:]} "

    assert database.read_here(lambda s: teams.by_code(s, typed)) == team
    with pytest.raises(NotFound) as refused:
        database.read_here(lambda s: teams.by_code(s, "AAAA-0000"))
    assert refused.value.code == "team_code"


def test_ten_wrong_codes_in_ten_minutes_are_enough(database: Database) -> None:
    who, team = person(database), made(database)

    def types(code: str, *, minutes: int = 0) -> values.Team | NotFound:
        now = NOON + timedelta(minutes=minutes)
        return database.run_here(lambda s: teams.join(s, who, code, now=now))

    for _ in range(MAX_PER_PERSON):
        wrong = types("2222-2222")
        assert isinstance(wrong, NotFound)
        assert wrong.code == "team_code"
    with pytest.raises(TooManyTries) as refused:
        types(team.join_code, minutes=9)
    assert refused.value.code == "too_many_codes"
    assert database.read_here(lambda s: teams.mine(s, who, now=NOON)) == ()

    assert types(team.join_code, minutes=10) == team


def test_the_first_team_is_played_for_and_written_on_each_row(
    database: Database,
) -> None:
    who, team = person(database, "la-ferme"), made(database)
    tap(database, who)
    joined(database, who, team)
    joined(database, who, team)
    tap(database, who, seen=1)

    assert played_for(database) == [None, team.slug]
    (mine,) = database.read_here(lambda s: teams.mine(s, who, now=NOON))
    assert (mine.is_playing, mine.members) == (True, None)
    assert database.read_here(ledger.differences) == []


def test_after_a_gesture_another_team_waits_for_the_next_season(
    database: Database,
) -> None:
    who, one, other = person(database), made(database, "Une"), made(database, "Autre")
    joined(database, who, one)
    joined(database, who, other)

    assert database.run_here(lambda s: teams.play_for(s, who, other.slug, now=NOON))
    tap(database, who)
    assert not database.run_here(lambda s: teams.play_for(s, who, one.slug, now=NOON))
    tap(database, who, seen=1)
    found = database.read_here(lambda s: teams.mine(s, who, now=NOON))
    assert [(t.is_playing, t.is_next) for t in found] == [(False, True), (True, False)]
    assert set(played_for(database)) == {other.slug}
    assert database.run_here(lambda s: teams.play_for(s, who, other.slug, now=NOON))
    found = database.read_here(lambda s: teams.mine(s, who, now=NOON))
    assert not any(team.is_next for team in found)


def test_one_plays_for_ones_own_teams_only(database: Database) -> None:
    who, team = person(database), made(database)
    for slug in (team.slug, "nulle-part"):
        with pytest.raises(NotFound):
            database.run_here(lambda s, x=slug: teams.play_for(s, who, x, now=NOON))


def test_leaving_keeps_what_was_made_and_ends_the_play(database: Database) -> None:
    who, team = person(database, "la-ferme"), made(database)
    joined(database, who, team)
    noted = tap(database, who)
    database.run_here(lambda s: teams.leave(s, who, team.slug, now=NOON))
    tap(database, who, WALK)

    assert played_for(database) == [team.slug, None]
    assert database.read_here(lambda s: teams.mine(s, who, now=NOON)) == ()
    assert database.read_here(ledger.differences) == []
    with pytest.raises(NotFound):
        database.run_here(lambda s: teams.leave(s, who, team.slug, now=NOON))
    assert noted.points > 0


def test_leaving_is_no_way_to_play_a_season_for_two_teams(database: Database) -> None:
    who, one, other = person(database), made(database, "Une"), made(database, "Autre")
    joined(database, who, one)
    tap(database, who)
    database.run_here(lambda s: teams.leave(s, who, one.slug, now=NOON))
    joined(database, who, other)
    tap(database, who, seen=1)

    assert played_for(database) == [one.slug, None]
    (mine,) = database.read_here(lambda s: teams.mine(s, who, now=NOON))
    assert (mine.is_playing, mine.is_next) == (False, True)
    assert not database.run_here(lambda s: teams.play_for(s, who, other.slug, now=NOON))
    # Back in the team of this season, its gestures go on at once.
    joined(database, who, one)
    assert database.run_here(lambda s: teams.play_for(s, who, one.slug, now=NOON))
    tap(database, who, WALK)
    assert played_for(database) == [one.slug, None, one.slug]
    later = NOON + timedelta(weeks=11)
    database.run_here(lambda s: seasons.ensure(s, now=later))
    assert database.run_here(lambda s: teams.play_for(s, who, other.slug, now=later))


def test_leaving_does_not_bring_the_next_season_forward(database: Database) -> None:
    who, one, other = person(database), made(database, "Une"), made(database, "Autre")
    joined(database, who, one)
    joined(database, who, other)
    tap(database, who)
    assert not database.run_here(lambda s: teams.play_for(s, who, other.slug, now=NOON))
    database.run_here(lambda s: teams.leave(s, who, one.slug, now=NOON))
    tap(database, who, seen=1)

    assert played_for(database) == [one.slug, None]
    (mine,) = database.read_here(lambda s: teams.mine(s, who, now=NOON))
    assert (mine.is_playing, mine.is_next) == (False, True)


def test_members_are_counted_from_five_on(database: Database) -> None:
    team = made(database)
    people = [person(database) for _ in range(5)]
    for who in people:
        joined(database, who, team)

    (mine,) = database.read_here(lambda s: teams.mine(s, people[0], now=NOON))
    assert mine.members == 5


def test_nobody_is_in_more_teams_than_ten(database: Database) -> None:
    who = person(database)
    for number in range(values.TEAMS_EACH):
        joined(database, who, made(database, f"Equipe {number}"))
    with pytest.raises(NotAllowed) as refused:
        joined(database, who, made(database, "De trop"))
    assert refused.value.code == "too_many_teams"


def test_gestures_of_a_team_are_undone_with_it(database: Database) -> None:
    who, team = person(database, "la-ferme"), made(database)
    joined(database, who, team)
    tap(database, who, BIKE)
    tap(database, who, SORT, now=NOON + timedelta(days=1))

    assert database.read_here(ledger.differences) == []


def test_a_team_of_enough_people_tells_its_points_by_proof(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    team, who = made(database), person(database)
    joined(database, who, team)
    tap(database, who)
    entry_id = tap(database, who, SORT).entry_id
    decides(database, moderator(database), shows(database, who, entry_id))
    (mine,) = database.read_here(lambda s: teams.mine(s, who, now=NOON))
    assert mine.shares is None

    few = rules(minimum_active=1)
    monkeypatch.setattr(teams.rules, "in_force", lambda _session, _day: few)
    (mine,) = database.read_here(lambda s: teams.mine(s, who, now=NOON))

    assert mine.shares == Shares(declared=25, evidence=5)


def test_before_the_first_season_a_team_has_no_points(database: Database) -> None:
    team, who = made(database), person(database)
    joined(database, who, team)
    early = NOON - timedelta(weeks=60)

    (mine,) = database.read_here(lambda s: teams.mine(s, who, now=early))

    assert mine.shares is None
