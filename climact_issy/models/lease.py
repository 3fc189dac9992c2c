"""Who runs a job just now, among any number of workers."""

from datetime import datetime

from sqlmodel import Field, SQLModel


class Lease(SQLModel, table=True):
    """One job, held by one worker until an instant."""

    __tablename__ = "lease"

    name: str = Field(max_length=60, primary_key=True)
    holder: str = Field(max_length=80)
    until: datetime
