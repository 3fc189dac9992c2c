"""What a person sees of one action: what they noted, whether one more counts."""

from dataclasses import dataclass
from datetime import date

from climact_issy.domain.actions import Action
from climact_issy.domain.caps import next_instant, repeat_number
from climact_issy.domain.gestures import HISTORY_LENGTH, MyAction
from climact_issy.domain.points import Earned, Rules, award, base_points
from climact_issy.domain.seasons import Season, next_start
from climact_issy.domain.tiers import Tier
from climact_issy.services.history import Entry


@dataclass(frozen=True, slots=True)
class Moment:
    """What one more gesture of an action would be awarded under.

    Attributes:
        action: the action.
        rules: the published rule.
        season: the season of the day.
        day: the civic day.
    """

    action: Action
    rules: Rules
    season: Season
    day: date


def my_action(moment: Moment, entries: list[Entry], earned: Earned) -> MyAction:
    """Return a person's sight of one action.

    Args:
        moment: the action, its rule, and when.
        entries: the person's gestures of it in the season, newest first.
        earned: what they have earned so far, with every action.
    """
    action, rules = moment.action, moment.rules
    live = live_days(entries)
    next_at = next_instant(
        action.cadence,
        live,
        moment.day,
        moment.season,
        cool_down_days=action.cool_down_days,
    )
    base = base_points(rules, action.effort, Tier.DECLARED)
    season = moment.season
    one_more = award(
        rules,
        base,
        earned,
        repeat=repeat_number(live, moment.day),
        is_pause=season.is_pause,
    )
    return MyAction(
        seen=sum(entry.civic_day == moment.day for entry in entries),
        gestures=tuple(entry.line for entry in entries[:HISTORY_LENGTH]),
        can_log=action.is_loggable and next_at is None,
        next_at=next_at,
        next_points=one_more.points,
        resumes_on=next_start(season, rules) if season.is_pause else None,
    )


def live_days(entries: list[Entry]) -> list[date]:
    """Return the civic day of each entry that stands."""
    return [entry.civic_day for entry in entries if not entry.line.is_undone]
