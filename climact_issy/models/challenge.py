"""Challenges: what a group sets out to do together, and how far it is."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Text
from sqlmodel import Field

from climact_issy.models import base


class Challenge(base.Table, table=True):
    """One challenge, in one state of its life cycle (domain/challenges.py).

    `target` counts gestures (goal), days (habit), check-ins (pledge); it is 0 for a
    race and an event. `effort` (0 to 5) is the band a completion is awarded by, 0
    for none. `owner_team` is the slug of the team that proposed it, "" for the city.
    """

    __table_args__ = (
        CheckConstraint("ends_on >= starts_on", name="dates"),
        CheckConstraint("target >= 0", name="target"),
        CheckConstraint("effort BETWEEN 0 AND 5", name="effort"),
    )

    id: int | None = Field(default=None, primary_key=True)
    slug: str = Field(max_length=base.SLUG_LENGTH, unique=True)
    kind: str = Field(max_length=16)
    scope: str = Field(default="everyone", max_length=16)
    state: str = Field(max_length=20, index=True)
    template: str = Field(default="", max_length=base.SLUG_LENGTH)
    title_fr: str = Field(max_length=80)
    title_en: str = Field(max_length=80)
    summary_fr: str = Field(sa_type=Text)
    summary_en: str = Field(sa_type=Text)
    place: str = Field(default="", max_length=160)
    icon: str = Field(default="", max_length=40)
    target: int = 0
    effort: int = 0
    starts_on: date
    ends_on: date
    owner_team: str = Field(default="", max_length=base.SLUG_LENGTH)
    created_by: str = Field(max_length=base.MEMBER_REF_LENGTH)
    created_at: datetime
    changed_at: datetime
    is_demo: bool = False


class ChallengeAction(base.Table, table=True):
    """One action of the catalogue whose gestures a challenge counts."""

    challenge_id: int = Field(
        primary_key=True, foreign_key="challenge.id", ondelete="CASCADE"
    )
    action: str = Field(max_length=base.SLUG_LENGTH, primary_key=True, index=True)


class ChallengeGesture(base.Table, table=True):
    """One gesture that stands and that a challenge counted; undoing it deletes it.

    Written with the gesture: what counted never depends on a clock read again.
    """

    challenge_id: int = Field(
        primary_key=True, foreign_key="challenge.id", ondelete="CASCADE"
    )
    member_ref: str = Field(max_length=base.MEMBER_REF_LENGTH, primary_key=True)
    civic_day: date = Field(primary_key=True)
    entry_id: int = Field(
        primary_key=True, foreign_key="ledger.id", ondelete="RESTRICT", index=True
    )


class ChallengeMember(base.Table, table=True):
    """One person in one challenge: what they did for it, for which group.

    Made by joining (pledge, habit) or by the first gesture that counts (goal, race).
    `progress` counts gestures, days or check-ins; `award_entry_id` is the ledger row
    of the completion, None until then or after it was taken back.
    """

    __table_args__ = (
        CheckConstraint("progress >= 0", name="progress"),
        CheckConstraint("points >= 0", name="points"),
    )

    challenge_id: int = Field(
        primary_key=True, foreign_key="challenge.id", ondelete="CASCADE"
    )
    member_ref: str = Field(
        max_length=base.MEMBER_REF_LENGTH, primary_key=True, index=True
    )
    group_id: str = Field(default="", max_length=base.SLUG_LENGTH)
    progress: int = 0
    points: int = 0
    has_joined: bool = False
    joined_at: datetime
    completed_at: datetime | None = None
    award_entry_id: int | None = Field(
        default=None, foreign_key="ledger.id", ondelete="RESTRICT", index=True
    )


class ChallengeTotal(base.Table, table=True):
    """What a group did for a challenge; everybody together is the group "".

    `version` grows with every change, so that open pages know that there was one.
    """

    __table_args__ = (
        CheckConstraint("people >= 0", name="people"),
        CheckConstraint("progress >= 0", name="progress"),
    )

    challenge_id: int = Field(
        primary_key=True, foreign_key="challenge.id", ondelete="CASCADE"
    )
    group_id: str = Field(max_length=base.SLUG_LENGTH, primary_key=True)
    people: int
    progress: int
    points: int
    points_squares: int = base.large_sum()
    version: int


class ChallengeCheckIn(base.Table, table=True):
    """One day on which a person says that they kept a pledge."""

    challenge_id: int = Field(
        primary_key=True, foreign_key="challenge.id", ondelete="CASCADE"
    )
    member_ref: str = Field(max_length=base.MEMBER_REF_LENGTH, primary_key=True)
    civic_day: date = Field(primary_key=True)
    checked_at: datetime
