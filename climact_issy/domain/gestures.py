"""What the services answer about gestures, people and the race, as plain values."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from climact_issy.domain.actions import Boundary
from climact_issy.domain.badges import Progress
from climact_issy.domain.challenge_sights import ChallengeStep
from climact_issy.domain.places import Population
from climact_issy.domain.points import Lost
from climact_issy.domain.seasons import Season

Cap = Lost | None
"""What took some of a gesture's points, None when nothing did."""


@dataclass(frozen=True, slots=True)
class GoalProgress:
    """The collective goal of a season, in gestures; everybody counts.

    Attributes:
        target: gestures aimed at.
        done: gestures that stand, the undone ones left out.
        ends_on: last civic day of the season.
        last_week: gestures of the calendar week before this one.
        today: gestures of this civic day.
        is_over: whether the season has ended.
    """

    target: int
    done: int
    ends_on: date
    last_week: int
    today: int = 0
    is_over: bool = False


@dataclass(frozen=True, slots=True)
class GestureLine:
    """One line of a person's history."""

    entry_id: int
    action_slug: str
    quantity: float | None
    points: int
    noted_at: datetime
    is_undone: bool
    can_undo: bool


@dataclass(frozen=True, slots=True)
class MyAction:
    """A person and one action, now.

    Attributes:
        seen: entries of this civic day, undone ones included: log() takes it back.
        gestures: newest first, at most HISTORY_LENGTH of this season.
        can_log: whether the rhythm of the action allows one more now.
        next_at: first instant at which it will, None when it does now.
        next_points: what one more gesture would bring now, under the caps.
        resumes_on: in a pause, the civic day on which gestures bring points again.
    """

    seen: int
    gestures: tuple[GestureLine, ...]
    can_log: bool
    next_at: datetime | None
    next_points: int = 0
    resumes_on: date | None = None


NOTHING_YET: Final = MyAction(0, (), can_log=True, next_at=None)
"""A person who has not noted an action."""


@dataclass(frozen=True, slots=True)
class LoggedGesture:
    """One gesture that stands in the ledger.

    Attributes:
        entry_id: what undo takes.
        action_slug: the action.
        quantity: how much, in the action's unit; None for a one-off action.
        points: points it brought, 0 when a cap took them all.
        cap: what took some.
        saving_kgco2e: footprint avoided, central value; None when unpublished.
        low_kgco2e: low end, None where the source gives none.
        high_kgco2e: high end, None where the source gives none.
        boundary: whether the city's climate budget sees it.
        noted_at: aware instant.
        civic_day: the day it counts for.
        was_already_there: this very tap had been noted before (a retry).
        member_total_points: points of the person in this season.
        neighbourhood: where it counts: a slug, OUTSIDE or UNKNOWN.
        goal: the collective goal, this gesture included.
        season_entries_today: gestures of everybody in this civic day.
        can_undo_until: end of the civic day, exclusive, in UTC.
        mine: the person and this action afterwards.
        challenges: what it did for each challenge that counted it.
        badges: those whose level it reached.
    """

    entry_id: int
    action_slug: str
    quantity: float | None
    points: int
    cap: Cap
    saving_kgco2e: float | None
    low_kgco2e: float | None
    high_kgco2e: float | None
    boundary: Boundary
    noted_at: datetime
    civic_day: date
    was_already_there: bool
    member_total_points: int
    neighbourhood: str
    goal: GoalProgress
    season_entries_today: int
    can_undo_until: datetime
    mine: MyAction = NOTHING_YET
    challenges: tuple[ChallengeStep, ...] = ()
    badges: tuple[Progress, ...] = ()


@dataclass(frozen=True, slots=True)
class UndoneGesture:
    """One gesture that was taken back.

    Attributes:
        entry_id: the entry of the gesture, not of its reversal.
        action_slug: the action.
        points: points that went away with it.
        was_already_undone: it had been taken back before (a retry).
        member_total_points: points of the person in this season.
        neighbourhood: where it had counted.
        goal: the collective goal without it.
        is_pause: whether it was noted in a pause.
    """

    entry_id: int
    action_slug: str
    points: int
    was_already_undone: bool
    member_total_points: int
    neighbourhood: str
    goal: GoalProgress
    is_pause: bool = False


