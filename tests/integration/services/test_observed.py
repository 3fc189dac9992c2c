"""A live figure is read by index, and never more of it than a page can show."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from sqlalchemy import text
from sqlmodel import Session

from climact_issy.connectors import (
    airparif,
    atmo_index,
    eco2mix,
    hubeau,
    table_file,
)
from climact_issy.connectors.base import Page, Reason, SourceError
from climact_issy.content import live_indicators
from climact_issy.database import Database
from climact_issy.domain.observations import (
    Currency,
    Kind,
    Observation,
    Resolution,
    SeriesKey,
    period_of,
)
from climact_issy.models import ObservationBin
from climact_issy.services import observations, observed, source_states
from climact_issy.services.observed import MOST
from tests.support.gestures import statements_of

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
KEY = eco2mix.KEY
QUARTER = timedelta(minutes=15)


def keep(
    database: Database, values: list[float | None], newest: datetime = NOW
) -> None:
    """Keep quarter hours that end at an instant."""
    found = [
        Observation(
            KEY,
            period_of(newest - (len(values) - 1 - i) * QUARTER),
            value,
            "gCO2/kWh",
            Kind.REAL_TIME,
        )
        for i, value in enumerate(values)
    ]
    page = Page("x", "", b"{}", NOW)

    def work(session: Session) -> None:
        origin = observations.keep_raw(session, eco2mix.SOURCE.name, page)
        observations.keep(session, found, origin)

    database.run_here(work)


def read(database: Database, now: datetime = NOW) -> observed.Reading:
    return database.read_here(lambda s: observed.reading(s, KEY, now=now))


def test_without_a_value_there_is_nothing_to_show(database: Database) -> None:
    found = read(database)

    assert found.newest is None
    assert found.freshness.currency is Currency.NONE
    assert found.recent == ()
    assert not found.is_failing


def test_the_newest_value_is_the_newest_known_one(database: Database) -> None:
    keep(database, [40.0, None, 42.0, None])

    found = read(database)

    assert found.newest is not None
    assert found.newest.value == 42.0
    assert found.freshness.age == QUARTER
    assert found.freshness.currency is Currency.CURRENT
    assert [sample.value for sample in found.recent] == [40.0, None, 42.0]
    assert found.retrieved_at == NOW


def test_an_old_value_is_shown_and_not_called_now(database: Database) -> None:
    keep(database, [40.0], NOW - timedelta(hours=5))

    found = read(database)

    assert found.newest is not None
    assert found.freshness.currency is Currency.LATE


def test_the_last_day_ends_at_the_newest_value(database: Database) -> None:
    keep(database, [float(i) for i in range(400)])

    found = read(database, NOW + timedelta(days=900))

    assert len(found.recent) == 97
    assert found.recent[-1].value == 399


def test_a_source_that_fails_is_said_beside_its_last_value(database: Database) -> None:
    keep(database, [40.0])
    error = SourceError(Reason.TIMEOUT)
    database.run_here(
        lambda s: source_states.failed(s, eco2mix.SOURCE, error, now=NOW, chance=0)
    )

    found = read(database)

    assert found.is_failing
    assert found.newest is not None


def test_a_table_of_the_team_goes_at_the_step_of_its_figure() -> None:
    water = SeriesKey(hubeau.INDICATOR, "main", "issy-les-moulineaux")

    assert observed.step_of(KEY, table_file.SOURCE) == QUARTER
    assert observed.step_of(KEY, hubeau.SOURCE) is None
    assert observed.step_of(water, table_file.SOURCE) is None


def test_ten_years_of_means_are_read_up_to_a_bound(database: Database) -> None:
    def work(session: Session) -> None:
        start = NOW.date()
        session.add_all(
            ObservationBin(
                indicator=KEY.indicator,
                series=KEY.series,
                place=KEY.place,
                resolution=Resolution.DAY.value,
                period=(start - timedelta(days=i)).isoformat(),
                n=96,
                expected=96,
                mean=float(i),
                low=0.0,
                high=99.0,
            )
            for i in range(3650)
        )

    database.run_here(work)
    keep(database, [40.0] * 200)
    found = read(database)
    every = database.read_here(
        lambda s: observed.means(s, KEY, Resolution.DAY, ("2000-01-01", "2099-12-31"))
    )

    assert [mean.period for mean in found.days][:: len(found.days) - 1] == [
        "2026-10-26",
        "2026-11-24",
    ]
    assert len(found.days) == 30
    assert len(found.recent) + len(found.days) <= MOST
    assert len(every) == MOST
    assert every[-1].period == "2026-11-24"


def test_all_figures_at_a_glance_cost_a_statement_each(database: Database) -> None:
    keep(database, [40.0, None, 47.0])
    keys = live_indicators.keys().values()

    engine = database._reader or database.engine
    with statements_of(engine) as found:
        seen = database.read_here(lambda s: observed.glances(s, keys, now=NOW))

    assert len(found) <= len(keys) + 1
    whole = read(database)
    assert seen[KEY] == replace(whole, recent=whole.recent[-1:], days=(), summary=None)
    assert {key for key, told in seen.items() if told.newest} == {KEY}


def keep_days(database: Database, values: dict[str, tuple[float | None, Kind]]) -> None:
    """Keep some days of the ATMO index."""
    found = [
        Observation(atmo_index.KEY, day, value, atmo_index.UNIT, kind)
        for day, (value, kind) in sorted(values.items())
    ]

    def work(session: Session) -> None:
        page = Page("x", "", b"{}", NOW)
        origin = observations.keep_raw(session, airparif.SOURCE.name, page)
        observations.keep(session, found, origin)

    database.run_here(work)


def read_days(database: Database, now: datetime = NOW) -> observed.Reading:
    return database.read_here(lambda s: observed.reading(s, atmo_index.KEY, now=now))


def test_thirty_days_of_a_daily_figure_are_shown(database: Database) -> None:
    today = NOW.date()
    days = [(today - timedelta(days=ago)).isoformat() for ago in range(40)]
    keep_days(database, dict.fromkeys(days, (2.0, Kind.PUBLISHED)))

    found = read_days(database)

    assert [sample.period for sample in found.recent] == sorted(days[:30])
    assert found.newest is not None
    assert found.newest.period == days[0]
    assert found.freshness.currency is Currency.CURRENT


def test_the_value_of_a_day_is_not_now_on_the_next_one(database: Database) -> None:
    keep_days(database, {"2026-11-23": (2.0, Kind.PUBLISHED)})

    assert read_days(database).freshness.currency is Currency.LATE


def test_a_forecast_is_no_value_until_its_day_is_published(database: Database) -> None:
    keep_days(
        database,
        {"2026-11-24": (2.0, Kind.PUBLISHED), "2026-11-25": (5.0, Kind.FORECAST)},
    )
    later = NOW + timedelta(days=1)

    found = read_days(database)
    assert found.newest is not None
    assert (found.newest.period, found.newest.value) == ("2026-11-24", 2.0)
    assert [sample.value for sample in found.recent] == [2.0]
    # Its day has come and nobody has published it: still no value.
    assert read_days(database, later).freshness.currency is Currency.LATE

    keep_days(database, {"2026-11-25": (5.0, Kind.PUBLISHED)})
    found = read_days(database, later)
    assert found.newest is not None
    assert (found.newest.period, found.newest.value) == ("2026-11-25", 5.0)


def test_a_day_that_differs_from_its_forecast_is_a_revision(database: Database) -> None:
    keep_days(database, {"2026-11-25": (5.0, Kind.FORECAST)})
    keep_days(database, {"2026-11-25": (3.0, Kind.PUBLISHED)})

    revisions = database.read_here(
        lambda s: (
            s.connection()
            .execute(text("SELECT old_value, new_value FROM observation_revision"))
            .all()
        )
    )
    assert [tuple(row) for row in revisions] == [(5.0, 3.0)]


def test_the_newest_value_is_found_by_index(database: Database) -> None:
    if not database.is_sqlite:
        return
    plan = database.read_here(
        lambda s: (
            s.connection()
            .execute(
                text(
                    "EXPLAIN QUERY PLAN SELECT period FROM observation "
                    "WHERE indicator = 'a' AND series = 'b' AND place = 'c' "
                    "AND is_demo = 0 AND value IS NOT NULL "
                    "ORDER BY period DESC LIMIT 2"
                )
            )
            .all()
        )
    )

    told = " ".join(str(row) for row in plan)
    assert "USING INDEX" in told
    assert "TEMP B-TREE" not in told


def test_of_a_source_that_samples_now_and_then_a_year_is_shown(
    database: Database,
) -> None:
    found = [
        Observation(
            hubeau.KEY,
            period_of(NOW - timedelta(days=ago)),
            20.0,
            "mg/L",
            Kind.PUBLISHED,
        )
        for ago in (366, 365, 40, 0)
    ]

    def work(session: Session) -> None:
        page = Page("x", "", b"{}", NOW)
        origin = observations.keep_raw(session, hubeau.SOURCE.name, page)
        observations.keep(session, found, origin)

    database.run_here(work)

    shown = database.read_here(lambda s: observed.reading(s, hubeau.KEY, now=NOW))
    assert [sample.period for sample in shown.recent] == [
        item.period for item in found[1:]
    ]
