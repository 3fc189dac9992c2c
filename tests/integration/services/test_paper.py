"""A paper list counts people once, says what is wrong by line, and keeps no address."""

import time
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from sqlalchemy import inspect, text
from sqlmodel import Session, select

from climact_issy import database as climact_database
from climact_issy.database import Database
from climact_issy.domain.errors import NotFound
from climact_issy.domain.events import Attendance
from climact_issy.domain.paper import PaperReport
from climact_issy.domain.people import Actor, Role
from climact_issy.models import AuditEvent, CitizenIdentity
from climact_issy.services import attendance, leaderboards, paper, seasons, sign_in
from climact_issy.services import ledger as ledgers
from tests.support.events import (
    SLUG,
    TODAY,
    batch,
    captain,
    event,
    ledger,
    redeem,
    texts,
)
from tests.support.gestures import (
    NOON,
    SORT,
    goes_on_board,
    person,
    plays_for,
    tap,
)
from tests.support.rules import RULES, rules


def known(database: Database, email: str, place: str = "la-ferme") -> Actor:
    """Make a person who signs in with an address."""
    actor = person(database, place)

    def work(session: Session) -> None:
        session.add(
            CitizenIdentity(
                citizen_id=actor.citizen_id,
                kind=sign_in.KIND,
                subject=sign_in.keyed_hash(sign_in.KIND, email),
                created_at=NOON,
            )
        )

    database.run_here(work)
    return actor


def content(*rows: str) -> bytes:
    return "\n".join(["email;event;day", *rows]).encode()


def apply(
    database: Database, given: bytes, actor: Actor | None = None, **changes: object
) -> PaperReport:
    options = {"rules": RULES, "now": NOON} | changes
    return database.run_here(lambda s: paper.apply(s, actor, given, **options))  # pyright: ignore[reportArgumentType] - a test builds the value from a dict


def faults(report: PaperReport) -> list[tuple[int, str]]:
    return [(fault.line, fault.fault) for fault in report.faults]


def open_season(database: Database) -> None:
    database.run_here(lambda s: seasons.ensure(s, now=NOON))


LIST = content(
    f"lina@example.org;{SLUG};2026-11-24",
    f" Tom@Example.org ;{SLUG};25/11/2026",
)


def test_a_list_counts_everybody_on_it_and_no_second_time(database: Database) -> None:
    event(database)
    lina, _ = known(database, "lina@example.org"), known(database, "tom@example.org")
    plays_for(database, lina, "velos")
    goes_on_board(database, lina)

    report = apply(database, LIST)
    assert (report.counted, report.points, faults(report)) == (2, 44, [])
    assert report.is_applied
    rows = ledger(database)
    assert {(r.kind, r.tier, r.cause, r.amount) for r in rows} == {
        ("code", "attested", "paper", 22)
    }
    assert [row.civic_day for row in rows] == [TODAY - timedelta(days=1), TODAY]

    again = apply(database, LIST)
    assert (again.counted, again.points) == (0, 0)
    assert faults(again) == [(2, "already_counted"), (3, "already_counted")]
    assert len(ledger(database)) == 2
    assert database.read_here(ledgers.differences) == []


def test_who_typed_a_code_is_not_counted_again_on_paper(database: Database) -> None:
    event(database)
    (code,) = texts(database, batch(database, uses=9))
    lina = known(database, "lina@example.org")
    tom = known(database, "tom@example.org")
    redeem(database, lina, code)
    assert faults(apply(database, LIST)) == [(2, "already_counted")]
    assert redeem(database, tom, code).was_already_there  # pyright: ignore[reportAttributeAccessIssue] - an Attendance
    assert len(ledger(database)) == 2


def test_a_dry_run_says_the_same_and_writes_nothing(database: Database) -> None:
    event(database)
    open_season(database)
    known(database, "lina@example.org")
    report = database.read_here(lambda s: paper.check(s, None, LIST, now=NOON))
    assert (report.rows, report.counted, faults(report)) == (
        2,
        1,
        [(3, "email_unknown")],
    )
    assert not report.is_applied
    assert ledger(database) == []


def test_each_line_says_what_is_wrong_with_it(database: Database) -> None:
    event(database)
    event(database, "ailleurs", state="draft")
    event(database, "ancien", starts_on=TODAY - timedelta(days=60))
    known(database, "lina@example.org")
    given = content(
        f"lina@example.org;{SLUG};2026-11-25",
        f"lina;{SLUG};2026-11-25",
        f"nobody@example.org;{SLUG};2026-11-25",
        "lina@example.org;nulle-part;2026-11-25",
        "lina@example.org;ailleurs;2026-11-25",
        f"lina@example.org;{SLUG};hier",
        f"lina@example.org;{SLUG};2026-11-20",
        f"lina@example.org;{SLUG};2026-11-26",
        "lina@example.org;ancien;2026-10-01",
        f"LINA@example.org;{SLUG};2026-11-24",
    )
    report = apply(database, given)
    assert faults(report) == [
        (3, "email_invalid"),
        (4, "email_unknown"),
        (5, "event_unknown"),
        (6, "event_closed"),
        (7, "day_unreadable"),
        (8, "day_outside"),
        (9, "day_future"),
        (10, "day_season"),
        (11, "duplicate"),
    ]
    assert report.faults[-1].first_line == 2
    assert not report.is_applied
    assert ledger(database) == []

    partial = apply(database, given, is_partial=True)
    assert (partial.counted, len(partial.faults)) == (1, 9)
    assert len(ledger(database)) == 1


