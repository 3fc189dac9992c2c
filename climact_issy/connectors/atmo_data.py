"""Atmo Data: the ATMO index of Issy, as the agencies' national federation gathers it.

GeoJSON features with one day each; `code_qual` is the class, 0 and 7 are none. A name
and a password are changed for a token at the start of a run. Of several releases of
one day the newest counts, and one from before that day is a forecast of it. No answer
for Issy was ever recorded here: the fields are those of one real feature of another
agency, their dates those that public code reads.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Final, cast

from climact_issy.connectors.atmo_index import (
    COMMUNE,
    INDICATOR,
    POSSIBLE,
    observed,
)
from climact_issy.connectors.base import (
    Http,
    Login,
    Page,
    Reason,
    Source,
    SourceError,
    decoded,
    objects,
)
from climact_issy.domain.civic import civic_day
from climact_issy.domain.observations import (
    BadValue,
    Batch,
    Observation,
    Reject,
    day,
    field,
    gather,
    number,
    reject,
)

PATH: Final = "/api/v2/data/indices/atmo"
TIME: Final = "date_ech"
RELEASED: Final = "date_dif"
VALUE: Final = "code_qual"
ZONE: Final = "code_zone"

Row = Mapping[str, object]


def fetch(http: Http, since: datetime) -> Iterator[Page]:
    """Ask for the days of the commune from a day on, tomorrow included."""
    tomorrow = civic_day(http.now()) + timedelta(days=1)
    asked = {
        "format": "geojson",
        "code_zone": COMMUNE,
        "date": tomorrow.isoformat(),
        "date_historique": min(civic_day(since), tomorrow).isoformat(),
        "with_geom": "false",
    }
    page = http.get(PATH, asked)
    if page is not None:
        yield page


def parse(page: Page) -> Batch:
    """Read the days; other communes are left out.

    Raises:
        SourceError: it is not JSON, or no feature has the fields we know.
    """
    features = objects(decoded(page), "features")
    found = [_properties(feature) for feature in features]
    if found and not any(TIME in row and VALUE in row for row in found):
        raise SourceError(Reason.UNKNOWN_SHAPE, f"no row has {TIME} and {VALUE}")
    ours = (row for row in found if str(row.get(ZONE, COMMUNE)) == COMMUNE)
    oldest_first = sorted(ours, key=lambda row: str(row.get(RELEASED, "")))
    return gather(_read(row, page.retrieved_at) for row in oldest_first)


def _properties(feature: Row) -> Row:
    found = feature.get("properties")
    return cast("Row", found) if isinstance(found, dict) else {}


def _read(row: Row, retrieved_at: datetime) -> Observation | Reject:
    try:
        period = day(field(row, TIME))
        released = _released(row, retrieved_at)
        value = POSSIBLE.checked(number(field(row, VALUE)))
    except BadValue as error:
        names = (TIME, ZONE, VALUE, "lib_qual")
        return reject(error.reason, {name: row.get(name) for name in names})
    return observed(period, value, released)


def _released(row: Row, retrieved_at: datetime) -> str:
    """Return the civic day of a release; that of reading where it is not told.

    Raises:
        BadValue: it is told, and is no day.
    """
    told = row.get(RELEASED)
    return day(told) if told else civic_day(retrieved_at).isoformat()


SOURCE: Final = Source(
    name="atmo-data",
    title=(
        "Indice de l’air à Issy, par Atmo Data",
        "Air index of Issy, by Atmo Data",
    ),
    producer="Atmo France et les AASQA",
    licence="ODbL, Atmo France / AASQA",
    page="https://www.atmo-france.org/",
    address="https://admindata.atmo-france.org",
    indicators=(INDICATOR,),
    pace=timedelta(hours=3),
    # A day is published again when its forecast becomes its index.
    overlap=timedelta(days=2),
    fetch=fetch,
    parse=parse,
    step=timedelta(days=1),
    key_header="Authorization",
    needs_key=True,
    login=Login("/api/login"),
)
