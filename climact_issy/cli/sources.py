"""`climact ingest`, `climact probe` and `climact sources`: figures of other parties.

The work is done by cli/ingesting.py in a process of its own: it loads pandas, which
`climact` itself and the web server never do.
"""

import sys
from typing import Annotated

import typer

from climact_issy.cli.children import run as run_child
from climact_issy.cli.surroundings import for_children
from climact_issy.settings import get_settings


def ingest(
    *,
    source: Annotated[
        list[str] | None, typer.Option(help="Only this source; may be repeated.")
    ] = None,
    since: Annotated[
        str, typer.Option(help="Read from this day on (2024-01-31), to fill the past.")
    ] = "",
    due: Annotated[
        bool, typer.Option(help="Only sources whose time has come.")
    ] = False,
) -> None:
    """Read the sources and keep what is new; exit code 1 if one failed."""
    words = [word for name in source or [] for word in ("--source", name)]
    words += ["--since", since] if since else []
    _do("ingest", *words, *(["--due"] if due else []))


def probe(
    name: Annotated[str, typer.Argument(help="Name of the source.")],
) -> None:
    """Ask one source and print what came; nothing is written."""
    _do("probe", name)


def sources() -> None:
    """Print where each source stands, what fails and when it is tried again."""
    _do("sources")


def _do(*words: str) -> None:
    command = [sys.executable, "-m", "climact_issy.cli.ingesting", *words]
    code = run_child(command, for_children(get_settings()))
    if code:
        raise typer.Exit(code)
