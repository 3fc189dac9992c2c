"""`climact ledger`, `climact user` and `climact signals`: what keeps the game honest.

The work is done by cli/keeping.py in a process of its own: `climact` itself starts
without loading the data layer.
"""

import sys
from typing import Annotated

import typer

from climact_issy.cli.children import run as run_child
from climact_issy.cli.surroundings import for_children
from climact_issy.settings import get_settings

app = typer.Typer(help="Check, seal and rebuild the points ledger.")
users = typer.Typer(help="What staff does about an account.")


@app.command()
def replay(
    *,
    repair: Annotated[
        bool, typer.Option(help="Write the totals again where they differ.")
    ] = False,
) -> None:
    """Rebuild every total from nothing and compare; exit code 1 if any differs."""
    _keep("replay", *(["--repair"] if repair else []))


@app.command()
def seal() -> None:
    """Chain what is closed by hash; write the root of each day that is over."""
    _keep("seal")


@app.command()
def verify() -> None:
    """Read every sealed row again; exit code 1 if a single byte has changed."""
    _keep("verify")


@users.command()
def erase(
    person: Annotated[
        str, typer.Argument(help="Member reference, or e-mail address of the account.")
    ],
    *,
    yes: Annotated[bool, typer.Option(help="Do not ask again.")] = False,
) -> None:
    """Erase a person for ever; their points stay, and lead to nobody."""
    if not yes:
        typer.confirm("Erase this account for ever?", abort=True)
    _keep("erase", person)


def signals() -> None:
    """Print what looks odd and nobody has looked at; it has no effect by itself."""
    _keep("signals")


def _keep(*words: str) -> None:
    command = [sys.executable, "-m", "climact_issy.cli.keeping", *words]
    code = run_child(command, for_children(get_settings()))
    if code:
        raise typer.Exit(code)
