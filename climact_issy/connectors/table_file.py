"""A table that staff brings in a file: CSV, or a workbook (.xlsx).

Nobody is asked: `climact observations import` gives the file and says which column is
what. Values go in through the same path as those of any other source, under the name
"import"; where another source tells the same period, that one is shown.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from climact_issy.connectors import delimited, workbook
from climact_issy.connectors.base import (
    MOST_BYTES,
    Http,
    Page,
    Reason,
    Source,
    SourceError,
)
from climact_issy.domain.errors import BadInput
from climact_issy.domain.observations import (
    LONGEST_EXCERPT,
    BadValue,
    Batch,
    Observation,
    Refused,
    Reject,
    Resolution,
    is_in_time,
    reject,
    resolution_of,
)
from climact_issy.domain.table_import import (
    PERIOD,
    TABLE_MAP,
    VALUE,
    Grid,
    Row,
    RowFault,
    TableReading,
    Wanted,
    is_blank,
    positions,
    suggestion,
)
from climact_issy.domain.typed_values import Stamp, mark_of, period_at, stamped
from climact_issy.domain.typed_values import typed_number as number

NAME: Final = "import"
TABLE_DECIMAL: Final = "table_decimal"
TABLE_EMPTY: Final = "table_empty"
TABLE_LARGE: Final = "table_large"

CSV_TYPE: Final = "text/csv"
XLSX_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

_FEWEST_HEADINGS: Final = 2
_NAMED: Final = 40
"""Characters of a heading that are kept."""


def read(body: bytes, name: str, wanted: Wanted, now: datetime) -> TableReading:
    """Read a table; what is wrong with a row is said with its line.

    Args:
        body: the file.
        name: of the file: a workbook is told by it too.
        wanted: what its columns are.
        now: aware instant; a value of a time to come is refused, forecasts excepted.

    Raises:
        BadInput: the file as a whole cannot be read (codes of this module, of
            delimited.py, workbook.py and domain/table_import.py).
    """
    found = grid(body, name, wanted.sheet)
    headings, rows = _split(found)
    if wanted.columns is None:
        told = suggestion(headings)
        named = tuple(heading for heading in headings if heading)
        guess = (told.period, told.value) if told else ()
        raise BadInput(TABLE_MAP, found=named, guess=guess)
    at = positions(headings, wanted.columns)
    mark = wanted.mark or mark_of(_cell(cells, at[1]) for _, cells in rows)
    if not mark:
        raise BadInput(TABLE_DECIMAL)
    table = _Table(found, headings, at, mark, wanted)
    return table.read(rows, now)


def grid(body: bytes, name: str, sheet: str = "") -> Grid:
    """Return the cells of a file as they stand.

    Raises:
        BadInput: code table_large (values: maximum, in bytes), and those of
            delimited.py and workbook.py.
    """
    if len(body) > MOST_BYTES:
        raise BadInput(TABLE_LARGE, maximum=MOST_BYTES)
    if workbook.is_workbook(body):
        return workbook.grid(body, sheet)
    if name.lower().endswith((".xlsx", ".xls", ".xlsm", ".ods")):
        raise BadInput(workbook.TABLE_BOOK)
    if sheet:
        raise BadInput(workbook.TABLE_SHEET, sheet=sheet, found=())
    return delimited.grid(body)


def brought(body: bytes, name: str, wanted: Wanted, step: timedelta | None) -> Source:
    """Return the source that gives one file, to be read as any other.

    Args:
        body: the file.
        name: of the file; it is kept as its origin.
        wanted: what its columns are.
        step: time between two values of the figure, None when it is irregular.
    """

    def fetch(http: Http, _since: datetime) -> Iterator[Page]:
        kind = XLSX_TYPE if workbook.is_workbook(body) else CSV_TYPE
        sha256 = hashlib.sha256(body).hexdigest()
        yield Page(name, kind, body, http.now(), etag=sha256)

    def parse(page: Page) -> Batch:
        try:
            found = read(page.body, name, wanted, page.retrieved_at)
        except BadInput as error:
            raise SourceError(Reason.UNKNOWN_SHAPE, error.code) from None
        return Batch(found.observations, tuple(map(_reject, found.faults)))

    key = wanted.key.indicator
    return replace(SOURCE, indicators=(key,), fetch=fetch, parse=parse, step=step)


@dataclass(frozen=True, slots=True)
class AtHand:
    """The way to a file that is at hand.

    Attributes:
        at: when it was brought, aware.
    """

    at: datetime

    def now(self) -> datetime:
        """Return when the file was brought."""
        return self.at

    def get(self, path: str, params: Mapping[str, str] | None = None) -> Page | None:
        """Return None: there is nobody to ask for anything more."""
        del path, params


class _Table:
    """The reading of one table: what is known of its columns, and its rows."""

    def __init__(
        self,
        found: Grid,
        headings: Sequence[str],
        at: tuple[int, int],
        mark: str,
        wanted: Wanted,
    ) -> None:
        self.grid = found
        self.period, self.value = at
        self.names = (headings[at[0]][:_NAMED], headings[at[1]][:_NAMED])
        self.mark = mark
        self.wanted = wanted
        self.faults: list[RowFault] = []
        self.left_out: list[int] = []

    def read(self, rows: Sequence[Row], now: datetime) -> TableReading:
        """Read every row."""
        stamps = self._stamps(rows)
        has_clock = any(isinstance(stamp, datetime) for _, _, stamp in stamps)
        found: list[tuple[int, Observation]] = []
        for line, cells, stamp in stamps:
            item = self._observation(line, cells, stamp, has_clock=has_clock)
            if item is not None:
                found.append((line, item))
        kept = self._one_a_period(self._in_time(self._of_one_length(found), now))
        return TableReading(
            rows=len(rows) - len(self.left_out),
            observations=tuple(kept[period] for period in sorted(kept)),
            faults=tuple(sorted(self.faults, key=lambda fault: fault.line)),
            left_out=tuple(self.left_out),
            mark=self.mark,
            sheet=self.grid.sheet,
            hidden=self.grid.hidden,
        )

    def _stamps(
        self, rows: Sequence[Row]
    ) -> list[tuple[int, tuple[object, ...], Stamp]]:
        found: list[tuple[int, tuple[object, ...], Stamp]] = []
        for line, cells in rows:
            raw = _cell(cells, self.period)
            has_value = not is_blank(_cell(cells, self.value))
            if is_blank(raw) and not has_value:
                self.left_out.append(line)
                continue
            try:
                found.append((line, cells, stamped(raw, self.grid.epoch)))
            except BadValue as error:
                filled = sum(not is_blank(cell) for cell in cells)
                if self.grid.has_sheets and filled == 1 and not has_value:
                    # A text alone on its line: a title across columns, or a note.
                    self.left_out.append(line)
                else:
                    self._refuse(line, PERIOD, error.reason, raw)
        return found

    def _observation(
        self, line: int, cells: tuple[object, ...], stamp: Stamp, *, has_clock: bool
    ) -> Observation | None:
        try:
            period = period_at(stamp, has_clock=has_clock)
        except BadValue as error:
            self._refuse(line, PERIOD, error.reason, stamp)
            return None
        raw = _cell(cells, self.value)
        try:
            value = self.wanted.possible.checked(number(raw, self.mark))
        except BadValue as error:
            self._refuse(line, VALUE, error.reason, raw)
            return None
        wanted = self.wanted
        return Observation(wanted.key, period, value, wanted.unit, wanted.kind)

    def _of_one_length(
        self, found: Sequence[tuple[int, Observation]]
    ) -> Iterator[tuple[int, Observation]]:
        """Refuse periods that are longer or shorter than the others of the figure."""
        lengths = Counter(resolution_of(item.period) for _, item in found)
        wanted: Resolution | None = self.wanted.length
        if wanted is None and lengths:
            wanted = lengths.most_common(1)[0][0]
        for line, item in found:
            if resolution_of(item.period) is wanted:
                yield line, item
            else:
                self._refuse(line, PERIOD, Refused.OTHER_LENGTH, item.period)

    def _in_time(
        self, found: Iterator[tuple[int, Observation]], now: datetime
    ) -> Iterator[tuple[int, Observation]]:
        for line, item in found:
            if is_in_time(item, now):
                yield line, item
            else:
                self._refuse(line, PERIOD, Refused.FUTURE, item.period)

    def _one_a_period(
        self, found: Iterator[tuple[int, Observation]]
    ) -> dict[str, Observation]:
        kept: dict[str, tuple[int, Observation]] = {}
        for line, item in found:
            if item.period in kept:
                before, lost = kept[item.period]
                told = f"{lost.period} {lost.value}"
                self._refuse(before, PERIOD, Refused.DUPLICATE, told, line)
            kept[item.period] = (line, item)
        return {period: item for period, (_, item) in kept.items()}

    def _refuse(
        self, line: int, what: str, reason: Refused, raw: object, other: int = 0
    ) -> None:
        column = self.names[0] if what == PERIOD else self.names[1]
        possible = self.wanted.possible if reason is Refused.OUT_OF_RANGE else None
        fault = RowFault(line, column, reason, _shown(raw), other, possible)
        self.faults.append(fault)


def _split(found: Grid) -> tuple[tuple[str, ...], tuple[Row, ...]]:
    """Return the headings, which are the first line of several cells, and the rest."""
    for place, (_, cells) in enumerate(found.rows):
        if sum(not is_blank(cell) for cell in cells) >= _FEWEST_HEADINGS:
            return tuple(_shown(cell) for cell in cells), found.rows[place + 1 :]
    raise BadInput(TABLE_EMPTY)


def _cell(cells: Sequence[object], at: int) -> object:
    return cells[at] if at < len(cells) else None


def _shown(cell: object) -> str:
    """Return a cell on one line, without signs that a terminal would obey."""
    told = "" if cell is None else " ".join(str(cell).split())
    return "".join(sign for sign in told if sign.isprintable())[:LONGEST_EXCERPT]


def _reject(fault: RowFault) -> Reject:
    return reject(fault.reason, f"{fault.line}, {fault.column}: {fault.excerpt}")


def _nobody(_http: Http, _since: datetime) -> Iterator[Page]:
    """Ask nobody: staff brings the files."""
    return iter(())


def _unnamed(_page: Page) -> Batch:
    """Refuse a file whose columns nobody has named.

    Raises:
        SourceError: always; `brought` is the source of one file.
    """
    raise SourceError(Reason.UNKNOWN_SHAPE, "no column is named")


SOURCE: Final = Source(
    name=NAME,
    title=("Tableaux apportés par l’équipe", "Tables brought by the team"),
    producer="Équipe de Clim’Act Issy",
    licence="Licence à préciser par le producteur",
    page="",
    address="",
    indicators=(),
    pace=None,
    overlap=timedelta(0),
    fetch=_nobody,
    parse=_unnamed,
    is_brought=True,
)
