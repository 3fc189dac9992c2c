"""`climact challenge`: make challenges and move them through their life.

Whoever has the command line acts as owner and as moderator; the clock alone starts a
challenge. Every step leaves its trace in the audit.
"""

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from climact_issy.cli import data
from climact_issy.content import challenges as content
from climact_issy.domain.challenge_moves import Move
from climact_issy.domain.challenges import Pair
from climact_issy.domain.errors import NotFound

if TYPE_CHECKING:
    from climact_issy.domain.boosts import Measured

NO_TEMPLATE = "There is no template {slug}: see `climact challenge templates`."

app = typer.Typer(
    help="Challenges: list them, make one, move one through its life.",
    no_args_is_help=True,
)

Slug = Annotated[str, typer.Argument(help="Slug of the challenge.")]
Reason = Annotated[str, typer.Option(help="Why, in one sentence; it is kept.")]
Starts = Annotated[
    datetime, typer.Option(formats=["%Y-%m-%d"], help="First day: 2026-12-01.")
]


@app.command("list")
def list_all() -> None:
    """List every challenge with its state and dates, one a line."""
    from climact_issy.services import challenge_desk

    for each in data.work(challenge_desk.everything):
        dates = f"{each.starts_on} to {each.ends_on}"
        typer.echo(f"{each.slug}: {each.kind}, {_worded(each.state)}, {dates}")
        _say_why(each.measured)


@app.command()
def templates() -> None:
    """List the templates that a challenge can start from."""
    for found in content.templates():
        draft = found.draft
        typer.echo(f"{draft.slug}: {draft.kind}, {found.days} days, {draft.title[1]}")


@app.command()
def create(  # noqa: PLR0913 - one option a thing to say
    slug: Slug,
    *,
    template: Annotated[str, typer.Option(help="Slug of the template.")],
    starts: Starts,
    days: Annotated[int, typer.Option(help="Days; as the template by default.")] = 0,
    title: Annotated[tuple[str, str], typer.Option(help="French, English.")] = ("", ""),
    summary: Annotated[tuple[str, str], typer.Option(help="One sentence.")] = ("", ""),
    target: Annotated[int, typer.Option(help="As the template by default.")] = 0,
    place: Annotated[str, typer.Option(help="Where, for an event.")] = "",
    team: Annotated[str, typer.Option(help="Slug of the team that owns it.")] = "",
) -> None:
    """Make a draft from a template."""
    from climact_issy.services import challenge_desk

    draft = _template(template).starting(slug, starts.date(), days)
    draft = replace(
        draft,
        title=_pair(title, draft.title),
        summary=_pair(summary, draft.summary),
        target=target or draft.target,
        place=place or draft.place,
        owner_team=team,
    )
    now = datetime.now(UTC)
    data.work(lambda session: challenge_desk.create(session, None, draft, now=now))
    typer.echo(f"{slug} is a draft, from {draft.starts_on} to {draft.ends_on}.")


@app.command()
def submit(slug: Slug) -> None:
    """Send a draft to the moderators."""
    _move(slug, Move.SUBMIT)


@app.command("request-changes")
def request_changes(slug: Slug, *, reason: Reason) -> None:
    """Send a challenge back to its owner, with a reason."""
    _move(slug, Move.REQUEST_CHANGES, reason)


@app.command()
def approve(slug: Slug) -> None:
    """Approve a submitted challenge; of one that a rule proposes, say why it does."""
    from climact_issy.services import boosts

    for proposal in data.work(boosts.proposals):
        if proposal.slug == slug:
            _say_why(proposal.measured)
    _move(slug, Move.APPROVE)


@app.command()
def schedule(slug: Slug) -> None:
    """Let an approved challenge start by itself on its first day."""
    _move(slug, Move.SCHEDULE)


@app.command()
def close(slug: Slug, *, reason: Reason) -> None:
    """End a challenge before its last day, with a reason."""
    _move(slug, Move.CLOSE, reason)


@app.command()
def archive(slug: Slug) -> None:
    """Take a closed challenge, or an abandoned draft, off the pages."""
    _move(slug, Move.ARCHIVE)


def _move(slug: str, step: Move, reason: str = "") -> None:
    from climact_issy.services import challenge_desk

    now = datetime.now(UTC)
    to = data.work(
        lambda session: challenge_desk.move(
            session, None, slug, step, reason=reason, now=now
        )
    )
    typer.echo(f"{slug} is now {_worded(to)}.")


def _say_why(measured: "Measured | None") -> None:
    """Say what a rule measured; nothing of a challenge that people made."""
    if measured is None:
        return
    from climact_issy import texts
    from climact_issy.presenters import weather_lines

    why = weather_lines.proposed(texts.for_language("en"), measured)
    typer.echo(f"  opened by the rule {measured.rule}: {why}")


def _worded(state: str) -> str:
    return state.replace("_", " ")


def _pair(said: Pair, kept: Pair) -> Pair:
    return said[0] or kept[0], said[1] or kept[1]


def _template(slug: str) -> content.Template:
    try:
        return content.template(slug)
    except NotFound:
        typer.echo(NO_TEMPLATE.format(slug=slug), err=True)
        raise typer.Exit(data.REFUSED) from None
