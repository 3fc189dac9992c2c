"""How reading each source goes: where it stands, what failed, when it is next."""

from datetime import datetime

from sqlmodel import Field

from climact_issy.models import base


class SourceState(base.Table, table=True):
    """One source; `watermark` is the newest period with a value.

    `origin`, `etag` and `last_modified` are those of the last answer of one page, to
    ask for changes only. Counts are of the last run that succeeded, but for
    `rejects_ever`.
    """

    name: str = Field(max_length=60, primary_key=True)
    watermark: str = Field(default="", max_length=40)
    origin: str = Field(default="", max_length=500)
    etag: str = Field(default="", max_length=200)
    last_modified: str = Field(default="", max_length=60)
    succeeded_at: datetime | None = None
    failed_at: datetime | None = None
    failure: str = Field(default="", max_length=20)
    failures_in_a_row: int = 0
    next_at: datetime | None = None
    added: int = 0
    revised: int = 0
    unchanged: int = 0
    rejected: int = 0
    rejects_ever: int = 0
