"""What `climact observations import` does, in a process of its own.

`python -m climact_issy.cli.importing '{"file": "no2.csv", "indicator": "…", …}'`
loads pandas to compute the means, as `climact ingest` does.
"""

import json
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from climact_issy import database, logs, texts
from climact_issy.connectors.base import MOST_BYTES
from climact_issy.connectors.table_file import TABLE_LARGE, AtHand
from climact_issy.database import Database
from climact_issy.domain.errors import BadInput, ClimactError
from climact_issy.domain.observations import Kind
from climact_issy.domain.table_import import column_map
from climact_issy.presenters import errors
from climact_issy.presenters import table_import as words
from climact_issy.services import deployment, ingestion, table_import
from climact_issy.services.table_import import Asked, Prepared
from climact_issy.settings import get_settings

FAILED: Final = 1
REFUSED: Final = 2
OLD_DATABASE: Final = "The database is not of this version: climact migrate."
_ENGLISH: Final = texts.for_language("en")

Given = dict[str, Any]
Answer = tuple[int, list[str]]
"""Exit code, and what to say, a line each."""


def run(opened: Database, given: Given) -> Answer:
    """Read a table and import it, or only say what it would change.

    Args:
        opened: the database.
        given: the options of the command, by the names of cli/observations.py.
    """
    if not opened.read_here(deployment.is_at_head):
        return REFUSED, [OLD_DATABASE]
    now = datetime.now(UTC)
    path = Path(given["file"])
    try:
        body, asked = _body(path), _asked(given)
        prepared = table_import.prepare(opened, asked, body, path.name, now=now)
        return _answer(opened, prepared, given, now)
    except ClimactError as refusal:
        return REFUSED, [errors.sentence(_ENGLISH, refusal)]


def main(given: str) -> int:
    """Open the database, import one table and say it; return the exit code."""
    settings = get_settings()
    logs.configure(settings.log_level, is_json=settings.is_production)
    opened = database.open(settings.database_address)
    try:
        code, said = run(opened, json.loads(given))
    finally:
        database.close()
    stream = sys.stderr if code else sys.stdout
    stream.write("".join(f"{line}\n" for line in said))
    return code


def _asked(given: Given) -> Asked:
    return Asked(
        indicator=given["indicator"],
        columns=column_map(given["columns"]),
        place=given["place"],
        series=given["series"],
        unit=given["unit"],
        kind=Kind(given["kind"]),
        sheet=given["sheet"],
        mark=given["mark"],
        email=given["email"],
    )


def _body(path: Path) -> bytes:
    """Return a file; one that is too large is not read.

    Raises:
        BadInput: code table_large (values: maximum).
    """
    with path.open("rb") as file:
        body = file.read(MOST_BYTES + 1)
    if len(body) > MOST_BYTES:
        raise BadInput(TABLE_LARGE, maximum=MOST_BYTES)
    return body


def _answer(
    opened: Database, prepared: Prepared, given: Given, now: datetime
) -> Answer:
    report, is_partial = prepared.report, given["is_partial"]
    said = words.fault_lines(_ENGLISH, report.reading)
    if given["is_dry"] or report.is_known:
        is_good = report.reading.may_be_kept(is_partial=is_partial)
        return 0 if is_good else REFUSED, [*said, *words.summary(_ENGLISH, report)]
    try:
        opened.run_here(
            lambda s: table_import.announce(s, prepared, is_partial=is_partial, now=now)
        )
    except ClimactError as refusal:
        return REFUSED, [*said, errors.sentence(_ENGLISH, refusal)]
    way = AtHand(now)
    done = ingestion.run(opened, prepared.source, way, since=now, now=now)
    if done.failure:
        return FAILED, [*said, f"Not imported: {done.failure}, {done.detail}."]
    kept = replace(
        report,
        added=done.added,
        revised=done.revised,
        unchanged=done.unchanged,
        is_applied=True,
    )
    return 0, [*said, *words.summary(_ENGLISH, kept)]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
