"""A table of figures that staff brings: who may, which figure, what it would change.

`prepare` reads and compares, and writes nothing. What it returns goes in through
services/ingestion.py, after `announce` has written down who brings what.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Protocol, TypeVar

from sqlalchemy import ColumnElement, exists, select
from sqlmodel import Session, SQLModel, col
from sqlmodel import select as select_models

from climact_issy import models
from climact_issy.connectors import table_file
from climact_issy.connectors.base import Source
from climact_issy.content import live_indicators
from climact_issy.domain.errors import BadInput, NotAllowed, NotFound
from climact_issy.domain.indicators import Indicator
from climact_issy.domain.observations import (
    Kind,
    Resolution,
    SeriesKey,
    resolution_of,
)
from climact_issy.domain.people import Actor, Role
from climact_issy.domain.permissions import require_role
from climact_issy.domain.table_import import (
    ColumnMap,
    TableReport,
    Wanted,
    folded,
)
from climact_issy.models import Citizen, SourceState
from climact_issy.services import audit, citizens, erasure, observations, observed

assert models.Observation  # noqa: S101 - importing the package registers the tables

TABLE_FAULTS: Final = "table_faults"
TABLE_FIGURE: Final = "table_figure"
TABLE_SERIES: Final = "table_series"
TABLE_UNIT: Final = "table_unit"

_observation: Final = SQLModel.metadata.tables["observation"]

T = TypeVar("T")


class Reader(Protocol):
    """The open database."""

    def read_here(self, work: Callable[[Session], T]) -> T:
        """Do a piece of work that must not write."""
        ...


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody asks to import.

    Attributes:
        indicator: slug of a live figure.
        columns: None when nobody said which column is what.
        place: slug, "" for that of the figure.
        series: key, "" for the main one.
        unit: of the values, "" for that of the figure.
        kind: how they were obtained.
        sheet: of a workbook, "" for the first one that is shown.
        mark: decimal mark, "" to look at the column.
        email: of whoever imports, "" for whoever runs the command line.
    """

    indicator: str
    columns: ColumnMap | None = None
    place: str = ""
    series: str = ""
    unit: str = ""
    kind: Kind = Kind.PUBLISHED
    sheet: str = ""
    mark: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A table that may be imported.

    Attributes:
        actor: who brings it; None for whoever runs the command line.
        wanted: how its rows were read.
        sha256: of the file.
        source: gives the file, for services/ingestion.py.
        report: what it says, and what it would change.
    """

    actor: Actor | None
    wanted: Wanted
    sha256: str
    source: Source
    report: TableReport


def prepare(
    reader: Reader, asked: Asked, body: bytes, name: str, *, now: datetime
) -> Prepared:
    """Read a table and compare it with what is known; nothing is written.

    Args:
        reader: the open database.
        asked: which figure, which columns, and who asks.
        body: the file.
        name: of the file, without its folder.
        now: aware instant.

    Raises:
        NotAllowed: they are no staff, or nobody has this address.
        BadInput: codes table_figure (values: found), table_series
            (values: series, place), table_unit (values: told, kept), and those of
            connectors/table_file.py.
    """
    actor, wanted, step = reader.read_here(lambda s: _target(s, asked))
    reading = table_file.read(body, name, wanted, now)
    sha256 = hashlib.sha256(body).hexdigest()
    found = reading.observations
    kept = reader.read_here(lambda s: observations.compare(s, found, table_file.NAME))
    is_last = reader.read_here(lambda s: _is_last(s, sha256))
    report = TableReport(
        name,
        reading,
        kept.added,
        kept.revised,
        kept.unchanged,
        is_known=is_last and not (kept.added or kept.revised),
    )
    source = table_file.brought(body, name, wanted, step)
    return Prepared(actor, wanted, sha256, source, report)


def announce(
    session: Session, prepared: Prepared, *, is_partial: bool, now: datetime
) -> None:
    """Write down who imports what, before anything of it is kept.

    Args:
        session: an open session that may write; the caller commits.
        prepared: the table.
        is_partial: import the good rows of a table with faults.
        now: aware instant.

    Raises:
        BadInput: code table_faults: some rows are to be mended, and nobody asked to
            leave them out; or none can be taken.
    """
    report = prepared.report
    if not report.reading.may_be_kept(is_partial=is_partial):
        raise BadInput(TABLE_FAULTS)
    key, columns = prepared.wanted.key, prepared.wanted.columns
    audit.record(
        session,
        prepared.actor,
        "observations_imported",
        subject=key.indicator,
        details={
            "place": key.place,
            "series": key.series,
            "kind": prepared.wanted.kind.value,
            "file": report.file,
            "sheet": report.reading.sheet,
            "sha256": prepared.sha256,
            "period_column": columns.period if columns else "",
            "value_column": columns.value if columns else "",
            "added": report.added,
            "revised": report.revised,
            "unchanged": report.unchanged,
            "rejected": len(report.reading.faults),
        },
        now=now,
    )


def _target(
    session: Session, asked: Asked
) -> tuple[Actor | None, Wanted, timedelta | None]:
    """Return who asks, how the rows are to be read, and the step of the figure."""
    actor = _staff(session, asked.email) if asked.email else None
    figure = _figure(asked.indicator)
    key = _key(session, asked)
    wanted = Wanted(
        key=key,
        unit=_unit(figure, asked.unit),
        possible=live_indicators.possible(figure.slug),
        kind=asked.kind,
        columns=asked.columns,
        sheet=asked.sheet,
        mark=asked.mark,
        length=_length(session, key),
    )
    return actor, wanted, observed.step_of(key, table_file.SOURCE)


def _staff(session: Session, email: str) -> Actor:
    """Return a moderator by their address.

    Raises:
        NotAllowed: they are none; whether they have an account is not told.
    """
    try:
        member_ref = erasure.member_of(session, email)
    except NotFound:
        raise NotAllowed from None
    row = session.exec(
        select_models(Citizen).where(col(Citizen.member_ref) == member_ref)
    ).one()
    actor = citizens.as_actor(row)
    require_role(actor, Role.MODERATOR)
    return actor


def _figure(slug: str) -> Indicator:
    try:
        return live_indicators.by_slug(slug)
    except NotFound:
        raise BadInput(TABLE_FIGURE, found=live_indicators.slugs()) from None


def _key(session: Session, asked: Asked) -> SeriesKey:
    """Return what the rows measure: what the figure shows, or a series that is known.

    Raises:
        BadInput: code table_series (values: series, place, those of the figure).
    """
    shown = live_indicators.keys()[asked.indicator]
    key = SeriesKey(
        shown.indicator, asked.series or shown.series, asked.place or shown.place
    )
    columns = _observation.c
    known = select(exists().where(*_is(key), columns.is_demo.is_(False)))
    if key != shown and not session.connection().scalar(known):
        raise BadInput(TABLE_SERIES, series=shown.series, place=shown.place)
    return key


def _unit(figure: Indicator, told: str) -> str:
    """Return the unit that values are kept in; nothing is converted.

    Raises:
        BadInput: code table_unit (values: told, kept): another one is told.
    """
    code = live_indicators.unit_codes()[figure.slug]
    named = {code, *figure.unit, *(unit.partition(",")[0] for unit in figure.unit)}
    if told and folded(told) not in {folded(name) for name in named}:
        raise BadInput(TABLE_UNIT, told=told, kept=figure.unit[0])
    return code


def _length(session: Session, key: SeriesKey) -> Resolution | None:
    """Return how long the known periods are, None when none is known.

    Means of days would otherwise be made of days and of instants at once.
    """
    columns = _observation.c
    newest = session.connection().scalar(
        select(columns.period)
        .where(*_is(key), columns.is_demo.is_(False))
        .order_by(columns.period.desc())
        .limit(1)
    )
    return None if newest is None else resolution_of(newest)


def _is(key: SeriesKey) -> tuple[ColumnElement[bool], ...]:
    columns = _observation.c
    return (
        columns.indicator == key.indicator,
        columns.series == key.series,
        columns.place == key.place,
    )


def _is_last(session: Session, sha256: str) -> bool:
    """Whether this very file is the last one that was imported to its end."""
    row = session.get(SourceState, table_file.NAME)
    return row is not None and row.etag == sha256
