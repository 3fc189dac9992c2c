"""RTE eCO2mix, real time: how much CO2 the electricity made in France emits just now.

Values of quarter hours in g CO2 per kWh made, direct emissions only: the plants'
chimneys, not their construction. The set also holds the rest of the day with empty
values; those are not gaps yet. Read at ODRE, which refreshes the set once an hour.
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

INDICATOR: Final = "electricite-maintenant"
UNIT: Final = "gCO2/kWh"
KEY: Final = SeriesKey(INDICATOR, "main", "france")
POSSIBLE: Final = live_indicators.possible(INDICATOR)

TIME: Final = "date_heure"
VALUE: Final = "taux_co2"
NATURE: Final = "nature"
KINDS: Final = {
    "Données temps réel": Kind.REAL_TIME,
    "Données consolidées": Kind.CONSOLIDATED,
    "Données définitives": Kind.CONSOLIDATED,
}

QUERY: Final = explore.Query("eco2mix-national-tr", TIME, (TIME, NATURE, VALUE))


def fetch(http: Http, since: datetime) -> Iterator[Page]:
    """Ask for every quarter hour from an instant on."""
    return explore.fetch(http, QUERY, since)


def parse(page: Page) -> Batch:
    """Read the quarter hours of a page; those still to come are left out.

    Raises:
        SourceError: it is not JSON, or no row has the fields we know.
    """
    found = explore.rows(page)
    if found and not any(TIME in row and VALUE in row for row in found):
        raise SourceError(Reason.UNKNOWN_SHAPE, f"no row has {TIME} and {VALUE}")
    return gather(read for row in found if (read := _read(row, page.retrieved_at)))


def _read(row: explore.Row, retrieved_at: datetime) -> Observation | Reject | None:
    try:
        at = instant(field(row, TIME))
        value = POSSIBLE.checked(number(field(row, VALUE)))
    except BadValue as error:
        return reject(error.reason, {name: row.get(name) for name in (TIME, VALUE)})
    if value is None and at > retrieved_at:
        return None
    kind = KINDS.get(str(row.get(NATURE, "")), Kind.REAL_TIME)
    return Observation(KEY, period_of(at), value, UNIT, kind)


SOURCE: Final = Source(
    name="eco2mix-national",
    title=(
        "Carbone de l’électricité, quart d’heure par quart d’heure",
        "Carbon in electricity, quarter hour by quarter hour",
    ),
    producer="RTE, éCO2mix (ODRE)",
    licence="Licence Ouverte, RTE et ODRE",
    page="https://odre.opendatasoft.com/explore/dataset/eco2mix-national-tr/",
    address="https://odre.opendatasoft.com",
    indicators=(INDICATOR,),
    pace=timedelta(hours=1),
    overlap=timedelta(hours=6),
    fetch=fetch,
    parse=parse,
    step=timedelta(minutes=15),
)
