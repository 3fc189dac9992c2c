"""The `climact` command: every way to start, prepare and check Clim'Act Issy."""

import sys
from collections.abc import Callable
from typing import Annotated

import typer
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from climact_issy.cli import (
    building,
    challenges,
    codes,
    feeds,
    ledger,
    observations,
    rules,
    serving,
    sources,
    study,
    teams,
    thanks,
    weather,
)
from climact_issy.cli.children import run as run_child
from climact_issy.cli.surroundings import for_children
from climact_issy.settings import MAX_PORT, Mode, Settings, get_settings

REFUSED = 2
"""Exit code when the settings or the machine do not allow a start."""

LISTEN_EVERYWHERE = "0.0.0.0"  # noqa: S104 - only after LAN=1
INTERRUPTED = 130
NO_FOLDER = "{folder} cannot be written to: name another with CLIMACT_DATA_DIR."
TAKEN = "Port {port} is taken: stop what uses it, or choose another one with PORT=3001."

app = typer.Typer(
    help="Clim'Act Issy: start it, prepare its database, build its pages.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.add_typer(teams.app, name="team")
app.add_typer(rules.app, name="rules")
app.add_typer(challenges.app, name="challenge")
app.add_typer(codes.app, name="codes")
app.command("fairness")(study.run)
app.add_typer(ledger.app, name="ledger")
app.add_typer(ledger.users, name="user")
app.command()(ledger.signals)
app.add_typer(feeds.app, name="feed")
app.add_typer(observations.app, name="observations")
app.add_typer(weather.app, name="weather")
app.command()(sources.ingest)
app.command()(sources.probe)
app.command()(sources.sources)
app.command()(thanks.thank)
app.command()(thanks.unthank)

Port = Annotated[
    int | None,
    typer.Option(
        envvar="PORT",
        min=1,
        max=MAX_PORT,
        help="Port to listen on; CLIMACT_PORT, else 3000.",
    ),
]
Lan = Annotated[
    bool,
    typer.Option(envvar="LAN", help="Listen on the local network, for a phone."),
]


@app.command()
def demo(*, port: Port = None, lan: Lan = False) -> None:
    """Start the demonstration, with demo people, on this machine."""
    settings = _settings()
    changes: dict[str, object] = {"mode": Mode.DEMO, "port": port or settings.port}
    if lan:
        changes |= _on_the_network(port or settings.port)
    _start(settings.model_copy(update=changes), "demo")


@app.command()
def run(*, port: Port = None) -> None:
    """Start as in production; say why if the settings do not allow it."""
    settings = _settings()
    # Whatever the environment says: no other mode may serve a real database here.
    changes = {"mode": Mode.PRODUCTION, "port": port or settings.port}
    _start(settings.model_copy(update=changes), "real")


@app.command()
def migrate() -> None:
    """Bring the database to the newest version."""
    _do(lambda: _prepare(_settings(), "migrate"))


@app.command()
def seed() -> None:
    """Fill an empty demo database with demo people (idempotent)."""
    settings = _settings().model_copy(update={"mode": Mode.DEMO})
    _do(lambda: _prepare(settings, "demo"))


@app.command()
def build(*, demo: bool = False, force: bool = False, port: Port = None) -> None:
    """Build the pages if anything they depend on changed.

    Args:
        demo: build what the demonstration shows.
        force: build even if nothing changed.
        port: port of the public address, when that is this machine.
    """
    settings = _settings()
    mode = Mode.DEMO if demo else settings.mode
    settings = settings.model_copy(update={"mode": mode, "port": port or settings.port})
    _do(lambda: _build(settings, is_forced=force))


@app.command()
def check() -> None:
    """Say what the settings lack for production."""
    settings = _settings().model_copy(update={"mode": Mode.PRODUCTION})
    _refuse(settings.refusals())
    typer.echo("The settings allow production.")


def _settings() -> Settings:
    try:
        return get_settings()
    except ValidationError as error:
        _refuse([_told(fault) for fault in error.errors()])
        raise


def _told(fault: ErrorDetails) -> str:
    name = "_".join(str(part) for part in fault["loc"]).upper()
    return f"CLIMACT_{name}: {fault['msg']}."


def _on_the_network(port: int) -> dict[str, object]:
    found = [f"http://{address}:{port}" for address in serving.own_addresses()]
    if not found:
        _refuse(["No network address found: connect this machine to a network first."])
    return {"host": LISTEN_EVERYWHERE, "extra_origins": ",".join(found)}


def _start(settings: Settings, kind: str) -> None:
    _refuse(settings.refusals())
    if not serving.is_port_free(settings.host, settings.port):
        _refuse([TAKEN.format(port=settings.port)])
    _do(lambda: _prepare(settings, kind))
    _do(lambda: _build(settings))
    typer.echo("Starting the server…")
    _do(lambda: serving.serve(settings, lambda: _announce(settings)))


def _announce(settings: Settings) -> None:
    typer.echo(f"\nClim'Act Issy answers at  {settings.address}")
    if settings.host == LISTEN_EVERYWHERE:
        for address in settings.extra_origins.split(","):
            typer.echo(f"On a phone of this network {address}")
    typer.echo("Ctrl-C stops it.\n")


def _prepare(settings: Settings, step: str) -> int:
    try:
        settings.data_dir.mkdir(parents=True, exist_ok=True)
    except OSError:
        _refuse([NO_FOLDER.format(folder=settings.data_dir)])
    command = [sys.executable, "-m", "climact_issy.cli.preparing", step]
    return run_child(command, for_children(settings))


def _build(settings: Settings, *, is_forced: bool = False) -> int:
    if building.is_current(settings) and not is_forced:
        return 0
    typer.echo("Building the pages (about a minute the first time)…")
    return building.build(settings)


def _do(step: Callable[[], int]) -> None:
    try:
        code = step()
    except KeyboardInterrupt:
        code = INTERRUPTED
    if code:
        raise typer.Exit(code)


def _refuse(reasons: list[str]) -> None:
    for reason in reasons:
        typer.echo(reason, err=True)
    if reasons:
        raise typer.Exit(REFUSED)