def test_a_list_that_grew_is_applied_again(database: Database) -> None:
    event(database)
    known(database, "lina@example.org")
    apply(database, content(f"lina@example.org;{SLUG};2026-11-24"))
    known(database, "tom@example.org")
    report = apply(database, LIST)
    assert (report.counted, faults(report)) == (1, [(2, "already_counted")])


def test_a_list_is_typed_after_the_event(database: Database) -> None:
    event(database, state="closed", ends_on=TODAY)
    known(database, "lina@example.org")
    given = content(f"lina@example.org;{SLUG};2026-11-25")
    assert apply(database, given, now=NOON + timedelta(days=2)).counted == 1


def test_only_who_holds_an_event_attests_it(database: Database) -> None:
    event(database, owner_team="velos")
    known(database, "lina@example.org")
    given = content(f"lina@example.org;{SLUG};2026-11-25")
    zoe = person(database)
    assert faults(apply(database, given, zoe)) == [(2, "not_yours")]
    with pytest.raises(NotFound):
        database.read_here(lambda s: paper.event_to_attest(s, zoe, SLUG))

    captain(database, zoe, "velos")
    assert database.read_here(lambda s: paper.event_to_attest(s, zoe, SLUG))
    assert apply(database, given, zoe).counted == 1
    staff = replace(person(database), role=Role.MODERATOR)
    assert faults(apply(database, given, staff)) == [(2, "already_counted")]
    kept = database.read_here(lambda s: s.exec(select(AuditEvent)).all())
    assert [(row.kind, row.actor_ref) for row in kept] == [
        ("paper_imported", zoe.member_ref)
    ]


def test_a_tap_in_the_middle_of_a_list_waits_and_nobody_waits_for_ever(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Without the lock on the totals, PostgreSQL ends one of the two: the tap holds
    # the row of a neighbourhood and wants that of the season, the list the reverse.
    event(database)
    open_season(database)
    known(database, "p1@example.org", "la-ferme")
    known(database, "p2@example.org", "centre-ville")
    neighbour = person(database, "centre-ville")
    tapped: list[Future[object]] = []
    count = attendance.count

    with ThreadPoolExecutor(1) as pool:

        def interrupted(*given: Any) -> Attendance:  # noqa: ANN401 - passed on
            found = count(*given)
            if not tapped:
                tapped.append(pool.submit(tap, database, neighbour))
                time.sleep(0.5)
            return found

        monkeypatch.setattr(attendance, "count", interrupted)
        monkeypatch.setattr(climact_database, "_RETRIED_STATES", frozenset())
        rows = (f"p{at}@example.org;{SLUG};2026-11-25" for at in (1, 2))
        assert apply(database, content(*rows)).counted == 2
        tapped[0].result()
    assert sorted(row.kind for row in ledger(database)) == ["code", "code", "gesture"]
    assert database.read_here(ledgers.differences) == []


def test_two_lists_at_the_same_time_count_everybody_once(database: Database) -> None:
    event(database)
    open_season(database)
    places = ("la-ferme", "centre-ville", "val-de-seine")
    for at in range(6):
        known(database, f"p{at}@example.org", places[at % 3])
    lines = [f"p{at}@example.org;{SLUG};2026-11-25" for at in range(6)]
    lists = [content(*lines), content(*reversed(lines))]
    with ThreadPoolExecutor(2) as pool:
        counted = [found.counted for found in pool.map(partial(apply, database), lists)]
    assert sum(counted) == 6
    assert len(ledger(database)) == 6
    assert database.read_here(ledgers.differences) == []


def test_who_a_list_brings_late_is_a_newcomer_and_lowers_no_score(
    database: Database,
) -> None:
    event(database, ends_on=TODAY + timedelta(days=30))
    for _ in range(10):
        tap(database, person(database, "la-ferme"), SORT)
    lina = known(database, "lina@example.org")
    plays_for(database, lina, "velos")
    late = NOON + timedelta(weeks=3)

    def score() -> int | None:
        board = database.read_here(
            lambda s: leaderboards.board(s, rules=rules(prior_strength=1), now=late)
        )
        return board.race.standings[1].score

    before = score()
    given = content(f"lina@example.org;{SLUG};2026-11-25")
    assert apply(database, given, rules=rules(day_cap=1), now=late).points == 1

    assert score() == before == 15
    assert database.read_here(ledgers.differences) == []
    # Their first gesture was the list: the next one changes nothing of that.
    tap(database, lina, now=late)
    assert database.read_here(ledgers.differences) == []


def test_no_address_is_written_anywhere(database: Database) -> None:
    event(database)
    known(database, "lina@example.org")
    report = apply(database, LIST, is_partial=True)
    assert "example.org" not in repr(report)

    def everything(session: Session) -> str:
        connection = session.connection()
        tables = inspect(connection).get_table_names()
        return "".join(
            str(connection.execute(text(f"SELECT * FROM {name}")).all())  # noqa: S608 - names of our own tables
            for name in tables
        )

    assert "example.org" not in database.read_here(everything)


def test_nothing_is_checked_before_a_season_has_opened(database: Database) -> None:
    with pytest.raises(NotFound):
        database.read_here(lambda s: paper.check(s, None, LIST, now=NOON))
