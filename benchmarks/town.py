"""A town of any size: members with ten ledger rows each, and every total.

The rows are made inside the database, by statements that are the same for both
engines but for a few words. Members have random references, as real ones do: what
is read afterwards lies all over the indexes. At the smallest size the measurement
checks the totals against the replayed ledger.
"""

import hashlib
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, text

from climact_issy.content import actions, neighbourhoods
from climact_issy.database import Database
from climact_issy.domain.civic import civic_day, week_of
from climact_issy.services import deployment, seasons

ROWS_EACH = 10
DAYS = 5
"""Ten gestures on five days of one season, the newest yesterday."""
TEAMS = 200
BATCH = 50_000


class Town:
    """Fills one migrated, empty database."""

    def __init__(self, database: Database, members: int, now: datetime) -> None:
        """Prepare to fill a database.

        Args:
            database: migrated and empty.
            members: how many people.
            now: this instant.
        """
        self.database = database
        self.members = members
        self.now = now
        self.is_sqlite = database.is_sqlite
        today = civic_day(now)
        self.days = [today - timedelta(days=n) for n in range(DAYS, 0, -1)]

    def fill(self) -> None:
        """Make everything, with a bar that moves."""
        season_id = self._season()
        with self._writing() as connection:
            self._people(connection)
            for number in range(ROWS_EACH):
                self._gestures(connection, season_id, number)
            self._totals(connection, season_id)
        self._settle()
        _bar("done", 1, 1)

    def _settle(self) -> None:
        # One transaction made it all: what is read next must not go through a log
        # as long as the town, nor be planned for an empty one.
        engine = self.database.engine
        if self.is_sqlite:
            with closing(sqlite3.connect(str(engine.url.database))) as file:
                busy, _, _ = file.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
                assert not busy
            return
        with engine.connect() as connection:
            connection.execution_options(isolation_level="AUTOCOMMIT")
            connection.exec_driver_sql("VACUUM ANALYZE")

    def _season(self) -> int:
        # The first season of a demo opens four weeks ago.
        self.database.run_here(lambda s: deployment.claim(s, "demo", now=self.now))
        return self.database.run_here(
            lambda s: seasons.ensure(s, now=self.now)
        ).season_id

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with self.database.engine.begin() as connection:
            triggers = _triggers(connection) if self.is_sqlite else {}
            if self.is_sqlite:
                connection.exec_driver_sql("PRAGMA cache_size=-2000000")
                driver = connection.connection.driver_connection
                assert driver is not None
                driver.create_function("md5", 1, _md5, deterministic=True)
            # What refuses a change of the ledger is asked for each row: left out here.
            for name in triggers:
                connection.exec_driver_sql(f"DROP TRIGGER {name}")
            yield connection
            for sql in triggers.values():
                connection.exec_driver_sql(sql)

    def _people(self, connection: Connection) -> None:
        places = [place.slug for place in neighbourhoods.neighbourhoods()]
        instant = self._instant(self.now)
        sql = f"""
            INSERT INTO citizen (id, member_ref, pseudonym, role, neighbourhood,
                language, is_demo, created_at, team, is_on_board, weekly_goal)
            SELECT i, md5(CAST(i AS TEXT)), 'Banc ' || i, 'citizen',
                {_case("i % 7", places)}, 'fr', true, {instant},
                CASE WHEN i % 5 = 0 THEN 'equipe-' || (i / 5 % {TEAMS}) ELSE '' END,
                true, 0
            FROM ({self._numbers()}) AS numbers
        """  # noqa: S608 - names and numbers of this file
        for first, last in self._batches("people"):
            connection.execute(text(sql), {"first": first, "last": last})

    def _gestures(self, connection: Connection, season_id: int, number: int) -> None:
        day = self._day(self.days[number % DAYS])
        slug = _slugs()[number]
        at = self._instant(self.now - timedelta(days=DAYS - number % DAYS))
        ledger = f"""
            INSERT INTO ledger (season_id, member_ref, kind, subject, tier, amount,
                quantity_milli, saving_gco2e, rule_version, factor_version,
                neighbourhood, team, civic_day, recorded_at, cause, idempotency_key)
            SELECT {season_id}, member_ref, 'gesture', '{slug}', 'declared',
                5 * (1 + (id * 7 + {number} * 3) % 3), 1000, 200, 1, 'v1',
                neighbourhood, NULLIF(team, ''), {day}, {at}, 'tap',
                member_ref || '\\:{slug}\\:{self.days[number % DAYS]}\\:1'
            FROM citizen WHERE id BETWEEN :first AND :last ORDER BY id
        """  # noqa: S608 - names and numbers of this file
        log = f"""
            INSERT INTO action_log (id, member_ref, action, civic_day, n,
                quantity_milli, points, noted_at)
            SELECT id, member_ref, subject, civic_day, 1, 1000, amount, recorded_at
            FROM ledger WHERE id > {number * self.members} + :first - 1
                AND id <= {number * self.members} + :last
        """  # noqa: S608 - names and numbers of this file
        for first, last in self._batches(f"gestures {number + 1} of {ROWS_EACH}"):
            connection.execute(text(ledger), {"first": first, "last": last})
            connection.execute(text(log), {"first": first, "last": last})

    def _totals(self, connection: Connection, season_id: int) -> None:
        week = self._day(week_of(self.days[0]))
        statements = [sql.format(season=season_id, week=week) for sql in _TOTALS]
        for done, sql in enumerate(statements):
            _bar("totals", done, len(statements))
            connection.exec_driver_sql(sql)

    def _batches(self, what: str) -> Iterator[tuple[int, int]]:
        for first in range(1, self.members + 1, BATCH):
            _bar(what, first - 1, self.members)
            yield first, min(first + BATCH - 1, self.members)

    def _numbers(self) -> str:
        if not self.is_sqlite:
            return (
                "SELECT generate_series(CAST(:first AS int), CAST(:last AS int)) AS i"
            )
        return (
            "WITH RECURSIVE up(i) AS (SELECT :first UNION ALL "
            "SELECT i + 1 FROM up WHERE i < :last) SELECT i FROM up"
        )

    def _day(self, day: date) -> str:
        return f"'{day}'" if self.is_sqlite else f"DATE '{day}'"

    def _instant(self, at: datetime) -> str:
        if self.is_sqlite:
            return f"'{at.replace(tzinfo=None)}'"
        return f"TIMESTAMPTZ '{at.isoformat()}'"


