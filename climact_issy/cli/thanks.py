"""`climact thank` and `climact unthank`: the city's thank-you notes."""

from datetime import UTC, datetime
from typing import Annotated

import typer

from climact_issy.cli import data

_DAY = ["%Y-%m-%d"]

First = Annotated[
    datetime, typer.Option("--from", formats=_DAY, help="First day, 2026-12-01.")
]
Last = Annotated[
    datetime, typer.Option("--until", formats=_DAY, help="Last day, included.")
]
Signed = Annotated[str, typer.Option("--signed", help="Who thanks.")]
Place = Annotated[
    str, typer.Option("--neighbourhood", help="Its slug; everybody by default.")
]


def thank(
    text_fr: str,
    text_en: str,
    *,
    starts: First,
    ends: Last,
    signed: Signed,
    neighbourhood: Place = "",
) -> None:
    """Thank people, in both languages, for some days; prints the note's number."""
    from climact_issy.domain.recognition import Note
    from climact_issy.services import notes

    note = Note(
        note_id=0,
        text=(text_fr, text_en),
        neighbourhood=neighbourhood,
        starts_on=starts.date(),
        ends_on=ends.date(),
        signed_by=signed,
        is_demo=False,
    )
    kept = data.work(lambda s: notes.write(s, None, note, now=datetime.now(UTC)))
    label = " (demo)" if kept.is_demo else ""
    typer.echo(f"note {kept.note_id}{label}, {kept.starts_on} to {kept.ends_on}")


def unthank(number: int) -> None:
    """Take a note away, by its number."""
    from climact_issy.services import notes

    data.work(lambda s: notes.withdraw(s, None, number, now=datetime.now(UTC)))
    typer.echo(f"note {number} is gone")
