"""RTE eCO2mix by region, real time: the electricity that Île-de-France takes just now.

Power in MW, a quarter hour each. The regional set has no carbon that can be relied
on: only consumption is read, and the carbon of France stands in connectors/eco2mix.py.
On the day the clocks go forward the set repeats an hour that never was: of two values
of one instant the last one counts, and the other is kept as a reject.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

from climact_issy.connectors import explore
from climact_issy.connectors.base import Http, Page, Reason, Source, SourceError
from climact_issy.content import live_indicators
from climact_issy.domain.observations import (
    BadValue,
    Batch,
    Kind,
    Observation,
    Reject,
    SeriesKey,
    field,
    gather,
    instant,
    number,
    period_of,
    reject,
)

INDICATOR: Final = "electricite-ile-de-france"
UNIT: Final = "MW"
KEY: Final = SeriesKey(INDICATOR, "main", "ile-de-france")
POSSIBLE: Final = live_indicators.possible(INDICATOR)

TIME: Final = "date_heure"
NATURE: Final = "nature"
KINDS: Final = {
    "Données temps réel": Kind.REAL_TIME,
    "Données consolidées": Kind.CONSOLIDATED,
    "Données définitives": Kind.CONSOLIDATED,
}
REGION: Final = "code_insee_region"
ILE_DE_FRANCE: Final = "11"
VALUE: Final = "consommation"

QUERY: Final = explore.Query(
    "eco2mix-regional-tr",
    TIME,
    (TIME, REGION, NATURE, VALUE),
    where=f'{REGION} = "{ILE_DE_FRANCE}"',
)


def fetch(http: Http, since: datetime) -> Iterator[Page]:
    """Ask for every quarter hour of the region from an instant on."""
    return explore.fetch(http, QUERY, since)


def parse(page: Page) -> Batch:
    """Read the quarter hours of a page; those still to come are left out.

    Raises:
        SourceError: it is not JSON, or no row has the fields we know.
    """
    found = explore.rows(page)
    if found and not any({TIME, REGION, VALUE} <= set(row) for row in found):
        raise SourceError(Reason.UNKNOWN_SHAPE, f"no row has {REGION} and {VALUE}")
    return gather(read for row in found if (read := _read(row, page.retrieved_at)))


def _read(row: explore.Row, retrieved_at: datetime) -> Observation | Reject | None:
    try:
        if str(field(row, REGION)) != ILE_DE_FRANCE:
            return None
        at = instant(field(row, TIME))
        value = POSSIBLE.checked(number(field(row, VALUE)))
    except BadValue as error:
        names = (TIME, REGION, VALUE)
        return reject(error.reason, {name: row.get(name) for name in names})
    if value is None and at > retrieved_at:
        return None
    kind = KINDS.get(str(row.get(NATURE, "")), Kind.REAL_TIME)
    return Observation(KEY, period_of(at), value, UNIT, kind)


SOURCE: Final = Source(
    name="eco2mix-regional",
    title=(
        "Électricité consommée en Île-de-France",
        "Electricity taken by Île-de-France",
    ),
    producer="RTE, éCO2mix (ODRE)",
    licence="Licence Ouverte, RTE et ODRE",
    page="https://odre.opendatasoft.com/explore/dataset/eco2mix-regional-tr/",
    address="https://odre.opendatasoft.com",
    indicators=(INDICATOR,),
    pace=timedelta(hours=1),
    overlap=timedelta(hours=6),
    fetch=fetch,
    parse=parse,
    step=timedelta(minutes=15),
)
