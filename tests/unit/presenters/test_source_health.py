"""Everybody reads how a source is; nobody reads a code."""

from datetime import UTC, datetime, timedelta

import pytest

from climact_issy import texts
from climact_issy.connectors.sources import SOURCES
from climact_issy.content.wording import worded
from climact_issy.domain.observations import Currency, Freshness
from climact_issy.domain.sources import Health, Run, Standing
from climact_issy.presenters.source_health import sources_view

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
FRENCH = texts.for_language("fr")


def standing(
    health: Health, newest: str = "2026-11-24T11:45Z", pace: timedelta | None = None
) -> Standing:
    source = SOURCES[0]
    return Standing(
        name=source.name,
        title=source.title,
        producer=source.producer,
        licence=source.licence,
        page=source.page,
        pace=pace,
        newest=newest,
        freshness=Freshness(timedelta(0), Currency.CURRENT),
        health=health,
        succeeded_at=NOW,
        last=Run(source.name),
        rejects_ever=0,
    )


@pytest.mark.parametrize("health", list(Health))
@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_state_has_words(health: Health, language: str) -> None:
    t = texts.for_language(language)
    (found,) = sources_view(t, (standing(health),), NOW).sources

    assert found.health
    assert "_" not in found.health
    well = {Health.OK, Health.RECORDED, Health.BROUGHT, Health.NEVER_BROUGHT}
    assert found.is_well is (health in well)


@pytest.mark.parametrize(
    ("pace", "words"),
    [
        (None, "plus jamais"),
        (timedelta(minutes=15), "toutes les 15 minutes"),
        (timedelta(hours=1), "toutes les heures"),
        (timedelta(days=1), "tous les jours"),
        (timedelta(days=30), "tous les mois environ"),
    ],
)
def test_a_pace_is_told(pace: timedelta | None, words: str) -> None:
    (found,) = sources_view(FRENCH, (standing(Health.OK, pace=pace),), NOW).sources

    assert found.pace == words


def test_a_table_of_the_team_has_a_day_and_no_pace() -> None:
    found, never = sources_view(
        FRENCH, (standing(Health.BROUGHT), standing(Health.NEVER_BROUGHT, "")), NOW
    ).sources

    assert found.health == "dernier tableau apporté le 24 novembre 2026"
    assert never.health == "aucun tableau apporté"
    assert found.pace == never.pace == "quand l’équipe en apporte"


def test_the_newest_value_has_an_age_or_a_dash() -> None:
    known, unknown = sources_view(
        FRENCH, (standing(Health.OK), standing(Health.NEVER_READ, "")), NOW
    ).sources

    assert (known.newest, unknown.newest) == ("il y a 15 minutes", "–")


def test_every_producer_and_licence_has_its_words() -> None:
    for source in SOURCES:
        assert all(worded("sources", source.producer))
        assert all(worded("licences", source.licence))
