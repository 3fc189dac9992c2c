"""An NGSI-LD context broker: AirQualityObserved and KeyPerformanceIndicator entities.

Its address comes from the settings (`ngsi-ld`), like its token if it wants one, sent
as `X-Auth-Token`. Both forms of an entity are read: normalized, which alone tells
units, and key-values. Only entities of our commune are taken. Of several stations of a
page that tell one instant the highest value counts, since no broker says which of them
stands for the town; one that tells an instant twice counts as it told it last.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import groupby
from typing import Final, cast

from climact_issy.connectors.base import (
    Http,
    Page,
    Reason,
    Source,
    SourceError,
    by_pages,
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
    field,
    gather,
    instant,
    number,
    period_of,
    reject,
)

PATH: Final = "/ngsi-ld/v1/entities"
AIR: Final = "AirQualityObserved"
KPI: Final = "KeyPerformanceIndicator"
PAGE_ROWS: Final = 100
MOST_PAGES: Final = 10
COMMUNE: Final = "Issy-les-Moulineaux"

INDICATOR: Final = "dioxyde-azote"
KEY: Final = SeriesKey(INDICATOR, "main", "issy-les-moulineaux")
UNIT: Final = "ug/m3"
POSSIBLE: Final = live_indicators.possible(INDICATOR)

TIME: Final = "dateObserved"
VALUE: Final = "NO2"
KPI_VALUE: Final = "kpiValue"
KPI_TIMES: Final = ("updatedAt", "dateModified", "modifiedAt")
UNITS: Final = frozenset({"", "GQ"})
"""UN/CEFACT code of the microgram per cubic metre; the models' own unit without one."""

KPIS: Final = {"nitrogen-dioxide": KEY}
"""Name of an indicator of theirs, and the series it is for us."""

Entity = Mapping[str, object]


def fetch(http: Http, _since: datetime) -> Iterator[Page]:
    """Ask for the entities as they are now, page by page: a broker keeps no past."""
    asked = {"type": f"{AIR},{KPI}", "limit": str(PAGE_ROWS)}
    pages = (asked | {"offset": str(n * PAGE_ROWS)} for n in range(MOST_PAGES))
    yield from by_pages(http, PATH, pages, lambda page: len(_entities(page)), PAGE_ROWS)


def parse(page: Page) -> Batch:
    """Read the entities of a page; those of other towns are left out.

    Raises:
        SourceError: it is not JSON, or no entity has the fields we know.
    """
    found = [_short(entity) for entity in _entities(page)]
    if found and not any(VALUE in one or KPI_VALUE in one for one in found):
        raise SourceError(Reason.UNKNOWN_SHAPE, f"no entity has {VALUE} or {KPI_VALUE}")
    told = gather(read for one in found if (read := _read(one)))
    return Batch(tuple(_highest(told.observations)), told.rejects)


def _entities(page: Page) -> list[Entity]:
    try:
        found = json.loads(page.body)
    except (ValueError, RecursionError):
        raise SourceError(Reason.NOT_JSON, "the body is not JSON") from None
    told = cast("list[object]", found if isinstance(found, list) else [found])
    if not all(isinstance(one, dict) and "type" in one for one in told):
        raise SourceError(Reason.UNKNOWN_SHAPE, "not a list of entities")
    return cast("list[Entity]", told)


def _short(entity: Entity) -> Entity:
    """Return an entity under short names: without a context, brokers send long ones."""
    return {name.rsplit("/", 1)[-1]: told for name, told in entity.items()}


def _highest(told: Iterable[Observation]) -> Iterator[Observation]:
    """Keep the highest value of each instant; a station without one counts for none."""
    for period, same in groupby(sorted(told, key=_period), key=_period):
        values = [one.value for one in same if one.value is not None]
        yield Observation(KEY, period, max(values, default=None), UNIT, Kind.REAL_TIME)


def _period(told: Observation) -> str:
    return told.period


def _read(entity: Entity) -> Observation | Reject | None:
    """Read one entity; its id is the series until one instant is one value."""
    kind = str(entity["type"]).rsplit("/", 1)[-1]
    try:
        if not _is_ours(entity):
            return None
        if kind == AIR and VALUE in entity:
            return _of_station(entity, _air(entity))
        if kind == KPI:
            return _of_station(entity, _kpi(entity))
    except BadValue as error:
        return reject(error.reason, {name: entity.get(name) for name in _TOLD})
    return None


def _of_station(entity: Entity, found: Observation) -> Observation:
    series = str(entity.get("id", ""))
    return replace(found, key=replace(found.key, series=series))


_TOLD: Final = ("id", TIME, VALUE, "name", KPI_VALUE)


def _is_ours(entity: Entity) -> bool:
    """Whether an entity is of our commune.

    Raises:
        BadValue: it does not say where it is.
    """
    address = _plain(field(entity, "address"))
    if not isinstance(address, dict):
        raise BadValue(Refused.MISSING_FIELD)
    town = cast("Entity", address).get("addressLocality")
    return str(_plain(town)).casefold() == COMMUNE.casefold()


def _air(entity: Entity) -> Observation:
    told = str(_plain(field(entity, TIME)))
    period = period_of(instant(told.partition("/")[0]))
    return _observation(KEY, period, entity[VALUE])


def _kpi(entity: Entity) -> Observation:
    key = KPIS.get(str(_plain(field(entity, "name"))))
    if key is None:
        raise BadValue(Refused.UNKNOWN_SERIES)
    at = next((entity[name] for name in KPI_TIMES if name in entity), None)
    return _observation(key, period_of(instant(_plain(at))), field(entity, KPI_VALUE))


def _observation(key: SeriesKey, period: str, told: object) -> Observation:
    value = POSSIBLE.checked(number(_plain(told)))
    is_long = isinstance(told, dict)
    unit = cast("Entity", told).get("unitCode", "") if is_long else ""
    if unit not in UNITS:
        raise BadValue(Refused.OTHER_UNIT)
    return Observation(key, period, value, UNIT, Kind.REAL_TIME)


def _plain(told: object) -> object:
    """Return the value of a property in either form."""
    while isinstance(told, dict):
        inner = cast("Entity", told)
        name = next((name for name in ("value", "@value") if name in inner), "")
        if not name:
            return inner
        told = inner[name]
    return told


SOURCE: Final = Source(
    name="ngsi-ld",
    title=("Capteurs d’un serveur NGSI-LD", "Sensors of an NGSI-LD broker"),
    producer="Serveur NGSI-LD branché ici",
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
    key_header="X-Auth-Token",
)
