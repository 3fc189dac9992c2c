"""Payloads, values and rejects are kept once, in batches, and bounded."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import event, text
from sqlmodel import Session, col, func, select

from climact_issy.connectors.base import Page
from climact_issy.database import Database
from climact_issy.domain.observations import (
    Kind,
    Observation,
    Refused,
    SeriesKey,
    reject,
)
from climact_issy.models import Observation as Row
from climact_issy.models import ObservationReject, ObservationRevision, RawPayload
from climact_issy.services import observations
from climact_issy.services.observations import (
    MOST_REJECTS_A_RUN,
    MOST_REJECTS_KEPT,
    Kept,
    Origin,
)

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
KEY = SeriesKey("test", "main", "issy")
OTHER = SeriesKey("test", "other", "issy")


def page(body: bytes = b"{}") -> Page:
    return Page("https://example.org/x", "application/json", body, NOW)


def seen(
    day: int, value: float | None, key: SeriesKey = KEY, kind: Kind = Kind.REAL_TIME
) -> Observation:
    return Observation(key, f"2026-11-{day:02}", value, "kg", kind)


def origin(database: Database, at: datetime = NOW, body: bytes = b"{}") -> Origin:
    found = database.run_here(lambda s: observations.keep_raw(s, "a", page(body)))
    return Origin("a", found.raw_payload_id, at)


def keep(database: Database, found: list[Observation], at: datetime = NOW) -> Kept:
    source = origin(database, at)
    return database.run_here(lambda s: observations.keep(s, found, source))


def test_the_same_bytes_are_kept_once(database: Database) -> None:
    first = origin(database)
    again = origin(database)
    other = origin(database, body=b"[]")

    assert first.raw_payload_id == again.raw_payload_id != other.raw_payload_id
    (body, *_) = database.read_here(
        lambda s: s.exec(
            select(col(RawPayload.body)).order_by(col(RawPayload.id))
        ).all()
    )
    assert body == b"{}"


def test_a_value_is_new_known_or_changed(database: Database) -> None:
    later = NOW + timedelta(hours=1)

    assert keep(database, [seen(1, 1.0), seen(2, None)]) == Kept(2, 0, 0)
    assert keep(database, [seen(1, 1.0), seen(2, None)], later) == Kept(0, 0, 2)
    assert keep(database, [seen(1, 1.5), seen(2, 2.0)], later) == Kept(0, 2, 0)
    assert keep(database, [seen(1, 1.5, kind=Kind.CONSOLIDATED)], later) == Kept(
        0, 1, 0
    )


def test_what_would_be_kept_is_counted_and_nothing_is_written(
    database: Database,
) -> None:
    keep(database, [seen(1, 1.0), seen(2, None)])
    news = [seen(1, 1.0), seen(2, 2.0), seen(3, 3.0)]

    def count(source: str) -> Kept:
        return database.read_here(lambda s: observations.compare(s, news, source))

    assert count("a") == Kept(1, 1, 1)
    assert count("b") == Kept(3, 0, 0)
    assert database.read_here(lambda s: len(s.exec(select(Row)).all())) == 2
    assert keep(database, news) == Kept(1, 1, 1)


def test_each_correction_keeps_the_figure_of_before_with_both_instants(
    database: Database,
) -> None:
    times = [NOW + timedelta(hours=i) for i in range(4)]
    for at, value in zip(times, (1.0, 2.0, None, 3.0), strict=True):
        keep(database, [seen(1, value)], at)

    found = database.read_here(
        lambda s: s.exec(
            select(ObservationRevision).order_by(col(ObservationRevision.id))
        ).all()
    )

    assert [(r.old_value, r.new_value) for r in found] == [(1.0, 2.0), (2.0, None)]
    assert [r.old_retrieved_at for r in found] == times[:2]
    assert [r.new_retrieved_at for r in found] == times[1:3]


def test_series_are_told_apart(database: Database) -> None:
    kept = keep(database, [seen(1, 1.0), seen(1, 9.0, OTHER)])
    keep(database, [seen(1, 2.0)])

    assert kept == Kept(2, 0, 0)
    values = database.read_here(
        lambda s: s.exec(
            select(col(Row.series), col(Row.value)).order_by(col(Row.series))
        ).all()
    )
    assert [tuple(row) for row in values] == [("main", 2.0), ("other", 9.0)]


def test_the_work_does_not_grow_with_the_past(database: Database) -> None:
    keep(database, [seen(day, 1.0) for day in range(1, 31)])

    asked = 0

    def count(_connection: object, _cursor: object, sql: str, *_: object) -> None:
        nonlocal asked
        asked += sql.startswith(("SELECT", "INSERT"))

    source = origin(database)
    found = [seen(day, 2.0) for day in range(1, 31)]
    event.listen(database.engine, "before_cursor_execute", count)
    database.run_here(lambda s: observations.keep(s, found, source))
    event.remove(database.engine, "before_cursor_execute", count)

    # One read by range, one batch of revisions, one of values.
    assert asked == 3


def test_rejects_are_bounded(database: Database) -> None:
    source = origin(database)
    found = [reject(Refused.NOT_A_NUMBER, str(i)) for i in range(200)]

    def work(session: Session) -> None:
        observations.keep_rejects(session, found, source)

    database.run_here(work)
    first = database.read_here(_count)
    for _ in range(MOST_REJECTS_KEPT // MOST_REJECTS_A_RUN + 3):
        database.run_here(work)

    assert first == MOST_REJECTS_A_RUN
    assert database.read_here(_count) == MOST_REJECTS_KEPT


def test_without_rejects_nothing_is_asked(database: Database) -> None:
    source = origin(database)
    database.run_here(lambda s: observations.keep_rejects(s, [], source))

    assert database.read_here(_count) == 0


def test_a_payload_that_is_forgotten_leaves_its_values(database: Database) -> None:
    keep(database, [seen(1, 1.0)])
    database.run_here(lambda s: s.connection().execute(text("DELETE FROM raw_payload")))

    (row,) = database.read_here(lambda s: s.exec(select(Row)).all())
    assert (row.value, row.raw_payload_id) == (1.0, None)


def _count(session: Session) -> int:
    return session.exec(select(func.count()).select_from(ObservationReject)).one()
