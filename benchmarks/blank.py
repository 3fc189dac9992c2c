"""The floors of page weight: Reflex's own blank template, and a page of elements.

Each is built once, in the folder of the measurement's builds, with the same
compression as the product, and served with Reflex's own static files.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

from reflex.utils.precompressed_staticfiles import PrecompressedStaticFiles

_ELEMENTS = """
    import reflex as rx


    class State(rx.State):
        n: int = 0

        @rx.event
        def add(self):
            self.n += 1


    def page():
        return rx.el.main(
            rx.el.h1("Hello"), rx.el.button(State.n, on_click=State.add)
        )


    app = rx.App()
    app.add_page(page, route="/")
"""
_RECIPE = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()[:8]
NAMES = {"template": "blank Reflex template", "elements": "blank rx.el page"}


def build(folder: Path, kind: str) -> Path:
    """Build one blank application if it is not there; return its pages' folder.

    A changed recipe is another application.

    Args:
        folder: kept from one run to the next.
        kind: a key of NAMES.
    """
    home = folder / f"{kind}-{_RECIPE}"
    pages = home / ".web" / "build" / "client"
    if (home / "finished").exists():
        return pages
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True)
    _reflex(home, "init", "--template", "blank", "--name", "blank")
    config = (home / "rxconfig.py").read_text()
    wanted = 'frontend_compression_formats=["brotli", "gzip"],'
    config = config.replace("    plugins=[", f"    {wanted}\n    plugins=[", 1)
    if kind == "elements":
        config, changed = re.subn(
            r"plugins=\[.*?\],?\n\)", "plugins=[],\n)", config, flags=re.DOTALL
        )
        if not changed:
            message = "Reflex writes its template's plugins differently: look again"
            raise ValueError(message)
        (home / "blank" / "blank.py").write_text(textwrap.dedent(_ELEMENTS))
    (home / "rxconfig.py").write_text(config)
    _reflex(home, "export", "--frontend-only", "--no-zip")
    (home / "finished").touch()
    return pages


def _reflex(home: Path, *arguments: str) -> None:
    ours = ("__REFLEX", "REFLEX_", "CLIMACT_", "PYTHONPATH")
    environment = {k: v for k, v in os.environ.items() if not k.startswith(ours)} | {
        "PATH": f"{Path(sys.executable).parent}:{os.environ.get('PATH', '')}",
        "REFLEX_USE_SYSTEM_BUN": "1",
        "REFLEX_CHECK_LATEST_VERSION": "false",
        "REFLEX_TELEMETRY_ENABLED": "false",
    }
    subprocess.run(
        [sys.executable, "-m", "reflex", *arguments],
        cwd=home,
        env=environment,
        check=True,
        stdout=subprocess.DEVNULL,
    )


def app() -> PrecompressedStaticFiles:
    """Serve the pages of the folder in BLANK_PAGES; made for Granian."""
    return PrecompressedStaticFiles(
        directory=os.environ["BLANK_PAGES"], html=True, encodings=("brotli", "gzip")
    )
