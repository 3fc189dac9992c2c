"""What the tests of the drawings read: sprite ids and the code that names them."""

from pathlib import Path
from xml.etree import ElementTree as ET

from climact_issy.settings import ROOT

ASSETS = ROOT / "assets"


def ids(path: Path) -> set[str]:
    """Return the ids of a sprite file: our own, not what somebody sent."""
    return {e.attrib["id"] for e in ET.parse(path).getroot() if "id" in e.attrib}  # noqa: S314 - our own files


def code() -> str:
    """Return the source of everything that draws."""
    folders = ("ui", "components", "pages")
    paths = [p for f in folders for p in (ROOT / "climact_issy" / f).rglob("*.py")]
    return "\n".join(path.read_text("utf-8") for path in paths)
