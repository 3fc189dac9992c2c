"""Every way in which a table has been seen to be wrong, and what follows."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from climact_issy.connectors import table_file, workbook
from climact_issy.connectors.base import MOST_BYTES, Page, SourceError
from climact_issy.domain import table_import
from climact_issy.domain.civic import PARIS
from climact_issy.domain.errors import BadInput
from climact_issy.domain.observations import Kind, Refused, Resolution
from climact_issy.domain.possible import Possible
from climact_issy.domain.table_import import ColumnMap, TableReading, Wanted
from tests.support import tables
from tests.support.tables import COLUMNS, NOW, SAMPLES, WANTED, csv

SAMPLE_COLUMNS = ColumnMap("Date et heure", "Valeur mesurée (µg/m³)")
SAMPLE = {
    "2026-11-24T07:00Z": 31.5,
    "2026-11-24T08:00Z": 36.0,
    "2026-11-24T09:00Z": 1028.25,
    "2026-11-24T10:00Z": None,
    "2026-11-24T11:00Z": 27.75,
}
"""Read in the files by a person."""


def read(body: bytes, wanted: Wanted = WANTED, name: str = "t.csv") -> TableReading:
    return table_file.read(body, name, wanted, NOW)


def values(found: TableReading) -> dict[str, float | None]:
    return {item.period: item.value for item in found.observations}


def told(found: TableReading) -> list[tuple[int, str, Refused]]:
    return [(fault.line, fault.column, fault.reason) for fault in found.faults]


def refusal(body: bytes, wanted: Wanted = WANTED, name: str = "t.csv") -> BadInput:
    with pytest.raises(BadInput) as caught:
        read(body, wanted, name)
    return caught.value


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "cp1252"])
def test_a_table_is_read_as_either_spreadsheet_saves_it(encoding: str) -> None:
    wanted = replace(WANTED, columns=SAMPLE_COLUMNS)
    body = (SAMPLES / "hours.csv").read_bytes()
    found = read(body.decode("utf-8-sig").encode(encoding), wanted, "hours.csv")

    assert values(found) == SAMPLE
    assert (found.rows, found.gaps, found.mark, found.faults) == (5, 1, ",", ())
    first = found.observations[0]
    assert (first.key, first.unit, first.kind) == (
        WANTED.key,
        "ug/m3",
        Kind.PUBLISHED,
    )


def test_a_workbook_gives_the_same_values() -> None:
    wanted = replace(WANTED, columns=ColumnMap("DATE ET HEURE", "valeur mesuree"))
    found = read((SAMPLES / "workbook.xlsx").read_bytes(), wanted, "workbook.xlsx")

    assert values(found) == SAMPLE
    assert (found.sheet, found.hidden) == ("Mesures", ("Calculs",))
    assert (found.rows, found.left_out, found.faults) == (5, (9,), ())


def test_a_sheet_of_days_is_read_as_days() -> None:
    wanted = replace(WANTED, columns=ColumnMap("Jour", "Valeur"), sheet="Jours")
    found = read((SAMPLES / "workbook.xlsx").read_bytes(), wanted, "workbook.xlsx")

    assert values(found) == {
        "2026-11-22": 30.5,
        "2026-11-23": 28.0,
        "2026-11-24": 33.0,
    }


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_the_separator_is_found(separator: str) -> None:
    head = separator.join(("Date", '"Station; a, b"', "Valeur"))
    row = separator.join(("2026-11-24", '"Issy, ""quai"""', '"1 234,5"'))

    assert values(read(csv(row, head=head))) == {"2026-11-24": 1234.5}


def test_a_title_above_with_other_signs_hides_no_separator() -> None:
    title = "Relevé horaire, station d’Issy, 2026"
    found = read(csv("Date;Valeur", "2026-11-23;1,5", "2026-11-24;2", head=title))

    assert values(found) == {"2026-11-23": 1.5, "2026-11-24": 2.0}


