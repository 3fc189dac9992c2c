"""Prepare the database: migrate it, claim it as demo or real, fill a demo.

Run as a process of its own (`python -m climact_issy.cli.preparing demo`), so
that `climact` itself starts without loading the data layer.
"""

import json
import sys
from datetime import UTC, datetime
from typing import Final, Literal

from climact_issy import database, logs
from climact_issy.connectors.http import for_source
from climact_issy.connectors.sources import BUNDLED
from climact_issy.content.rules import printed_file
from climact_issy.domain.civic import civic_day
from climact_issy.domain.points import Rules
from climact_issy.services import (
    challenge_content,
    demo,
    demo_proofs,
    deployment,
    rules,
    seasons,
    source_states,
)
from climact_issy.settings import get_settings

REFUSED: Final = 2
WRONG_DATABASE: Final = (
    "This database is {found}, and {wanted} is wanted: "
    "choose another folder with CLIMACT_DATA_DIR.\n"
)


def claim(kind: deployment.Kind, now: datetime) -> None:
    """Claim the database for one kind and fill it with what a site starts with.

    What the pages are to print is kept beside it: the version of the rule in force.

    Args:
        kind: "demo" or "real".
        now: the instant of the claim.
    """
    today = civic_day(now)
    opened = database.open(get_settings().database_address)
    try:
        database.run_sync(lambda session: deployment.claim(session, kind, now=now))
        if kind == "demo":
            # Before this season opens: a demo also has the one before.
            database.run_sync(lambda session: demo.seed(session, now=now))
        database.run_sync(lambda session: seasons.ensure(session, now=now))
        database.run_sync(
            lambda session: challenge_content.open_first(session, kind, now=now)
        )
        read_recorded(opened, now)
        if kind == "demo":
            # After its challenges: some of what proves points happened at one.
            database.run_sync(lambda session: demo_proofs.seed(session, now=now))
        _keep_printed(*database.read_sync(lambda s: rules.in_force_row(s, today)))
    finally:
        database.close()


def read_recorded(opened: database.Database, now: datetime) -> None:
    """Read the recorded day once: without a network a live figure has an old value."""
    source = BUNDLED
    if not opened.read_here(lambda s: source_states.is_due(s, source, now=now)):
        return
    # Not at the top: pandas is loaded at the first start only.
    from climact_issy.services import ingestion

    with for_source(source) as http:
        ingestion.run(opened, source, http, since=None, now=now)


def _keep_printed(rule: Rules, body: str) -> None:
    """Keep the version in force where the build of the pages reads it."""
    path = printed_file(get_settings())
    if not body:
        path.unlink(missing_ok=True)
        return
    found = {"version": rule.version, "starts_on": rule.starts_on.isoformat()}
    path.write_text(json.dumps(found | {"body": body}), "utf-8")


def main(step: Literal["migrate", "demo", "real"]) -> int:
    """Do one step: "migrate", "demo" or "real".

    Args:
        step: what to prepare.

    Returns:
        0, or 2 with one sentence on the error stream when refused.
    """
    settings = get_settings()
    logs.configure(settings.log_level, is_json=settings.is_production)
    address = settings.database_address
    deployment.migrate(address)
    if step == "migrate":
        return 0
    try:
        claim(step, datetime.now(UTC))
    except deployment.WrongDatabase as refusal:
        sys.stderr.write(WRONG_DATABASE.format(**refusal.values))
        return REFUSED
    return 0


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["migrate" | "demo" | "real" as step]:
            sys.exit(main(step))
        case _:
            sys.exit("migrate, demo or real?")
