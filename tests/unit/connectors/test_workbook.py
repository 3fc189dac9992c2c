"""A workbook is opened without trust, and its cells are read as they are kept."""

import sys
from datetime import date, datetime

import openpyxl
import pytest

from climact_issy.connectors import workbook
from climact_issy.domain import table_import
from climact_issy.domain.errors import BadInput
from climact_issy.domain.typed_values import EPOCH, NO_RESULT
from tests.support import tables
from tests.support.tables import SAMPLES, SHEET, repacked

AT = datetime(2026, 11, 24, 8, 0)  # noqa: DTZ001 - as a workbook keeps it
MIDNIGHT = datetime(2026, 11, 24)  # noqa: DTZ001 - as a workbook keeps it
BOOK = tables.workbook(["24/11/2026", 1])


def refusal(body: bytes, sheet: str = "") -> str:
    with pytest.raises(BadInput) as caught:
        workbook.grid(body, sheet)
    return caught.value.code


def test_the_first_sheet_that_is_shown_is_read_and_the_hidden_ones_are_said() -> None:
    found = workbook.grid((SAMPLES / "workbook.xlsx").read_bytes())

    assert (found.sheet, found.hidden, found.epoch) == ("Mesures", ("Calculs",), EPOCH)
    assert found.rows[0] == (1, ("Mesures inventées pour les tests",))
    assert found.rows[1] == (3, ("Date et heure", "Station", "Valeur mesurée"))
    assert found.rows[2] == (4, (AT, "Issy, quai", 31.5))
    # The gap, and the line of a single text.
    assert found.rows[5][1][:2] == (AT.replace(hour=11), "Issy, quai")
    assert found.rows[-1] == (9, ("Fin du relevé",))


def test_a_sheet_is_named_whatever_its_capitals() -> None:
    body = (SAMPLES / "workbook.xlsx").read_bytes()

    assert workbook.grid(body, "jours").rows[1] == (2, (date(2026, 11, 22), 30.5))
    assert workbook.grid(body, "Calculs").rows == ((1, ("rien",)),)
    assert refusal(body, "Annexe") == "table_sheet"


def test_a_workbook_whose_first_sheet_is_hidden_opens_at_the_next() -> None:
    def hide(book: openpyxl.Workbook) -> None:
        book.worksheets[0].sheet_state = "hidden"
        book.create_sheet("Vu").append(["Date", "Valeur"])

    found = workbook.grid(tables.workbook(change=hide))

    assert (found.sheet, found.hidden) == ("Vu", ("Sheet",))


def test_midnight_is_a_day_unless_its_format_shows_hours() -> None:
    def show_hours(book: openpyxl.Workbook) -> None:
        book.worksheets[0]["A2"].number_format = "dd/mm/yyyy"
        book.worksheets[0]["A3"].number_format = "dd/mm/yyyy hh:mm"

    body = tables.workbook([MIDNIGHT, 1], [MIDNIGHT, 2], change=show_hours)

    assert workbook.grid(body).rows[1:] == (
        (2, (date(2026, 11, 24), 1)),
        (3, (MIDNIGHT, 2)),
    )


def test_serial_numbers_of_a_book_of_1904_have_its_day_zero() -> None:
    def change(book: openpyxl.Workbook) -> None:
        book.epoch = datetime(1904, 1, 1)  # noqa: DTZ001 - as openpyxl wants it

    assert workbook.grid(tables.workbook([1, 2], change=change)).epoch == date(
        1904, 1, 1
    )


