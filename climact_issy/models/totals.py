"""Running totals: integers kept in the transaction of each gesture.

All of them can be dropped and replayed from the ledger. Points are net and capped,
savings are grams of CO2e (footprint, central value). `points` holds every tier; what
is not in `points_evidence`, `points_attested`, `points_code` or `points_measured` was
declared. They are always written in the order of this module, so that two
transactions never wait for each other in a ring.
"""

from datetime import date

from sqlalchemy import CheckConstraint
from sqlmodel import Field, Index

from climact_issy.models import base


class MemberDay(base.Table, table=True):
    """What a person's gestures of one civic day made, per neighbourhood at entry.

    `points_proven` are those of every tier but the declared one.
    """

    __table_args__ = (
        CheckConstraint("gestures >= 0", name="gestures"),
        CheckConstraint("points >= 0", name="points"),
    )

    member_ref: str = Field(max_length=base.MEMBER_REF_LENGTH, primary_key=True)
    civic_day: date = Field(primary_key=True)
    neighbourhood: str = Field(max_length=base.SLUG_LENGTH, primary_key=True)
    gestures: int
    points: int
    points_proven: int = base.added_count()


class MemberTotal(base.Table, table=True):
    """What a person's gestures of a season made, per neighbourhood at entry.

    `entry_week` is the Monday of the week in which the row that made them active there
    was written; it starts anew when they come back after having undone everything.
    """

    __table_args__ = (
        CheckConstraint("gestures >= 0", name="gestures"),
        CheckConstraint("points >= 0", name="points"),
        CheckConstraint("saving_gco2e_count >= 0", name="saving_gco2e_count"),
    )

    season_id: int = Field(
        primary_key=True, foreign_key="season.id", ondelete="RESTRICT"
    )
    member_ref: str = Field(max_length=base.MEMBER_REF_LENGTH, primary_key=True)
    neighbourhood: str = Field(max_length=base.SLUG_LENGTH, primary_key=True)
    entry_week: date
    gestures: int
    points: int
    saving_gco2e: int
    saving_gco2e_count: int
    points_evidence: int = base.added_count()
    points_attested: int = base.added_count()
    points_code: int = base.added_count()
    points_measured: int = base.added_count()


class MemberTeam(base.Table, table=True):
    """What a person's gestures of a season made for the team on their rows."""

    __table_args__ = (
        CheckConstraint("gestures >= 0", name="gestures"),
        CheckConstraint("points >= 0", name="points"),
    )

    season_id: int = Field(
        primary_key=True, foreign_key="season.id", ondelete="RESTRICT"
    )
    member_ref: str = Field(max_length=base.MEMBER_REF_LENGTH, primary_key=True)
    team: str = Field(max_length=base.SLUG_LENGTH, primary_key=True)
    entry_week: date
    gestures: int
    points: int


class BoardPlace(base.Table, table=True):
    """The points of a person who chose to be in the private ranking of a season."""

    __table_args__ = (
        CheckConstraint("points >= 0", name="points"),
        Index("ix_board_place_season_id_points", "season_id", "points", "member_ref"),
    )

    season_id: int = Field(
        primary_key=True, foreign_key="season.id", ondelete="RESTRICT"
    )
    member_ref: str = Field(max_length=base.MEMBER_REF_LENGTH, primary_key=True)
    points: int


class GroupTotal(base.Table, table=True):
    """The active people of a group, by the week in which they became active.

    `points_squares` is the sum of the square of each person's points: with `people`
    and `points` it gives mean and variance without reading any person.
    """

    __table_args__ = (
        CheckConstraint("people >= 0", name="people"),
        CheckConstraint("points >= 0", name="points"),
        CheckConstraint("points_squares >= 0", name="points_squares"),
    )

    season_id: int = Field(
        primary_key=True, foreign_key="season.id", ondelete="RESTRICT"
    )
    group_kind: str = Field(max_length=16, primary_key=True)
    group_id: str = Field(max_length=base.SLUG_LENGTH, primary_key=True)
    entry_week: date = Field(primary_key=True)
    people: int
    points: int
    points_squares: int = base.large_sum()
    points_evidence: int = base.added_count()
    points_attested: int = base.added_count()
    points_code: int = base.added_count()
    points_measured: int = base.added_count()


class GroupPoints(base.Table, table=True):
    """How many active people of a group have exactly so many points."""

    __table_args__ = (CheckConstraint("people >= 0", name="people"),)

    season_id: int = Field(
        primary_key=True, foreign_key="season.id", ondelete="RESTRICT"
    )
    group_kind: str = Field(max_length=16, primary_key=True)
    group_id: str = Field(max_length=base.SLUG_LENGTH, primary_key=True)
    entry_week: date = Field(primary_key=True)
    points: int = Field(primary_key=True)
    people: int


class DayTotal(base.Table, table=True):
    """What a group did in one civic day; `people` are those with a gesture."""

    __table_args__ = (
        CheckConstraint("people >= 0", name="people"),
        CheckConstraint("gestures >= 0", name="gestures"),
        CheckConstraint("points >= 0", name="points"),
    )

    season_id: int = Field(
        primary_key=True, foreign_key="season.id", ondelete="RESTRICT"
    )
    civic_day: date = Field(primary_key=True)
    group_kind: str = Field(max_length=16, primary_key=True)
    group_id: str = Field(max_length=base.SLUG_LENGTH, primary_key=True)
    people: int
    gestures: int
    points: int
    saving_gco2e: int = base.large_sum()


class SeasonTotal(base.Table, table=True):
    """What everybody did in a season; `version` grows with every ledger row."""

    __table_args__ = (
        CheckConstraint("gestures >= 0", name="gestures"),
        CheckConstraint("points >= 0", name="points"),
    )

    season_id: int = Field(
        primary_key=True, foreign_key="season.id", ondelete="RESTRICT"
    )
    gestures: int
    points: int
    saving_gco2e: int = base.large_sum()
    version: int
    points_evidence: int = base.added_count()
    points_attested: int = base.added_count()
    points_code: int = base.added_count()
    points_measured: int = base.added_count()
