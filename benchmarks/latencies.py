"""Many clients at once: how long each event took, and how many a second."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

Turn = Callable[[], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Measured:
    """What one run of clients measured.

    Attributes:
        name: what was measured.
        clients: how many worked at the same time.
        p50_ms: median latency.
        p95_ms: 95th percentile.
        p99_ms: 99th percentile.
        per_second: events a second, of all clients together.
        events: how many were measured.
    """

    name: str
    clients: int
    p50_ms: float
    p95_ms: float
    p99_ms: float
    per_second: float
    events: int


def of(name: str, clients: int, seconds: list[float], elapsed: float) -> Measured:
    """Summarise latencies in seconds, measured over an elapsed time in seconds."""
    ordered = sorted(seconds)

    def at(share: float) -> float:
        return 1000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))]

    rate = len(ordered) / elapsed
    return Measured(name, clients, at(0.5), at(0.95), at(0.99), rate, len(ordered))


async def together(name: str, clients: list[list[Turn]]) -> Measured:
    """Let every client take its turns one after the other, all at the same time."""
    seconds: list[float] = []

    async def work(turns: list[Turn]) -> None:
        for turn in turns:
            began = time.perf_counter()
            await turn()
            seconds.append(time.perf_counter() - began)

    began = time.perf_counter()
    await asyncio.gather(*(work(turns) for turns in clients))
    return of(name, len(clients), seconds, time.perf_counter() - began)
