"""Evidence brings the difference of two tiers, under the caps, and gives it back."""

import json
from datetime import date, timedelta

import pytest
from sqlalchemy import text
from sqlmodel import col, select

from climact_issy.database import Database
from climact_issy.domain.errors import (
    BadInput,
    NotAllowed,
    NotFound,
    StaleSight,
)
from climact_issy.domain.evidence import EvidenceState, Verdict
from climact_issy.domain.people import Actor
from climact_issy.models import AuditEvent, Evidence, Ledger
from climact_issy.services import evidence, ledger, shares
from climact_issy.services.sums import Spot, sums
from tests.support.gestures import (
    BIKE,
    BY_SLUG,
    INSULATE,
    NOON,
    SORT,
    WALK,
    decides,
    goes_on_board,
    moderator,
    person,
    plays_for,
    shows,
    tap,
    untap,
)
from tests.support.rules import RULES, rules


def rows(database: Database) -> list[Ledger]:
    return database.read_here(
        lambda s: list(s.exec(select(Ledger).order_by(col(Ledger.id))).all())
    )


def piece(database: Database, evidence_id: int) -> Evidence:
    found = database.read_here(lambda s: s.get(Evidence, evidence_id))
    assert found is not None
    return found


def looked_at_twice(database: Database, *, twice: bool) -> tuple[Actor, int, int]:
    """Somebody with evidence of a gesture: entry and evidence, as wanted."""
    for _ in range(200):
        who = person(database, "la-ferme")
        entry_id = tap(database, who, SORT).entry_id
        evidence_id = shows(database, who, entry_id)
        if piece(database, evidence_id).is_second_look is twice:
            return who, entry_id, evidence_id
    raise AssertionError


@pytest.fixture
def shown(database: Database) -> tuple[Actor, int, int]:
    """A person, their gesture (effort 3) and its evidence, not of the tenth."""
    return looked_at_twice(database, twice=False)


def test_accepted_evidence_brings_the_difference_as_a_row_of_its_own(
    database: Database, shown: tuple[Actor, int, int]
) -> None:
    who, entry_id, evidence_id = shown
    staff = moderator(database)

    done = decides(database, staff, evidence_id)

    gesture, bonus = rows(database)[-2:]
    assert (done.state, done.points) == (EvidenceState.ACCEPTED, 7)
    assert (bonus.kind, bonus.tier, bonus.amount) == ("evidence", "evidence", 7)
    assert (gesture.id, bonus.member_ref) == (entry_id, who.member_ref)
    assert (bonus.neighbourhood, bonus.civic_day) == ("la-ferme", gesture.civic_day)
    assert bonus.saving_gco2e is None
    assert piece(database, evidence_id).bonus_entry_id == bonus.id
    assert database.read_here(ledger.differences) == []
    mine = database.read_here(
        lambda s: shares.of_member(s, who.member_ref, gesture.season_id)
    )
    assert (mine.declared, mine.evidence, mine.total) == (15, 7, 22)


def test_the_caps_hold_for_evidence(database: Database) -> None:
    who = person(database, "la-ferme")
    tap(database, who)
    tap(database, who, seen=1)
    evidence_id = shows(database, who, tap(database, who, WALK).entry_id)

    done = decides(database, moderator(database), evidence_id, rules=rules(day_cap=26))

    assert done.points == 1
    bonus = rows(database)[-1]
    assert (bonus.amount, bonus.cause) == (1, "verdict:day")
    assert database.read_here(ledger.differences) == []


def test_evidence_of_a_repeat_brings_as_little_as_the_repeat(
    database: Database,
) -> None:
    who = person(database, "la-ferme")
    rule = rules(repeat_weights=(1.0, 0.5))
    entries = [tap(database, who, WALK, n, rules=rule).entry_id for n in range(2)]
    shown = [shows(database, who, entry_id) for entry_id in entries]
    staff = moderator(database)

    assert [
        decides(database, staff, evidence_id, rules=rule).points
        for evidence_id in shown
    ] == [3, 2]
    assert database.read_here(ledger.differences) == []


