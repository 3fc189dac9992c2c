"""How readers are told the units, producers, licences and versions of the sources.

The data files name them in whichever language the source uses; the pairs are ours.
"""

from functools import cache
from typing import Literal

from climact_issy.content import tables
from climact_issy.content.tables import Pair

Part = Literal["units", "sources", "licences", "versions"]


def worded(part: Part, text: str) -> Pair:
    """Return a text of the sources in (French, English), itself when it has none.

    Args:
        part: what the text is.
        text: the text of the data file, e.g. "kgCO2e/kWh".
    """
    return _pairs(part).get(text, (text, text))


def is_worded(part: Part, text: str) -> bool:
    """Whether a text of the sources has its two languages."""
    return text in _pairs(part)


@cache
def _pairs(part: Part) -> dict[str, Pair]:
    found = tables.table(tables.FOLDER / "wording.toml")[part]
    return {text: tables.pair(value) for text, value in found.items()}
