"""Decisions are written down, with their reason."""

import json

from sqlmodel import select

from climact_issy.database import Database
from climact_issy.models import AuditEvent
from climact_issy.services import audit
from tests.support.gestures import NOON, person


def test_a_decision_names_who_what_and_why(database: Database) -> None:
    who = person(database)
    database.run_here(
        lambda s: audit.record(
            s,
            who,
            "challenge_closed",
            subject="velo",
            reason="Doublon",
            details={"count": 3},
            now=NOON,
        )
    )
    (row,) = database.read_here(lambda s: s.exec(select(AuditEvent)).all())

    assert (row.actor_ref, row.kind, row.subject) == (
        who.member_ref,
        "challenge_closed",
        "velo",
    )
    assert (row.reason, json.loads(row.details)) == ("Doublon", {"count": 3})
    assert row.recorded_at == NOON


def test_the_system_decides_in_its_own_name(database: Database) -> None:
    database.run_here(lambda s: audit.record(s, None, "season_opened", now=NOON))
    (row,) = database.read_here(lambda s: s.exec(select(AuditEvent)).all())

    assert row.actor_ref == audit.SYSTEM
