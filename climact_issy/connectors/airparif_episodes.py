"""Airparif: whether an episode of pollution is under way in Île-de-France.

The answer names today and tomorrow ("jour", "demain") without a date: the day is that
on which we read it, and "demain" is a forecast. Each pollutant has a level in words;
the day has the highest. The words are those of the public code that reads this
answer ("-", "information", "alerte") and of the order of 7 April 2016. A word that
nobody mapped refuses the whole day: the rest would look safer than it is.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final, cast

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
    Kind,
    Observation,
    Refused,
    Reject,
    SeriesKey,
    field,
    gather,
    reject,
)

INDICATOR: Final = "episode-pollution"
UNIT: Final = "niveau d'épisode"
KEY: Final = SeriesKey(INDICATOR, "main", "ile-de-france")
NONE, INFORMATION, ALERT = 0, 1, 2
WORDS: Final = {
    "-": NONE,
    "pas de depassement": NONE,
    "information": INFORMATION,
    "information-recommandation": INFORMATION,
    "information et recommandation": INFORMATION,
    "information et recommandations": INFORMATION,
    "alerte": ALERT,
    "alerte sur persistance": ALERT,
}
"""Level of a pollutant, folded."""

PATH: Final = "/episodes/en-cours-et-prevus"
POLLUTANTS: Final = "polluants"
VALUE: Final = "niveau"
IS_ON: Final = "actif"
DAYS: Final = {"jour": (0, Kind.PUBLISHED), "demain": (1, Kind.FORECAST)}
"""Days after the one of reading, and what their level is."""


def fetch(http: Http, _since: datetime) -> Iterator[Page]:
    """Ask for the episodes of today and tomorrow."""
    page = http.get(PATH)
    if page is not None:
        yield page


def parse(page: Page) -> Batch:
    """Read the level of both days.

    Raises:
        SourceError: it is not JSON, or has no day of the shape we know.
    """
    found = decoded(page)
    if not isinstance(found, dict) or "jour" not in found:
        raise SourceError(Reason.UNKNOWN_SHAPE, "no day")
    told = cast("dict[str, object]", found)
    first = civic_day(page.retrieved_at)
    return gather(
        _read(told[name], (first + timedelta(days=after)).isoformat(), kind)
        for name, (after, kind) in DAYS.items()
        if name in told
    )


def _read(told: object, period: str, kind: Kind) -> Observation | Reject:
    pollutants = objects(told, POLLUTANTS)
    if pollutants and not any(VALUE in row for row in pollutants):
        raise SourceError(Reason.UNKNOWN_SHAPE, f"no pollutant has {VALUE}")
    try:
        value = max((_level(row) for row in pollutants), default=float(NONE))
        _check(cast("dict[str, object]", told).get(IS_ON), value)
    except BadValue as error:
        return reject(error.reason, told)
    return Observation(KEY, period, value, UNIT, kind)


def _level(row: dict[str, object]) -> float:
    """Return the level of one pollutant.

    Raises:
        BadValue: it has none, or one that nobody knows.
    """
    level = class_named(field(row, VALUE), WORDS)
    if level is None:
        raise BadValue(Refused.MISSING_FIELD)
    return level


def _check(is_on: object, value: float) -> None:
    """Refuse a day whose level says otherwise than its own "actif".

    Raises:
        BadValue: an episode without a level, or a level without an episode.
    """
    if isinstance(is_on, bool) and is_on != (value > NONE):
        raise BadValue(Refused.OUT_OF_RANGE)


SOURCE: Final = Source(
    name="airparif-episodes",
    title=(
        "Épisodes de pollution en Île-de-France",
        "Episodes of pollution in Île-de-France",
    ),
    producer="Airparif",
    licence="ODbL, Airparif",
    page="https://www.airparif.fr/",
    address="https://api.airparif.asso.fr",
    indicators=(INDICATOR,),
    pace=timedelta(hours=1),
    overlap=timedelta(0),
    fetch=fetch,
    parse=parse,
    step=timedelta(days=1),
    key_header="X-Api-Key",
    needs_key=True,
)
