"""What the sources of the ATMO index share: its series, its classes, its days.

The index is that of the order of 10 July 2020: one class a day, from 1 (bon) to 6
(extrêmement mauvais). "Absent" and "événement" (0 and 7 in the national feed) are no
classes. An agency computes the index with a model and publishes the one of tomorrow
too: that one is a forecast, and stays one until it is published as the day's own.
"""

from datetime import datetime
from typing import Final

from climact_issy.domain.civic import civic_day
from climact_issy.domain.observations import Kind, Observation, SeriesKey

INDICATOR: Final = "indice-atmo"
UNIT: Final = "indice ATMO"
KEY: Final = SeriesKey(INDICATOR, "main", "issy-les-moulineaux")
COMMUNE: Final = "92040"
FIRST, LAST = 1, 6
WORDS: Final = {
    "bon": 1,
    "moyen": 2,
    "degrade": 3,
    "mauvais": 4,
    "tres mauvais": 5,
    "extremement mauvais": 6,
}
"""The official words, folded."""


def observed(day: str, value: float | None, retrieved_at: datetime) -> Observation:
    """Return the index of a day; one of a day to come is a forecast."""
    is_to_come = day > civic_day(retrieved_at).isoformat()
    kind = Kind.FORECAST if is_to_come else Kind.PUBLISHED
    return Observation(KEY, day, value, UNIT, kind)
