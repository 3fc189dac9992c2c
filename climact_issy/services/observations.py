"""Keep what a source said: raw payload, values, what they were before, rejects.

Everything is written in batches and compared with one read by range a series, so a
run costs as much as what it brings, whatever the database holds already.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any, Final, cast

from sqlalchemy import delete, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, SQLModel, col

from climact_issy.connectors.base import Page
from climact_issy.domain.observations import Observation, Reject, SeriesKey
from climact_issy.models import ObservationReject

MOST_REJECTS_A_RUN: Final = 50
MOST_REJECTS_KEPT: Final = 500
"""Of one source; older ones are only counted."""

KEYS: Final = ("indicator", "series", "place", "period", "source", "is_demo")
_CHANGED: Final = ("value", "unit", "kind", "retrieved_at", "raw_payload_id")

_TABLES: Final = SQLModel.metadata.tables
_observation: Final = _TABLES["observation"]
_revision: Final = _TABLES["observation_revision"]

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where values come from.

    Attributes:
        source: name of the source.
        raw_payload_id: the untouched answer.
        retrieved_at: aware instant.
    """

    source: str
    raw_payload_id: int
    retrieved_at: datetime


@dataclass(frozen=True, slots=True)
class _Before:
    """What is known of a period."""

    value: float | None
    kind: str
    unit: str
    retrieved_at: datetime

    def says(self, item: Observation) -> bool:
        """Whether an observation brings nothing new."""
        told = (item.value, item.kind.value, item.unit)
        return told == (self.value, self.kind, self.unit)


_New = tuple[Observation, _Before | None]


@dataclass(frozen=True, slots=True)
class Kept:
    """How many values were new, differed, or were known already."""

    added: int
    revised: int
    unchanged: int


def keep_raw(session: Session, source: str, page: Page) -> Origin:
    """Keep an answer as it came; the same bytes are kept once.

    Bytes that came long ago, of which only the hash was left, are whole again.
    """
    sha256 = hashlib.sha256(page.body).hexdigest()
    values = {
        "source": source,
        "origin": page.origin[:500],
        "retrieved_at": page.retrieved_at,
        "sha256": sha256,
        "media_type": page.media_type,
        "body": page.body,
    }
    table = _TABLES["raw_payload"]
    insert = insert_into(session, table.name)
    statement = insert.on_conflict_do_update(
        index_elements=["sha256"],
        set_={name: insert.excluded[name] for name in ("body", "retrieved_at")},
        where=table.c.body == b"",
    )
    session.connection().execute(statement, values)
    found = session.connection().scalar(
        select(table.c.id).where(table.c.sha256 == sha256)
    )
    return Origin(source, cast("int", found), page.retrieved_at)


def keep(session: Session, observations: Sequence[Observation], origin: Origin) -> Kept:
    """Write values; a figure that differs from the one of before is kept as revised.

    A gap that is filled is no revision; a figure that is taken back is one.

    Args:
        session: open unit of work.
        observations: sorted by series and period, each period once.
        origin: where they come from.
    """
    news = list(_news(session, observations, origin.source))
    _write(
        session,
        [_row(item, origin) for item, _ in news],
        [
            _old(item, origin, before)
            for item, before in news
            if before and before.value is not None and before.value != item.value
        ],
    )
    return _counted(observations, news)


def compare(session: Session, observations: Sequence[Observation], source: str) -> Kept:
    """Return what `keep` would do, and write nothing.

    Args:
        session: an open session.
        observations: sorted by series and period, each period once.
        source: name of the source they come from.
    """
    return _counted(observations, list(_news(session, observations, source)))


def keep_rejects(session: Session, rejects: Sequence[Reject], origin: Origin) -> None:
    """Keep the first rejects of a payload, and only the newest of a source."""
    if not rejects:
        return
    session.add_all(
        ObservationReject(
            source=origin.source,
            reason=found.reason.value,
            excerpt=found.excerpt,
            rejected_at=origin.retrieved_at,
            raw_payload_id=origin.raw_payload_id,
        )
        for found in rejects[:MOST_REJECTS_A_RUN]
    )
    session.flush()
    is_ours = col(ObservationReject.source) == origin.source
    oldest = (
        select(col(ObservationReject.id))
        .where(is_ours)
        .order_by(col(ObservationReject.id).desc())
        .offset(MOST_REJECTS_KEPT)
        .limit(1)
    ).scalar_subquery()
    session.exec(
        delete(ObservationReject).where(is_ours, col(ObservationReject.id) <= oldest)
    )


def insert_into(session: Session, table: str) -> Any:  # noqa: ANN401 - the insert of either dialect
    """Return the INSERT of this database's dialect, which knows ON CONFLICT."""
    is_sqlite = session.connection().dialect.name == "sqlite"
    return (sqlite if is_sqlite else postgresql).insert(_TABLES[table])


def _news(
    session: Session, observations: Sequence[Observation], source: str
) -> Iterator[_New]:
    """Give what is not known yet, each beside what was known of its period."""
    for key, group in groupby(observations, lambda found: found.key):
        items = list(group)
        known = _known(session, key, source, items)
        for item in items:
            before = known.get(item.period)
            if before is None or not before.says(item):
                yield item, before


def _counted(observations: Sequence[Observation], news: Sequence[_New]) -> Kept:
    added = sum(before is None for _, before in news)
    return Kept(added, len(news) - added, len(observations) - len(news))


def _known(
    session: Session, key: SeriesKey, source: str, items: Sequence[Observation]
) -> Mapping[str, _Before]:
    columns = _observation.c
    found = session.connection().execute(
        select(
            columns.period,
            columns.value,
            columns.kind,
            columns.unit,
            columns.retrieved_at,
        ).where(
            columns.indicator == key.indicator,
            columns.series == key.series,
            columns.place == key.place,
            columns.period.between(items[0].period, items[-1].period),
            columns.source == source,
            columns.is_demo.is_(False),
        )
    )
    return {row[0]: _Before(*row[1:]) for row in found}


def _row(item: Observation, origin: Origin) -> Row:
    return {
        "indicator": item.key.indicator,
        "series": item.key.series,
        "place": item.key.place,
        "period": item.period,
        "value": item.value,
        "unit": item.unit,
        "kind": item.kind.value,
        "source": origin.source,
        "retrieved_at": origin.retrieved_at,
        "raw_payload_id": origin.raw_payload_id,
        "is_demo": False,
    }


def _old(item: Observation, origin: Origin, before: _Before) -> Row:
    return {
        "indicator": item.key.indicator,
        "series": item.key.series,
        "place": item.key.place,
        "period": item.period,
        "source": origin.source,
        "old_value": before.value,
        "new_value": item.value,
        "old_retrieved_at": before.retrieved_at,
        "new_retrieved_at": origin.retrieved_at,
    }


def _write(session: Session, changed: list[Row], revisions: list[Row]) -> None:
    connection = session.connection()
    if revisions:
        connection.execute(_revision.insert(), revisions)
    if changed:
        insert = insert_into(session, "observation")
        connection.execute(
            insert.on_conflict_do_update(
                index_elements=list(KEYS),
                set_={name: insert.excluded[name] for name in _CHANGED},
            ),
            changed,
        )
