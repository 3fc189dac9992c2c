"""Rows of the relational model, read with the clock held still."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from climact_issy.connectors import climaborough
from climact_issy.connectors.base import Page, Reason, SourceError
from climact_issy.domain.observations import Batch, Refused
from tests.support.source_cases import PAYLOADS

READ_AT = datetime(2026, 5, 4, 8, 12, tzinfo=UTC)
KPI = {"id_kpi": "nitrogen-dioxide", "unit_text": "ug/m3", "is_active": True}
GOOD = {
    "id_kpi": "nitrogen-dioxide",
    "value": 35,
    "timestamp": "2026-05-04T10:00:00+02:00",
}


def parsed(*rows: dict[str, Any], kpi: dict[str, Any] = KPI) -> Batch:
    return read(json.dumps({"KPI": [kpi], "KPIValue": rows}).encode())


def read(body: bytes) -> Batch:
    return climaborough.parse(Page("x", "application/json", body, READ_AT))


def values(batch: Batch) -> list[tuple[str, float | None]]:
    return [(found.period, found.value) for found in batch.observations]


def test_the_example_rows_are_read_as_written() -> None:
    batch = read((PAYLOADS / "climaborough" / "rows.json").read_bytes())

    assert values(batch) == [("2026-05-04T07:00Z", 24.0), ("2026-05-04T08:00Z", 35.0)]
    assert batch.observations[0].key.indicator == "dioxyde-azote"
    assert not batch.rejects


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"value": "high"}, Refused.NOT_A_NUMBER),
        ({"value": float("inf")}, Refused.NOT_FINITE),
        ({"value": 2001}, Refused.OUT_OF_RANGE),
        ({"timestamp": "2026-05-04T10:00:00"}, Refused.NO_TIME_ZONE),
        ({"id_kpi": "trees"}, Refused.UNKNOWN_SERIES),
        # What we export ourselves never comes back as somebody else's value.
        ({"id_kpi": "climact-issy.dioxyde-azote.main"}, Refused.UNKNOWN_SERIES),
    ],
)
def test_what_cannot_be_a_value_is_refused_alone(
    change: dict[str, object], reason: Refused
) -> None:
    batch = parsed(GOOD, GOOD | {"timestamp": "2026-05-04T07:00:00Z"} | change)

    assert values(batch) == [("2026-05-04T08:00Z", 35.0)]
    assert [lost.reason for lost in batch.rejects] == [reason]


def test_another_unit_is_never_converted_by_guessing() -> None:
    batch = parsed(GOOD, kpi=KPI | {"unit_text": "ppb"})

    assert [lost.reason for lost in batch.rejects] == [Refused.OTHER_UNIT]


def test_an_indicator_that_is_off_is_left_out() -> None:
    assert parsed(GOOD, kpi=KPI | {"is_active": False}) == Batch()


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b'{"KPI": [', Reason.NOT_JSON),
        (b"[]", Reason.UNKNOWN_SHAPE),
        (b'{"KPI": []}', Reason.UNKNOWN_SHAPE),
        (b'{"KPI": [], "KPIValue": [1]}', Reason.UNKNOWN_SHAPE),
        (b'{"KPI": [], "KPIValue": [{"at": 1}]}', Reason.UNKNOWN_SHAPE),
    ],
)
def test_what_is_no_document_of_theirs_is_refused_whole(
    body: bytes, reason: Reason
) -> None:
    with pytest.raises(SourceError) as caught:
        read(body)

    assert caught.value.reason is reason


class Document:
    """A port with one document, or with one that has not changed."""

    def __init__(self, page: Page | None) -> None:
        self.page = page

    def now(self) -> datetime:
        return READ_AT

    def get(self, path: str, params: object = None) -> Page | None:
        assert path == ""
        assert params is None
        return self.page


def test_the_address_is_one_document() -> None:
    page = Page("x", "", b"", READ_AT)

    assert list(climaborough.fetch(Document(page), READ_AT)) == [page]
    assert list(climaborough.fetch(Document(None), READ_AT)) == []
