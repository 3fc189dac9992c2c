"""`climact feed`: check a smartLINA feed, sign one, print its schema."""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

import typer

from climact_issy.connectors import smartlina_feed
from climact_issy.connectors.base import SourceError
from climact_issy.connectors.http import HttpSource
from climact_issy.domain import signatures
from climact_issy.settings import get_settings

FAULTY = 1
REFUSED = 2

app = typer.Typer(help="The smartLINA feed: check it, sign it.", no_args_is_help=True)

Where = Annotated[str, typer.Argument(help="A file, or an address with http(s).")]


@app.command()
def validate(feed: Where) -> None:
    """Say whether a feed keeps its schema; exit code 1 with every fault if not."""
    body = _read(feed)
    faults = smartlina_feed.faults(body)
    for fault in faults:
        typer.echo(fault, err=True)
    if faults:
        raise typer.Exit(FAULTY)
    values = len(json.loads(body)["values"])
    typer.echo(f"A smartLINA feed of version {smartlina_feed.VERSION}: {values} values")


@app.command()
def schema() -> None:
    """Print the JSON Schema of the feed."""
    typer.echo(json.dumps(smartlina_feed.schema(), indent=2, ensure_ascii=False))


@app.command()
def sign(feed: Where) -> None:
    """Print the two headers that send a feed to us now, under our own secret."""
    secret = get_settings().feed_secret.get_secret_value()
    if not secret:
        typer.echo("CLIMACT_FEED_SECRET must be set: it signs the feed.", err=True)
        raise typer.Exit(REFUSED)
    body = _read(feed)
    seconds = signatures.seconds_of(datetime.now(UTC))
    proof = signatures.signature(secret.encode(), seconds, body)
    typer.echo(f"X-Climact-Timestamp: {seconds}\nX-Climact-Signature: {proof}")


def _read(feed: str) -> bytes:
    try:
        if urlsplit(feed).scheme in {"http", "https"}:
            # Whoever runs the command chose this address.
            with HttpSource(feed.rstrip("/"), is_ours=True) as http:
                page = http.get("")
                return page.body if page else b""
        return sys.stdin.buffer.read() if feed == "-" else Path(feed).read_bytes()
    except (OSError, SourceError) as error:
        typer.echo(f"{feed} cannot be read: {error}.", err=True)
        raise typer.Exit(REFUSED) from None
