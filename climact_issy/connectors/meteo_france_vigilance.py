"""Météo-France: the heat-wave vigilance of the department Hauts-de-Seine.

The map of today ("J") and of tomorrow ("J1", a forecast), with one colour a phenomenon
and department; 1 is green, 4 is red. It is published at 6 and 16 o'clock and whenever
the weather asks for it: the newest map of a day counts. The map need not name every
phenomenon: where it says nothing of heat, nothing is kept, and nothing is called green.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Final

from climact_issy.connectors.base import (
    Http,
    Page,
    Reason,
    Source,
    SourceError,
    decoded,
    objects,
)
from climact_issy.content import live_indicators
from climact_issy.domain.observations import (
    BadValue,
    Batch,
    Kind,
    Observation,
    Refused,
    Reject,
    SeriesKey,
    day,
    field,
    gather,
    number,
    reject,
)

INDICATOR: Final = "vigilance-canicule"
UNIT: Final = "vigilance canicule"
KEY: Final = SeriesKey(INDICATOR, "main", "hauts-de-seine")
POSSIBLE: Final = live_indicators.possible(INDICATOR)

PATH: Final = "/public/DPVigilance/v1/cartevigilance/encours"
DEPARTMENT: Final = "92"
HEAT: Final = "6"
TIME: Final = "begin_validity_time"
VALUE: Final = "phenomenon_max_color_id"
DAYS: Final = {"J": Kind.PUBLISHED, "J1": Kind.FORECAST}

Row = Mapping[str, object]


def fetch(http: Http, _since: datetime) -> Iterator[Page]:
    """Ask for the map that is in force."""
    page = http.get(PATH)
    if page is not None:
        yield page


def parse(page: Page) -> Batch:
    """Read the colour of heat of the department, today and tomorrow.

    Raises:
        SourceError: it is not JSON, has not our department, or no colour at all.
    """
    periods = objects(decoded(page), "product", "periods")
    told = [(period, row) for period in periods for row in _phenomena(period)]
    heat = [(period, row) for period, row in told if _is_heat(row)]
    if periods and not any(VALUE in row for _, row in heat or told):
        raise SourceError(Reason.UNKNOWN_SHAPE, f"no colour of {DEPARTMENT}")
    return gather(_read(period, row) for period, row in heat)


def _phenomena(period: Row) -> list[dict[str, object]]:
    """Return what a map says of our department."""
    return [
        row
        for place in objects(period, "timelaps", "domain_ids")
        if str(place.get("domain_id")) == DEPARTMENT
        for row in objects(place, "phenomenon_items")
    ]


def _is_heat(row: Row) -> bool:
    return str(row.get("phenomenon_id")) == HEAT


def _read(period: Row, row: Row) -> Observation | Reject:
    try:
        kind = _kind(field(period, "echeance"))
        at = day(field(period, TIME))
        value = POSSIBLE.checked(number(field(row, VALUE)))
    except BadValue as error:
        told = {name: period.get(name) for name in ("echeance", TIME)}
        return reject(error.reason, {**told, VALUE: row.get(VALUE)})
    return Observation(KEY, at, value, UNIT, kind)


def _kind(name: object) -> Kind:
    """Return what the map of a day is.

    Raises:
        BadValue: nobody knows the name of the day.
    """
    if name not in DAYS:
        raise BadValue(Refused.BAD_PERIOD)
    return DAYS[str(name)]


SOURCE: Final = Source(
    name="meteo-france-vigilance",
    title=(
        "Vigilance canicule dans les Hauts-de-Seine",
        "Heat-wave vigilance in Hauts-de-Seine",
    ),
    producer="Météo-France",
    licence="Licence Ouverte, Météo-France",
    page="https://vigilance.meteofrance.fr/",
    address="https://public-api.meteofrance.fr",
    indicators=(INDICATOR,),
    pace=timedelta(hours=1),
    overlap=timedelta(0),
    fetch=fetch,
    parse=parse,
    step=timedelta(days=1),
    key_header="apikey",
    needs_key=True,
)
