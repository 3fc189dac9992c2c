"""From what a source says to what the record says of it: computed once a run."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from climact_issy import texts
from climact_issy.connectors import eco2mix, eco2mix_regional, hubeau, issy_velo
from climact_issy.content import live_indicators
from climact_issy.database import Database
from climact_issy.domain.observations import SeriesKey, period_of
from climact_issy.domain.summaries import Direction, Summary
from climact_issy.presenters.knowing import Known, known
from climact_issy.services import ingestion, observed, summaries, summarising
from tests.support.gestures import statements_of
from tests.support.records import Values, hourly, ingest

KEY = issy_velo.KEY
NOW = datetime(2026, 11, 29, 18, 20, tzinfo=UTC)
NEWEST = datetime(2026, 11, 29, 17, 0, tzinfo=UTC)
"""Six in the evening in Paris."""
FRENCH = texts.for_language("fr")
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def daytime(at: datetime) -> float:
    """Twenty bicycles by day, two at night, and as many of one day as of the other."""
    return 20.0 + at.day % 5 if 6 <= at.hour <= 19 else 2.0


def run(database: Database, values: Values, now: datetime = NOW) -> None:
    done = ingest(database, issy_velo.SOURCE, KEY, values, now)
    assert not done.failure


def summary(database: Database, key: SeriesKey = KEY) -> Summary | None:
    return database.read_here(lambda s: summaries.of(s, key))


def told(database: Database, key: SeriesKey = KEY, now: datetime = NOW) -> Known:
    reading = database.read_here(lambda s: observed.reading(s, key, now=now))
    return known(FRENCH, live_indicators.by_slug(key.indicator), reading)


def test_two_years_are_said_in_words(database: Database) -> None:
    first = NEWEST - 750 * DAY
    values = hourly(first, NEWEST, daytime)
    # Since a year, a quarter more; and just now, many more.
    values |= {
        at: 1.25 * (value or 0.0)
        for at, value in values.items()
        if at > NEWEST - 364 * DAY
    }
    values[NEWEST] = 90.0
    run(database, values)

    found = summary(database)
    assert found is not None
    assert (found.period, found.computed_at) == (period_of(NEWEST), NOW)
    assert (found.n, found.days) == (len(values), 751)
    usual, trend, baseline = found.usual, found.trend, found.baseline
    assert usual is not None
    assert trend is not None
    assert baseline is not None
    assert (usual.month, usual.hour) == (11, 18)
    # All of November 2025, most of November 2026, and what 2024 has of it.
    assert 70 < usual.days < 91
    assert usual.range is not None
    assert 20 <= usual.range.low < usual.range.middle < usual.range.high <= 31
    assert trend.slope is not None
    assert trend.slope.direction is Direction.NONE
    assert baseline.change == pytest.approx(25, abs=3)
    said = told(database)
    assert said.usual.startswith(
        "C’est plus haut que d’habitude, vers 18\u00a0h en novembre. "
        "Au moins 8 fois sur 10, c’est entre "
    )
    assert "Calculé sur " in said.usual
    assert "pas de tendance nette" in said.beside[0]
    assert said.beside[1].startswith(
        "Les quatre dernières semaines connues, comparées aux mêmes de 2025\u00a0: 2"
    )
    assert said.rests == (
        "Nous avons 751 jours de mesures, du 9 novembre 2024 au 29 novembre 2026."
    )


def test_a_clear_trend_is_said_with_its_doubt_and_its_season(
    database: Database,
) -> None:
    first = NEWEST - 100 * DAY
    run(
        database,
        hourly(first, NEWEST, lambda at: 10 + (at - first).days + at.hour % 3),
    )

    line = told(database).beside[0]
    assert "cela monte\u00a0: à peu près " in line
    assert "Le vrai chiffre est sans doute " in line
    assert "la saison peut en être la cause" in line


def test_one_day_says_what_is_missing(database: Database) -> None:
    run(database, hourly(NEWEST - 5 * HOUR, NEWEST, daytime))

    said = told(database)
    assert said.usual == (
        "Il faut au moins 10 jours connus, vers 18\u00a0h en novembre, pour dire ce "
        "qui est habituel. Nous en avons 1."
    )
    assert said.beside == (
        "Il faut au moins 5 semaines connues pour voir une tendance. Nous en avons 0.",
        "Pour comparer, il nous manque les mêmes semaines d’une autre année.",
    )
    assert said.rests == "Nous avons un seul jour de mesures, le 29 novembre 2026."


def test_a_day_of_gaps_is_no_day(database: Database) -> None:
    def holed(at: datetime) -> float | None:
        return None if at.day > 20 else daytime(at)

    run(database, hourly(NEWEST - 28 * DAY, NEWEST, holed))

    found = summary(database)
    assert found is not None
    assert found.period == "2026-11-20T23:00Z"
    assert found.span[1].isoformat() == "2026-11-21"
    assert found.usual is not None
    assert (found.usual.hour, found.usual.days) == (0, 20)
    assert told(database).usual.startswith(
        "C’est comme d’habitude, vers minuit en novembre."
    )


@pytest.mark.parametrize("hour", [0, 1])
def test_the_hour_that_comes_twice_is_one_hour_of_one_day(
    database: Database, hour: int
) -> None:
    newest = datetime(2026, 10, 25, hour, 0, tzinfo=UTC)
    run(
        database,
        hourly(datetime(2026, 9, 30, 22, tzinfo=UTC), newest, daytime),
        newest + HOUR,
    )

    found = summary(database)
    assert found is not None
    assert found.usual is not None
    assert (found.usual.hour, found.usual.days) == (2, 25)
    assert found.days == 25


def test_a_month_begins_at_midnight_in_paris(database: Database) -> None:
    newest = datetime(2026, 6, 30, 22, 0, tzinfo=UTC)
    run(database, hourly(newest - 12 * DAY, newest, daytime), newest + HOUR)

    found = summary(database)
    assert found is not None
    assert found.usual is not None
    assert (found.usual.month, found.usual.hour, found.usual.days) == (7, 0, 1)


def test_a_corrected_figure_is_judged_again(database: Database) -> None:
    values = hourly(NEWEST - 20 * DAY, NEWEST, daytime)
    run(database, values)
    before = summary(database)
    assert told(database).usual.startswith("C’est comme d’habitude")

    run(database, {NEWEST: 99.0}, NOW + HOUR)

    after = summary(database)
    assert before is not None
    assert after is not None
    assert after.computed_at == NOW + HOUR
    assert told(database).usual.startswith("C’est plus haut que d’habitude")


def test_what_brings_nothing_new_computes_nothing(database: Database) -> None:
    values = hourly(NEWEST - 3 * DAY, NEWEST, daytime)
    run(database, values)
    before = summary(database)

    run(database, values, NOW + HOUR)
    assert summary(database) == before

    # A run that ended before it could compute is made good by the next one.
    database.run_here(lambda s: summaries.forget(s, KEY))
    run(database, values, NOW + 2 * HOUR)
    again = summary(database)
    assert again is not None
    assert again.computed_at == NOW + 2 * HOUR


def test_a_figure_that_loses_its_last_value_loses_its_summary(
    database: Database,
) -> None:
    run(database, {NEWEST: 20.0})
    assert database.read_here(summaries.known) == {KEY.indicator}

    run(database, {NEWEST: None}, NOW + HOUR)
    assert summary(database) is None
    assert database.read_here(summaries.known) == frozenset()
    assert told(database) == Known()


def test_samples_are_compared_within_their_month_and_their_year(
    database: Database,
) -> None:
    newest = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
    values: Values = {newest - i * 7 * DAY: 30.0 - i / 20 for i in range(200)}
    done = ingest(database, hubeau.SOURCE, hubeau.KEY, values, NOW)

    found = summary(database, hubeau.KEY)
    assert (done.failure, found is None) == ("", False)
    assert found is not None
    assert found.usual is not None
    assert found.usual.hour is None
    assert found.usual.days == 16
    said = told(database, hubeau.KEY)
    assert "en novembre. Au moins 8 fois sur 10" in said.usual
    assert "cela monte\u00a0: à peu près 2,6\u00a0mg de plus." in said.beside[0]
    assert said.beside[1].startswith("La dernière année connue, comparée à ")


def test_a_value_is_shared_between_the_people_of_its_year(database: Database) -> None:
    key, source = eco2mix_regional.KEY, eco2mix_regional.SOURCE
    ingest(database, source, key, {NEWEST: 8047.0}, NOW)
    line = told(database, key).beside[-1]
    assert line == (
        "Partagé entre tous ceux qui vivent dans la région, c’est 646 watts chacun."
    )

    then = datetime(2027, 1, 1, 0, 0, tzinfo=UTC)
    ingest(database, source, key, {then: 8047.0}, then + HOUR)
    assert told(database, key).beside[-1] == (
        "Le nombre d’habitants de 2027 nous manque\u00a0: pas de valeur par personne."
    )


def test_a_series_that_no_page_shows_is_not_summarised(database: Database) -> None:
    for key in (
        SeriesKey("autre", "main", "issy-les-moulineaux"),
        SeriesKey(KEY.indicator, "one-way", KEY.place),
    ):
        ingest(database, issy_velo.SOURCE, key, {NEWEST: 20.0}, NOW)
        assert summary(database, key) is None


def test_what_goes_wrong_with_a_summary_loses_no_value(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> bool:
        raise ZeroDivisionError

    monkeypatch.setattr(summarising, "refresh", broken)
    run(database, {NEWEST: 20.0})

    assert ingestion.summarising is summarising
    assert summary(database) is None
    reading = database.read_here(lambda s: observed.reading(s, KEY, now=NOW))
    assert reading.newest is not None
    assert told(database).usual == (
        "Il faut au moins 10 jours connus pour dire ce qui est habituel."
    )


def test_it_costs_as_many_statements_for_years_as_for_a_day(
    database: Database,
) -> None:
    def counted(values: Values, now: datetime) -> int:
        run(database, values, now)
        with statements_of(database.engine) as found:
            database.run_here(
                lambda s: summarising.refresh(s, KEY, now=now, is_changed=True)
            )
        return len([sql for sql, _ in found if "observation" in sql])

    few = counted(hourly(NEWEST - DAY, NEWEST, daytime), NOW)
    many = counted(hourly(NEWEST - 400 * DAY, NEWEST, daytime), NOW + HOUR)
    assert few == many == 4


def test_the_months_of_each_year_are_found_by_index(database: Database) -> None:
    if not database.is_sqlite:
        return
    plan = database.read_here(
        lambda s: (
            s.connection()
            .execute(
                text(
                    "EXPLAIN QUERY PLAN SELECT period FROM observation_bin "
                    "WHERE indicator = 'a' AND series = 'b' AND place = 'c' "
                    "AND resolution = 'hour' AND (period BETWEEN '1' AND '2' "
                    "OR period BETWEEN '3' AND '4') ORDER BY period"
                )
            )
            .all()
        )
    )
    assert "SCAN" not in " ".join(str(row) for row in plan)


def test_the_recorded_figure_and_the_live_one_have_one_summary(
    database: Database,
) -> None:
    ingest(database, eco2mix.SOURCE, eco2mix.KEY, {NEWEST: 40.0}, NOW)
    found = summary(database, eco2mix.KEY)
    assert found is not None
    assert (found.n, found.per_person, found.people) == (1, None, None)
