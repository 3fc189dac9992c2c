"""`climact fairness`: live the invented seasons of the study, keep what they say."""

from collections.abc import Mapping
from typing import Annotated, Final

import typer

from climact_issy.content import rules
from climact_issy.content import study as published
from climact_issy.domain import study
from climact_issy.domain.points import Rules

app: Final = typer.Typer()

HEAD: Final = """\
# Results of the study behind the race, as the page "Pourquoi ce classement est juste"
# shows them. Written by `climact fairness`, never by hand; the tests live the seasons
# again and compare.
"""


@app.command("fairness")
def run(
    *, write: Annotated[bool, typer.Option(help="Keep it for the page.")] = False
) -> None:
    """Study the race on invented seasons; print or keep the results (half a minute)."""
    found = text(rules.first())
    if write:
        published.FILE.write_text(found, encoding="utf-8")
        typer.echo(f"{published.FILE.name} is written.")
    else:
        typer.echo(found)


def text(rule: Rules, seasons: int = study.SEASONS) -> str:
    """Return the results as TOML.

    Args:
        rule: the published rule.
        seasons: seasons of each scenario.
    """
    head = (
        f"{HEAD}rule_version = {rule.version}\n"
        f'seed = "{study.SEED}"\n'
        f"seasons = {seasons}\n"
        f"sizes = {list(study.SIZES.values())}\n"
    )
    parts = [head]
    for scenario in study.SCENARIOS:
        found = study.run(rule, scenario, seasons)
        parts.append(
            f"\n[[scenario]]\n"
            f'slug = "{found.slug}"\n'
            f"winners = {_counts(found.winners)}\n"
            f"first = {_by_rule(found.first)}\n"
            f"last = {_by_rule(found.last)}\n"
        )
    return "".join(parts)


def _by_rule(counts: Mapping[str, Mapping[str, int]]) -> str:
    rows = (f"{rule} = {_counts(counts[rule])}" for rule in published.RULES)
    return "{ " + ", ".join(rows) + " }"


def _counts(counts: Mapping[str, int]) -> str:
    rows = (f"{name} = {counts[name]}" for name in study.SIZES if counts.get(name))
    return "{ " + ", ".join(rows) + " }"
