"""The newest reading of each live figure, for API and embeds: kept for some seconds."""

from datetime import UTC, datetime, timedelta
from typing import Final

from climact_issy import database
from climact_issy.content import live_indicators
from climact_issy.domain.live import Reading
from climact_issy.services import observed

KEPT: Final = timedelta(seconds=15)
_kept: dict[str, tuple[datetime, Reading]] = {}


async def reading(slug: str) -> tuple[Reading, datetime]:
    """Return what is known of a live figure, and the instant of its ages.

    Args:
        slug: of a live figure.
    """
    at = datetime.now(UTC)
    found = _kept.get(slug)
    if found is not None and at - found[0] < KEPT:
        return found[1], at
    key = live_indicators.keys()[slug]
    known = await database.read(lambda s: observed.reading(s, key, now=at))
    _kept[slug] = (at, known)
    return known, at


def forget() -> None:
    """Read the database at the next question."""
    _kept.clear()