def test_what_a_terminal_would_obey_is_never_told() -> None:
    found = read(csv("2026-11-24;\x1b[2Jn.d."))

    assert found.faults[0].excerpt == "[2Jn.d."


def test_lines_are_those_of_the_file() -> None:
    body = csv("", '2026-11-22;"1"', '"2026-11-23', '";x', "2026-11-24;y")

    # The third line begins a cell of two lines.
    assert [line for line, _, _ in told(read(body))] == [4, 6]


def test_a_line_without_moment_and_number_is_left_out() -> None:
    found = read(csv("2026-11-22;1;x", ";;note", head="Date;Valeur;Remarque"))

    assert (found.rows, found.left_out, found.faults) == (1, (3,), ())


def test_every_bad_row_is_told_with_its_line_its_column_and_its_reason() -> None:
    found = read(
        csv(
            "24/11/2026 08:00;1,5",
            "24/11/2026 09:00;n.d.",
            "32/11/2026 09:00;2",
            ";3",
            "24/11/2026 10:00;NaN",
            "24/11/2026 10:00;inf",
            "24/11/2026 10:00;#N/A",
            "29/03/2026 02:30;4",
            "25/10/2026 02:30;5",
            "26/11/2026 08:00;6",
            "24/11/2026;7",
            "24/11/2026 07:00",
        )
    )

    assert values(found) == {"2026-11-24T07:00Z": 1.5, "2026-11-24T06:00Z": None}
    assert told(found) == [
        (3, "Valeur", Refused.NOT_A_NUMBER),
        (4, "Date", Refused.BAD_PERIOD),
        (5, "Date", Refused.MISSING_FIELD),
        (6, "Valeur", Refused.NOT_FINITE),
        (7, "Valeur", Refused.NOT_FINITE),
        (8, "Valeur", Refused.NOT_A_NUMBER),
        (9, "Date", Refused.MISSING_HOUR),
        (10, "Date", Refused.DOUBLE_HOUR),
        (11, "Date", Refused.FUTURE),
        (12, "Date", Refused.OTHER_LENGTH),
    ]
    assert found.faults[0].excerpt == "n.d."


def test_of_two_lines_of_one_period_the_last_counts_and_the_other_is_a_reject() -> None:
    body = csv("2026-11-24;1", "2026-11-23;2", "24/11/2026;3")
    found = read(body)

    assert values(found) == {"2026-11-23": 2.0, "2026-11-24": 3.0}
    (fault,) = found.faults
    assert (fault.line, fault.reason, fault.other_line) == (2, Refused.DUPLICATE, 4)
    assert found.may_be_kept(is_partial=False)


def test_rows_may_come_in_any_order() -> None:
    found = read(csv("2026-11-24;3", "2026-11-22;1", "2026-11-23;2"))

    assert list(values(found).values()) == [1.0, 2.0, 3.0]


def test_the_hours_of_the_day_on_which_the_clocks_go_back_are_kept_with_a_zone() -> (
    None
):
    start = datetime(2026, 10, 24, 22, 0, tzinfo=UTC)
    rows = [
        f"{(start + i * timedelta(hours=1)).astimezone(PARIS).isoformat()};{i}"
        for i in range(25)
    ]

    assert len(read(csv(*rows)).observations) == 25


def test_a_forecast_may_be_of_a_time_to_come() -> None:
    body = csv("2026-11-27;1")

    assert told(read(body)) == [(2, "Date", Refused.FUTURE)]
    assert not read(body, replace(WANTED, kind=Kind.FORECAST)).faults


@pytest.mark.parametrize("row", ["2026-12-01;1", "2026-12;1", "2026-12-01 00:05;1"])
def test_a_day_has_begun_once_it_is_midnight_in_paris(row: str) -> None:
    midnight = datetime(2026, 11, 30, 23, 5, tzinfo=UTC)
    before = midnight - timedelta(minutes=30)

    assert not table_file.read(csv(row), "t.csv", WANTED, midnight).faults
    assert told(table_file.read(csv(row), "t.csv", WANTED, before)) == [
        (2, "Date", Refused.FUTURE)
    ]


