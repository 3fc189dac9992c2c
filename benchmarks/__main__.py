"""`make bench`: build if needed, measure, print one table."""

import argparse
import asyncio
import signal
import subprocess
import sys
import tempfile
from contextlib import AbstractContextManager
from pathlib import Path

from benchmarks import embeds, kill9, people, rounds, skeleton, statements, weight
from benchmarks.latencies import Measured
from benchmarks.people import Person
from benchmarks.servers import free_port, serving
from benchmarks.weight import Weight
from climact_issy import routes
from climact_issy.settings import ROOT

PORT = 3917
"""Fixed, because a build belongs to one address: the next run finds it finished."""
WEB = ROOT / ".data" / "bench" / "web"
BLANKS = ROOT / ".data" / "bench" / "blank"
SAMPLE = 30
"""People of the bare loop; ten gestures each."""
ROW = "{:<34}{:>8}{:>9}{:>9}{:>9}{:>8}{:>8}{:>15}{:>14}"


def main() -> int:
    """Run everything and print the table."""
    wanted = _arguments()
    # Ended from outside, it still ends the servers it started.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    with tempfile.TemporaryDirectory(prefix="climact-bench-") as name:
        folder = Path(name)
        environment = people.environment(folder / "data", PORT) | {
            "REFLEX_WEB_WORKDIR": str(WEB)
        }
        if wanted.build:
            _say("building the pages (kept for the next run)")
            _build(environment)
            environment["__REFLEX_MOUNT_FRONTEND_COMPILED_APP"] = "true"
        _say("making the demo database")
        people.prepare(folder / "data", environment)
        rows = _in_process(folder)
        crowd = people.sign_in(folder / "data", rounds.needed())
        with _product(environment):
            _say("noting gestures over the websocket, beside a bare Reflex app")
            rows += _side_by_side(folder / "bare", environment, crowd)
            _say("asking for an embed, beside a bare Starlette")
            asked = embeds.measure(PORT, folder / "hello", environment)
            weights = _weigh(wanted)
        _print_latencies(rows)
        _print_embeds(asked)
        _print_weights(weights)
        _say("killing a server in full swing")
        verdict = kill9.prove(folder / "kill9")
        print(f"\n{verdict}")
    return 0 if verdict.is_good else 1


def _side_by_side(
    folder: Path, environment: dict[str, str], crowd: list[Person]
) -> list[Measured]:
    skeleton.write(folder)
    ours = {"__REFLEX_MOUNT_FRONTEND_COMPILED_APP", "REFLEX_WEB_WORKDIR"}
    bare = {key: value for key, value in environment.items() if key not in ours}
    bare["PYTHONPATH"] = str(folder)
    port = free_port()
    with serving("bare.bare:app", port, bare, folder=folder, ready="/ping"):
        return asyncio.run(rounds.measure(PORT, port, iter(crowd)))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "--no-build",
        dest="build",
        action="store_false",
        help="gestures only: no pages, no weight",
    )
    parser.add_argument(
        "--no-lighthouse", dest="lighthouse", action="store_false", help="no scores"
    )
    return parser.parse_args()


def _say(what: str) -> None:
    print(f"... {what}", file=sys.stderr, flush=True)


def _build(environment: dict[str, str]) -> None:
    building = {
        key: value
        for key, value in environment.items()
        if key not in {"__REFLEX_SKIP_COMPILE", "REFLEX_ENV_MODE"}
    }
    WEB.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-c", "from climact_issy.cli import app; app()"]
    subprocess.run(
        [*command, "build", "--demo", "--port", str(PORT)],
        cwd=ROOT,
        env=building,
        check=True,
    )


def _product(
    environment: dict[str, str],
) -> AbstractContextManager["subprocess.Popen[bytes]"]:
    return serving(
        "climact_issy.climact_issy:app",
        PORT,
        environment,
        folder=ROOT,
        ready=routes.READY,
    )


def _in_process(folder: Path) -> list[Measured]:
    _say("noting gestures without a socket, then their statements alone")
    crowd: list[Person] = people.sign_in(folder / "data", SAMPLE)
    return statements.measure(folder / "data", folder / "copies", crowd)


def _weigh(wanted: argparse.Namespace) -> list[Weight]:
    if not wanted.build:
        return []
    _say("weighing the pages, and the blank ones (built once)")
    return weight.measure(
        f"http://localhost:{PORT}", BLANKS, with_lighthouse=wanted.lighthouse
    )


def _print_latencies(rows: list[Measured]) -> None:
    aims = {row.clients: row for row in rows if row.name == skeleton.NAME}
    print(
        "\n"
        + ROW.format(
            "event",
            "clients",
            "p50 ms",
            "p95 ms",
            "p99 ms",
            "per s",
            "events",
            "rate/skeleton",
            "p50/skeleton",
        )
    )
    for row in rows:
        aim = aims.get(row.clients)
        print(
            ROW.format(
                row.name,
                row.clients,
                f"{row.p50_ms:.1f}",
                f"{row.p95_ms:.1f}",
                f"{row.p99_ms:.1f}",
                f"{row.per_second:.0f}",
                row.events,
                f"{row.per_second / aim.per_second:.2f}" if aim else "",
                f"{row.p50_ms / aim.p50_ms:.2f}" if aim else "",
            )
        )
    print(
        "\nA gesture counts when its answer came, after the commit was on the disk. "
        f"{rounds.ROUNDS} rounds of each in turns; all clients share the machine "
        "with the servers.\nAims: p50 under 8 ms at one client, at least half "
        "the skeleton's rate at 50."
    )


def _print_embeds(rows: list[Measured]) -> None:
    bare = next(row for row in rows if row.name == embeds.HELLO)
    line = "{:<28}{:>8}{:>9}{:>9}{:>9}{:>9}{:>13}"
    heads = ("request", "clients", "p50 ms", "p95 ms", "p99 ms", "per s", "rate/hello")
    print("\n" + line.format(*heads))
    for row in rows:
        times = (f"{ms:.1f}" for ms in (row.p50_ms, row.p95_ms, row.p99_ms))
        rate = f"{row.per_second / bare.per_second:.2f}"
        print(line.format(row.name, row.clients, *times, f"{row.per_second:.0f}", rate))
    print("Aim: an embed at least half as often as the bare server's hello.")
    embeds.print_bytes(embeds.weigh())


def _print_weights(weights: list[Weight]) -> None:
    if not weights:
        print("\nPage weight: not measured (no build or no Chromium).")
        return
    print(f"\n{'page':<28}{'KiB':>8}{'scripts':>9}{'files':>7}{'Lighthouse':>12}  runs")
    for page in weights:
        score = "not run" if page.score is None else f"{page.score:.2f}"
        runs = " ".join(f"{run:.2f}" for run in page.scores)
        print(
            f"{page.name:<28}{page.kib:>8.0f}{page.script_kib:>9.0f}"
            f"{page.requests:>7}{score:>12}  {runs}".rstrip()
        )
    print("Lighthouse: the median of the runs, made in turns.")
    if any(page.score is None for page in weights):
        print(
            "Lighthouse could not be run here (npx, its download or Chromium failed)."
        )


if __name__ == "__main__":
    sys.exit(main())