def test_a_formula_gives_its_stored_value_and_one_without_is_no_gap() -> None:
    body = tables.workbook(
        ["24/11/2026 08:00", "=1+1"],
        ["24/11/2026 09:00", "=2+2"],
        ["24/11/2026 10:00", None],
        ["=NOW()", "=3+3"],
    )

    def computed(told: bytes) -> bytes:
        assert b"<f>1+1</f><v></v>" in told or b"<f>1+1</f><v />" in told
        return told.replace(b"<f>1+1</f><v></v>", b"<f>1+1</f><v>2</v>").replace(
            b"<f>1+1</f><v />", b"<f>1+1</f><v>2</v>"
        )

    found = workbook.grid(repacked(body, SHEET, computed))

    assert found.rows[1:] == (
        (2, ("24/11/2026 08:00", 2)),
        (3, ("24/11/2026 09:00", NO_RESULT)),
        (4, ("24/11/2026 10:00",)),
        (5, (NO_RESULT, NO_RESULT)),
    )


def test_a_single_formula_without_value_is_found() -> None:
    body = tables.workbook(["24/11/2026 08:00", "=1+1"])

    assert workbook.grid(body).rows[1] == (2, ("24/11/2026 08:00", NO_RESULT))


def test_sizes_are_looked_at_before_anything_is_unpacked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    body = tables.bomb(workbook.MOST_UNPACKED + 1)
    assert len(body) < 1_000_000
    monkeypatch.setattr(workbook, "_read", pytest.fail)

    assert refusal(body) == "table_bomb"


def test_a_workbook_that_lies_about_its_sizes_is_broken() -> None:
    body = tables.bomb(1_000_000)
    at = body.rfind(b"PK\x01\x02", 0, body.rfind(SHEET.encode()))
    lying = body[: at + 24] + (9).to_bytes(4, "little") + body[at + 28 :]

    assert refusal(lying) == "table_book"


@pytest.mark.parametrize(
    "change",
    [
        lambda told: b"<!DOCTYPE x [<!ENTITY a 'b'>]>" + told,
        lambda told: told[: len(told) // 2],
        lambda _: b"",
    ],
    ids=["entities", "cut", "empty"],
)
def test_xml_that_is_broken_or_bold_is_refused(change: object) -> None:
    body = tables.workbook(["24/11/2026", 1])
    assert refusal(repacked(body, SHEET, change)) == "table_book"  # pyright: ignore[reportArgumentType] - one of the three above


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"PK\x03\x04 and nothing more", "table_book"),
        (BOOK[:-40], "table_book"),
        (BOOK[:900], "table_book"),
        (workbook.OLE + b"\0" * 600, "table_book"),
        (
            workbook.OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
            "table_locked",
        ),
        (repacked(BOOK, SHEET, lambda told: told, flags=1), "table_locked"),
        (repacked(BOOK, "[Content_Types].xml", lambda _: b"<a/>"), "table_book"),
    ],
    ids=["no zip", "cut", "cut early", "old", "password", "locked zip", "no workbook"],
)
def test_what_is_no_open_workbook_is_refused(body: bytes, code: str) -> None:
    assert workbook.is_workbook(body)
    assert refusal(body) == code


def test_a_sheet_that_claims_a_line_far_away_is_refused() -> None:
    far = repacked(
        tables.workbook(["24/11/2026", 1]),
        SHEET,
        lambda told: (
            told.replace(b'r="2"', b'r="99999999"')
            .replace(b"A2", b"A99999999")
            .replace(b"B2", b"B99999999")
        ),
    )

    assert refusal(far) == "table_rows"


def test_too_many_lines_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table_import, "MOST_ROWS", 3)

    assert len(workbook.grid(tables.workbook([1, 1], [2, 2])).rows) == 3
    assert refusal(tables.workbook([1, 1], [2, 2], [3, 3])) == "table_rows"


def test_a_claim_of_the_sheet_about_its_size_is_not_believed() -> None:
    body = repacked(
        tables.workbook(["24/11/2026", 1]),
        SHEET,
        lambda told: told.replace(b'<dimension ref="A1:B2"', b'<dimension ref="A1"'),
    )

    assert workbook.grid(body).rows[1] == (2, ("24/11/2026", 1))


def test_openpyxl_is_there_with_what_makes_it_safe() -> None:
    assert openpyxl.DEFUSEDXML
    assert "openpyxl" in sys.modules
