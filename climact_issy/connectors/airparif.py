"""Airparif: the ATMO index of the air of Issy, today and tomorrow.

One row a day, each pollutant and the whole index in words ("Bon" to "Extrêmement
Mauvais"). No answer for Issy was ever recorded here: the shape is the one that public
code reads. Only the whole index is taken. A key is asked for by form; the answer has
no past, so a day that nobody asked for stays a gap. Nor does it say when an index was
released: it is taken as of the day on which we read it.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Final

from climact_issy.connectors.atmo_index import COMMUNE, INDICATOR, WORDS, observed
from climact_issy.connectors.base import (
    Http,
    Page,
    Reason,
    Source,
    SourceError,
    decoded,
    objects,
)
from climact_issy.domain.civic import civic_day
from climact_issy.domain.classes import class_named
from climact_issy.domain.observations import (
    BadValue,
    Batch,
    Observation,
    Reject,
    day,
    field,
    gather,
    reject,
)

PATH: Final = "/indices/prevision/commune"
TIME: Final = "date"
VALUE: Final = "indice"

Row = Mapping[str, object]


def fetch(http: Http, _since: datetime) -> Iterator[Page]:
    """Ask for the commune: today, and tomorrow once it is computed."""
    page = http.get(PATH, {"insee": COMMUNE})
    if page is not None:
        yield page


def parse(page: Page) -> Batch:
    """Read the days of the commune.

    Raises:
        SourceError: it is not JSON, tells other communes, or no row has the fields.
    """
    found = objects(decoded(page), COMMUNE)
    if found and not any(TIME in row and VALUE in row for row in found):
        raise SourceError(Reason.UNKNOWN_SHAPE, f"no row has {TIME} and {VALUE}")
    return gather(_read(row, page.retrieved_at) for row in found)


def _read(row: Row, retrieved_at: datetime) -> Observation | Reject:
    try:
        period = day(field(row, TIME))
        value = class_named(field(row, VALUE), WORDS)
    except BadValue as error:
        return reject(error.reason, {name: row.get(name) for name in (TIME, VALUE)})
    return observed(period, value, civic_day(retrieved_at).isoformat())


SOURCE: Final = Source(
    name="airparif",
    title=("Indice de l’air à Issy, par Airparif", "Air index of Issy, by Airparif"),
    producer="Airparif",
    licence="ODbL, Airparif",
    page="https://www.airparif.fr/",
    address="https://api.airparif.asso.fr",
    indicators=(INDICATOR,),
    # No hour of publication is promised: eight questions a day are few.
    pace=timedelta(hours=3),
    overlap=timedelta(0),
    fetch=fetch,
    parse=parse,
    step=timedelta(days=1),
    key_header="X-Api-Key",
    needs_key=True,
)
