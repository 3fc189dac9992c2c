"""Last month under a version that is thought of, from the ledger itself."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlmodel import Session

from climact_issy.content import actions as catalogue
from climact_issy.content import rules as published
from climact_issy.database import Database
from climact_issy.domain.civic import civic_day
from climact_issy.domain.errors import BadInput
from climact_issy.domain.points import Rules
from climact_issy.domain.rule_preview import Preview
from climact_issy.services import rule_preview, rules
from tests.support.gestures import NOON, person, tap, untap
from tests.support.rules import RULES
from tests.support.versions import body

BIKE = catalogue.by_slug("prendre-le-velo")
LAST_WEEK = NOON - timedelta(days=7)


def seen(database: Database, rule: Rules = RULES) -> Preview:
    return database.read_here(lambda s: rule_preview.preview(s, rule, now=NOON))


def test_four_whole_weeks_are_read_and_this_one_is_not(database: Database) -> None:
    who = person(database, "la-ferme")
    for weeks in (0, 1, 4, 5):
        tap(database, who, BIKE, now=NOON - timedelta(weeks=weeks))

    found = seen(database)

    assert (found.first, found.last) == (date(2026, 10, 26), date(2026, 11, 22))
    assert (found.gestures, found.everybody.before, found.everybody.after) == (
        2,
        20,
        20,
    )


def test_gestures_are_awarded_again_and_undone_ones_are_not(
    database: Database,
) -> None:
    who, other = person(database, "la-ferme"), person(database, "val-de-seine")
    tap(database, who, BIKE, now=LAST_WEEK)
    tap(database, who, BIKE, 1, now=LAST_WEEK)
    noted = tap(database, other, BIKE, now=LAST_WEEK)
    untap(database, other, noted.entry_id, now=LAST_WEEK)

    found = seen(database, replace(RULES, repeat_weights=(1.0, 0.6)))

    assert (found.gestures, found.everybody.before, found.everybody.after) == (
        2,
        20,
        16,
    )
    assert (found.losing, found.gaining) == (1, 0)
    assert set(found.places) == {"la-ferme"}


def test_an_action_that_left_the_catalogue_keeps_its_points(
    database: Database,
) -> None:
    gone = replace(BIKE, slug="disparu")
    tap(database, person(database), gone, now=LAST_WEEK)

    assert seen(database, replace(RULES, points_per_effort=50)).everybody.after == 10


def test_a_candidate_is_looked_at_and_not_kept(database: Database) -> None:
    day = civic_day(NOON) + timedelta(days=1)
    tap(database, person(database), BIKE, now=LAST_WEEK)

    found = database.read_here(
        lambda s: rule_preview.consider(s, body(points_per_effort=6), day, now=NOON)
    )

    assert (found.candidate.version, found.last, found.in_force) == (
        2,
        published.first(),
        published.first(),
    )
    assert (found.preview.everybody.before, found.preview.everybody.after) == (10, 12)
    assert len(database.read_here(rules.history)) == 1


def test_a_candidate_with_faults_is_refused(database: Database) -> None:
    def work(session: Session) -> None:
        rule_preview.consider(session, "x = 1", civic_day(NOON), now=NOON)

    with pytest.raises(BadInput):
        database.read_here(work)
