"""Cut a table of texts (CSV) into its cells, as spreadsheets save it in France."""

import csv
import io
from collections.abc import Iterator
from typing import Final

from climact_issy.domain import table_import
from climact_issy.domain.errors import BadInput

TABLE_TEXT: Final = "table_text"

SEPARATORS: Final = (";", "\t", ",")
"""In this order: where a comma separates decimals, lines have it too."""

_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")
_LOOKED_AT: Final = 4_000
"""Characters that tell the separator."""


def grid(body: bytes) -> table_import.Grid:
    """Return the cells of a file, all of them texts.

    Raises:
        BadInput: codes table_text (it is no table; values: line, from which on) and
            table_rows (values: maximum).
    """
    return table_import.Grid(tuple(_lines(_decoded(body))))


def _decoded(body: bytes) -> str:
    """Decode a file: Unicode, or what Windows writes in France."""
    try:
        if body.startswith(_UTF_16):
            return body.decode("utf-16")
        try:
            return body.decode("utf-8-sig")
        except UnicodeDecodeError:
            return body.decode("cp1252")
    except UnicodeDecodeError:
        raise BadInput(TABLE_TEXT) from None


def _lines(text: str) -> Iterator[table_import.Row]:
    """Give the lines that are not empty; a quoted cell may hold several lines.

    Raises:
        BadInput: codes table_text (values: line) and table_rows (values: maximum).
    """
    if "\0" in text:
        raise BadInput(TABLE_TEXT)
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter=_separator(text), strict=True
    )
    line = 1
    try:
        for cells in reader:
            if line > table_import.MOST_ROWS + 1:
                raise BadInput(table_import.TABLE_ROWS, maximum=table_import.MOST_ROWS)
            if any(not table_import.is_blank(cell) for cell in cells):
                yield line, tuple(cells)
            line = reader.line_num + 1
    except csv.Error:
        raise BadInput(TABLE_TEXT, line=line) from None


def _separator(text: str) -> str:
    """Return the first separator that half of the first lines have, else a comma."""
    lines = [line for line in text[:_LOOKED_AT].splitlines() if line.strip()]
    told = ["".join(line.split('"')[::2]) for line in lines]
    for separator in SEPARATORS:
        if 2 * sum(separator in line for line in told) >= max(len(told), 1):
            return separator
    return SEPARATORS[-1]
