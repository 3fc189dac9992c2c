"""`climact observations`: figures that the team brings in a file.

The work is done by cli/importing.py in a process of its own: it loads pandas, which
`climact` itself and the web server never do.
"""

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from climact_issy.cli.children import run as run_child
from climact_issy.cli.surroundings import for_children
from climact_issy.domain.observations import Kind
from climact_issy.settings import get_settings


class Mark(StrEnum):
    """What separates the decimals."""

    COMMA = ","
    POINT = "."


app = typer.Typer(help="Figures that the team brings in a file.", no_args_is_help=True)


@app.callback()
def observations() -> None:
    """Figures that the team brings in a file."""


@app.command("import")
def import_table(  # noqa: PLR0913 - one option a thing to say
    file: Annotated[
        Path, typer.Argument(exists=True, dir_okay=False, help="CSV or workbook .xlsx.")
    ],
    *,
    indicator: Annotated[str, typer.Option(help="Slug of the live figure.")],
    columns: Annotated[
        list[str] | None,
        typer.Option(
            "--map", help='Which column is what: "period=Date", then "value=Valeur".'
        ),
    ] = None,
    place: Annotated[str, typer.Option(help="That of the figure by default.")] = "",
    series: Annotated[str, typer.Option(help="The main one by default.")] = "",
    unit: Annotated[
        str, typer.Option(help="Of the values; another than the figure's is refused.")
    ] = "",
    kind: Annotated[
        Kind, typer.Option(help="How the values were obtained.")
    ] = Kind.PUBLISHED,
    sheet: Annotated[
        str, typer.Option(help="Of a workbook; the first one shown by default.")
    ] = "",
    decimal: Annotated[
        Mark | None, typer.Option(help="Decimal mark; as the column by default.")
    ] = None,
    email: Annotated[
        str, typer.Option("--as", help="E-mail address of the moderator who imports.")
    ] = "",
    skip_bad_rows: Annotated[
        bool, typer.Option("--skip-bad-rows", help="Import the good rows of a table.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only say what it would change.")
    ] = False,
) -> None:
    """Import the values of a table; exit code 2 when a row is to be mended."""
    given = {
        "file": str(file.resolve()),
        "indicator": indicator,
        "columns": columns or [],
        "place": place,
        "series": series,
        "unit": unit,
        "kind": kind.value,
        "sheet": sheet,
        "mark": decimal.value if decimal else "",
        "email": email,
        "is_partial": skip_bad_rows,
        "is_dry": dry_run,
    }
    command = [sys.executable, "-m", "climact_issy.cli.importing", json.dumps(given)]
    code = run_child(command, for_children(get_settings()))
    if code:
        raise typer.Exit(code)
