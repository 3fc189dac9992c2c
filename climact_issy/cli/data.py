"""Commands that work on the database: open it, do one thing, say a refusal."""

from typing import TYPE_CHECKING, TypeVar

import typer

from climact_issy.settings import get_settings

if TYPE_CHECKING:
    from climact_issy.database import Work

T = TypeVar("T")
REFUSED = 2


def work(do: "Work[T]") -> T:
    """Do a piece of work in one transaction of the database of the settings.

    A refusal of ours is one sentence on the error stream and ends with code 2.

    Args:
        do: the work; it may write.
    """
    # Not at the top: `climact` starts without the data layer.
    from climact_issy import database, texts
    from climact_issy.domain.errors import ClimactError
    from climact_issy.presenters import errors

    database.open(get_settings().database_address)
    try:
        return database.run_sync(do)
    except ClimactError as refusal:
        typer.echo(errors.sentence(texts.for_language("en"), refusal), err=True)
        raise typer.Exit(REFUSED) from None
    finally:
        database.close()
