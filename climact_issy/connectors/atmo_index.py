"""What the sources of the ATMO index share: its series, its classes, its days.

The index is that of the order of 10 July 2020: one class a day, from 1 (bon) to 6
(extrêmement mauvais). "Absent" and "événement" (0 and 7 in the national feed) are no
classes. An agency computes the index with a model and publishes the one of tomorrow
too: that one is a forecast, and stays one until it is published as the day's own.
"""

from typing import Final

from climact_issy.content import live_indicators
from climact_issy.domain.observations import Kind, Observation, SeriesKey

INDICATOR: Final = "indice-atmo"
UNIT: Final = "indice ATMO"
KEY: Final = SeriesKey(INDICATOR, "main", "issy-les-moulineaux")
COMMUNE: Final = "92040"
POSSIBLE: Final = live_indicators.possible(INDICATOR)
WORDS: Final = {
    "bon": 1,
    "moyen": 2,
    "degrade": 3,
    "mauvais": 4,
    "tres mauvais": 5,
    "extremement mauvais": 6,
}
"""The official words, folded."""


def observed(day: str, value: float | None, released: str) -> Observation:
    """Return the index of a day; one that was released before it is a forecast.

    Args:
        day: civic day of the index.
        value: its class, None for a gap.
        released: civic day on which it was made known.
    """
    kind = Kind.FORECAST if day > released else Kind.PUBLISHED
    return Observation(KEY, day, value, UNIT, kind)
