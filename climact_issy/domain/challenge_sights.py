"""What the services answer about challenges, as plain values."""

from dataclasses import dataclass
from datetime import date

from climact_issy.domain.boosts import Measured
from climact_issy.domain.challenge_moves import State
from climact_issy.domain.challenges import Kind, Pair, Scope


@dataclass(frozen=True, slots=True)
class ChallengeCard:
    """One challenge as everybody sees it.

    Attributes:
        slug: in its address.
        kind: what people do.
        scope: whose gestures count.
        state: where it is in its life.
        title: (French, English).
        summary: one sentence, (French, English).
        icon: of the sprite.
        target: gestures, days or check-ins; 0 for a race and an event.
        effort: band of its award, 0 for none.
        starts_on: first civic day.
        ends_on: last civic day.
        place: where, for an event.
        owner_name: name of the team that proposes it, "" for the prototype's own.
        progress: gestures, days, check-ins or people; None when too few people.
        people: who takes part; None under the published minimum.
        is_demo: a labelled demo challenge.
        ended_on: civic day on which it was over or closed, None until then; before
            `starts_on` when it never ran.
        measured: what opened it, None where people proposed it.
    """

    slug: str
    kind: Kind
    scope: Scope
    state: State
    title: Pair
    summary: Pair
    icon: str
    target: int
    effort: int
    starts_on: date
    ends_on: date
    place: str
    owner_name: str
    progress: int | None
    people: int | None
    is_demo: bool
    ended_on: date | None = None
    measured: Measured | None = None


@dataclass(frozen=True, slots=True)
class RaceLine:
    """One group on a terrace of a race.

    Attributes:
        group_id: slug of the neighbourhood or team.
        name: its name.
        terrace: 1 is the top.
        score: regularised points per participant.
    """

    group_id: str
    name: str
    terrace: int
    score: int


@dataclass(frozen=True, slots=True)
class ChallengeSight:
    """One challenge with what counts and who stands where.

    Attributes:
        card: the challenge.
        actions: slugs of the actions it counts or is about.
        race: the ranked groups, from the top; empty when none has enough people.
    """

    card: ChallengeCard
    actions: tuple[str, ...]
    race: tuple[RaceLine, ...] = ()


@dataclass(frozen=True, slots=True)
class MyChallenge:
    """A person and one challenge, now.

    Attributes:
        has_joined: whether they said they take part.
        progress: gestures, days or check-ins of theirs.
        is_completed: whether they completed it, or were at the event.
        points: what completing it brought them.
        can_join: whether they may join now.
        can_leave: whether they may still leave.
        can_check_in: whether today is not checked in yet.
        is_outside: whether it counts another team than theirs.
    """

    has_joined: bool = False
    progress: int = 0
    is_completed: bool = False
    points: int = 0
    can_join: bool = False
    can_leave: bool = False
    can_check_in: bool = False
    is_outside: bool = False


@dataclass(frozen=True, slots=True)
class ChallengeStep:
    """What one gesture did for one challenge.

    Attributes:
        title: (French, English).
        kind: what people do in it.
        progress: the person's own, this gesture included.
        target: of the challenge.
        points: of the completion, 0 when this gesture did not complete it.
        is_completed: whether this gesture completed it.
    """

    title: Pair
    kind: Kind
    progress: int
    target: int
    points: int = 0
    is_completed: bool = False
