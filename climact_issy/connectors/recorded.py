"""One recorded day of eCO2mix, shipped with the code: real values without a network.

The 97 quarter hours of 21 September 2023, Paris time. Where nothing else can be read,
a page shows the last of them with its age, and never as "now".
"""

import csv
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Final

from climact_issy.connectors.base import Http, Page, Reason, Source, SourceError
from climact_issy.content import tables
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

FILE: Final = "electricity_france_quarter_hour_2023-09-21.csv"
INDICATOR: Final = "electricite-maintenant"
KEY: Final = SeriesKey(INDICATOR, "main", "france")
UNIT: Final = "gCO2/kWh"
TIME: Final = "datetime_local"
VALUE: Final = "co2_g_per_kwh"


def fetch(http: Http, _since: datetime) -> Iterator[Page]:
    """Give the file as it is."""
    path = tables.DATA / FILE
    yield Page(f"content/data/{FILE}", "text/csv", path.read_bytes(), http.now())


def parse(page: Page) -> Batch:
    """Read the quarter hours of the file.

    Raises:
        SourceError: it does not have the columns we know.
    """
    rows = csv.DictReader(page.body.decode("utf-8").splitlines())
    if not {TIME, VALUE} <= set(rows.fieldnames or ()):
        raise SourceError(Reason.UNKNOWN_SHAPE, f"no columns {TIME} and {VALUE}")
    return gather(_read(row) for row in rows)


def _read(row: Mapping[str, object]) -> Observation | Reject:
    try:
        period = period_of(instant(field(row, TIME)))
        value = number(field(row, VALUE))
    except BadValue as error:
        return reject(error.reason, row)
    return Observation(KEY, period, value, UNIT, Kind.REAL_TIME)


SOURCE: Final = Source(
    name="eco2mix-2023-09-21",
    title=(
        "Carbone de l’électricité, une journée de 2023",
        "Carbon in electricity, one day of 2023",
    ),
    producer="RTE, éCO2mix (ODRE)",
    licence="Licence Ouverte, RTE et ODRE",
    page="https://odre.opendatasoft.com/explore/dataset/eco2mix-national-tr/",
    address="",
    indicators=(INDICATOR,),
    pace=None,
    overlap=timedelta(0),
    fetch=fetch,
    parse=parse,
    step=timedelta(minutes=15),
)
