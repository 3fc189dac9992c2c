"""The smartLINA feed, version 1: the JSON that whoever has figures can give us.

smartLINA publishes no contract, so this is ours: a published schema, asked for at an
address from the settings (`smartlina-feed`) or sent to us signed (`smartlina-push`).
A feed that is sent must keep the schema entirely, and its sender learns every fault;
of one that is asked for, each bad value is refused alone.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated, Final, Literal, cast

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from climact_issy.connectors.base import Http, Page, Reason, Source, SourceError
from climact_issy.content import live_indicators
from climact_issy.domain.observations import (
    BadValue,
    Batch,
    Kind,
    Observation,
    Refused,
    Reject,
    Resolution,
    SeriesKey,
    field,
    gather,
    instant,
    number,
    period_of,
    reject,
    resolution_of,
    start_of,
)
from climact_issy.domain.possible import Possible

VERSION: Final = 1
SCHEMA_ID: Final = "urn:climact-issy:smartlina-feed:1"
COMMUNE: Final = "92040"
"""INSEE code of Issy-les-Moulineaux; values of other places are left out."""
PLACE: Final = "issy-les-moulineaux"
MOST_VALUES: Final = 20_000
MOST_FAULTS: Final = 20

INDICATOR: Final = "dioxyde-azote"
TIME: Final = "period"
VALUE: Final = "value"
KINDS: Final = {
    "measured": Kind.REAL_TIME,
    "validated": Kind.CONSOLIDATED,
    "published": Kind.PUBLISHED,
    "forecast": Kind.FORECAST,
}
WAITING: Final = "waiting"
"""What the fetch of the pushed source asks for: the next payload that waits."""

Row = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Measure:
    """What one name of the feed stands for.

    Attributes:
        key: the series.
        unit: the only one taken.
        resolution: the only length of period taken.
        possible: what its values may be.
    """

    key: SeriesKey
    unit: str
    resolution: Resolution
    possible: Possible


MEASURES: Final = {
    "nitrogen-dioxide": Measure(
        SeriesKey(INDICATOR, "main", PLACE),
        "ug/m3",
        Resolution.INSTANT,
        live_indicators.possible(INDICATOR),
    ),
}
"""Vocabulary: a new figure joins by its line here and in live_indicators.toml."""

_PERIOD: Final = (
    r"^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2}))?)?)?$"
)


class FeedValue(BaseModel):
    """One value of a place and a period."""

    model_config = ConfigDict(strict=True, allow_inf_nan=False)

    indicator: Annotated[
        str,
        Field(
            pattern=r"^[a-z0-9-]{1,60}$",
            description="What is measured, e.g. nitrogen-dioxide.",
        ),
    ]
    place: Annotated[
        str,
        Field(
            pattern=r"^(\d{5}|2[AB]\d{3})$",
            description="INSEE code of the commune, e.g. 92040.",
        ),
    ]
    period: Annotated[
        str,
        Field(
            pattern=_PERIOD,
            description=(
                "An instant in ISO 8601 with its time zone, or a day (2026-11-24), "
                "a month (2026-11) or a year (2026) of Paris."
            ),
        ),
    ]
    value: Annotated[float | None, Field(description="A finite number; null is a gap.")]
    unit: Annotated[
        str, Field(min_length=1, max_length=40, description="Unit, e.g. ug/m3.")
    ]
    kind: Annotated[
        Literal["measured", "validated", "published", "forecast"],
        Field(description="How the value was obtained."),
    ] = "measured"


class Feed(BaseModel):
    """Figures of one producer for Clim'Act Issy."""

    model_config = ConfigDict(strict=True, title="smartLINA feed, version 1")

    feed: Annotated[Literal["smartlina"], Field(description="Name of the format.")]
    version: Annotated[Literal[1], Field(description="Version of the format.")]
    producer: Annotated[
        str, Field(min_length=1, max_length=200, description="Who makes the values.")
    ]
    licence: Annotated[
        str, Field(min_length=1, max_length=200, description="Reuse licence.")
    ]
    values: Annotated[
        list[FeedValue],
        Field(max_length=MOST_VALUES, description="In any order."),
    ]