@dataclass(frozen=True, slots=True)
class EventLine:
    """One event at which a person was counted.

    Attributes:
        title: (French, English).
        civic_day: the day it counted for.
        points: points it brought.
    """

    title: tuple[str, str]
    civic_day: date
    points: int


@dataclass(frozen=True, slots=True)
class Me:
    """What a person sees of themselves, in this season.

    Attributes:
        pseudonym: the name they chose.
        neighbourhood: slug, OUTSIDE, UNKNOWN or "".
        points_season: net points.
        points_week: net points of this week.
        points_week_proven: those of them of another tier than declared.
        week_cap: most points of a week.
        declared_week_cap: most of them that declared gestures bring.
        points_today: net points of this civic day.
        day_cap: most points of a civic day.
        active_weeks: weeks with at least one gesture that stands, of all seasons.
        gestures: gestures that stand.
        recent: newest first, undone ones included and marked.
        joined_at: when the account was made.
        saving_kgco2e: footprint avoided by the gestures that have a figure.
        gestures_with_saving: how many have one.
        season: the season all this is about; in a pause, the one before it.
        is_demo: a labelled demo person.
        events: events that count, newest first.
        next_neighbourhood: where they will play from `moves_on`, "" for no change.
        moves_on: civic day on which the next season is due.
        resumes_on: in a pause the same day, None inside a season.
    """

    pseudonym: str
    neighbourhood: str
    points_season: int
    points_week: int
    points_week_proven: int
    week_cap: int
    declared_week_cap: int
    points_today: int
    day_cap: int
    active_weeks: int
    gestures: int
    recent: tuple[GestureLine, ...]
    joined_at: datetime
    saving_kgco2e: float
    gestures_with_saving: int
    season: Season
    is_demo: bool = False
    events: tuple[EventLine, ...] = ()
    next_neighbourhood: str = ""
    moves_on: date | None = None
    resumes_on: date | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """One neighbourhood in the race.

    Attributes:
        neighbourhood: slug.
        terrace: 1 is the top; None when unranked.
        score: regularised points per active person; None when unranked.
        is_ranked: whether enough people are active.
        gestures_today: None when unranked or fewer than five people today.
        people: people who are active this season; None when unranked.
        newcomers: those of them in their first two weeks; None when unranked or
            fewer than five.
        previous: its score at the end of the season before, under the same rule;
            None without one.
        p_best: probability that it is truly the best; None when unranked.
    """

    neighbourhood: str
    terrace: int | None
    score: int | None
    is_ranked: bool
    gestures_today: int | None
    people: int | None = None
    newcomers: int | None = None
    previous: int | None = None
    p_best: float | None = None


@dataclass(frozen=True, slots=True)
class Race:
    """The race between neighbourhoods.

    Attributes:
        season: the season; in a pause, the one before it, as it ended.
        standings: every neighbourhood, in the order of the catalogue.
        terraces: slugs from the top; inside a terrace nobody is ahead.
        is_tied_at_top: whether the top terrace holds several.
        minimum_active: people a group needs to be ranked.
        winner: the one that is best with enough certainty; None when ex aequo.
        resumes_on: in a pause, the civic day on which the next season is due.
    """

    season: Season
    standings: tuple[Standing, ...]
    terraces: tuple[tuple[str, ...], ...]
    is_tied_at_top: bool
    minimum_active: int = 10
    winner: str | None = None
    resumes_on: date | None = None


@dataclass(frozen=True, slots=True)
class Participation:
    """How many of the commune's inhabitants are active, never below the commune.

    It is rounded so that no group too small to be ranked can be worked out from it.

    Attributes:
        share: to the thousandth; None under the published number of people.
        population: of the commune, with its source.
    """

    share: float | None
    population: Population


@dataclass(frozen=True, slots=True)
class Board:
    """The live board: race, goal, and the number that changes with every gesture."""

    race: Race
    goal: GoalProgress
    version: int
    participation: Participation | None = None


HISTORY_LENGTH = 20
"""Lines of a history that a page shows at most."""