def test_what_no_source_may_say_no_table_may_either() -> None:
    found = read(csv("2026-11-22;-1", "2026-11-23;2000", "2026-11-24;2001"))

    assert values(found) == {"2026-11-23": 2000.0}
    assert told(found) == [
        (2, "Valeur", Refused.OUT_OF_RANGE),
        (4, "Valeur", Refused.OUT_OF_RANGE),
    ]
    assert {fault.possible for fault in found.faults} == {WANTED.possible}


def test_periods_are_as_long_as_those_that_are_known() -> None:
    body = csv("2026-11-22;1", "2026-11-23;2", "2026-10;3")
    by_month = replace(WANTED, length=Resolution.MONTH)

    assert values(read(body)) == {"2026-11-22": 1.0, "2026-11-23": 2.0}
    assert told(read(body)) == [(4, "Date", Refused.OTHER_LENGTH)]
    assert values(read(body, by_month)) == {"2026-10": 3.0}


def test_points_are_read_where_the_column_has_them_and_both_marks_are_refused() -> None:
    assert values(read(csv("2026-11-24;1.5"))) == {"2026-11-24": 1.5}
    both = csv("2026-11-23;1.5", "2026-11-24;1,5")
    assert refusal(both).code == "table_decimal"
    by_point = read(both, replace(WANTED, mark="."))
    assert told(by_point) == [(3, "Valeur", Refused.NOT_A_NUMBER)]


def test_cells_of_a_workbook_that_are_of_another_kind_are_refused() -> None:
    found = read(
        tables.workbook(
            [46_350, 1],
            [date(2026, 11, 24), True],
            [timedelta(hours=3), 2],
            ["", 3],
            ["2026-11-23", "=1+1"],
            ["Source : nous", None],
        ),
        name="t.xlsx",
    )

    assert values(found) == {"2026-11-24": 1.0}
    assert told(found) == [
        (3, "Valeur", Refused.NOT_A_NUMBER),
        (4, "Date", Refused.BAD_PERIOD),
        (5, "Date", Refused.MISSING_FIELD),
        (6, "Valeur", Refused.NO_RESULT),
    ]
    assert found.left_out == (7,)


def test_a_day_among_the_instants_of_a_workbook_is_its_midnight() -> None:
    at = datetime(2026, 11, 24, 1, 0)  # noqa: DTZ001 - as a workbook keeps it
    found = read(tables.workbook([46_350, 1], [at, 2]), name="t.xlsx")

    assert list(values(found)) == ["2026-11-23T23:00Z", "2026-11-24T00:00Z"]


@pytest.mark.parametrize(
    ("body", "name", "code"),
    [
        (b"", "t.csv", "table_empty"),
        (b"\xef\xbb\xbf\r\n\r\n", "t.csv", "table_empty"),
        (b"Date\n2026\n", "t.csv", "table_empty"),
        (csv('"2026-11-24;1'), "t.csv", "table_text"),
        (b"Date;Valeur\n\0;1\n", "t.csv", "table_text"),
        (b"\x81\x8d;\x8f", "t.csv", "table_text"),
        (b"\xff\xfeD", "t.csv", "table_text"),
        (b"x" * (MOST_BYTES + 1), "t.csv", "table_large"),
        (csv("2026-11-24;1"), "t.xlsx", "table_book"),
        (workbook.OLE, "t.xls", "table_book"),
        (csv("2026-11-24;1", head="Jour;Valeur"), "t.csv", "table_column"),
        (csv("2026-11-24;1", head="Date;Valeur;valeur"), "t.csv", "table_twice"),
    ],
)
def test_a_file_that_cannot_be_read_as_a_whole_is_refused(
    body: bytes, name: str, code: str
) -> None:
    assert refusal(body, name=name).code == code