def schema() -> dict[str, object]:
    """Return the JSON Schema (2020-12) of the feed."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        **Feed.model_json_schema(),
    }


def faults(body: bytes) -> list[str]:
    """Say what in a feed does not keep the schema or cannot be used, in order.

    Returns:
        At most 20 lines, each with its place first; none when all is well.
    """
    try:
        Feed.model_validate_json(body)
    except ValidationError as error:
        return [
            f"{'.'.join(map(str, found['loc'])) or 'feed'}: {found['msg']}"
            for found in error.errors(include_url=False, include_input=False)
        ][:MOST_FAULTS]
    told: list[str] = []
    for place, row in enumerate(_rows(body)):
        found = _read(row)
        if isinstance(found, Reject):
            told.append(f"values.{place}: {found.reason.value}")
    return told[:MOST_FAULTS]


def fetch(http: Http, _since: datetime) -> Iterator[Page]:
    """Ask for the whole feed: its address names one document."""
    page = http.get("")
    if page is not None:
        yield page


def fetch_waiting(http: Http, _since: datetime) -> Iterator[Page]:
    """Take every payload that was sent to us and waits, oldest first."""
    after = ""
    while (page := http.get(WAITING, {"after": after})) is not None:
        yield page
        after = page.etag


def parse(page: Page) -> Batch:
    """Read the values of a feed; those of other places are left out.

    Raises:
        SourceError: it is not JSON, of another version, or no row is of its shape.
    """
    found = _rows(page.body)
    if found and not any(TIME in row and VALUE in row for row in found):
        raise SourceError(Reason.UNKNOWN_SHAPE, f"no value has {TIME} and {VALUE}")
    return gather(read for row in found if (read := _read(row)))


def _rows(body: bytes) -> list[Row]:
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        raise SourceError(Reason.NOT_JSON, "the body is not JSON") from None
    if not isinstance(found, dict):
        raise SourceError(Reason.UNKNOWN_SHAPE, "the feed is no object")
    told = cast("dict[str, object]", found)
    if told.get("version") != VERSION:
        raise SourceError(Reason.UNKNOWN_SHAPE, "another version of the feed")
    values = told.get("values")
    if not isinstance(values, list):
        raise SourceError(Reason.UNKNOWN_SHAPE, "no list of values")
    rows = cast("list[object]", values)
    if not all(isinstance(row, dict) for row in rows):
        raise SourceError(Reason.UNKNOWN_SHAPE, "a value is no object")
    return cast("list[Row]", rows)


def _read(row: Row) -> Observation | Reject | None:
    try:
        if field(row, "place") != COMMUNE:
            return None
        measure = _measure(field(row, "indicator"), field(row, "unit"))
        period = _period(field(row, TIME), measure.resolution)
        value = measure.possible.checked(number(field(row, VALUE)))
    except BadValue as error:
        return reject(error.reason, dict(row))
    kind = KINDS.get(str(row.get("kind", "")), Kind.REAL_TIME)
    return Observation(measure.key, period, value, measure.unit, kind)


def _measure(name: object, unit: object) -> Measure:
    """Return what a name stands for; a unit is never converted by guessing.

    Raises:
        BadValue: nobody knows the name, or the unit is another one.
    """
    measure = MEASURES.get(str(name))
    if measure is None:
        raise BadValue(Refused.UNKNOWN_SERIES)
    if unit != measure.unit:
        raise BadValue(Refused.OTHER_UNIT)
    return measure


def _period(raw: object, wanted: Resolution) -> str:
    """Return a period of the wanted length.

    Raises:
        BadValue: it is none, or of another length.
    """
    told = str(raw)
    period = period_of(instant(raw)) if "T" in told else told
    if resolution_of(period) is not wanted:
        raise BadValue(Refused.BAD_PERIOD)
    start_of(period)
    return period


PRODUCER: Final = "smartLINA"
LICENCE: Final = "Licence à préciser par le producteur"

SOURCE: Final = Source(
    name="smartlina-feed",
    title=("smartLINA, flux demandé", "smartLINA, feed asked for"),
    producer=PRODUCER,
    licence=LICENCE,
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
PUSHED: Final = Source(
    name="smartlina-push",
    title=("smartLINA, flux envoyé", "smartLINA, feed sent to us"),
    producer=PRODUCER,
    licence=LICENCE,
    page="",
    address="",
    indicators=(INDICATOR,),
    pace=timedelta(hours=1),
    overlap=timedelta(0),
    fetch=fetch_waiting,
    parse=parse,
    step=timedelta(hours=1),
    is_pushed=True,
)
