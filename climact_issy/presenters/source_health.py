"""How each source is, in words for everybody: no code, no technical detail."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from climact_issy.domain.civic import PARIS
from climact_issy.domain.observations import start_of
from climact_issy.domain.sources import Health, Standing
from climact_issy.presenters.live import age_of
from climact_issy.presenters.passports import in_words
from climact_issy.texts import Translator

_HOUR: Final = timedelta(hours=1)
_DAY: Final = timedelta(days=1)
_MONTH: Final = timedelta(days=28)
_BY_HAND: Final = frozenset({Health.BROUGHT, Health.NEVER_BROUGHT})
_WELL: Final = frozenset({Health.OK, Health.RECORDED}) | _BY_HAND
"""Nobody waits for a table: none is late, and none is missing."""


@dataclass(frozen=True, slots=True)
class SourceView:
    """One source.

    Attributes:
        title: what it tells.
        producer: who makes the values.
        licence: with its credit.
        newest: how old its newest value is, "–" when there is none.
        pace: how often it publishes.
        health: how it is, in words.
        is_well: whether nothing is wrong.
        href: where to check, "" when nowhere.
    """

    title: str
    producer: str
    licence: str
    newest: str
    pace: str
    health: str
    is_well: bool
    href: str


@dataclass(frozen=True, slots=True)
class SourcesView:
    """Every source, the surest first."""

    sources: list[SourceView] = field(default_factory=list[SourceView])


def sources_view(
    t: Translator, standings: tuple[Standing, ...], now: datetime
) -> SourcesView:
    """Return how every source is."""
    return SourcesView([_source(t, found, now) for found in standings])


def _source(t: Translator, found: Standing, now: datetime) -> SourceView:
    return SourceView(
        title=found.title[t.language == "en"],
        producer=in_words(t, "sources", found.producer),
        licence=in_words(t, "licences", found.licence),
        newest=age_of(t, start_of(found.newest), now) if found.newest else "–",
        pace=t("quand l’équipe en apporte")
        if found.health in _BY_HAND
        else _pace(t, found.pace),
        health=_health(t, found),
        is_well=found.health in _WELL,
        href=found.page,
    )


def _health(t: Translator, found: Standing) -> str:
    last = found.succeeded_at
    return {
        Health.OK: t("tout va bien"),
        Health.LATE: t("en retard"),
        Health.FAILING: t("ne répond pas"),
        Health.RECORDED: t("journée gardée, elle ne change plus"),
        Health.NEVER_READ: t("pas encore lue"),
        Health.NOT_CONFIGURED: t("pas encore branchée ici"),
        Health.BROUGHT: t(
            "dernier tableau apporté le {day}",
            day=t.date(last.astimezone(PARIS).date()) if last else "–",
        ),
        Health.NEVER_BROUGHT: t("aucun tableau apporté"),
    }[found.health]


def _pace(t: Translator, pace: timedelta | None) -> str:
    if pace is None:
        return t("plus jamais")
    if pace >= _MONTH:
        return t("tous les mois environ")
    if pace >= _DAY:
        return t("tous les jours")
    if pace >= _HOUR:
        return t("toutes les heures")
    return t("toutes les {n} minutes", n=int(pace.total_seconds() // 60))
