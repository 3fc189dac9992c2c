"""Tables as staff brings them, and workbooks that are broken on purpose."""

import io
import struct
import zipfile
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

import openpyxl

from climact_issy.domain.observations import SeriesKey
from climact_issy.domain.possible import Possible
from climact_issy.domain.table_import import ColumnMap, Wanted
from tests.support.source_cases import PAYLOADS

SAMPLES = PAYLOADS / "table-file"
KEY = SeriesKey("dioxyde-azote", "main", "issy-les-moulineaux")
COLUMNS = ColumnMap("Date", "Valeur")
WANTED = Wanted(KEY, "ug/m3", Possible(0, 2000), columns=COLUMNS)
NOW = datetime(2026, 11, 25, 11, 0, tzinfo=UTC)
SHEET = "xl/worksheets/sheet1.xml"


def csv(*rows: str, head: str = "Date;Valeur") -> bytes:
    """Return a table in UTF-8."""
    return "\n".join((head, *rows)).encode()


def workbook(
    *rows: Sequence[object],
    head: Sequence[object] = ("Date", "Valeur"),
    change: Callable[[openpyxl.Workbook], object] = lambda _: None,
) -> bytes:
    """Return a workbook of one sheet; `change` may do more to it."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (head, *rows):
        sheet.append(list(row))
    change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def repacked(
    body: bytes, part: str, change: Callable[[bytes], bytes], flags: int = 0
) -> bytes:
    """Return a workbook with one part changed, and every part with some flags."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(body)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            told = old.read(name)
            new.writestr(name, change(told) if name == part else told)
    packed = out.getvalue()
    if flags:
        packed = _flagged(packed, flags)
    return packed


def _flagged(body: bytes, flags: int) -> bytes:
    """Set the general flags of every entry of the directory."""
    changed, at = bytearray(body), 0
    while (at := body.find(b"PK\x01\x02", at)) >= 0:
        struct.pack_into("<H", changed, at + 8, flags)
        at += 4
    return bytes(changed)


def bomb(size: int) -> bytes:
    """Return a small workbook that unpacks to so many bytes."""
    return repacked(workbook(), SHEET, lambda told: told + b" " * size)
