"""What a phone has to fetch for a page, and what Lighthouse says about it.

Counted by Chromium itself over its DevTools protocol: encoded bytes as they came
over the wire (brotli where the server has a sidecar), with an empty cache.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from benchmarks import blank
from benchmarks.servers import free_port, serving
from climact_issy import routes
from climact_issy.settings import ROOT

PAGES = {
    "home": routes.HOME.fr,
    "agir": routes.ACT.fr,
    "quartiers": routes.NEIGHBOURHOODS.fr,
    "chiffres": routes.INDICATORS.fr,
}
KIB = 1024
QUIET_MS = 1500
LIGHTHOUSE_SECONDS = 150
LIGHTHOUSE_RUNS = 3
"""Of each page, in turns: one run is noise, and a busy minute should hit them all."""
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")


@dataclass(frozen=True, slots=True)
class Weight:
    """What one page costs.

    Attributes:
        name: the page.
        kib: compressed KiB over the wire, all files.
        script_kib: of these, scripts.
        requests: how many files.
        scores: Lighthouse mobile performance of each run, 0 to 1, lowest first;
            empty when it could not run.
    """

    name: str
    kib: float
    script_kib: float
    requests: int
    scores: tuple[float, ...]

    @property
    def score(self) -> float | None:
        """The median of the runs, None without any."""
        return statistics.median(self.scores) if self.scores else None


def chromium() -> str:
    """Return the path of a Chromium, "" when there is none."""
    named = os.environ.get("CHROMIUM", "")
    return named or next(filter(None, map(shutil.which, _BROWSERS)), "") or ""


def measure(
    address: str, blanks: Path, *, with_lighthouse: bool = True
) -> list[Weight]:
    """Weigh the main pages of a running server, then the blank ones.

    Args:
        address: of the product.
        blanks: folder of the blank builds, kept from one run to the next.
        with_lighthouse: whether to ask for scores.

    Returns:
        Nothing without a browser.
    """
    browser_path = chromium()
    if not browser_path:
        return []
    pages = {name: address + path for name, path in PAGES.items()}
    with sync_playwright() as playwright, ExitStack() as stack:
        browser = playwright.chromium.launch(
            executable_path=browser_path, args=["--no-sandbox"]
        )
        stack.callback(browser.close)
        for kind, name in blank.NAMES.items():
            try:
                built = blank.build(blanks, kind)
            except subprocess.CalledProcessError:
                print(f"... {name} could not be built", file=sys.stderr)
                continue
            pages[name] = stack.enter_context(_blank(built))
        counted = {name: _count(browser, url) for name, url in pages.items()}
        runs = LIGHTHOUSE_RUNS if with_lighthouse else 0
        scores = _in_turns(pages, browser_path, runs)
    return [Weight(name, *counted[name], scores[name]) for name in pages]


def _in_turns(
    pages: dict[str, str], browser_path: str, runs: int
) -> dict[str, tuple[float, ...]]:
    found: dict[str, list[float]] = {name: [] for name in pages}
    for _ in range(runs):
        for name, url in pages.items():
            score = lighthouse(url, browser_path)
            if score is not None:
                found[name].append(score)
    return {name: tuple(sorted(scores)) for name, scores in found.items()}


@contextmanager
def _blank(pages: Path) -> Iterator[str]:
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="climact-blank-") as name:
        environment = {
            **os.environ,
            "BLANK_PAGES": str(pages),
            "CLIMACT_DATA_DIR": name,  # for its log
        }
        with serving("benchmarks.blank:app", port, environment, folder=ROOT, ready="/"):
            yield f"http://localhost:{port}/"


def _count(browser: Browser, url: str) -> tuple[float, float, int]:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    protocol = context.new_cdp_session(page)
    kinds: dict[str, str] = {}
    sizes: dict[str, float] = {}

    def answered(found: dict[str, Any]) -> None:
        kinds[found["requestId"]] = found["type"]

    def finished(found: dict[str, Any]) -> None:
        sizes[found["requestId"]] = found["encodedDataLength"]

    protocol.on("Network.responseReceived", answered)
    protocol.on("Network.loadingFinished", finished)
    protocol.send("Network.enable")
    protocol.send("Network.setCacheDisabled", {"cacheDisabled": True})
    page.goto(url, wait_until="load")
    page.wait_for_timeout(QUIET_MS)
    context.close()
    scripts = sum(size for key, size in sizes.items() if kinds.get(key) == "Script")
    return sum(sizes.values()) / KIB, scripts / KIB, len(sizes)


def lighthouse(url: str, browser_path: str) -> float | None:
    """Return Lighthouse's mobile performance score, None when it cannot run."""
    npx = shutil.which("npx") or shutil.which(
        "npx", path=str(Path(sys.executable).parent)
    )
    if npx is None:
        return None
    command = [
        *(npx, "--yes", "lighthouse@12", url, "--quiet", "--output=json"),
        *("--only-categories=performance", "--output-path=stdout"),
        "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
    ]
    try:
        answer = subprocess.run(
            command,
            env={**os.environ, "CHROME_PATH": browser_path},
            capture_output=True,
            timeout=LIGHTHOUSE_SECONDS,
            check=True,
        )
        return json.loads(answer.stdout)["categories"]["performance"]["score"]
    except (subprocess.SubprocessError, OSError, ValueError, KeyError):
        return None
