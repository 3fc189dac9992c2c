"""Ours and the bare app side by side: rounds that take turns on the same machine.

A noisy minute then slows all of them, and the ratios stay.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from functools import partial

from benchmarks import gestures, skeleton
from benchmarks.latencies import Measured, Sample, Turn, together
from benchmarks.people import Person
from benchmarks.sockets import Tab

LEVELS = ((1, 50), (50, 10), (200, 4))
"""(clients at once, events of each in a round)."""
ROUNDS = 4
_Clients = Callable[[int, int], Awaitable[tuple[list[Tab], list[list[Turn]]]]]


def needed() -> int:
    """Return how many signed-in people the rounds need."""
    return ROUNDS * sum(
        clients * gestures.people_of_a_client(each) for clients, each in LEVELS
    )


async def measure(port: int, bare_port: int, crowd: Iterator[Person]) -> list[Measured]:
    """Measure the counter, the skeleton and our gesture, level by level.

    Args:
        port: of the running product.
        bare_port: of the running bare app.
        crowd: signed-in people who have not noted anything yet.
    """
    kinds: dict[str, _Clients] = {
        skeleton.COUNTER_NAME: partial(skeleton.clients, bare_port, skeleton.COUNTER),
        skeleton.NAME: partial(skeleton.clients, bare_port, skeleton.SKELETON),
        gestures.NAME: partial(gestures.clients, port, crowd),
    }
    found: list[Measured] = []
    for count, each in LEVELS:
        samples = {name: Sample() for name in kinds}
        for _ in range(ROUNDS):
            for name, clients in kinds.items():
                samples[name].add(await _round(clients, count, each))
        found += [sample.summary(name, count) for name, sample in samples.items()]
    return found


async def _round(clients: _Clients, count: int, each: int) -> Sample:
    tabs, turns = await clients(count, each)
    await asyncio.sleep(0.3)  # what opening the tabs left to do is done
    found = await together(turns)
    for tab in tabs:
        tab.close()
    await asyncio.sleep(0.2)
    return found
