"""Many clients at once: how long each event took, and how many a second."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

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


@dataclass(slots=True)
class Sample:
    """Latencies of one or several rounds.

    Attributes:
        seconds: how long each event took.
        elapsed: seconds of all rounds together, at the wall.
    """

    seconds: list[float] = field(default_factory=list)
    elapsed: float = 0.0

    def add(self, other: "Sample") -> None:
        """Add another round."""
        self.seconds += other.seconds
        self.elapsed += other.elapsed

    def summary(self, name: str, clients: int) -> Measured:
        """Say it in a few numbers."""
        ordered = sorted(self.seconds)

        def at(share: float) -> float:
            return 1000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))]

        rate = len(ordered) / self.elapsed
        return Measured(name, clients, at(0.5), at(0.95), at(0.99), rate, len(ordered))


async def together(clients: list[list[Turn]]) -> Sample:
    """Let every client take its turns one after the other, all at the same time."""
    found = Sample()

    async def work(turns: list[Turn]) -> None:
        for turn in turns:
            began = time.perf_counter()
            await turn()
            found.seconds.append(time.perf_counter() - began)

    began = time.perf_counter()
    await asyncio.gather(*(work(turns) for turns in clients))
    found.elapsed = time.perf_counter() - began
    return found
