"""The published rule: version 1 is content, and the one that built pages print."""

import json
import tomllib
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from climact_issy.content import tables
from climact_issy.domain.errors import BadInput
from climact_issy.domain.points import Rules
from climact_issy.domain.rulebook import FAULTS, Fault, faults_of, rules_of
from climact_issy.settings import Settings, get_settings

FILE: Final = tables.FOLDER / "rules.toml"
VERSION: Final = 1


@cache
def first() -> Rules:
    """Return version 1, the one of the content.

    Later versions are rows: what awards or shows points on a day asks
    services/rules.py which one is in force.
    """
    body = FILE.read_text("utf-8")
    return parse(body, VERSION, tables.table(FILE)["starts_on"])


def parse(body: str, version: int, starts_on: date) -> Rules:
    """Return the rule written in a file like rules.toml, if it has no fault.

    Args:
        body: text of the file.
        version: its number; a `version` in the file must say the same.
        starts_on: civic day from which it holds; the same.

    Raises:
        BadInput: code "rules_faults" (values: faults).
    """
    try:
        found = tomllib.loads(body)
    except tomllib.TOMLDecodeError as error:
        fault = Fault("", "not_toml", {"why": str(error)})
        raise BadInput(FAULTS, faults=(fault,)) from error
    faults = faults_of(found, version, starts_on)
    if faults:
        raise BadInput(FAULTS, faults=faults)
    return rules_of(found, version, starts_on)


@lru_cache(maxsize=32)
def kept(body: str, version: int, starts_on: date) -> Rules:
    """Return a version that was kept, read as it was when it had no fault."""
    return rules_of(tomllib.loads(body), version, starts_on)


def printed_file(settings: Settings) -> Path:
    """Return where the version that the next build prints is kept.

    It is absent as long as version 1 is in force.
    """
    return settings.data_dir / "rules-in-force.json"


@cache
def printed() -> Rules:
    """Return the rule whose numbers the built pages show.

    It was in force when the pages were built; a version that begins later is shown
    by what is read live, and by the next build.
    """
    path = printed_file(get_settings())
    if not path.is_file():
        return first()
    found = json.loads(path.read_text("utf-8"))
    starts_on = date.fromisoformat(found["starts_on"])
    return kept(found["body"], found["version"], starts_on)
