"""The CLIMABOROUGH data platform: rows of its relational model, KPI and KPIValue.

No answer of it was ever recorded here: the columns are those that its public code
names, and how a value names its indicator (`id_kpi`) is our reading. The address
(`climaborough` in the settings) is that of one JSON document with both lists, for
Issy alone: the columns that we know do not say the town of a row.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Final, cast

from climact_issy.connectors.base import Http, Page, Reason, Source, SourceError
from climact_issy.content import live_indicators
from climact_issy.domain.observations import (
    BadValue,
    Batch,
    Kind,
    Observation,
    Refused,
    Reject,
    SeriesKey,
    field,
    gather,
    instant,
    number,
    period_of,
    reject,
)

INDICATORS: Final = "KPI"
VALUES: Final = "KPIValue"
ID: Final = "id_kpi"
TIME: Final = "timestamp"
VALUE: Final = "value"

INDICATOR: Final = "dioxyde-azote"
UNIT: Final = "ug/m3"
POSSIBLE: Final = live_indicators.possible(INDICATOR)

KPIS: Final = {
    "nitrogen-dioxide": SeriesKey(INDICATOR, "main", "issy-les-moulineaux"),
}
"""Their id of an indicator, and the series it is for us; what we export is not here."""

Row = Mapping[str, object]


def fetch(http: Http, _since: datetime) -> Iterator[Page]:
    """Ask for the whole document."""
    page = http.get("")
    if page is not None:
        yield page


def parse(page: Page) -> Batch:
    """Read the values whose indicator we know and is active.

    Raises:
        SourceError: it is not JSON, or no value has the columns we know.
    """
    try:
        found = json.loads(page.body)
    except (ValueError, RecursionError):
        raise SourceError(Reason.NOT_JSON, "the body is not JSON") from None
    kpis, values = _list(found, INDICATORS), _list(found, VALUES)
    if values and not any(TIME in row and VALUE in row for row in values):
        raise SourceError(Reason.UNKNOWN_SHAPE, f"no value has {TIME} and {VALUE}")
    known = {str(row.get(ID)): row for row in kpis}
    return gather(read for row in values if (read := _read(row, known)))


def _list(found: object, name: str) -> list[Row]:
    told = cast("Row", found).get(name) if isinstance(found, dict) else None
    if not isinstance(told, list):
        raise SourceError(Reason.UNKNOWN_SHAPE, f"no list {name}")
    rows = cast("list[object]", told)
    if not all(isinstance(row, dict) for row in rows):
        raise SourceError(Reason.UNKNOWN_SHAPE, "a row is no object")
    return cast("list[Row]", rows)


def _read(row: Row, known: Mapping[str, Row]) -> Observation | Reject | None:
    try:
        name = str(field(row, ID))
        kpi = known.get(name, {})
        if kpi.get("is_active") is False:
            return None
        key = _key(name, kpi.get("unit_text"))
        value = POSSIBLE.checked(number(field(row, VALUE)))
        period = period_of(instant(field(row, TIME)))
    except BadValue as error:
        return reject(error.reason, dict(row))
    return Observation(key, period, value, UNIT, Kind.REAL_TIME)


def _key(name: str, unit: object) -> SeriesKey:
    """Return the series of one of their indicators; no unit is converted by guessing.

    Raises:
        BadValue: nobody knows the indicator, or its unit is another one.
    """
    key = KPIS.get(name)
    if key is None:
        raise BadValue(Refused.UNKNOWN_SERIES)
    if unit != UNIT:
        raise BadValue(Refused.OTHER_UNIT)
    return key


SOURCE: Final = Source(
    name="climaborough",
    title=(
        "Indicateurs de la plateforme CLIMABOROUGH",
        "Indicators of the CLIMABOROUGH platform",
    ),
    producer="Plateforme CLIMABOROUGH",
    licence="Licence à préciser par le producteur",
    page="",
    address="",
    indicators=(INDICATOR,),
    pace=timedelta(hours=1),
    overlap=timedelta(0),
    fetch=fetch,
    parse=parse,
    step=timedelta(hours=1),
    needs_address=True,
    key_header="Authorization",
)
