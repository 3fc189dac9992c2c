"""What the tests need to know of a source to break its answers in every way."""

import json
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from climact_issy.connectors import (
    airparif,
    airparif_episodes,
    atmo_data,
    climaborough,
    eco2mix,
    eco2mix_regional,
    hubeau,
    issy_velo,
    meteo_france_vigilance,
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
        time: field of the instant, a path with "/" where it lies deeper.
        value: field of the value, likewise.
        good: which row the faults are made from, the newest one that is no forecast.
        other: a value that a good row may have.
        step: time between two rows.
        is_civic: whether a row names a civic day instead of an instant.
        without: faults that an answer of this shape cannot have.
    """

    source: Source
    payload: str
    read_at: datetime
    newest: tuple[str, float]
    rows: Callable[[Any], list[Row]]
    time: str
    value: str
    good: int = -1
    other: object = 50
    step: timedelta = timedelta(minutes=15)
    is_civic: bool = False
    without: frozenset[str] = frozenset()

    def body(self) -> bytes:
        return (PAYLOADS / self.payload).read_bytes()

    def changed(self, change: Callable[[list[Row]], list[Row]]) -> bytes:
        """Return the answer with other rows."""
        payload = json.loads(self.body())
        rows = self.rows(payload)
        rows[:] = change(list(rows))
        return json.dumps(payload).encode()

    def told(self, row: Row, path: str) -> Any:  # noqa: ANN401 - whatever JSON holds
        """Return a field of a row."""
        found: Any = row
        for name in path.split("/"):
            found = found[int(name) if name.isdigit() else name]
        return found

    def with_(self, row: Row, path: str, value: object) -> Row:
        """Return a row with another field."""
        copy = deepcopy(row)
        *way, last = path.split("/")
        inner = self.told(copy, "/".join(way)) if way else copy
        inner[last] = value
        return copy

    def renamed(self, row: Row) -> Row:
        """Return a row of which nobody finds the value."""
        copy = deepcopy(row)
        *way, last = self.value.split("/")
        inner = self.told(copy, "/".join(way)) if way else copy
        inner[f"{last}_2"] = inner.pop(last)
        return copy

    def at(self, row: Row, steps: int) -> Row:
        """Return a row so many steps later."""
        old = datetime.fromisoformat(self.told(row, self.time))
        new = old + steps * self.step
        return self.with_(row, self.time, self.written(new))

    def written(self, at: datetime) -> str:
        """Write a time as the source does."""
        return at.date().isoformat() if self.is_civic else at.isoformat()


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
    Case(
        atmo_data.SOURCE,
        "atmo-data/indices.json",
        datetime(2026, 2, 10, 11, 0, tzinfo=UTC),
        ("2026-02-10", 4.0),
        lambda payload: payload["features"],
        f"properties/{atmo_data.TIME}",
        f"properties/{atmo_data.VALUE}",
        other=5,
        step=timedelta(days=1),
        is_civic=True,
    ),
    Case(
        airparif.SOURCE,
        "airparif/commune.json",
        datetime(2026, 2, 10, 11, 0, tzinfo=UTC),
        ("2026-02-10", 3.0),
        lambda payload: payload["92040"],
        airparif.TIME,
        airparif.VALUE,
        good=0,
        other="Mauvais",
        step=timedelta(days=1),
        is_civic=True,
    ),
    Case(
        airparif_episodes.SOURCE,
        "airparif-episodes/quiet.json",
        datetime(2026, 2, 10, 11, 0, tzinfo=UTC),
        ("2026-02-10", 0.0),
        lambda payload: payload["jour"]["polluants"],
        "",
        airparif_episodes.VALUE,
        # Its rows are the pollutants of one day, which has no date.
        without=frozenset({"null", "out of order", "DST day", "duplicate"}),
    ),
    Case(
        meteo_france_vigilance.SOURCE,
        "meteo-france-vigilance/carte.json",
        datetime(2026, 7, 2, 5, 0, tzinfo=UTC),
        ("2026-07-02", 3.0),
        lambda payload: payload["product"]["periods"],
        meteo_france_vigilance.TIME,
        "timelaps/domain_ids/0/phenomenon_items/0/phenomenon_max_color_id",
        other=1,
        step=timedelta(days=1),
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
