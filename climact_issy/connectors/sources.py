"""Every source we read, by name; a new one joins by its line here."""

from typing import Final

from climact_issy.connectors import (
    eco2mix,
    eco2mix_regional,
    hubeau,
    issy_velo,
    recorded,
)
from climact_issy.connectors.base import Source

SOURCES: Final[tuple[Source, ...]] = (
    eco2mix.SOURCE,
    recorded.SOURCE,
    issy_velo.SOURCE,
    eco2mix_regional.SOURCE,
    hubeau.SOURCE,
)
"""The surest of an indicator first: where two tell one period, it is the one shown."""

BUNDLED: Final = recorded.SOURCE


def by_name(name: str) -> Source | None:
    """Return one source, None when none has this name."""
    return next((source for source in SOURCES if source.name == name), None)
