"""The daily roots of the ledger, so that anybody can hold us to it."""

from datetime import date, datetime
from typing import Final

from fastapi import APIRouter
from pydantic import BaseModel
from starlette.responses import Response

from climact_issy import access, database, routes
from climact_issy.domain import seals as form
from climact_issy.services import seals
from climact_issy.settings import get_settings

router = APIRouter()

LICENCE: Final = "Licence Ouverte 2.0"
_AGE: Final = "public, max-age=300"


class CanonicalForm(BaseModel):
    """How the bytes behind a hash are made.

    Attributes:
        format: version of the form.
        algorithm: the hash.
        genesis: what the first seal stands on.
        columns: of a ledger row, in order.
        row: bytes of a row.
        seal: what the hash of a seal is taken of.
        root: which seal a day's root is.
    """

    format: int = form.FORMAT
    algorithm: str = "SHA-256, lower-case hexadecimal"
    genesis: str = form.GENESIS
    columns: tuple[str, ...] = form.COLUMNS
    row: str = (
        "A JSON array of the columns in this order, without spaces, non-ASCII "
        "characters as they are, then one line feed, in UTF-8. Missing is null, a day "
        'is "2026-11-25", an instant is UTC to the microsecond: '
        '"2026-11-25T11:00:00.000000Z".'
    )
    seal: str = (
        '"climact-ledger FORMAT\\nPREVIOUS\\n", then the rows by increasing id, then '
        '"COUNT INSTANT\\n": the hash of the seal before, the number of rows, and '
        "when it was sealed."
    )
    root: str = (
        "The newest seal when the root was written, after the end of the civic day "
        "(Europe/Paris). It holds every row from the first one on."
    )


class RootItem(BaseModel):
    """The root of one civic day.

    Attributes:
        day: the civic day, which was over.
        hash: hash of the newest seal then.
        seal: number of that seal.
        rows_sealed: ledger rows from the first one to the last one of that seal.
        written_at: when the root was written.
    """

    day: date
    hash: str
    seal: int
    rows_sealed: int
    written_at: datetime


class RootList(BaseModel):
    """Every daily root, oldest first, and how to check one."""

    title: str = "Daily roots of the points ledger of Clim'Act Issy"
    licence: str = LICENCE
    is_demo: bool
    canonical_form: CanonicalForm = CanonicalForm()
    roots: list[RootItem]


@router.get(routes.LEDGER_ROOTS, tags=["ledger"])
@access.access("public")
async def list_roots(response: Response) -> RootList:
    """List the root of each civic day that is over."""
    found = await database.read(seals.roots)
    response.headers["Cache-Control"] = _AGE
    return RootList(
        is_demo=get_settings().is_demo,
        roots=[
            RootItem(
                day=root.day,
                hash=root.hash,
                seal=root.seal_id,
                rows_sealed=root.rows_sealed,
                written_at=root.written_at,
            )
            for root in found
        ],
    )
