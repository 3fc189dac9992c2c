"""The date and the editorial statements of this release."""

from datetime import date
from functools import cache

from climact_issy.content import tables


def released_on() -> date:
    """Return the release day: no factor may be stale on it."""
    return _release()["released_on"]


def retrieved_on() -> date:
    """Return the day on which the bundled data was gathered."""
    return _release()["retrieved_on"]


def statement(key: str) -> tuple[str, str]:
    """Return one editorial statement as (French, English).

    Raises:
        KeyError: no statement has this key.
    """
    return tables.pair(_release()["statements"][key])


@cache
def _release() -> tables.Table:
    return tables.table(tables.FOLDER / "release.toml")
