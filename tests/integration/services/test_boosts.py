"""A rule that holds opens one challenge, with its reason, whoever looks at once."""

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlmodel import Session, col, select

from climact_issy.connectors import airparif, atmo_data
from climact_issy.connectors.base import Page, Source
from climact_issy.content import actions as catalogue
from climact_issy.database import Database
from climact_issy.domain.challenge_moves import Move, State
from climact_issy.domain.errors import NotAllowed, NotFound, WrongMoment
from climact_issy.domain.people import Actor, Role
from climact_issy.domain.weather_rules import Check
from climact_issy.models import AuditEvent, Boost
from climact_issy.services import (
    actions,
    audit,
    boosts,
    challenge_desk,
    challenge_joining,
    challenges,
    deployment,
    observations,
)
from tests.support.gestures import person
from tests.support.rules import RULES
from tests.support.weather import (
    AIR,
    ATMO,
    EPISODE,
    HEAT,
    NOW,
    POWER,
    VIGILANCE,
    measure,
    measure_power,
)

AIR_SLUG = f"{AIR.slug}-2026-07-14"
HEAT_SLUG = f"{HEAT.slug}-2026-07-14"


def turn(database: Database, now: datetime = NOW) -> tuple[str, ...]:
    return database.run_here(lambda s: boosts.open_due(s, now=now))


def states(database: Database) -> dict[str, State]:
    listed = database.read_here(challenge_desk.everything)
    return {each.slug: each.state for each in listed}


def moderator(database: Database) -> Actor:
    return replace(person(database), role=Role.MODERATOR)


def events(database: Database, kind: str) -> list[AuditEvent]:
    return database.read_here(
        lambda s: list(s.exec(select(AuditEvent).where(col(AuditEvent.kind) == kind)))
    )


def test_a_pollution_peak_opens_a_challenge_that_runs_at_once(
    database: Database,
) -> None:
    measure(database, ATMO, 5)
    assert database.read_here(lambda s: boosts.is_due(s, now=NOW))

    assert turn(database) == (AIR_SLUG,)

    card = database.read_here(lambda s: challenges.card(s, AIR_SLUG, rules=RULES))
    assert (card.state, card.effort, card.is_demo) == (State.RUNNING, 2, False)
    assert (card.ends_on - card.starts_on).days == 2
    found = card.measured
    assert found is not None
    assert (found.rule, found.key, found.value) == (AIR.slug, ATMO, 5)
    assert (found.period, found.unit) == ("2026-07-14", "indice")
    assert (found.threshold, found.check) == (4.0, Check.AT_LEAST)
    assert (found.opened_at, found.is_recorded) == (NOW, False)
    assert found.producer != found.source
    assert not database.read_here(lambda s: boosts.is_due(s, now=NOW))


def test_every_step_is_in_the_audit_in_the_name_of_the_system(
    database: Database,
) -> None:
    measure(database, ATMO, 5)
    turn(database)

    opened = events(database, "boost_opened")
    assert [(each.actor_ref, each.subject) for each in opened] == [
        (audit.SYSTEM, AIR_SLUG)
    ]
    assert "indice-atmo issy-les-moulineaux 5 indice for 2026-07-14" in opened[0].reason
    moves = events(database, "challenge_moved")
    assert len(moves) == 4
    assert {each.reason for each in moves[:3]} == {opened[0].reason}


def test_it_opens_once_and_rests(database: Database) -> None:
    measure(database, ATMO, 5)
    turn(database)
    measure(database, EPISODE, 2)
    assert turn(database) == ()

    for days, opens in ((1, False), (AIR.rest_days, False), (AIR.rest_days + 1, True)):
        later = NOW + timedelta(days=days)
        measure(database, ATMO, 4, now=later)
        assert bool(turn(database, later)) is opens


TODAY, TOMORROW = "2026-07-14", "2026-07-15"


def airparif_says(today: str, tomorrow: str) -> tuple[Source, object]:
    days = ((TODAY, today), (TOMORROW, tomorrow))
    rows = [{"date": day, "indice": word} for day, word in days]
    return airparif.SOURCE, {"92040": rows}


def atmo_data_says(released: str, code: int) -> tuple[Source, object]:
    told = {"date_ech": TODAY, "date_dif": released, "code_qual": code}
    return atmo_data.SOURCE, {"features": [{"properties": told}]}


@pytest.mark.parametrize(
    ("answer", "opened"),
    [
        (airparif_says("Mauvais", "Bon"), (AIR_SLUG,)),
        # What is only foreseen opens nothing, neither for tomorrow nor for its day.
        (airparif_says("Moyen", "Mauvais"), ()),
        (atmo_data_says(TODAY, 4), (AIR_SLUG,)),
        (atmo_data_says("2026-07-13", 4), ()),
    ],
)
def test_the_answer_of_a_source_opens_what_it_says_of_today(
    database: Database, answer: tuple[Source, object], opened: tuple[str, ...]
) -> None:
    source, told = answer
    page = Page("x", "application/json", json.dumps(told).encode(), NOW)
    found = source.parse(page).observations

    def work(session: Session) -> None:
        origin = observations.keep_raw(session, source.name, page)
        observations.keep(session, found, origin)

    database.run_here(work)

    assert turn(database) == opened


def test_two_workers_at_once_open_one(database: Database) -> None:
    measure(database, ATMO, 5)
    measure_power(database, 1.0, 1.0, past=[float(n % 50 + 10) for n in range(400)])

    with ThreadPoolExecutor(4) as workers:
        found = list(workers.map(lambda _: turn(database), range(8)))

    opened = sorted(slug for slugs in found for slug in slugs)
    assert opened == [AIR_SLUG, f"{POWER.slug}-2026-07-14"]
    assert len(states(database)) == 2


