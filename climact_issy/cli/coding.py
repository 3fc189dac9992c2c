"""One step of `climact codes`, in a process of its own.

`python -m climact_issy.cli.coding print '{"batch": 3, "output": "codes.html"}'`
"""

import json
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final

from climact_issy import database, logs, texts
from climact_issy.domain.civic import civic_day
from climact_issy.domain.errors import ClimactError
from climact_issy.domain.tiers import Tier
from climact_issy.presenters import code_sheets, errors
from climact_issy.presenters import paper as paper_words
from climact_issy.services import (
    attendance,
    code_batches,
    deployment,
    paper,
    rules,
)
from climact_issy.services.code_batches import Wanted
from climact_issy.settings import get_settings
from climact_issy.web import print_pages

REFUSED: Final = 2
OTHER_DATABASE: Final = (
    "This database is {found}, and {wanted} is wanted: "
    "set CLIMACT_MODE, or choose another folder with CLIMACT_DATA_DIR."
)
_ENGLISH: Final = texts.for_language("en")

Given = dict[str, Any]
Answer = tuple[int, list[str]]
"""Exit code, and what to say, a line each."""


def create(given: Given) -> Answer:
    """Make a batch; say its number."""
    wanted = Wanted(
        slug=given["event"],
        count=given["count"],
        uses=given["uses"],
        valid_from=_day(given["first"]),
        valid_until=_day(given["last"]),
        label=given["label"],
    )
    batch = database.run_sync(
        lambda s: code_batches.create(s, None, wanted, now=_now())
    )
    return 0, [f"Batch {batch}: {wanted.count} codes for {wanted.slug}."]


def print_codes(given: Given) -> Answer:
    """Write the codes of a batch into a file."""
    sheet = database.read_sync(lambda s: code_batches.sheet(s, None, given["batch"]))
    rule = database.read_sync(lambda s: rules.in_force(s, sheet.valid_from))
    points = attendance.worth(rule, sheet.event, Tier.CODE)
    address = get_settings().address
    view = code_sheets.code_sheet(_ENGLISH, sheet, address, points)
    Path(given["output"]).write_text(print_pages.code_sheet(_ENGLISH, view), "utf-8")
    return 0, [f"{len(sheet.texts)} codes in {given['output']}."]


def print_list(given: Given) -> Answer:
    """Write the blank list of an event into a file."""
    event = database.read_sync(lambda s: paper.event_to_attest(s, None, given["event"]))
    view = code_sheets.paper_list(_ENGLISH, event)
    Path(given["output"]).write_text(print_pages.paper_list(_ENGLISH, view), "utf-8")
    return 0, [f"Blank list in {given['output']}."]


def import_list(given: Given) -> Answer:
    """Check or apply a list; say what is wrong with each line, then the sums."""
    content = Path(given["file"]).read_bytes()
    now = _now()
    if given["is_applied"]:
        report = database.run_sync(
            lambda s: paper.apply(
                s,
                None,
                content,
                is_partial=given["is_partial"],
                rules=rules.in_force(s, civic_day(now)),
                now=now,
            )
        )
    else:
        report = database.read_sync(lambda s: paper.check(s, None, content, now=now))
    said = [paper_words.fault_line(_ENGLISH, fault) for fault in report.faults]
    is_refused = bool(report.blocking) and not given["is_partial"]
    return REFUSED if is_refused else 0, [
        *said,
        *paper_words.summary(_ENGLISH, report),
    ]


STEPS: Final[dict[str, Callable[[Given], Answer]]] = {
    "create": create,
    "print": print_codes,
    "paper": print_list,
    "import": import_list,
}


def run(step: str, given: Given) -> Answer:
    """Do one step on the open database; a refusal is an answer too.

    Args:
        step: "create", "print", "paper" or "import".
        given: what it works on.
    """
    try:
        database.read_sync(
            lambda s: deployment.refuse_other(s, deployment.kind_of(get_settings()))
        )
        return STEPS[step](given)
    except deployment.WrongDatabase as refusal:
        return REFUSED, [OTHER_DATABASE.format(**refusal.values)]
    except ClimactError as refusal:
        return REFUSED, [errors.sentence(_ENGLISH, refusal)]


def main(step: str, given: str) -> int:
    """Open the database, do one step and say it; return the exit code."""
    settings = get_settings()
    logs.configure(settings.log_level, is_json=settings.is_production)
    database.open(settings.database_address)
    try:
        code, said = run(step, json.loads(given))
    finally:
        database.close()
    stream = sys.stderr if code else sys.stdout
    stream.write("".join(f"{line}\n" for line in said))
    return code


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _now() -> datetime:
    return datetime.now(UTC)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
