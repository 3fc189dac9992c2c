"""`climact rules`: the versions of the published rule."""

import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from climact_issy.cli.children import run
from climact_issy.cli.surroundings import for_children
from climact_issy.settings import get_settings

app = typer.Typer(help="The published rule: schedule its next version.")

File = Annotated[
    Path,
    typer.Argument(
        exists=True,
        dir_okay=False,
        readable=True,
        resolve_path=True,
        help="The version, written like climact_issy/content/rules.toml.",
    ),
]
From = Annotated[
    datetime,
    typer.Option("--from", formats=["%Y-%m-%d"], help="First day it holds, at Issy."),
]
Reason = Annotated[str, typer.Option(help="Why, in words that the page Règles shows.")]
DryRun = Annotated[bool, typer.Option(help="Only show what it would change.")]


@app.callback()
def rules() -> None:
    """The published rule: schedule its next version."""


@app.command()
def schedule(
    file: File, *, starts_on: From, reason: Reason = "", dry_run: DryRun = False
) -> None:
    """Schedule the next version; print what last month would have looked like."""
    command = [
        *(sys.executable, "-m", "climact_issy.cli.scheduling"),
        *(str(file), starts_on.date().isoformat(), reason),
        *(["--dry-run"] if dry_run else []),
    ]
    code = run(command, for_children(get_settings()))
    if code:
        raise typer.Exit(code)
