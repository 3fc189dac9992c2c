"""How a season ended, kept as it was published."""

from sqlmodel import Field

from climact_issy.models import base


class FinalStanding(base.Table, table=True):
    """One group at the end of a season; below the thresholds no number is kept.

    The row of group kind "commune" tells the collective goal: `gestures` noted by
    everybody out of `target`.
    """

    season_id: int = Field(
        primary_key=True, foreign_key="season.id", ondelete="RESTRICT"
    )
    group_kind: str = Field(max_length=16, primary_key=True)
    group_id: str = Field(max_length=base.SLUG_LENGTH, primary_key=True)
    terrace: int | None = None
    score: int | None = None
    p_best: float | None = None
    is_winner: bool = False
    people: int | None = None
    newcomers: int | None = None
    gestures: int | None = None
    target: int | None = None
    rule_version: int
