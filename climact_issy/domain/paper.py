"""Paper lists of an event, as somebody typed them into a spreadsheet.

A file has the columns email, event and day, in any order, separated by ; or ,
and encoded in UTF-8; a spreadsheet's byte order mark does no harm.
"""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Literal

from climact_issy.domain.errors import BadInput

COLUMNS: Final = ("email", "event", "day")
MAX_ROWS: Final = 2_000
PAPER_FILE: Final = "paper_file"
PAPER_COLUMNS: Final = "paper_columns"
PAPER_ROWS: Final = "paper_rows"

_DAYS: Final = ("%Y-%m-%d", "%d/%m/%Y")

Fault = Literal[
    "email_invalid",
    "email_unknown",
    "event_unknown",
    "event_closed",
    "day_unreadable",
    "day_outside",
    "day_future",
    "day_season",
    "duplicate",
    "not_yours",
    "already_counted",
]


@dataclass(frozen=True, slots=True)
class PaperRow:
    """One line of a list.

    Attributes:
        line: number of the line in the file, from 1, the header included.
        email: as typed.
        event: slug, as typed.
        day: as typed.
    """

    line: int
    email: str
    event: str
    day: str


@dataclass(frozen=True, slots=True)
class RowFault:
    """Why a line does not count; it names no person.

    Attributes:
        line: number of the line in the file.
        fault: the cause, the key of its sentence.
        event: slug, as typed.
        day: the day in question, None where it is not about one.
        first_line: the earlier line that says the same, 0 where there is none.
    """

    line: int
    fault: Fault
    event: str = ""
    day: date | None = None
    first_line: int = 0

    @property
    def is_blocking(self) -> bool:
        """Whether somebody must act: a person counted before needs nothing more."""
        return self.fault != "already_counted"


@dataclass(frozen=True, slots=True)
class PaperReport:
    """What a list does, or did.

    Attributes:
        rows: lines of the file that are not empty.
        counted: lines that count, or counted once applied.
        points: points they brought; 0 in a dry run.
        faults: the others, by line.
        is_applied: whether anything was written.
    """

    rows: int
    counted: int
    points: int
    faults: tuple[RowFault, ...]
    is_applied: bool

    @property
    def blocking(self) -> tuple[RowFault, ...]:
        """Faults that keep the list from being applied as a whole."""
        return tuple(fault for fault in self.faults if fault.is_blocking)


def parse(content: bytes) -> list[PaperRow]:
    """Return the lines of a file that are not empty.

    Raises:
        BadInput: codes paper_file (not UTF-8 or not a table), paper_columns
            (values: columns) and paper_rows (values: maximum).
    """
    try:
        text = content.decode("utf-8-sig")
        table = list(_lines(text))
    except (UnicodeDecodeError, csv.Error):
        raise BadInput(PAPER_FILE) from None
    header = [name.strip().lower() for name in table[0][1]] if table else []
    if not set(COLUMNS) <= set(header):
        raise BadInput(PAPER_COLUMNS, columns=COLUMNS)
    if len(table) - 1 > MAX_ROWS:
        raise BadInput(PAPER_ROWS, maximum=MAX_ROWS)
    at = [header.index(name) for name in COLUMNS]
    return [
        PaperRow(line, *(cells[i].strip() if i < len(cells) else "" for i in at))
        for line, cells in table[1:]
    ]


def read_day(typed: str) -> date | None:
    """Return a day written 2026-11-25 or 25/11/2026, None for anything else."""
    for pattern in _DAYS:
        try:
            return datetime.strptime(typed, pattern).date()  # noqa: DTZ007 - a civic day has no time zone
        except ValueError:
            continue
    return None


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    first = text.partition("\n")[0]
    separator = ";" if first.count(";") >= first.count(",") else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    for cells in reader:
        if any(cell.strip() for cell in cells):
            yield reader.line_num, cells