def test_the_database_keeps_one_a_rule_and_period(database: Database) -> None:
    measure(database, ATMO, 5)
    turn(database)

    def again(session: Session) -> None:
        row = session.exec(select(Boost)).one()
        values = row.model_dump(exclude={"id"})
        session.add(Boost(**values))
        session.flush()

    with pytest.raises(Exception, match=r"(?i)unique"):
        database.run_here(again)


def test_in_heat_staff_decide_with_the_reason(database: Database) -> None:
    measure(database, VIGILANCE, 3)
    turn(database)

    assert states(database) == {HEAT_SLUG: State.SUBMITTED}
    proposal = database.read_here(boosts.proposals)[0]
    assert (proposal.slug, proposal.measured.value) == (HEAT_SLUG, 3)
    assert not database.read_here(lambda s: challenges.opened_by_rules(s, rules=RULES))

    def decide(session: Session) -> None:
        for step in (Move.APPROVE, Move.SCHEDULE):
            challenge_desk.move(session, None, HEAT_SLUG, step, now=NOW)
        challenge_desk.turn(session, now=NOW)

    database.run_here(decide)
    assert states(database) == {HEAT_SLUG: State.RUNNING}
    assert database.read_here(boosts.proposals) == ()


def test_a_proposal_that_nobody_decided_goes_with_its_days(database: Database) -> None:
    measure(database, VIGILANCE, 4)
    turn(database)
    later = NOW + timedelta(days=HEAT.days)
    assert database.read_here(lambda s: boosts.is_due(s, now=later))

    turn(database, later)

    assert states(database) == {HEAT_SLUG: State.ARCHIVED}


def test_a_value_that_is_corrected_later_changes_nothing(database: Database) -> None:
    measure(database, ATMO, 5)
    turn(database)
    before = database.read_here(lambda s: boosts.freshness(s, now=NOW))
    measure(database, ATMO, 1, now=NOW + timedelta(hours=1))
    turn(database, NOW + timedelta(hours=1))

    card = database.read_here(lambda s: challenges.card(s, AIR_SLUG, rules=RULES))
    assert card.state is State.RUNNING
    assert card.measured is not None
    assert card.measured.value == 5
    assert database.read_here(lambda s: boosts.freshness(s, now=NOW)) == before


def test_one_gesture_towards_it_brings_its_fixed_bonus(database: Database) -> None:
    measure(database, ATMO, 5)
    turn(database)
    who = person(database, "centre-ville")

    def work(session: Session) -> list[int]:
        challenge_joining.join(session, who, AIR_SLUG, now=NOW)
        action = catalogue.by_slug("prendre-le-metro")
        logged = [
            actions.log(session, who, action, None, seen, rules=RULES, now=NOW)
            for seen in (0, 1)
        ]
        return [sum(step.points for step in each.challenges) for each in logged]

    assert database.run_here(work) == [10, 0]


def test_a_moderator_opens_by_hand_in_their_own_name(database: Database) -> None:
    measure(database, VIGILANCE, 4)
    who = moderator(database)

    def work(session: Session, *, is_dry: bool) -> str:
        boost = boosts.open_by_hand(session, who, HEAT.slug, is_dry=is_dry, now=NOW)
        return boost.draft.slug

    assert database.run_here(lambda s: work(s, is_dry=True)) == HEAT_SLUG
    assert states(database) == {}
    assert database.run_here(lambda s: work(s, is_dry=False)) == HEAT_SLUG
    assert states(database) == {HEAT_SLUG: State.RUNNING}
    assert events(database, "boost_opened")[0].actor_ref == who.member_ref
    with pytest.raises(WrongMoment, match="boost_resting"):
        database.run_here(lambda s: work(s, is_dry=True))


def test_by_hand_too_a_measure_is_needed(database: Database) -> None:
    who = moderator(database)

    def work(session: Session, slug: str, by: Actor) -> None:
        boosts.open_by_hand(session, by, slug, now=NOW)

    measure(database, ATMO, 5, period="2026-07-13")
    with pytest.raises(WrongMoment, match="boost_not_measured"):
        database.run_here(lambda s: work(s, AIR.slug, who))
    with pytest.raises(NotFound):
        database.run_here(lambda s: work(s, "meteo-neige", who))
    somebody = person(database)
    with pytest.raises(NotAllowed):
        database.run_here(lambda s: work(s, AIR.slug, somebody))


def test_a_demonstration_shows_a_recorded_value_with_its_label(
    database: Database,
) -> None:
    database.run_here(lambda s: deployment.claim(s, "demo", now=NOW))
    who = moderator(database)
    long_ago = NOW - timedelta(days=900)
    measure_power(database, 44.0, 41.0, now=long_ago)
    assert turn(database) == ()

    boost = database.run_here(
        lambda s: boosts.open_by_hand(s, None, POWER.slug, now=NOW)
    )

    assert boost.draft.is_demo
    assert (boost.measured.value, boost.measured.is_recorded) == (41.0, True)
    assert boost.measured.threshold is None
    assert boost.measured.period.startswith("2024-01-26")
    measure(database, ATMO, 2, period="2024-01-01")
    with pytest.raises(WrongMoment, match="boost_not_measured"):
        database.run_here(lambda s: boosts.open_by_hand(s, who, AIR.slug, now=NOW))