def _slugs() -> list[str]:
    return [a.slug for a in actions.catalogue() if a.is_loggable][:ROWS_EACH]


def _case(number: str, words: list[str]) -> str:
    cases = " ".join(f"WHEN {n} THEN '{word}'" for n, word in enumerate(words))
    return f"CASE {number} {cases} END"


def _md5(value: str) -> str:
    return hashlib.md5(value.encode(), usedforsecurity=False).hexdigest()


def _triggers(connection: Connection) -> dict[str, str]:
    rows = connection.exec_driver_sql(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
    )
    return {row.name: row.sql for row in rows}


def _bar(what: str, done: int, of: int) -> None:
    width = 24
    filled = width * done // max(of, 1)
    bar = "#" * filled + "." * (width - filled)
    end = "\n" if what == "done" else ""
    sys.stderr.write(f"\r    [{bar}] {what:<24}{end}")
    sys.stderr.flush()


_NO_TIERS = "0, 0, 0, 0"
_TOTALS = (
    """INSERT INTO member_day (member_ref, civic_day, neighbourhood, gestures, points,
        points_proven)
    SELECT member_ref, civic_day, neighbourhood, count(*), sum(amount), 0 FROM ledger
    GROUP BY member_ref, civic_day, neighbourhood""",
    """INSERT INTO member_total (season_id, member_ref, neighbourhood, entry_week,
        gestures, points, saving_gco2e, saving_gco2e_count)
    SELECT {season}, member_ref, neighbourhood, {week}, count(*), sum(amount),
        sum(saving_gco2e), count(saving_gco2e) FROM ledger
    GROUP BY member_ref, neighbourhood""",
    """INSERT INTO member_team (season_id, member_ref, team, entry_week, gestures,
        points)
    SELECT {season}, member_ref, team, {week}, count(*), sum(amount) FROM ledger
    WHERE team IS NOT NULL GROUP BY member_ref, team""",
    """INSERT INTO board_place (season_id, member_ref, points)
    SELECT season_id, member_ref, points FROM member_total""",
    """INSERT INTO group_total (season_id, group_kind, group_id, entry_week, people,
        points, points_squares)
    SELECT season_id, 'neighbourhood', neighbourhood, entry_week, count(*),
        sum(points), sum(points * points) FROM member_total
    GROUP BY season_id, neighbourhood, entry_week""",
    """INSERT INTO group_total (season_id, group_kind, group_id, entry_week, people,
        points, points_squares)
    SELECT season_id, 'team', team, entry_week, count(*), sum(points),
        sum(points * points) FROM member_team GROUP BY season_id, team, entry_week""",
    """INSERT INTO group_points (season_id, group_kind, group_id, entry_week, points,
        people)
    SELECT season_id, 'neighbourhood', neighbourhood, entry_week, points, count(*)
    FROM member_total GROUP BY season_id, neighbourhood, entry_week, points""",
    """INSERT INTO group_points (season_id, group_kind, group_id, entry_week, points,
        people)
    SELECT season_id, 'team', team, entry_week, points, count(*) FROM member_team
    GROUP BY season_id, team, entry_week, points""",
    """INSERT INTO group_points (season_id, group_kind, group_id, entry_week, points,
        people)
    SELECT season_id, 'individual', '', '2000-01-03', points, count(*)
    FROM board_place GROUP BY season_id, points""",
    """INSERT INTO day_total (season_id, civic_day, group_kind, group_id, people,
        gestures, points, saving_gco2e)
    SELECT {season}, civic_day, 'neighbourhood', neighbourhood,
        count(DISTINCT member_ref), count(*), sum(amount), sum(saving_gco2e)
    FROM ledger GROUP BY civic_day, neighbourhood""",
    """INSERT INTO season_total (season_id, gestures, points, saving_gco2e, version)
    SELECT {season}, count(*), sum(amount), sum(saving_gco2e), count(*)
    FROM ledger""",
)
