"""The aim: a gesture of five statements in a bare Reflex app, made durable.

It knows a person, a ledger and three totals, checks nothing and shows a number.
One thread writes, one commit a gesture, with the durability of the product
(WAL, synchronous=FULL). What our gesture costs more is checks, caps, totals and
words.
"""

import textwrap
from functools import partial
from pathlib import Path

from benchmarks.latencies import Turn
from benchmarks.sockets import Tab, Update

NAME = "bare five-statement skeleton"
COUNTER_NAME = "bare Reflex counter"
_STATE = "reflex___state____state.bare___bare____{}"
COUNTER = _STATE.format("counter_state")
SKELETON = _STATE.format("skeleton_state")
_CONFIG = """
    import reflex as rx

    config = rx.Config(
        app_name="bare",
        state_manager_mode=rx.constants.StateManagerMode.MEMORY,
        telemetry_enabled=False,
        disable_plugins=[rx.plugins.SitemapPlugin],
    )
"""
_APP = '''
    import asyncio
    import sqlite3
    from concurrent.futures import ThreadPoolExecutor

    import reflex as rx

    SCHEMA = """
        CREATE TABLE IF NOT EXISTS person (id INTEGER PRIMARY KEY, place TEXT);
        CREATE TABLE IF NOT EXISTS ledger (
            id INTEGER PRIMARY KEY, person INTEGER, action TEXT, points INTEGER,
            at TEXT DEFAULT CURRENT_TIMESTAMP
        );
        CREATE TABLE IF NOT EXISTS person_total (
            person INTEGER PRIMARY KEY, points INTEGER
        );
        CREATE TABLE IF NOT EXISTS place_total (place TEXT PRIMARY KEY, points INTEGER);
        CREATE TABLE IF NOT EXISTS day_total (day TEXT PRIMARY KEY, points INTEGER);
        INSERT OR IGNORE INTO person VALUES (1, 'here');
    """
    ADD = "ON CONFLICT DO UPDATE SET points = points + excluded.points"
    writer = ThreadPoolExecutor(1)
    opened = []


    def connection():
        if not opened:
            found = sqlite3.connect("bare.sqlite3", isolation_level=None)
            found.execute("PRAGMA journal_mode=WAL")
            found.execute("PRAGMA synchronous=FULL")
            found.executescript(SCHEMA)
            opened.append(found)
        return opened[0]


    def note():
        c = connection()
        c.execute("BEGIN IMMEDIATE")
        (place,) = c.execute("SELECT place FROM person WHERE id = 1").fetchone()
        c.execute(
            "INSERT INTO ledger (person, action, points) VALUES (1, 'bike', 10)"
        )
        (points,) = c.execute(
            f"INSERT INTO person_total VALUES (1, 10) {ADD} RETURNING points"
        ).fetchone()
        c.execute(f"INSERT INTO place_total VALUES (?, 10) {ADD}", (place,))
        c.execute(f"INSERT INTO day_total VALUES (date(), 10) {ADD}")
        c.execute("COMMIT")
        return points


    class CounterState(rx.State):
        n: int = 0

        @rx.event
        def add(self):
            self.n += 1


    class SkeletonState(rx.State):
        n: int = 0

        @rx.event
        async def add(self):
            loop = asyncio.get_running_loop()
            self.n = await loop.run_in_executor(writer, note)


    def page():
        return rx.el.p(CounterState.n, SkeletonState.n)


    app = rx.App()
    app.add_page(page, route="/")
'''


def write(folder: Path) -> None:
    """Write the bare application into an empty folder."""
    (folder / "bare").mkdir(parents=True)
    (folder / "bare" / "__init__.py").touch()
    (folder / "rxconfig.py").write_text(textwrap.dedent(_CONFIG))
    (folder / "bare" / "bare.py").write_text(textwrap.dedent(_APP))


async def clients(
    port: int, state: str, count: int, each: int
) -> tuple[list[Tab], list[list[Turn]]]:
    """Open tabs of the bare app, each with its turns.

    Args:
        port: of the running bare app.
        state: COUNTER or SKELETON.
        count: tabs.
        each: events of each tab.
    """
    tabs = [Tab(port, "/") for _ in range(count)]
    for tab in tabs:
        await tab.open()
    return tabs, [[partial(_add, tab, state)] * each for tab in tabs]


async def _add(tab: Tab, state: str) -> None:
    def has_count(update: Update) -> bool:
        return "n_rx_state_" in (update.get("delta") or {}).get(state, {})

    await tab.send(f"{state}.add")
    await tab.until(has_count)
