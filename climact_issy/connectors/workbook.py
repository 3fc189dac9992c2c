"""Open a workbook (.xlsx) that somebody brings, without trusting it.

Its sizes are looked at before it is opened. openpyxl is loaded only when a workbook is
read: it loads numpy, which the web process must not.
"""

import io
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, Final

from climact_issy.domain import table_import
from climact_issy.domain.errors import BadInput
from climact_issy.domain.table_import import TABLE_ROWS, Grid, Row
from climact_issy.domain.typed_values import NO_RESULT

TABLE_BOOK: Final = "table_book"
TABLE_BOMB: Final = "table_bomb"
TABLE_LOCKED: Final = "table_locked"
TABLE_SHEET: Final = "table_sheet"

ZIP: Final = b"PK\x03\x04"
OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How an old workbook begins, and one that a password protects."""

MOST_UNPACKED: Final = 100_000_000
MOST_PARTS: Final = 2_000
MOST_COLUMNS: Final = 60

_LAST_LINE: Final = 1_048_576
"""Of any spreadsheet: a line beyond it is made up."""
_ENCRYPTED: Final = 0x1
_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")


def is_workbook(body: bytes) -> bool:
    """Whether a file begins as workbooks do, old and protected ones too."""
    return body.startswith((ZIP, OLE))


def grid(body: bytes, sheet: str = "") -> Grid:
    """Read one sheet; formulas give the values that the spreadsheet stored.

    Args:
        body: the file.
        sheet: its name, "" for the first one that is shown.

    Raises:
        BadInput: codes table_locked (a password), table_book (it is broken, of the old
            format, or no workbook), table_bomb (values: maximum, bytes unpacked),
            table_sheet (values: sheet, found) and table_rows (values: maximum).
    """
    _look_at_sizes(body)
    try:
        with warnings.catch_warnings():
            # What openpyxl leaves out (pictures, styles of its own) is none of ours.
            warnings.simplefilter("ignore")
            return _read(body, sheet)
    except BadInput:
        raise
    except Exception:  # noqa: BLE001 - a broken workbook breaks its reader in any way
        raise BadInput(TABLE_BOOK) from None


def _look_at_sizes(body: bytes) -> None:
    if body.startswith(OLE):
        code = TABLE_LOCKED if _LOCKED in body else TABLE_BOOK
        raise BadInput(code)
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError):
        raise BadInput(TABLE_BOOK) from None
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise BadInput(TABLE_LOCKED)
    # Nothing more than these sizes is ever unpacked: zipfile stops there.
    if sum(part.file_size for part in parts) > MOST_UNPACKED or len(parts) > MOST_PARTS:
        raise BadInput(TABLE_BOMB, maximum=MOST_UNPACKED)


def _read(body: bytes, wanted: str) -> Grid:
    book = _open(body, is_computed=True)
    try:
        sheet = _sheet(book, wanted)
        rows = dict(_rows(sheet))
        epoch: date = book.epoch.date()
        hidden = tuple(
            each.title for each in book.worksheets if each.sheet_state != "visible"
        )
    finally:
        book.close()
    widest = max(map(len, rows.values()), default=0)
    if any(len(cells) < widest or None in cells for cells in rows.values()):
        # An empty cell may be a formula that was never computed, which is no gap.
        for line, column in _formulas(body, sheet.title):
            rows[line] = _marked(rows.get(line, ()), column)
    kept = tuple((line, rows[line]) for line in sorted(rows) if rows[line])
    return Grid(kept, epoch, sheet.title, hidden, has_sheets=True)


def _open(body: bytes, *, is_computed: bool) -> Any:  # noqa: ANN401 - openpyxl has no types
    import openpyxl  # noqa: PLC0415 - see the module

    return openpyxl.load_workbook(
        io.BytesIO(body), read_only=True, data_only=is_computed, keep_links=False
    )


def _sheet(book: Any, wanted: str) -> Any:  # noqa: ANN401 - openpyxl has no types
    sheets = book.worksheets
    if wanted:
        named = [each for each in sheets if each.title.casefold() == wanted.casefold()]
    else:
        named = [each for each in sheets if each.sheet_state == "visible"]
    if not named:
        names = tuple(each.title for each in sheets)
        raise BadInput(TABLE_SHEET, sheet=wanted, found=names)
    return named[0]


def _lines(sheet: Any) -> Iterator[tuple[int, Any]]:  # noqa: ANN401 - openpyxl has no types
    """Give every line that is there; the size that the sheet tells is not believed."""
    sheet.reset_dimensions()
    blank: object = None
    for line, cells in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS), start=1):
        if line > _LAST_LINE:
            raise BadInput(TABLE_ROWS, maximum=table_import.MOST_ROWS)
        if cells is blank:
            # Lines that the file leaves out, a million at most, are one and the same.
            continue
        if all(cell.value is None for cell in cells):
            blank = cells
        yield line, cells


def _rows(sheet: Any) -> Iterator[Row]:  # noqa: ANN401 - openpyxl has no types
    for line, cells in _lines(sheet):
        values = [_value(cell) for cell in cells]
        while values and values[-1] is None:
            values.pop()
        if values and line > table_import.MOST_ROWS:
            raise BadInput(TABLE_ROWS, maximum=table_import.MOST_ROWS)
        if line <= table_import.MOST_ROWS:
            yield line, tuple(values)


def _value(cell: Any) -> object:  # noqa: ANN401 - openpyxl has no types
    value = cell.value
    if isinstance(value, str):
        return value if value.strip() else None
    if not isinstance(value, datetime):
        return value
    # A day is kept as its midnight: only its format tells it from an instant.
    has_clock = (value.hour, value.minute) != (0, 0) or "h" in cell.number_format
    return value if has_clock else value.date()


def _formulas(body: bytes, title: str) -> Iterator[tuple[int, int]]:
    """Give line and column of every formula."""
    book = _open(body, is_computed=False)
    try:
        for line, cells in _lines(book[title]):
            for column, cell in enumerate(cells):
                if cell.data_type == "f":
                    yield line, column
    finally:
        book.close()


def _marked(cells: tuple[object, ...], column: int) -> tuple[object, ...]:
    """Return a row whose formula in a column is marked when it has no value."""
    if column < len(cells) and cells[column] is not None:
        return cells
    wide = [*cells, *[None] * (column + 1 - len(cells))]
    wide[column] = NO_RESULT
    return tuple(wide)