def test_a_later_verdict_takes_back_what_the_first_one_brought_and_again(
    database: Database, shown: tuple[Actor, int, int]
) -> None:
    _, _, evidence_id = shown
    staff, other = moderator(database), moderator(database)

    found = [
        decides(database, by, evidence_id, accepts=accepts).points
        for by, accepts in ((staff, True), (other, False))
    ]
    again = Verdict(evidence_id, is_accepted=True, reason="Vu de plus près.")
    found.append(_decide(database, staff, again))

    assert found == [7, -7, 7]
    assert [row.kind for row in rows(database)[-3:]] == [
        "evidence",
        "correction",
        "evidence",
    ]
    assert rows(database)[-2].reverses == rows(database)[-3].id
    assert database.read_here(ledger.differences) == []


def _decide(database: Database, who: Actor, verdict: Verdict) -> int:
    return database.run_here(
        lambda s: evidence.decide(
            s, who, verdict, rules=RULES, now=NOON, action_of=BY_SLUG.__getitem__
        )
    ).points


def test_the_same_verdict_again_changes_nothing(
    database: Database, shown: tuple[Actor, int, int]
) -> None:
    _, _, evidence_id = shown
    staff = moderator(database)
    decides(database, staff, evidence_id)
    before = len(rows(database))

    assert decides(database, staff, evidence_id).points == 0
    assert decides(database, moderator(database), evidence_id).points == 0
    assert len(rows(database)) == before
    assert len(audited(database)) == 1


def test_undoing_the_gesture_takes_what_its_evidence_brought_first(
    database: Database,
) -> None:
    who, entry_id, evidence_id = looked_at_twice(database, twice=False)
    plays_for(database, who, "velo-club")
    decides(database, moderator(database), evidence_id)

    untap(database, who, entry_id)

    assert [row.kind for row in rows(database)[-3:]] == [
        "evidence",
        "correction",
        "undo",
    ]
    season_id = rows(database)[-1].season_id
    left = database.read_here(
        lambda s: sums(
            s.connection(), Spot(who.member_ref, season_id, NOON.date(), "la-ferme")
        )
    )
    assert (left.season, left.season_gestures) == (0, 0)
    assert database.read_here(ledger.differences) == []
    with pytest.raises(StaleSight, match="gesture_undone"):
        decides(database, moderator(database), evidence_id)


def test_on_the_private_ranking_the_place_follows(database: Database) -> None:
    who = person(database, "la-ferme")
    goes_on_board(database, who)
    entry_id = tap(database, who, SORT).entry_id
    evidence_id = shows(database, who, entry_id)
    decides(database, moderator(database), evidence_id)

    (place,) = database.read_here(lambda s: ledger.kept(s, "board_place"))
    assert place["points"] == 22
    untap(database, who, entry_id)
    assert database.read_here(lambda s: ledger.kept(s, "board_place")) == []
    assert database.read_here(ledger.differences) == []


def test_of_the_random_tenth_somebody_else_decides_again(database: Database) -> None:
    _, _, evidence_id = looked_at_twice(database, twice=True)
    first, second = moderator(database), moderator(database)

    done = decides(database, first, evidence_id)

    assert (done.points, done.needs_second_look) == (7, True)
    with pytest.raises(NotAllowed, match="second_look"):
        decides(database, first, evidence_id, accepts=False)
    done = decides(database, second, evidence_id, accepts=False)
    assert (done.points, done.needs_second_look) == (-7, False)
    kept = piece(database, evidence_id)
    assert (kept.decided_by, kept.second_decided_by) == (
        first.member_ref,
        second.member_ref,
    )
    with pytest.raises(NotAllowed, match="second_look"):
        decides(database, first, evidence_id)
    assert database.read_here(ledger.differences) == []


def test_a_second_look_that_agrees_is_kept_and_brings_nothing_more(
    database: Database,
) -> None:
    _, _, evidence_id = looked_at_twice(database, twice=True)
    decides(database, moderator(database), evidence_id)

    done = decides(database, moderator(database), evidence_id)

    assert (done.points, done.needs_second_look) == (0, False)
    assert piece(database, evidence_id).second_decided_by
    assert len(audited(database)) == 2


