"""The two small scripts of embeds: one in our frame, one for the page around it."""

import base64
import hashlib
import re
from functools import lru_cache
from pathlib import Path
from typing import Final

_FOLDER: Final = Path(__file__).parent
_REMARK: Final = re.compile(r"^\s*//.*$", re.MULTILINE)


@lru_cache(maxsize=1)
def inside() -> str:
    """Return the script of the embedded page; it stands in the page itself."""
    return _squeezed("embed.js")


@lru_cache(maxsize=1)
def around() -> str:
    """Return the script that another site loads."""
    return _squeezed("embed_parent.js")


@lru_cache(maxsize=1)
def policy() -> str:
    """Return what a Content-Security-Policy lists to let `inside` run, alone."""
    digest = hashlib.sha256(inside().encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def _squeezed(name: str) -> str:
    """Read a script without its remarks and the spaces at the start of its lines."""
    text = _REMARK.sub("", (_FOLDER / name).read_text(encoding="utf-8"))
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())
