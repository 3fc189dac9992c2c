"""Schedule the next version of the rule, or only show what it would change.

Run as a process of its own by `climact rules schedule`, so that `climact` itself
starts without loading the data layer.
"""

import argparse
import sys
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from climact_issy import database, logs, texts
from climact_issy.domain.errors import ClimactError
from climact_issy.presenters import errors
from climact_issy.presenters.rule_book import changes
from climact_issy.presenters.rule_preview import preview_lines
from climact_issy.services import deployment, rule_preview, rules
from climact_issy.services.rule_preview import Considered
from climact_issy.settings import get_settings

REFUSED: Final = 2
NOT_READY: Final = (
    "This database is not at the newest version: run `climact migrate` first."
)
_AFTERWARDS: Final = (
    "Gestures of {day} and later are awarded under it; past ones keep their version.",
    "The page of the rules announces it at once. The points printed in the pages are",
    "rebuilt at the next start of `climact run` on {day} or later.",
)


@dataclass(frozen=True, slots=True)
class Request:
    """What was typed.

    Attributes:
        file: the version, written like climact_issy/content/rules.toml.
        starts_on: civic day from which it holds.
        reason: why, in words that the page Règles shows.
        is_dry: only show what it would change.
    """

    file: Path
    starts_on: date
    reason: str
    is_dry: bool


def report(asked: Request, found: Considered) -> list[str]:
    """Say what a version changes, in numbers and over last month.

    Args:
        asked: what was typed.
        found: the version, and what was read about it.
    """
    t = texts.for_language("en")
    day = t.date(asked.starts_on)
    said = "would hold" if asked.is_dry else "is scheduled and holds"
    changed = changes(t, found.last, found.candidate)
    month = preview_lines(t, found.preview, found.in_force)
    return [
        f"Version {found.candidate.version} of the rule {said} from {day}.",
        *(f"  {line}" for line in changed),
        "",
        f"The last {rule_preview.WEEKS} whole weeks under it:",
        *(f"  {line}" for line in month),
        "",
        *(sentence.format(day=day) for sentence in _AFTERWARDS),
    ]


def schedule(asked: Request, now: datetime) -> Considered:
    """Look at a version, and keep it unless it is a dry run.

    Args:
        asked: what was typed.
        now: this instant.

    Raises:
        BadInput: the version has faults; nothing was kept.
    """
    body, day = asked.file.read_text("utf-8"), asked.starts_on
    found = database.read_sync(lambda s: rule_preview.consider(s, body, day, now=now))
    if not asked.is_dry:
        reason = asked.reason
        database.run_sync(
            lambda s: rules.schedule(s, None, body, day, reason=reason, now=now)
        )
    return found


def main(arguments: list[str]) -> int:
    """Do what was typed.

    Args:
        arguments: FILE, DATE, REASON and perhaps --dry-run.

    Returns:
        0, or 2 with one sentence a fault on the error stream when refused.
    """
    parser = argparse.ArgumentParser()
    parser.add_argument("file", type=Path)
    parser.add_argument("starts_on", type=date.fromisoformat)
    parser.add_argument("reason")
    parser.add_argument("--dry-run", action="store_true")
    typed = parser.parse_args(arguments)
    settings = get_settings()
    logs.configure(settings.log_level, is_json=settings.is_production)
    asked = Request(typed.file, typed.starts_on, typed.reason, typed.dry_run)
    database.open(settings.database_address)
    try:
        if not database.read_sync(deployment.is_at_head):
            sys.stderr.write(NOT_READY + "\n")
            return REFUSED
        lines = report(asked, schedule(asked, datetime.now(UTC)))
    except ClimactError as refusal:
        sys.stderr.write(errors.sentence(texts.for_language("en"), refusal) + "\n")
        return REFUSED
    finally:
        database.close()
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