def test_a_quotation_mark_that_is_not_closed_is_told_with_its_line() -> None:
    body = csv("2026-11-23;1", '"2026-11-24;1', "2026-11-25;2")

    assert refusal(body).values == {"line": 3}


def test_a_csv_has_no_sheet() -> None:
    wanted = replace(WANTED, sheet="Mesures")

    assert refusal(csv("2026-11-24;1"), wanted).code == "table_sheet"


def test_too_many_lines_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table_import, "MOST_ROWS", 2)

    assert len(read(csv("2026-11-23;1", "2026-11-24;1")).observations) == 2
    assert refusal(csv(*["2026-11-24;1"] * 3)).code == "table_rows"


def test_without_a_map_one_is_suggested() -> None:
    wanted = replace(WANTED, columns=None)

    assert refusal(csv("2026-11-24;1"), wanted).values["guess"] == ("Date", "Valeur")
    silent = refusal(csv("2026-11-24;1", head="A;B"), wanted)
    assert silent.values == {"found": ("A", "B"), "guess": ()}


def test_unicode_text_of_a_spreadsheet_is_read() -> None:
    body = "Date\tValeur\r\n24/11/2026\t1,5\r\n".encode("utf-16")

    assert values(read(body)) == {"2026-11-24": 1.5}


def test_the_source_of_one_file_gives_it_untouched_with_its_rejects() -> None:
    body = csv("2026-11-24;1", "2026-11-23;x")
    source = table_file.brought(body, "no2.csv", WANTED, timedelta(hours=1))
    (page,) = source.fetch(table_file.AtHand(NOW), NOW)

    assert (page.origin, page.media_type, page.body) == ("no2.csv", "text/csv", body)
    assert (page.retrieved_at, len(page.etag)) == (NOW, 64)
    batch = source.parse(page)
    assert [item.value for item in batch.observations] == [1.0]
    (lost,) = batch.rejects
    assert lost.excerpt == "3, Valeur: x"
    assert (source.indicators, source.step) == (
        ("dioxyde-azote",),
        timedelta(hours=1),
    )
    with pytest.raises(SourceError, match="table_empty"):
        source.parse(replace(page, body=b""))


def test_nobody_is_asked_and_nothing_is_read_without_its_columns() -> None:
    way = table_file.AtHand(NOW)

    assert list(table_file.SOURCE.fetch(way, NOW)) == []
    assert way.get("") is None
    with pytest.raises(SourceError):
        table_file.SOURCE.parse(Page("x.csv", "text/csv", b"", NOW))


@given(
    st.dictionaries(
        st.dates(date(2000, 1, 1), date(2026, 11, 24)),
        st.none() | st.decimals(-1e9, 1e9, places=3),
        min_size=1,
        max_size=20,
    ),
    st.sampled_from(["utf-8", "utf-8-sig", "cp1252"]),
    st.sampled_from([";", "\t"]),
)
def test_a_table_that_was_written_is_read_back(
    rows: dict[date, object], encoding: str, separator: str
) -> None:
    lines = (
        ["Date", "Été"],
        *(
            [f"{day:%d/%m/%Y}", "" if value is None else str(value).replace(".", ",")]
            for day, value in rows.items()
        ),
    )
    body = "\r\n".join(separator.join(line) for line in lines).encode(encoding)
    wanted = replace(
        WANTED, columns=ColumnMap("date", "ete"), possible=Possible(-1e9, 1e9)
    )
    found = read(body, wanted)

    assert values(found) == {
        day.isoformat(): None if value is None else float(str(value))
        for day, value in sorted(rows.items())
    }
    assert not found.faults


@given(st.binary(max_size=300))
def test_no_bytes_break_the_reading(body: bytes) -> None:
    for start in (b"", b"Date;Valeur\n", workbook.ZIP, workbook.OLE):
        try:
            read(start + body)
        except BadInput:
            continue


def test_the_columns_of_the_tests_are_those_of_their_tables() -> None:
    assert csv().decode() == f"{COLUMNS.period};{COLUMNS.value}"