def test_which_tenth_follows_from_the_gesture_alone(database: Database) -> None:
    who = person(database, "la-ferme")
    entry_id = tap(database, who).entry_id
    evidence_id = shows(database, who, entry_id)
    before = piece(database, evidence_id).is_second_look
    database.run_here(lambda s: s.connection().execute(text("DELETE FROM evidence")))

    assert piece(database, shows(database, who, entry_id)).is_second_look is before


def test_nobody_decides_of_their_own_evidence(database: Database) -> None:
    staff = moderator(database)
    evidence_id = shows(database, staff, tap(database, staff).entry_id)

    with pytest.raises(NotAllowed, match="own_evidence"):
        decides(database, staff, evidence_id)


def test_only_a_moderator_decides(
    database: Database, shown: tuple[Actor, int, int]
) -> None:
    with pytest.raises(NotAllowed):
        decides(database, person(database), shown[2])


def test_a_closed_season_stays_as_it_is(
    database: Database, shown: tuple[Actor, int, int]
) -> None:
    who, _, evidence_id = shown
    later = tap(database, who, BIKE).entry_id
    database.run_here(
        lambda s: s.connection().execute(
            text("UPDATE season SET closed_at = '2026-12-28 00:00:00'")
        )
    )

    with pytest.raises(NotAllowed, match="season_closed"):
        decides(database, moderator(database), evidence_id)
    with pytest.raises(NotAllowed, match="season_closed"):
        shows(database, who, later)


@pytest.mark.parametrize("reason", ["", "   ", "x" * 501])
def test_rejecting_needs_a_reason(
    database: Database, shown: tuple[Actor, int, int], reason: str
) -> None:
    with pytest.raises(BadInput, match="reason"):
        _decide(
            database,
            moderator(database),
            Verdict(shown[2], is_accepted=False, reason=reason),
        )


def test_evidence_is_of_one_s_own_gesture_and_one_of_each(database: Database) -> None:
    who = person(database, "la-ferme")
    entry_id = tap(database, who, INSULATE).entry_id

    assert shows(database, who, entry_id) == shows(database, who, entry_id)
    with pytest.raises(NotFound):
        shows(database, person(database), entry_id)
    with pytest.raises(NotFound):
        shows(database, who, 99_999)
    untap(database, who, entry_id)
    undo_id = rows(database)[-1].id
    assert undo_id is not None
    for each, refusal in ((entry_id, StaleSight), (undo_id, NotFound)):
        with pytest.raises(refusal):
            shows(database, who, each)


def test_every_decision_is_audited(
    database: Database, shown: tuple[Actor, int, int]
) -> None:
    staff = moderator(database)
    decides(database, staff, shown[2], accepts=False)

    (event,) = audited(database)
    assert (event.actor_ref, event.kind) == (staff.member_ref, "evidence_rejected")
    assert event.reason == "On ne voit rien."
    assert json.loads(event.details)["points"] == 0


def audited(database: Database) -> list[AuditEvent]:
    return database.read_here(
        lambda s: list(
            s.exec(select(AuditEvent).where(col(AuditEvent.kind).like("evidence%")))
        )
    )


def test_two_moderators_at_once_award_once(
    database: Database, shown: tuple[Actor, int, int]
) -> None:
    staff = [moderator(database) for _ in range(4)]

    verdict = Verdict(shown[2], is_accepted=True)
    asked = [
        database.submit(
            lambda s, w=who: evidence.decide(
                s, w, verdict, rules=RULES, now=NOON, action_of=BY_SLUG.__getitem__
            )
        )
        for who in staff
    ]

    points = [each.result().points for each in asked]

    assert sorted(points) == [0, 0, 0, 7]
    assert database.read_here(ledger.differences) == []


def test_evidence_of_another_week_counts_under_the_caps_of_its_own_day(
    database: Database, shown: tuple[Actor, int, int]
) -> None:
    later = NOON + timedelta(weeks=1)

    decides(database, moderator(database), shown[2], now=later)

    bonus = rows(database)[-1]
    assert bonus.civic_day == date(2026, 11, 25)
    assert bonus.recorded_at == later
