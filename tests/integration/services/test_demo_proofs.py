"""Some points of the demo are proved, through the services that prove any point."""

from collections import Counter

from sqlmodel import Session, col, func, select

from climact_issy.content import rules as published
from climact_issy.database import Database
from climact_issy.domain.civic import civic_day
from climact_issy.domain.ledger import EntryKind
from climact_issy.domain.tiers import Tier
from climact_issy.models import Citizen, Code, CodeUse, Evidence, Ledger
from climact_issy.services import (
    challenge_content,
    citizens,
    demo,
    demo_proofs,
    deployment,
    ledger,
    seals,
    seasons,
    shares,
)
from tests.support.gestures import NOON

PEOPLE = 900


def fill(session: Session) -> None:
    deployment.claim(session, "demo", now=NOON)
    demo.seed(session, now=NOON, people=PEOPLE)
    challenge_content.open_first(session, "demo", now=NOON)


def test_the_demo_has_points_of_every_tier_that_a_citizen_can_reach(
    database: Database,
) -> None:
    database.run_here(fill)
    counted = database.run_here(lambda s: demo_proofs.seed(s, now=NOON))

    uses = database.read_here(lambda s: s.exec(select(CodeUse)).all())
    typed = database.read_here(lambda s: s.exec(select(func.sum(Code.uses))).one())
    states = database.read_here(lambda s: Counter(s.exec(select(Evidence.state)).all()))
    season = database.read_here(lambda s: seasons.current(s, now=NOON).season_id)
    found = database.read_here(lambda s: shares.of_everybody(s, season).shares)

    assert counted == len(uses) > 30
    assert typed == sum(use.code_id is not None for use in uses) < len(uses)
    assert min(states[state] for state in ("accepted", "pending", "rejected")) > 0
    assert min(found.code, found.attested, found.evidence) > 0
    assert found.declared > found.code + found.attested + found.evidence
    assert found.measured == 0


def test_nothing_lies_beside_the_ledger_and_its_seals(database: Database) -> None:
    database.run_here(fill)
    database.run_here(lambda s: demo_proofs.seed(s, now=NOON))

    assert database.read_here(ledger.differences) == []
    last = database.run_here(seals.candidate).last_id
    while made := database.read_here(lambda s: seals.next_seal(s, last, now=NOON)):
        assert database.run_here(lambda s, kept=made: seals.keep(s, kept))
    checked = database.read_here(seals.verify)
    assert (checked.faults, checked.unsealed) == ((), 0)
    assert checked.rows == database.read_here(ledger.size)
    late = database.read_here(
        lambda s: s.exec(select(func.max(Ledger.recorded_at))).one()
    )
    assert late <= NOON


def test_a_second_time_changes_nothing(database: Database) -> None:
    database.run_here(fill)
    database.run_here(lambda s: demo_proofs.seed(s, now=NOON))
    before = database.read_here(ledger.size)

    assert database.run_here(lambda s: demo_proofs.seed(s, now=NOON)) == 0
    assert database.read_here(ledger.size) == before


def test_a_demo_without_these_meetings_has_its_photos_alone(
    database: Database,
) -> None:
    database.run_here(lambda s: deployment.claim(s, "demo", now=NOON))
    database.run_here(lambda s: demo.seed(s, now=NOON, people=300))

    assert database.run_here(lambda s: demo_proofs.seed(s, now=NOON)) == 0
    assert database.read_here(lambda s: s.exec(select(Evidence)).all())
    assert database.read_here(ledger.differences) == []


def test_lina_has_met_people_this_week_and_her_day_is_free(
    database: Database,
) -> None:
    database.run_here(fill)
    database.run_here(lambda s: demo_proofs.seed(s, now=NOON))
    row = database.read_here(
        lambda s: s.exec(select(Citizen).where(Citizen.demo_key == "lina")).one()
    )
    me = database.read_here(
        lambda s: citizens.me(
            s, citizens.as_actor(row), rules=published.first(), now=NOON
        )
    )
    tiers = database.read_here(
        lambda s: set(
            s.exec(select(Ledger.tier).where(Ledger.member_ref == row.member_ref)).all()
        )
    )
    today = database.read_here(
        lambda s: s.exec(
            select(Ledger.id).where(
                Ledger.member_ref == row.member_ref,
                Ledger.civic_day == civic_day(NOON),
            )
        ).all()
    )

    assert 0 < me.points_week_proven < me.points_week
    assert len(me.events) == 1
    assert tiers == {Tier.DECLARED, Tier.EVIDENCE, Tier.CODE}
    assert not today


def test_two_moderators_decide_and_never_their_own(database: Database) -> None:
    database.run_here(fill)
    database.run_here(lambda s: demo_proofs.seed(s, now=NOON))
    found = database.read_here(
        lambda s: s.exec(select(Evidence).where(col(Evidence.decided_by) != "")).all()
    )
    rows = database.read_here(
        lambda s: s.exec(select(Citizen).where(Citizen.role == "moderator")).all()
    )
    bonuses = database.read_here(
        lambda s: s.exec(
            select(Ledger).where(Ledger.kind == EntryKind.EVIDENCE.value)
        ).all()
    )

    moderators = {row.member_ref for row in rows}
    assert len(moderators) == 2
    assert not any(row.demo_key for row in rows)
    assert {piece.decided_by for piece in found} == moderators
    assert not moderators & {piece.member_ref for piece in found}
    assert all(piece.second_decided_by != piece.decided_by for piece in found)
    accepted = [piece for piece in found if piece.state == "accepted"]
    assert len(bonuses) == len(accepted)
    assert all(piece.reason for piece in found if piece.state == "rejected")
