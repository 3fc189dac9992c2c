"""The bicycle counter of quai d'Issy, read at the open data portal of the city.

One count an hour and a direction. The figure is both directions together: an hour of
which one direction is missing is a gap, since half a count would look like a fall.
Any other counter that joins the set is left out, since it would look like a rise.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import groupby
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
    within,
)

INDICATOR: Final = "velos-quai-d-issy"
UNIT: Final = "passages/h"
KEY: Final = SeriesKey(INDICATOR, "main", "issy-les-moulineaux")
POSSIBLE: Final = live_indicators.possible(INDICATOR)
"""Of both directions together."""

TIME: Final = "date"
VALUE: Final = "sum_counts"
COUNTER: Final = "id_compteur"
DIRECTIONS: Final = {
    "100056331-104056331": "north-east-to-south-west",
    "100056331-103056331": "south-west-to-north-east",
}
"""Counters "Face au 40 quai d'Issy", NE-SO and SO-NE."""

QUERY: Final = explore.Query(
    "comptage-velo-donnees-compteurs-issy",
    TIME,
    (TIME, COUNTER, VALUE),
    # By windows of time only: between two pages an hour could lose a direction.
    is_paged_within=timedelta(0),
)


def fetch(http: Http, since: datetime) -> Iterator[Page]:
    """Ask for every hour from an instant on."""
    return explore.fetch(http, QUERY, since)


def parse(page: Page) -> Batch:
    """Read the hours of a page, both directions together.

    Raises:
        SourceError: it is not JSON, or no row has the fields we know.
    """
    found = explore.rows(page)
    if found and not any({TIME, COUNTER, VALUE} <= set(row) for row in found):
        raise SourceError(Reason.UNKNOWN_SHAPE, f"no row has {COUNTER} and {VALUE}")
    counts = gather(read for row in found if (read := _read(row)))
    return Batch(tuple(_together(counts.observations)), counts.rejects)


def _read(row: explore.Row) -> Observation | Reject | None:
    """Read one direction; its counter is the series until both are together."""
    try:
        counter = str(field(row, COUNTER))
        if counter not in DIRECTIONS:
            return None
        at = instant(field(row, TIME))
        value = _of_one(number(field(row, VALUE)))
    except BadValue as error:
        names = (TIME, COUNTER, VALUE)
        return reject(error.reason, {name: row.get(name) for name in names})
    key = replace(KEY, series=DIRECTIONS[counter])
    return Observation(key, period_of(at), value, UNIT, Kind.REAL_TIME)


def _of_one(value: float | None) -> float | None:
    """Return a possible count of one direction, or a gap.

    Raises:
        BadValue: two such directions would be more than is possible.
    """
    return within(value, POSSIBLE.low, POSSIBLE.high / len(DIRECTIONS))


def _together(counts: Iterable[Observation]) -> Iterator[Observation]:
    for period, same in groupby(sorted(counts, key=_period), key=_period):
        values = [count.value for count in same if count.value is not None]
        is_whole = len(values) == len(DIRECTIONS)
        value = sum(values) if is_whole else None
        yield Observation(KEY, period, value, UNIT, Kind.REAL_TIME)


def _period(count: Observation) -> str:
    return count.period


SOURCE: Final = Source(
    name="issy-velo",
    title=("Vélos comptés quai d’Issy", "Bicycles counted at quai d’Issy"),
    producer="Ville d’Issy-les-Moulineaux, compteurs de vélos",
    licence="Données ouvertes de la ville, licence à vérifier",
    page="https://data.issy.com/explore/dataset/comptage-velo-donnees-compteurs-issy/",
    address="https://data.issy.com",
    indicators=(INDICATOR,),
    # The portal states no rhythm; counters of this make send their day once.
    pace=timedelta(days=1),
    overlap=timedelta(days=2),
    fetch=fetch,
    parse=parse,
    step=timedelta(hours=1),
)
