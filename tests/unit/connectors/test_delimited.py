"""A table of texts is cut into its cells, whatever spreadsheet saved it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from climact_issy.connectors import delimited
from climact_issy.domain import table_import
from climact_issy.domain.errors import BadInput


def refusal(body: bytes) -> BadInput:
    with pytest.raises(BadInput) as caught:
        delimited.grid(body)
    return caught.value


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_what_french_spreadsheets_write_is_decoded(encoding: str) -> None:
    found = delimited.grid("Été;µg\r\n1;2".encode(encoding))

    assert found.rows == ((1, ("Été", "µg")), (2, ("1", "2")))


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("a;b", ("a", "b")),
        ("a\t1,5", ("a", "1,5")),
        ("a,b", ("a", "b")),
        ("1,5;2,5", ("1,5", "2,5")),
        ('"a;b",c', ("a;b", "c")),
        ('"say ""x""";b', ('say "x"', "b")),
    ],
)
def test_the_separator_is_the_one_that_most_lines_have(
    text: str, cells: tuple[str, ...]
) -> None:
    assert delimited.grid(text.encode()).rows == ((1, cells),)


def test_empty_lines_are_left_out_and_the_others_keep_their_number() -> None:
    found = delimited.grid(b'a;b\n\n;\n"c\n";d\ne;f\n')

    assert [line for line, _ in found.rows] == [1, 4, 6]


@pytest.mark.parametrize("body", [b"a;\0", b"\x81\x8d", b"\xff\xfed"])
def test_what_is_no_text_is_refused(body: bytes) -> None:
    assert refusal(body).code == "table_text"


def test_a_quotation_that_never_ends_is_told_with_its_line() -> None:
    found = refusal(b'a;b\n"c;d\ne;f')

    assert (found.code, found.values) == ("table_text", {"line": 2})


def test_lines_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table_import, "MOST_ROWS", 2)

    assert len(delimited.grid(b"a;b\n" * 3).rows) == 3
    assert refusal(b"a;b\n" * 4).code == "table_rows"


@given(st.binary(max_size=200))
def test_no_bytes_break_it(body: bytes) -> None:
    try:
        delimited.grid(body)
    except BadInput:
        return
