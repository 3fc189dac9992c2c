"""Hub'Eau, drinking water: the nitrates in the tap water of one commune.

Results of the sanitary inspection in mg/L, one a sample. The service writes numbers
twice: `resultat_numerique`, and as text with a decimal comma. Limits are text
("<=50 mg/L"); our page names that limit, so an answer with another limit or another
unit is refused whole, until a person has looked. Samples come some times a month and
are published weeks later; two places sampled in one minute count as the higher one.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any, Final, cast

from climact_issy.connectors.base import (
    Http,
    Page,
    Reason,
    Source,
    SourceError,
    by_pages,
)
from climact_issy.content import live_indicators
from climact_issy.domain.civic import civic_day
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

INDICATOR: Final = "nitrates-eau-du-robinet"
UNIT: Final = "mg/L"
KEY: Final = SeriesKey(INDICATOR, "main", "issy-les-moulineaux")
POSSIBLE: Final = live_indicators.possible(INDICATOR)

COMMUNE: Final = "92040"
NITRATES: Final = "1340"
LIMIT: Final = "<=50 mg/L"

TOWN: Final = "code_commune"
PARAMETER: Final = "code_parametre"
SAMPLE: Final = "code_prelevement"
TIME: Final = "date_prelevement"
VALUE: Final = "resultat_numerique"
WRITTEN: Final = "resultat_alphanumerique"
FIELDS: Final = (
    TOWN,
    PARAMETER,
    SAMPLE,
    TIME,
    VALUE,
    WRITTEN,
    "libelle_unite",
    "limite_qualite_parametre",
)

PATH: Final = "/api/v1/qualite_eau_potable/resultats_dis"
PAGE_ROWS: Final = 1000
MOST_PAGES: Final = 20
"""The service answers no row beyond the 20,000th."""

Row = dict[str, Any]


def fetch(http: Http, since: datetime) -> Iterator[Page]:
    """Ask for every sample of the commune from a day on, oldest first."""
    asked = {
        TOWN: COMMUNE,
        PARAMETER: NITRATES,
        "date_min_prelevement": civic_day(since).isoformat(),
        "fields": ",".join(FIELDS),
        "size": str(PAGE_ROWS),
        "sort": "asc",
    }
    pages = (asked | {"page": str(1 + n)} for n in range(MOST_PAGES))
    yield from by_pages(http, PATH, pages, lambda page: len(_rows(page)), PAGE_ROWS)


def parse(page: Page) -> Batch:
    """Read the samples of a page; other communes and parameters are left out.

    Raises:
        SourceError: it is not JSON, no row has the fields we know, or unit or limit
            are not those that our page names.
    """
    found = _rows(page)
    if found and not any({TOWN, PARAMETER, TIME, VALUE} <= set(row) for row in found):
        raise SourceError(Reason.UNKNOWN_SHAPE, f"no row has {TIME} and {VALUE}")
    ours = [row for row in found if _is_ours(row)]
    _check(ours)
    samples = gather(_read(row) for row in ours)
    return Batch(tuple(_together(samples.observations)), samples.rejects)


def _rows(page: Page) -> list[Row]:
    """Return the rows of an answer.

    Raises:
        SourceError: it is not JSON, or of no known shape.
    """
    try:
        found = json.loads(page.body)
    except (ValueError, RecursionError):
        raise SourceError(Reason.NOT_JSON, "the body is not JSON") from None
    told = cast("Row", found).get("data") if isinstance(found, dict) else None
    if not isinstance(told, list):
        raise SourceError(Reason.UNKNOWN_SHAPE, "no list of data")
    rows = cast("list[object]", told)
    if not all(isinstance(row, dict) for row in rows):
        raise SourceError(Reason.UNKNOWN_SHAPE, "a row is no object")
    return cast("list[Row]", rows)


def _is_ours(row: Row) -> bool:
    # A row without these fields is ours to refuse: nobody else would tell of it.
    return str(row.get(TOWN, COMMUNE)) == COMMUNE and (
        str(row.get(PARAMETER, NITRATES)) == NITRATES
    )


def _check(rows: Iterable[Row]) -> None:
    for row in rows:
        unit = row.get("libelle_unite") or UNIT
        limit = row.get("limite_qualite_parametre") or LIMIT
        if (unit, limit) != (UNIT, LIMIT):
            told = f"unit {unit!s:.20}, limit {limit!s:.40}"
            raise SourceError(Reason.UNKNOWN_SHAPE, told)


def _read(row: Row) -> Observation | Reject:
    """Read one sample; its code is the series until one minute is one value."""
    try:
        at = instant(field(row, TIME))
        value = POSSIBLE.checked(_value(row))
    except BadValue as error:
        names = (SAMPLE, TIME, VALUE, WRITTEN)
        return reject(error.reason, {name: row.get(name) for name in names})
    key = replace(KEY, series=str(row.get(SAMPLE, "")))
    return Observation(key, period_of(at), value, UNIT, Kind.PUBLISHED)


def _value(row: Row) -> float | None:
    """Return the number, else the text with its comma read as a point."""
    value = number(field(row, VALUE))
    written = row.get(WRITTEN)
    if value is not None or not isinstance(written, str):
        return value
    return number(written.replace(",", ".", 1))


def _together(samples: Iterable[Observation]) -> Iterator[Observation]:
    for period, same in groupby(sorted(samples, key=_period), key=_period):
        values = [sample.value for sample in same if sample.value is not None]
        value = max(values, default=None)
        yield Observation(KEY, period, value, UNIT, Kind.PUBLISHED)


def _period(sample: Observation) -> str:
    return sample.period


SOURCE: Final = Source(
    name="hubeau-eau-potable",
    title=("Nitrates dans l’eau du robinet", "Nitrates in tap water"),
    producer="Contrôle sanitaire de l’eau, par Hub’Eau",
    licence="Licence Ouverte, Hub’Eau",
    page="https://hubeau.eaufrance.fr/page/api-qualite-eau-potable",
    address="https://hubeau.eaufrance.fr",
    indicators=(INDICATOR,),
    pace=timedelta(days=30),
    # Results are published weeks after the sample, not always in order.
    overlap=timedelta(days=120),
    fetch=fetch,
    parse=parse,
    first=timedelta(days=366),
)
