"""Reading a source: what is good is kept whatever it answers next."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product
from typing import Any

import pytest
from sqlalchemy import text
from sqlmodel import Session, col, select

from climact_issy.connectors import airparif, eco2mix, recorded
from climact_issy.connectors.base import Page, Reason, Source
from climact_issy.connectors.http import Clock, HttpSource, Known, Limits
from climact_issy.database import Database
from climact_issy.domain.live import Reading
from climact_issy.domain.sources import Run
from climact_issy.models import Observation, ObservationReject, RawPayload, SourceState
from climact_issy.services import ingestion, observed, source_states
from tests.support.databases import ENGINES
from tests.support.faults import FAULTS, Fault
from tests.support.replay import Answer, Replay, serving
from tests.support.source_cases import CASES, Case

PATIENT = Limits(tries=2, pause_seconds=0)
HASTY = Limits(
    connect_seconds=1, read_seconds=0.2, total_seconds=0.6, tries=2, pause_seconds=0
)
CASE = CASES[0]
KEY = eco2mix.KEY
ON_BOTH = [
    case for case in CASES if case.source.name in {"eco2mix-national", "airparif"}
]
EACH = pytest.mark.parametrize("case", CASES, ids=lambda case: case.source.name)


def read(
    database: Database,
    source: Source,
    server: Replay,
    now: datetime,
    since: datetime | None = None,
    limits: Limits = PATIENT,
) -> Run:
    mark = database.read_here(lambda s: source_states.bookmark(s, source.name))
    known = Known(mark.origin, mark.etag, mark.last_modified)
    clock = Clock(now=lambda: now, sleep=lambda _: None)
    way = HttpSource(
        server.address, is_ours=True, known=known, limits=limits, clock=clock
    )
    with way as http:
        return ingestion.run(database, source, http, since=since, now=now)


def shown(database: Database, case: Case) -> Reading:
    """What a page shows of the first figure of a source."""
    key = (
        case.source.parse(Page("x", "application/json", case.body(), case.read_at))
        .observations[-1]
        .key
    )
    return database.read_here(lambda s: observed.reading(s, key, now=case.read_at))


def count(database: Database, table: str) -> int:
    return database.read_here(
        lambda s: s.connection().scalar(text(f"SELECT count(*) FROM {table}"))  # noqa: S608 - a name of this file
    )


def rows(database: Database, table: str) -> list[dict[str, Any]]:
    def work(session: Session) -> list[dict[str, Any]]:
        found = session.connection().execute(text(f"SELECT * FROM {table}"))  # noqa: S608 - a name of this file
        return [dict(row) for row in found.mappings()]

    return database.read_here(work)


def state(database: Database, source: Source) -> SourceState:
    return database.read_here(lambda s: s.get_one(SourceState, source.name))


@EACH
def test_the_value_of_the_payload_is_the_value_shown(
    database: Database, case: Case
) -> None:
    with serving(lambda _: Answer(case.body())) as server:
        done = read(database, case.source, server, case.read_at)

    assert done.added > 0
    assert not done.failure
    reading = shown(database, case)
    assert reading.newest is not None
    assert (reading.newest.period, reading.newest.value) == case.newest
    assert reading.source == case.source.name
    (raw,) = database.read_here(lambda s: s.exec(select(RawPayload)).all())
    assert raw.body == case.body()
    assert raw.origin.startswith(server.address)


def _broken() -> Iterator[Any]:
    """Every fault of every source; on PostgreSQL of those that stand for the others.

    What a fault does is done before the database is asked: a source of instants and
    one of days show what is left of it there.
    """
    for engine, case, fault in product(ENGINES, CASES, FAULTS):
        is_small = engine == "sqlite"
        if fault.name not in case.without and (is_small or case in ON_BOTH):
            name = f"{engine}-{case.source.name}-{fault.name}"
            marks = [] if is_small else [pytest.mark.slow]
            yield pytest.param(engine, case, fault, id=name, marks=marks)


@pytest.mark.parametrize(
    ("address", "case", "fault"), list(_broken()), indirect=["address"]
)
def test_a_fault_loses_nothing_good_and_is_known_to_staff(
    database: Database,
    case: Case,
    fault: Fault,
    record_property: Any,  # noqa: ANN401 - a fixture of pytest
) -> None:
    later = case.read_at + timedelta(minutes=20)
    with serving(lambda _: Answer(case.body())) as server:
        read(database, case.source, server, case.read_at)
        before, values = shown(database, case), rows(database, "observation")
        server.play = lambda _: fault.answer(case)
        # Only who waits in vain must be hasty: a slow machine is no fault.
        limits = HASTY if fault.reason is Reason.TIMEOUT else PATIENT
        done = read(database, case.source, server, later, limits=limits)

    after = shown(database, case)
    assert after.newest == before.newest
    kept = {row["id"]: row for row in rows(database, "observation")}
    assert all(kept[row["id"]] == row for row in values)
    found = state(database, case.source)
    if fault.reason is None:
        assert (done.added, done.rejected) == (fault.added, len(fault.refused))
        assert not found.failures_in_a_row
        assert found.succeeded_at == later
    else:
        assert done.failure == found.failure == fault.reason
        assert found.failures_in_a_row == 1
        assert found.succeeded_at == case.read_at
        assert found.next_at is not None
        assert found.next_at > later
    refused = database.read_here(
        lambda s: s.exec(select(col(ObservationReject.reason))).all()
    )
    assert tuple(refused) == fault.refused
    _tell(record_property, case, fault, after, found)


def _tell(
    record: Any,  # noqa: ANN401 - a fixture of pytest
    case: Case,
    fault: Fault,
    after: Reading,
    found: SourceState,
) -> None:
    """Print one line of the fault table (pytest -rP shows it)."""
    assert after.newest is not None
    failing = ", the source does not answer" if after.is_failing else ""
    visitor = f"{after.newest.value:g} of {after.newest.period}{failing}"
    staff = found.failure or f"{found.rejected} rejected"
    if found.failures_in_a_row and found.next_at:
        staff += f", next try {found.next_at:%H:%M}"
    line = f"{case.source.name} | {fault.name} | {visitor} | {staff} | nothing lost"
    print(line)  # noqa: T201 - the fault table
    record("fault", line)


def test_a_long_wait_that_the_source_asks_for_is_kept(database: Database) -> None:
    fault = next(found for found in FAULTS if found.name.startswith("429"))
    with serving(lambda _: fault.answer(CASE)) as server:
        read(database, CASE.source, server, CASE.read_at)

    assert state(database, CASE.source).next_at == CASE.read_at + timedelta(minutes=30)
    assert not database.read_here(
        lambda s: source_states.is_due(s, CASE.source, now=CASE.read_at)
    )


def test_what_is_expected_moves_no_mark_and_enters_no_mean(database: Database) -> None:
    case = next(found for found in CASES if found.source is airparif.SOURCE)
    with serving(lambda _: Answer(case.body())) as server:
        done = read(database, case.source, server, case.read_at)
        next_day = read(database, case.source, server, case.read_at + timedelta(days=1))

    assert done.added == 2
    assert done.newest == "2026-02-10"
    # The same answer a day later: what was expected is now that day's index.
    assert (next_day.added, next_day.revised, next_day.unchanged) == (0, 1, 1)
    assert state(database, case.source).watermark == "2026-02-11"
    means = {
        (row["resolution"], row["period"]): row["mean"]
        for row in rows(database, "observation_bin")
    }
    assert means["day", "2026-02-10"] == 3.0
    assert means["day", "2026-02-11"] == 2.0


def test_a_corrected_figure_keeps_the_old_one(database: Database) -> None:
    later = CASE.read_at + timedelta(hours=1)

    def corrected(good: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [{**good[0], CASE.value: 52}]

    with serving(lambda _: Answer(CASE.body())) as server:
        read(database, CASE.source, server, CASE.read_at)
        server.play = lambda _: Answer(CASE.changed(corrected))
        done = read(database, CASE.source, server, later)
        again = read(database, CASE.source, server, later + timedelta(hours=1))

    assert (done.added, done.revised) == (0, 1)
    assert (again.revised, again.unchanged) == (0, 1)
    (old,) = rows(database, "observation_revision")
    assert (old["old_value"], old["new_value"]) == (47, 52)
    (means,) = [
        r for r in rows(database, "observation_bin") if r["resolution"] == "day"
    ]
    assert means["mean"] == 52


def test_a_gap_that_is_filled_is_no_revision(database: Database) -> None:
    def emptied(good: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [{**good[0], CASE.value: None}]

    with serving(lambda _: Answer(CASE.changed(emptied))) as server:
        read(database, CASE.source, server, CASE.read_at)
        assert shown(database, CASE).newest is None
        assert not rows(database, "observation_bin")
        server.play = lambda _: Answer(CASE.body())
        read(database, CASE.source, server, CASE.read_at)

    assert shown(database, CASE).newest is not None
    assert not rows(database, "observation_revision")


def test_the_next_question_starts_a_little_before_the_mark(database: Database) -> None:
    with serving(lambda _: Answer(CASE.body())) as server:
        read(database, CASE.source, server, CASE.read_at)
        read(database, CASE.source, server, CASE.read_at + timedelta(minutes=30))

    first, second = (asked.query["where"] for asked in server.asked)
    assert "2023-08-12T16:27:00Z" in first
    assert "2023-09-12T10:15:00Z" in second


def test_what_has_not_changed_is_not_read_again(database: Database) -> None:
    headers = {"ETag": '"one"'}
    with serving(lambda _: Answer(CASE.body(), headers=headers)) as server:
        # The first run exports a month; the second one asks for pages.
        read(database, CASE.source, server, CASE.read_at)
        read(database, CASE.source, server, CASE.read_at + timedelta(minutes=20))
        server.play = lambda _: Answer(status=304)
        done = read(database, CASE.source, server, CASE.read_at + timedelta(minutes=40))

    assert server.asked[-1].headers["if-none-match"] == '"one"'
    assert (done.pages, done.failure) == (0, "")
    assert count(database, "raw_payload") == 1
    assert state(database, CASE.source).etag == '"one"'


def test_the_past_is_filled_on_request_and_moves_no_mark_back(
    database: Database,
) -> None:
    old = CASE.read_at - timedelta(days=400)

    def past(good: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [{**good[0], CASE.time: old.isoformat()}]

    with serving(lambda _: Answer(CASE.body())) as server:
        read(database, CASE.source, server, CASE.read_at)
        server.play = lambda _: Answer(CASE.changed(past))
        done = read(database, CASE.source, server, CASE.read_at, since=old)

    assert (done.added, done.pages) == (1, 3)
    assert state(database, CASE.source).watermark == CASE.newest[0]
    assert shown(database, CASE).newest is not None


def test_an_adapter_that_breaks_is_a_failure_like_any_other(database: Database) -> None:
    def breaks(_page: Page) -> Any:  # noqa: ANN401 - it never returns
        raise KeyError

    broken = replace(CASE.source, parse=breaks)
    with serving(lambda _: Answer(CASE.body())) as server:
        done = read(database, broken, server, CASE.read_at)

    assert done.failure == "unknown_shape"
    assert count(database, "raw_payload") == 1
    assert count(database, "observation") == 0


class Nobody:
    """A way to nobody, for the recorded day."""

    def now(self) -> datetime:
        return datetime(2026, 11, 24, 12, 0, tzinfo=UTC)

    def get(self, path: str, params: object = None) -> Page | None:
        raise AssertionError(path, params)


@pytest.fixture
def recorded_day(database: Database) -> Reading:
    now = Nobody().now()
    ingestion.run(database, recorded.SOURCE, Nobody(), since=None, now=now)
    return database.read_here(lambda s: observed.reading(s, KEY, now=now))


def test_a_site_without_a_network_has_one_real_day(
    database: Database, recorded_day: Reading
) -> None:
    assert recorded_day.newest is not None
    assert (recorded_day.newest.period, recorded_day.newest.value) == (
        "2023-09-22T00:00Z",
        12.0,
    )
    assert len(recorded_day.recent) == 97
    assert [mean.period for mean in recorded_day.days] == ["2023-09-21", "2023-09-22"]
    assert recorded_day.days[0].n == 88
    now = Nobody().now()
    assert not database.read_here(
        lambda s: source_states.is_due(s, recorded.SOURCE, now=now)
    )


def test_of_two_sources_the_surest_one_is_shown(
    database: Database, recorded_day: Reading
) -> None:
    at = datetime(2023, 9, 22, 0, 0, tzinfo=UTC)

    def same(good: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [{**good[0], CASE.time: at.isoformat(), CASE.value: 13}]

    with serving(lambda _: Answer(CASE.changed(same))) as server:
        read(database, CASE.source, server, at + timedelta(minutes=5))

    found = database.read_here(lambda s: observed.reading(s, KEY, now=at))
    assert found.newest is not None
    assert (found.newest.value, found.source) == (13, "eco2mix-national")
    assert found.recent[-1].value == 13
    assert found.recent[:-1] == recorded_day.recent[:-1]
    assert database.read_here(lambda s: len(s.exec(select(Observation)).all())) == 98
