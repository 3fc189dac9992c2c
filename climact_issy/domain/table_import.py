"""A table that staff brings: which column is what, what its rows say, what it changes.

The reading of a file is in connectors/table_file.py, the comparison with what is known
in services/table_import.py; both speak in the values of this module.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from climact_issy.domain.errors import BadInput
from climact_issy.domain.observations import (
    Kind,
    Observation,
    Refused,
    Resolution,
    SeriesKey,
)
from climact_issy.domain.possible import Possible
from climact_issy.domain.typed_values import EPOCH

MOST_ROWS: Final = 400_000
"""Lines of one table; ten years of quarter hours are 350,000."""
TABLE_COLUMN: Final = "table_column"
TABLE_MAP: Final = "table_map"
TABLE_ROWS: Final = "table_rows"
TABLE_TWICE: Final = "table_twice"

PERIOD: Final = "period"
VALUE: Final = "value"
FIELDS: Final = (PERIOD, VALUE)
MOST_NAMES: Final = 30
"""Columns that a refusal names."""

_WORDS: Final = {
    PERIOD: ("date", "jour", "heure", "horodatage", "periode", "mois", "annee", "time"),
    VALUE: ("valeur", "value", "mesure", "concentration", "resultat", "moyenne"),
}
"""Words of a heading that tell what its column holds, the surest first."""

Row = tuple[int, tuple[object, ...]]
"""Number of a line in the file, from 1, and its cells up to the last known one."""


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """Which column holds what, by its heading.

    Attributes:
        period: heading of the moments.
        value: heading of the numbers.
    """

    period: str
    value: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """How the rows of a table are to be read.

    Attributes:
        key: what they measure where.
        unit: as the figure is kept.
        possible: what its values may be.
        kind: how the values were obtained.
        columns: None when nobody said.
        sheet: of a workbook, "" for the first one that is shown.
        mark: decimal mark, "" to look at the column.
        length: the only length of period taken, None for the one most rows have.
    """

    key: SeriesKey
    unit: str
    possible: Possible
    kind: Kind = Kind.PUBLISHED
    columns: ColumnMap | None = None
    sheet: str = ""
    mark: str = ""
    length: Resolution | None = None


@dataclass(frozen=True, slots=True)
class RowFault:
    """Why a row was not taken.

    Attributes:
        line: number of the line in the file, from 1.
        column: heading of the column.
        reason: why.
        excerpt: what stands there, short, on one line.
        other_line: the later line that counts instead, 0 where there is none.
        possible: what the value may be, of one that is out of it.
    """

    line: int
    column: str
    reason: Refused
    excerpt: str = ""
    other_line: int = 0
    possible: Possible | None = None

    @property
    def is_blocking(self) -> bool:
        """Whether somebody must act; of two lines of one period the last counts."""
        return self.reason is not Refused.DUPLICATE


@dataclass(frozen=True, slots=True)
class TableReading:
    """What a table says.

    Attributes:
        rows: lines below the headings that say something.
        observations: one a period, in order.
        faults: rows that cannot be taken, by line.
        left_out: lines that hold neither period nor value: titles and notes.
        mark: decimal mark of its texts.
        sheet: the one that was read, "" for a file without sheets.
        hidden: names of the sheets that a spreadsheet does not show.
    """

    rows: int
    observations: tuple[Observation, ...]
    faults: tuple[RowFault, ...] = ()
    left_out: tuple[int, ...] = ()
    mark: str = ""
    sheet: str = ""
    hidden: tuple[str, ...] = ()

    @property
    def gaps(self) -> int:
        """How many rows have a period without a value."""
        return sum(item.value is None for item in self.observations)

    @property
    def blocking(self) -> tuple[RowFault, ...]:
        """Faults that keep a table from being imported as a whole."""
        return tuple(fault for fault in self.faults if fault.is_blocking)

    def may_be_kept(self, *, is_partial: bool) -> bool:
        """Whether a table may be imported: whole, or its good rows where asked."""
        return bool(self.observations) and (is_partial or not self.blocking)


@dataclass(frozen=True, slots=True)
class TableReport:
    """What a table does, or did.

    Attributes:
        file: its name.
        reading: what it says.
        added: values of new periods.
        revised: values that differ from those of before.
        unchanged: values that were known already.
        is_known: this very file was imported last, and would change nothing.
        is_applied: whether anything was written.
    """

    file: str
    reading: TableReading
    added: int = 0
    revised: int = 0
    unchanged: int = 0
    is_known: bool = False
    is_applied: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of a table as they stand.

    Attributes:
        rows: in order, empty lines left out.
        epoch: day zero of its serial numbers.
        sheet: "" for a file without sheets.
        hidden: names of the sheets that a spreadsheet does not show.
        has_sheets: whether lines of a single text may be titles across columns.
    """

    rows: tuple[Row, ...]
    epoch: date = EPOCH
    sheet: str = ""
    hidden: tuple[str, ...] = ()
    has_sheets: bool = False


def column_map(told: Sequence[str]) -> ColumnMap | None:
    """Read "period=Date" and "value=Valeur", in any order; None when nothing is told.

    Raises:
        BadInput: code table_map: something else is told, or only half of it.
    """
    if not told:
        return None
    found = {
        name.strip(): heading.strip()
        for name, _, heading in (each.partition("=") for each in told)
    }
    if set(found) != set(FIELDS) or len(told) != len(FIELDS) or not all(found.values()):
        raise BadInput(TABLE_MAP)
    return ColumnMap(found[PERIOD], found[VALUE])


def positions(headings: Sequence[str], columns: ColumnMap) -> tuple[int, int]:
    """Return where the two columns stand.

    Raises:
        BadInput: codes table_column (values: column, found) when none has this
            heading, and table_twice (the same) when several have.
    """
    return _position(headings, columns.period), _position(headings, columns.value)


def suggestion(headings: Sequence[str]) -> ColumnMap | None:
    """Return which columns the headings seem to mean, None when they do not tell."""
    period = _telling(headings, PERIOD)
    others = [name for name in headings if name and name != period]
    value = _telling(others, VALUE) or (others[0] if len(others) == 1 else "")
    return ColumnMap(period, value) if period and value else None


def is_blank(cell: object) -> bool:
    """Whether nobody wrote anything into a cell."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def folded(heading: str) -> str:
    """Return a heading without what people write in several ways.

    Capitals, accents, spaces and the two writings of µ, ² or ³ do not count.
    """
    plain = unicodedata.normalize("NFKD", heading.casefold())
    kept = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return "".join(kept.casefold().split())


def _position(headings: Sequence[str], wanted: str) -> int:
    found = [i for i, name in enumerate(headings) if folded(name) == folded(wanted)]
    if len(found) == 1:
        return found[0]
    named = tuple(name for name in headings if name)[:MOST_NAMES]
    if found:
        raise BadInput(TABLE_TWICE, column=wanted, found=named)
    raise BadInput(TABLE_COLUMN, column=wanted, found=named)


def _telling(headings: Iterable[str], what: str) -> str:
    names = list(headings)
    for word in _WORDS[what]:
        for name in names:
            if word in folded(name):
                return name
    return ""
