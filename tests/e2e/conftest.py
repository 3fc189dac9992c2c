"""The running demonstration, and browsers to walk through it.

One build and one server a session, on a port and in folders of their own. The
build is kept between sessions: its port is remembered, since a build belongs to
one address. Workers share one demonstration. E2E_URL and E2E_DATA name one that runs
already, with its server.log beside its data folder.
"""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from climact_issy.database import Database
from climact_issy.settings import ROOT
from tests.e2e.people import People

FOLDER = ROOT / ".data" / "e2e"
START_SECONDS = 420
STOP_SECONDS = 20
OUTSIDE = "http://127.0.0.1:9/smartlina"
"""A page of somebody else: nobody answers there but a test that stands in for it."""
FEED_SECRET = "a-secret-of-the-browser-tests"
PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 800}
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "RGAAv4"]

NewPage = Callable[..., Page]


@dataclass(slots=True)
class Demonstration:
    """A running demonstration.

    Attributes:
        url: its address.
        data_dir: folder of its database and its outbox.
        process: `climact demo`, None when somebody else started it.
    """

    url: str
    data_dir: Path
    process: subprocess.Popen[bytes] | None = None

    @property
    def log(self) -> Path:
        """What its server says."""
        return self.data_dir.parent / "server.log"

    @property
    def database_address(self) -> str:
        """Address of its database."""
        return f"sqlite:///{self.data_dir / 'climact.sqlite3'}"

    def start(self) -> None:
        """Run `climact demo` and wait until it answers."""
        port = self.url.rsplit(":", 1)[1]
        with self.log.open("ab") as output:
            self.process = subprocess.Popen(
                [Path(sys.executable).with_name("climact"), "demo"],
                cwd=ROOT,
                env=environment(port, self.data_dir),
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        deadline = time.monotonic() + START_SECONDS
        while not answers(self.url):
            said = f"the demonstration did not start:\n{self.log.read_text()[-4000:]}"
            assert self.process.poll() is None, said
            assert time.monotonic() < deadline, said
            time.sleep(0.3)

    def stop(self) -> None:
        """End it: `climact` ends the group of its server when asked to end."""
        assert self.process
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGTERM)
        self.process.wait(STOP_SECONDS)


def environment(port: str, data_dir: Path) -> dict[str, str]:
    """What `climact demo` is told."""
    return {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "PORT": port,
        "CLIMACT_DATA_DIR": str(data_dir),
        "CLIMACT_SMARTLINA_URL": OUTSIDE,
        "CLIMACT_FEED_SECRET": FEED_SECRET,
        "REFLEX_WEB_WORKDIR": os.environ.get(
            "REFLEX_WEB_WORKDIR", str((FOLDER / "web").relative_to(ROOT))
        ),
    }


def free_port() -> int:
    """The port of the last build if nobody uses it, else any free one."""
    remembered = FOLDER / "port"
    with contextlib.suppress(OSError, ValueError), socket.socket() as probe:
        port = int(remembered.read_text())
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind(("127.0.0.1", port))
        return port
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    FOLDER.mkdir(parents=True, exist_ok=True)
    remembered.write_text(str(port))
    return port


def answers(url: str) -> bool:
    with (
        contextlib.suppress(OSError),
        urllib.request.urlopen(f"{url}/readyz", timeout=2) as answer,
    ):
        return answer.status == 200
    return False


RUNNING = pytest.StashKey[Demonstration]()


def pytest_configure(config: pytest.Config) -> None:
    """Start one demonstration for all the workers of a run, before they start."""
    is_worker = hasattr(config, "workerinput")
    is_shared = bool(config.getoption("numprocesses", default=None))
    if is_worker or not is_shared or "E2E_URL" in os.environ:
        return
    data_dir = Path(tempfile.mkdtemp(prefix="climact-e2e-")) / "data"
    found = Demonstration(f"http://localhost:{free_port()}", data_dir)
    config.stash[RUNNING] = found
    found.start()
    os.environ |= {"E2E_URL": found.url, "E2E_DATA": str(data_dir)}


def pytest_unconfigure(config: pytest.Config) -> None:
    """End the demonstration of all the workers."""
    if found := config.stash.get(RUNNING, None):
        found.stop()
        shutil.rmtree(found.data_dir.parent, ignore_errors=True)


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demonstration]:
    """A demonstration with fresh data, shared by the session."""
    if running := os.environ.get("E2E_URL"):
        yield Demonstration(running, Path(os.environ["E2E_DATA"]))
        return
    data_dir = tmp_path_factory.mktemp("server") / "data"
    found = Demonstration(f"http://localhost:{free_port()}", data_dir)
    try:
        found.start()
        yield found
    finally:
        found.stop()


@pytest.fixture(scope="session")
def base_url(demo: Demonstration) -> str:
    """Address of the demonstration."""
    return demo.url


@pytest.fixture(scope="session")
def people(demo: Demonstration) -> Iterator[People]:
    """New people of the demonstration, and what its database holds of everybody."""
    opened = Database(demo.database_address)
    yield People(opened, demo.url)
    opened.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium: the one CHROMIUM names, else the one Playwright installed."""
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM") or None,
            args=["--no-sandbox", "--disable-dev-shm-usage"],
        )
        yield found
        found.close()


@pytest.fixture
def new_page(browser: Browser, base_url: str) -> Iterator[NewPage]:
    """Make pages, each in a context of its own: new_page(viewport=…, dark=True)."""
    contexts = contextlib.ExitStack()

    def make(
        viewport: dict[str, int] | None = None, *, dark: bool = False, **options: object
    ) -> Page:
        context = browser.new_context(
            base_url=base_url,
            viewport=viewport or PHONE,  # pyright: ignore[reportArgumentType] - a ViewportSize is this dict
            color_scheme="dark" if dark else "light",
            locale="fr-FR",
            **options,  # pyright: ignore[reportArgumentType] - passed on as they are
        )
        contexts.callback(context.close)
        context.set_default_timeout(10_000)
        return context.new_page()

    with contexts:
        yield make


@pytest.fixture
def phone(new_page: NewPage) -> Page:
    """A phone, 390 by 844, light."""
    return new_page(PHONE, has_touch=True, is_mobile=True)


@pytest.fixture
def desk(new_page: NewPage) -> Page:
    """A desk, 1280 by 800, light."""
    return new_page(DESK)


@pytest.fixture(params=["phone-light", "phone-dark", "desk-light", "desk-dark"])
def screen(request: pytest.FixtureRequest, new_page: NewPage) -> Page:
    """Each of the four screens in turn."""
    size, mode = str(request.param).split("-")
    return new_page(PHONE if size == "phone" else DESK, dark=mode == "dark")


@pytest.fixture(scope="session")
def axe_violations() -> Callable[[Page], list[str]]:
    """List what axe-core refuses on the page as it stands, one line each."""
    axe = Axe()

    def check(page: Page) -> list[str]:
        # Frames are pages of their own, looked at by themselves; an outside one is
        # shut in, and the question alone would make the browser complain.
        answer = axe.run(page, options={"runOnly": AXE_TAGS, "iframes": False})
        return [
            f"{found['id']}: {node['target']} {node['html'][:120]}"
            for found in answer.response["violations"]
            for node in found["nodes"]
        ]

    return check
