"""`climact weather`: what each rule sees now, and a challenge opened by hand."""

from datetime import UTC, datetime
from typing import Annotated

import typer

from climact_issy.cli import data

app = typer.Typer(help="Weather of the climate: the rules that open challenges.")

Rule = Annotated[str, typer.Argument(help="Slug of the rule.")]
As = Annotated[
    str,
    typer.Option(
        "--as", help="E-mail address, or member reference, of a moderator who opens."
    ),
]
DryRun = Annotated[bool, typer.Option(help="Only say what would be opened.")]


@app.callback(invoke_without_command=True)
def weather(context: typer.Context) -> None:
    """Print each rule, what it sees now, and why it opens a challenge or not."""
    if context.invoked_subcommand is not None:
        return
    from climact_issy import texts
    from climact_issy.presenters import weather_lines
    from climact_issy.services import boosts
    from climact_issy.services import weather as seen

    now = datetime.now(UTC)
    found, waiting = data.work(
        lambda s: (seen.weather(s, now=now), boosts.proposals(s))
    )
    t = texts.for_language("en")
    for line in weather_lines.lines(t, found, waiting, now):
        typer.echo(line)


@app.command("open")
def open_rule(rule: Rule, *, as_: As = "", dry_run: DryRun = False) -> None:
    """Open the challenge of a rule at once, in the name of staff.

    The value must be measured now and reach the threshold. In a demonstration a
    recorded value of another day is enough, and the challenge says so.
    """
    from climact_issy import texts
    from climact_issy.content import weather_rules
    from climact_issy.presenters import weather_lines
    from climact_issy.services import boosts, staff

    slugs = [entry.rule.slug for entry in weather_rules.entries()]
    if rule not in slugs:
        known = ", ".join(slugs)
        typer.echo(f"No rule is called {rule}. Known: {known}.", err=True)
        raise typer.Exit(data.REFUSED)
    now = datetime.now(UTC)
    boost = data.work(
        lambda s: boosts.open_by_hand(
            s, staff.named(s, as_) if as_ else None, rule, is_dry=dry_run, now=now
        )
    )
    for line in weather_lines.opened(texts.for_language("en"), boost, is_dry=dry_run):
        typer.echo(line)
