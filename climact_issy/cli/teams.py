"""`climact team`: make teams and list them."""

from datetime import UTC, datetime
from typing import Annotated

import typer

from climact_issy.cli import data

app = typer.Typer(help="Teams: make one, list them.", no_args_is_help=True)

Captain = Annotated[
    str, typer.Option(help="Member reference of the person who will run it.")
]
Demo = Annotated[bool, typer.Option(help="A labelled demo team, in a demo database.")]


@app.command()
def create(name: str, *, captain: Captain = "", demo: Demo = False) -> None:
    """Make a team; prints its address and the code that lets people in."""
    from climact_issy.services import teams

    made = data.work(
        lambda session: teams.create(
            session,
            None,
            name,
            now=datetime.now(UTC),
            captain_ref=captain,
            is_demo=demo,
        )
    )
    typer.echo(f"{made.slug}: {made.name}, join code {made.join_code}")


@app.command("list")
def list_teams() -> None:
    """List every team with its join code, one a line."""
    from climact_issy.services import teams

    for team in data.work(teams.every):
        label = " (demo)" if team.is_demo else ""
        typer.echo(f"{team.slug}: {team.name}{label}, join code {team.join_code}")
