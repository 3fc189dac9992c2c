"""The canonical bytes of a row, and a chain in which no byte can change unseen."""

import hashlib
import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from climact_issy.domain import seals

AT = datetime(2026, 11, 25, 11, 0, 0, 7, tzinfo=UTC)
ROW = (
    1,
    2,
    "ab" * 16,
    "gesture",
    "velo",
    None,
    "declared",
    10,
    5000,
    1000,
    1,
    "v1",
    "la-ferme",
    None,
    date(2026, 11, 25),
    AT,
    "tap",
    "clé",
)
TEXTS = st.text(max_size=12)
NUMBERS = st.integers(-(2**31), 2**31 - 1)
ROWS = st.tuples(
    NUMBERS,
    NUMBERS,
    TEXTS,
    TEXTS,
    TEXTS,
    st.none() | NUMBERS,
    TEXTS,
    NUMBERS,
    NUMBERS,
    st.none() | NUMBERS,
    NUMBERS,
    TEXTS,
    TEXTS,
    st.none() | TEXTS,
    st.dates(),
    st.datetimes(timezones=st.just(UTC), min_value=datetime(1900, 1, 1)),  # noqa: DTZ001 - hypothesis adds the zone
    TEXTS,
    TEXTS,
)


def test_the_bytes_of_a_row_are_those_that_are_published() -> None:
    assert (
        seals.canonical(ROW)
        == (
            '[1,2,"abababababababababababababababab","gesture","velo",null,"declared",10,'
            '5000,1000,1,"v1","la-ferme",null,"2026-11-25",'
            '"2026-11-25T11:00:00.000007Z","tap","clé"]\n'
        ).encode()
    )


def test_an_instant_is_the_same_in_any_zone() -> None:
    paris = AT.astimezone(timezone(timedelta(hours=1)))

    assert seals.instant(paris) == seals.instant(AT)


def test_the_hash_is_the_one_that_anybody_computes_from_the_description() -> None:
    found = seals.seal(seals.GENESIS, [ROW], sealed_at=AT)

    told = f"climact-ledger 1\n{'0' * 64}\n".encode() + seals.canonical(ROW)
    told += b"1 2026-11-25T11:00:00.000007Z\n"
    assert found is not None
    assert found.hash == hashlib.sha256(told).hexdigest()
    assert (found.first_id, found.last_id, found.row_count) == (1, 1, 1)


@given(ROWS, ROWS)
def test_two_rows_have_the_same_bytes_only_if_they_are_the_same(
    one: tuple[object, ...], other: tuple[object, ...]
) -> None:
    assert (seals.canonical(one) == seals.canonical(other)) is (one == other)


@given(ROWS)
def test_a_row_reads_back_as_json_of_one_line(row: tuple[object, ...]) -> None:
    text = seals.canonical(row).decode()

    assert text.count("\n") == 1
    assert len(json.loads(text)) == len(seals.COLUMNS)


@given(st.lists(ROWS, min_size=1, max_size=4), st.data())
def test_any_other_row_order_or_instant_makes_another_hash(
    rows: list[tuple[object, ...]], data: st.DataObject
) -> None:
    made = seals.seal(seals.GENESIS, rows, sealed_at=AT)
    assert made is not None
    at = data.draw(st.integers(0, len(rows) - 1))
    changed = [*rows[:at], data.draw(ROWS), *rows[at + 1 :]]

    again = seals.seal(seals.GENESIS, changed, sealed_at=AT)
    later = seals.seal(seals.GENESIS, rows, sealed_at=AT + timedelta(microseconds=1))
    elsewhere = seals.seal("1" * 64, rows, sealed_at=AT)
    shorter = seals.seal(seals.GENESIS, rows[:-1], sealed_at=AT)

    assert seals.is_same(made, again) is (changed == rows)
    assert not seals.is_same(made, later)
    assert not seals.is_same(made, elsewhere)
    assert not seals.is_same(made, shorter)
    assert seals.is_same(replace(made, seal_id=7), made)


def test_nothing_makes_no_seal() -> None:
    assert seals.seal(seals.GENESIS, [], sealed_at=AT) is None


def test_an_unknown_format_and_an_odd_value_are_refused() -> None:
    with pytest.raises(ValueError, match="format"):
        seals.seal(seals.GENESIS, [ROW], sealed_at=AT, version=2)
    with pytest.raises(TypeError):
        seals.canonical((b"\x00", *ROW[1:]))
    with pytest.raises(ValueError, match="values"):
        seals.canonical(ROW[:-1])


def test_every_day_that_is_over_gets_its_root_once() -> None:
    first, today = date(2026, 11, 25), date(2026, 11, 28)

    assert seals.days_to_root(first, None, first) == []
    assert seals.days_to_root(first, None, today) == [
        date(2026, 11, 25),
        date(2026, 11, 26),
        date(2026, 11, 27),
    ]
    assert seals.days_to_root(first, date(2026, 11, 26), today) == [date(2026, 11, 27)]
