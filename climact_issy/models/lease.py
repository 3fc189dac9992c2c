"""Who runs a job just now, among any number of workers."""

from datetime import datetime

from sqlmodel import Field

from climact_issy.models import base


class Lease(base.Table, table=True):
    """One job, held by one worker until an instant."""

    name: str = Field(max_length=60, primary_key=True)
    holder: str = Field(max_length=80)
    until: datetime
