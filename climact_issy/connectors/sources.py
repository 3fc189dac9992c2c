"""Every source we read, by name; a new one joins by its line here."""

from typing import Final

from climact_issy.connectors import (
    airparif,
    airparif_episodes,
    atmo_data,
    climaborough,
    eco2mix,
    eco2mix_regional,
    hubeau,
    issy_velo,
    meteo_france_vigilance,
    ngsi_ld,
    recorded,
    smartlina_feed,
    table_file,
)
from climact_issy.connectors.base import Source
from climact_issy.settings import Settings

SOURCES: Final[tuple[Source, ...]] = (
    eco2mix.SOURCE,
    recorded.SOURCE,
    issy_velo.SOURCE,
    eco2mix_regional.SOURCE,
    hubeau.SOURCE,
    # Whoever computes the index, before whoever gathers it.
    airparif.SOURCE,
    atmo_data.SOURCE,
    airparif_episodes.SOURCE,
    meteo_france_vigilance.SOURCE,
    ngsi_ld.SOURCE,
    climaborough.SOURCE,
    smartlina_feed.SOURCE,
    smartlina_feed.PUSHED,
    table_file.SOURCE,
)
"""The surest of an indicator first: where two tell one period, it is the one shown."""

BUNDLED: Final = recorded.SOURCE


def is_configured(source: Source, settings: Settings) -> bool:
    """Whether the settings hold what a source needs; without it nobody is asked."""
    if source.is_pushed:
        return bool(settings.feed_secret.get_secret_value())
    if source.needs_address and not settings.source_addresses.get(source.name):
        return False
    return not source.needs_key or source.name in settings.source_keys


def by_name(name: str) -> Source | None:
    """Return one source, None when none has this name."""
    return next((source for source in SOURCES if source.name == name), None)
