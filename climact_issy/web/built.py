"""What the build left behind: which pages exist, and their inline scripts."""

import json
from functools import cached_property
from pathlib import Path
from typing import Final

from climact_issy.settings import web_dir

CLIENT: Final = web_dir() / "build" / "client"
_FALLBACK: Final = "/404"


class Build:
    """The finished pages on the disk, read once; an unbuilt checkout has none."""

    def __init__(self, client: Path = CLIENT, hashes: Path | None = None) -> None:
        """Point at a build.

        Args:
            client: folder of the static files.
            hashes: JSON file of the inline scripts, page -> ["sha256-..."].
        """
        self._client = client
        self._hashes_file = hashes or client.parent.parent / "csp.json"

    def has_page(self, path: str) -> bool:
        """Whether a prerendered page has this address (no slash at the end)."""
        return path in self._pages

    def script_hashes(self, path: str) -> tuple[str, ...]:
        """Return the hashes of the inline scripts of the page at an address.

        An address without a page gets the not-found page, and so its hashes.
        """
        bare = path.rstrip("/") or "/"
        return self._hashes.get(bare) or self._hashes.get(_FALLBACK, ())

    @cached_property
    def _pages(self) -> frozenset[str]:
        if not self._client.is_dir():
            return frozenset()
        return frozenset(
            _address(file.parent.relative_to(self._client).as_posix())
            for file in self._client.rglob("index.html")
        )

    @cached_property
    def _hashes(self) -> dict[str, tuple[str, ...]]:
        if not self._hashes_file.is_file():
            return {}
        found: dict[str, list[str]] = json.loads(self._hashes_file.read_text("utf-8"))
        return {_address(page): tuple(hashes) for page, hashes in found.items()}


def _address(name: str) -> str:
    """Turn "agir/index.html", "agir" or "/agir/" into "/agir"."""
    bare = name.strip("/").removesuffix("index.html").removesuffix(".html")
    return "/" + bare.strip("/").removeprefix(".").strip("/")
