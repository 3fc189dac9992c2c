"""What the tests need to know of a source to break its answers in every way."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from climact_issy.connectors import (
    climaborough,
    eco2mix,
    eco2mix_regional,
    hubeau,
    issy_velo,
    ngsi_ld,
    smartlina_feed,
)
from climact_issy.connectors.base import Source
from climact_issy.settings import ROOT

PAYLOADS = ROOT / "tests" / "payloads"

Row = dict[str, Any]


@dataclass(frozen=True)
class Case:
    """A source that is asked over the network, with one recorded answer.

    Attributes:
        source: the source.
        payload: file below tests/payloads, as recorded.
        read_at: an instant just after its newest value.
        newest: (period, value) of that value, read in the file by a person.
        rows: the list of rows in the parsed payload.
        time: field of the instant.
        value: field of the value.
    """

    source: Source
    payload: str
    read_at: datetime
    newest: tuple[str, float]
    rows: Callable[[Any], list[Row]]
    time: str
    value: str

    def body(self) -> bytes:
        return (PAYLOADS / self.payload).read_bytes()

    def changed(self, change: Callable[[list[Row]], list[Row]]) -> bytes:
        """Return the answer with other rows."""
        payload = json.loads(self.body())
        rows = self.rows(payload)
        rows[:] = change(list(rows))
        return json.dumps(payload).encode()


CASES = (
    Case(
        eco2mix.SOURCE,
        "eco2mix-national/records.json",
        datetime(2023, 9, 12, 16, 27, tzinfo=UTC),
        ("2023-09-12T16:15Z", 47.0),
        lambda payload: payload["results"],
        eco2mix.TIME,
        eco2mix.VALUE,
    ),
    Case(
        issy_velo.SOURCE,
        "issy-velo/records.json",
        datetime(2026, 7, 6, 22, 10, tzinfo=UTC),
        # 25 passages one way and 9 the other.
        ("2026-07-06T21:00Z", 34.0),
        lambda payload: payload["results"],
        issy_velo.TIME,
        issy_velo.VALUE,
    ),
    Case(
        eco2mix_regional.SOURCE,
        "eco2mix-regional/records.json",
        datetime(2023, 9, 12, 16, 27, tzinfo=UTC),
        ("2023-09-12T16:15Z", 7105.0),
        lambda payload: payload["results"],
        eco2mix_regional.TIME,
        eco2mix_regional.VALUE,
    ),
    Case(
        hubeau.SOURCE,
        "hubeau-eau-potable/resultats_dis.json",
        datetime(2023, 9, 20, 10, 0, tzinfo=UTC),
        ("2023-08-18T09:30Z", 21.4),
        lambda payload: payload["data"],
        hubeau.TIME,
        hubeau.VALUE,
    ),
    Case(
        smartlina_feed.SOURCE,
        "smartlina-feed/feed.json",
        datetime(2026, 11, 24, 10, 12, tzinfo=UTC),
        ("2026-11-24T10:00Z", 27.5),
        lambda payload: payload["values"],
        smartlina_feed.TIME,
        smartlina_feed.VALUE,
    ),
    # Each after those it is surer than: of one instant its value is the one shown.
    Case(
        climaborough.SOURCE,
        "climaborough/rows.json",
        datetime(2026, 5, 4, 8, 12, tzinfo=UTC),
        ("2026-05-04T08:00Z", 35.0),
        lambda payload: payload["KPIValue"],
        climaborough.TIME,
        climaborough.VALUE,
    ),
    Case(
        ngsi_ld.SOURCE,
        "ngsi-ld/entities.json",
        datetime(2026, 3, 15, 11, 12, tzinfo=UTC),
        ("2026-03-15T11:00Z", 69.0),
        lambda payload: payload,
        ngsi_ld.TIME,
        ngsi_ld.VALUE,
    ),
)
