"""The floor: a Reflex event that adds one to a number, and nothing else."""

import textwrap
from functools import partial
from pathlib import Path

from benchmarks.gestures import LEVELS
from benchmarks.latencies import Measured, Turn, together
from benchmarks.servers import serving
from benchmarks.sockets import Tab, Update

_STATE = "reflex___state____state.bare___bare____counter_state"
_EVENTS_EACH = 200
_CONFIG = """
    import reflex as rx

    config = rx.Config(
        app_name="bare",
        state_manager_mode=rx.constants.StateManagerMode.MEMORY,
        telemetry_enabled=False,
        disable_plugins=[rx.plugins.SitemapPlugin],
    )
"""
_APP = """
    import reflex as rx


    class CounterState(rx.State):
        n: int = 0

        @rx.event
        def add(self):
            self.n += 1


    app = rx.App()
    app.add_page(lambda: rx.el.p(CounterState.n), route="/")
"""


def write(folder: Path) -> None:
    """Write the bare application into an empty folder."""
    (folder / "bare").mkdir(parents=True)
    (folder / "bare" / "__init__.py").touch()
    (folder / "rxconfig.py").write_text(textwrap.dedent(_CONFIG))
    (folder / "bare" / "bare.py").write_text(textwrap.dedent(_APP))


async def measure(
    folder: Path, port: int, environment: dict[str, str]
) -> list[Measured]:
    """Measure the counter at the levels of the gesture."""
    write(folder)
    bare = {**environment, "PYTHONPATH": str(folder)}
    with serving("bare.bare:app", port, bare, folder=folder, ready="/ping"):
        return [await _level(port, clients) for clients, _ in LEVELS]


async def _level(port: int, clients: int) -> Measured:
    tabs = [Tab(port, "/") for _ in range(clients)]
    for tab in tabs:
        await tab.open()
    each = max(10, _EVENTS_EACH // (1 + clients // 50))
    turns: list[list[Turn]] = [[partial(_add, tab)] * each for tab in tabs]
    found = await together("bare Reflex counter", turns)
    for tab in tabs:
        tab.close()
    return found


async def _add(tab: Tab) -> None:
    await tab.send(f"{_STATE}.add")
    await tab.until(_has_count)


def _has_count(update: Update) -> bool:
    return "n_rx_state_" in (update.get("delta") or {}).get(_STATE, {})
