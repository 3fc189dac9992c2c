"""The front-end build: made when something it depends on changed, else kept."""

import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from climact_issy.cli.children import run
from climact_issy.cli.surroundings import for_children
from climact_issy.content.rules import printed_file
from climact_issy.settings import ROOT, Settings, web_dir

_SOURCES: Final = ("climact_issy", "assets", "reflex.lock")
_FILES: Final = ("rxconfig.py", "requirements.txt")
_NOT_BUILT: Final = ("climact_issy/cli/", "climact_issy/services/")
_BAKED: Final = (
    "mode",
    "is_adopted_by_city",
    "publisher",
    "publisher_contact",
    "publication_director",
    "hosting_provider",
    "smartlina_url",
)
"""The settings that appear in the prerendered pages."""


def fingerprint(settings: Settings) -> str:
    """Return a hash of everything the finished build depends on.

    Args:
        settings: the public address, what the pages print, and where the version of
            the rule that they print is kept.
    """
    baked = {name: str(getattr(settings, name)) for name in _BAKED}
    digest = hashlib.sha256(json.dumps([settings.address, baked]).encode())
    in_force = printed_file(settings)
    if in_force.is_file():
        digest.update(in_force.read_bytes() + b"\0")
    for path in _inputs():
        digest.update(str(path.relative_to(ROOT)).encode() + b"\0")
        digest.update(path.read_bytes() + b"\0")
    return digest.hexdigest()


def is_current(settings: Settings) -> bool:
    """Whether the finished build is the one these settings need.

    Args:
        settings: the public address and what the pages print.
    """
    stamp = _stamp(settings)
    return stamp.is_file() and stamp.read_text("utf-8") == fingerprint(settings)


def build(settings: Settings) -> int:
    """Build the front end and remember what it was built from.

    Args:
        settings: the public address and what the pages print.

    Returns:
        The exit code of the build.
    """
    stamp = _stamp(settings)
    stamp.unlink(missing_ok=True)
    code = run(
        [sys.executable, "-m", "reflex", "export", "--frontend-only", "--no-zip"],
        for_children(settings),
    )
    if code == 0:
        # After the build: a first build writes the lock files it depends on.
        stamp.write_text(fingerprint(settings), "utf-8")
    return code


def _stamp(settings: Settings) -> Path:
    return web_dir(settings) / "build" / "made-from"


def _inputs() -> Iterator[Path]:
    for folder in _SOURCES:
        for path in sorted((ROOT / folder).rglob("*")):
            name = path.relative_to(ROOT).as_posix()
            if (
                path.is_file()
                and "__pycache__" not in name
                and not name.startswith(_NOT_BUILT)
            ):
                yield path
    yield from (ROOT / name for name in _FILES if (ROOT / name).is_file())
