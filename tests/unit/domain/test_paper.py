import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from climact_issy.domain.errors import BadInput
from climact_issy.domain.paper import MAX_ROWS, PaperRow, RowFault, parse, read_day

ROW = PaperRow(2, "lina@example.org", "atelier", "2026-11-25")


@pytest.mark.parametrize(
    "content",
    [
        "email;event;day\nlina@example.org;atelier;2026-11-25\n",
        "email,event,day\nlina@example.org,atelier,2026-11-25\n",
        "\ufeffemail;event;day\r\nlina@example.org;atelier;2026-11-25\r\n",
        "Event ; DAY;Email;note\natelier;2026-11-25; lina@example.org ;à rappeler\n",
        'email;event;day\n"lina@example.org";"atelier";"2026-11-25"\n;;\n\n',
    ],
)
def test_what_spreadsheets_write_is_understood(content: str) -> None:
    assert parse(content.encode()) == [ROW]


def test_lines_keep_their_number_and_short_ones_are_kept() -> None:
    found = parse(b"email;event;day\n\na@example.org;x\n\nb@example.org;y;z\n")
    assert [(row.line, row.event, row.day) for row in found] == [
        (3, "x", ""),
        (5, "y", "z"),
    ]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "paper_columns"),
        (b"email;day\n", "paper_columns"),
        ("email;event;day\nLéa".encode("latin-1"), "paper_file"),
        (b'email;event;day\n"a;b', "paper_file"),
        (b"email;event;day\n" + b"a;b;c\n" * (MAX_ROWS + 1), "paper_rows"),
    ],
)
def test_a_file_that_is_no_list_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(BadInput) as refusal:
        parse(content)
    assert refusal.value.code == code


@given(st.binary(max_size=200))
def test_no_file_makes_it_fail(content: bytes) -> None:
    with contextlib.suppress(BadInput):
        assert all(row.line > 1 for row in parse(b"email;event;day\n" + content))


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-11-25", date(2026, 11, 25)),
        ("25/11/2026", date(2026, 11, 25)),
        ("11/25/2026", None),
        ("hier", None),
        ("", None),
    ],
)
def test_a_day_is_read_in_two_forms(typed: str, day: date | None) -> None:
    assert read_day(typed) == day


def test_only_a_person_counted_before_keeps_nothing_back() -> None:
    assert RowFault(2, "email_unknown").is_blocking
    assert not RowFault(2, "already_counted").is_blocking
