"""`climact codes`: the codes of an event, and its paper lists.

The work is done by cli/coding.py in a process of its own: `climact` itself starts
without loading the data layer.
"""

import json
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from climact_issy.cli.children import run as run_child
from climact_issy.cli.surroundings import for_children
from climact_issy.settings import get_settings

DAY = "%Y-%m-%d"

app = typer.Typer(help="Codes of events, and their paper lists.", no_args_is_help=True)

Event = Annotated[str, typer.Argument(help="Slug of the event.")]
Output = Annotated[
    Path | None, typer.Option("-o", "--output", help="File to write (HTML, A4).")
]


@app.command()
def create(
    event: Event,
    *,
    count: Annotated[int, typer.Option(min=1, help="How many codes.")] = 1,
    uses: Annotated[
        int, typer.Option(min=1, help="How many people each code counts for.")
    ] = 1,
    first: Annotated[
        datetime | None,
        typer.Option("--from", formats=[DAY], help="First day; that of the event."),
    ] = None,
    last: Annotated[
        datetime | None,
        typer.Option("--until", formats=[DAY], help="Last day; that of the event."),
    ] = None,
    label: Annotated[str, typer.Option(help="A name for the batch.")] = "",
) -> None:
    """Make a batch of codes for an event, and print its number."""
    _do(
        "create",
        event=event,
        count=count,
        uses=uses,
        first=_day(first),
        last=_day(last),
        label=label,
    )


@app.command("print")
def print_codes(
    batch: Annotated[int, typer.Argument(min=1, help="Number of the batch.")],
    *,
    output: Output = None,
) -> None:
    """Write the codes of a batch to cut out; a single code becomes a poster."""
    _do("print", batch=batch, output=_path(output, f"codes-{batch}.html"))


@app.command()
def paper(event: Event, *, output: Output = None) -> None:
    """Write the blank paper list of an event."""
    _do("paper", event=event, output=_path(output, f"list-{event}.html"))


@app.command("import")
def import_list(
    file: Annotated[
        Path, typer.Argument(exists=True, dir_okay=False, help="CSV: email;event;day.")
    ],
    *,
    apply: Annotated[
        bool, typer.Option("--apply", help="Count the people; else only say it.")
    ] = False,
    partial: Annotated[
        bool, typer.Option("--partial", help="Count the good lines of a faulty list.")
    ] = False,
) -> None:
    """Count everybody of a paper list; without --apply nothing is written."""
    _do("import", file=str(file.resolve()), is_applied=apply, is_partial=partial)


def _day(at: datetime | None) -> str | None:
    return None if at is None else date.isoformat(at)[:10]


def _path(output: Path | None, default: str) -> str:
    # The child works in the folder of the code: a path must not depend on it.
    return str((output or Path(default)).resolve())


def _do(step: str, **given: object) -> None:
    command = [sys.executable, "-m", "climact_issy.cli.coding", step, json.dumps(given)]
    code = run_child(command, for_children(get_settings()))
    if code:
        raise typer.Exit(code)
