"""Weather of the climate: a rule watches figures and says when a challenge opens.

Only what was measured, and may be called "now", opens anything: never a forecast, an
old value, or a day that is over.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import Final

from climact_issy.domain.challenges import Draft
from climact_issy.domain.civic import civic_day
from climact_issy.domain.observations import Currency, Kind, SeriesKey, start_of

HOURS_IN_DAY: Final = 24


class Span(StrEnum):
    """What one period of a condition is."""

    HOURS = "hours"
    DAYS = "days"


class Check(StrEnum):
    """How a value is compared."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    LOWEST = "lowest"
    """Below all but a share of the hours of the days before."""


class Mode(StrEnum):
    """Who lets the challenge of a rule start."""

    AUTOMATIC = "automatic"
    PROPOSED = "proposed"


class Why(StrEnum):
    """Why a condition or a rule opens a challenge, or does not."""

    OPENS = "opens"
    NO_VALUE = "no_value"
    OLD = "old"
    TOO_SHORT = "too_short"
    """Too few periods in a row are known."""
    NO_PAST = "no_past"
    """Too few hours are known to say which are the lowest."""
    NOT_REACHED = "not_reached"
    RESTING = "resting"
    """The rule opened one a short while ago."""


@dataclass(frozen=True, slots=True)
class Condition:
    """What must be measured; all of `runs` periods in a row must pass.

    Attributes:
        key: what is measured where.
        span: length of a period.
        check: how a value is compared.
        limit: the threshold, in the unit of the figure; for LOWEST a share (0 to 1).
        runs: periods in a row.
        past_days: days whose hours LOWEST compares with, else 0.
    """

    key: SeriesKey
    span: Span
    check: Check
    limit: float
    runs: int = 1
    past_days: int = 0


@dataclass(frozen=True, slots=True)
class Sample:
    """One measured period; None is a gap.

    Attributes:
        period: see domain/observations.py; the start of an hour, or a civic day.
        value: in the unit of the figure.
        kind: how it was obtained.
    """

    period: str
    value: float | None
    kind: Kind = Kind.REAL_TIME


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of the figure of a condition.

    Attributes:
        samples: the newest periods, in order; empty when nothing was ever measured.
        currency: whether the newest may be called "now", by the pace of its source.
        unit: as the source writes it.
        source: name of the source of the newest value.
        past: known hours before `samples`, for LOWEST.
    """

    samples: tuple[Sample, ...] = ()
    currency: Currency = Currency.NONE
    unit: str = ""
    source: str = ""
    past: tuple[float, ...] = ()


NOTHING: Final = Seen()


@dataclass(frozen=True, slots=True)
class WeatherRule:
    """One rule; the challenge it opens is one of the usual kinds.

    Attributes:
        slug: stable name, also the start of the slug of its challenges.
        conditions: any of them is enough; the first that holds gives the reason.
        mode: whether it starts by itself or staff decide.
        rest_days: days after an opening in which it opens no other.
        days: how long its challenge lasts.
        draft: everything of the challenge but its slug and dates.
    """

    slug: str
    conditions: tuple[Condition, ...]
    mode: Mode
    rest_days: int
    days: int
    draft: Draft

    def challenge(self, today: date, *, is_demo: bool) -> Draft:
        """Return the challenge that the rule opens on a civic day.

        Args:
            today: its first day.
            is_demo: whether the database is that of a demonstration.
        """
        return replace(
            self.draft,
            slug=f"{self.slug}-{today.isoformat()}",
            starts_on=today,
            ends_on=today + timedelta(days=self.days - 1),
            is_demo=is_demo,
        )


@dataclass(frozen=True, slots=True)
class Look:
    """A condition and what is seen of it now.

    Attributes:
        condition: what must be measured.
        seen: what is known.
        why: whether it holds, else why not.
        threshold: what the value is compared with, in the unit of the figure; None
            when it is computed and too little is known.
    """

    condition: Condition
    seen: Seen
    why: Why
    threshold: float | None

    @property
    def newest(self) -> Sample | None:
        """The newest period."""
        return self.seen.samples[-1] if self.seen.samples else None


@dataclass(frozen=True, slots=True)
class Decision:
    """What a rule says now.

    Attributes:
        rule: the rule.
        why: OPENS, or why nothing opens.
        looks: its conditions, in order.
        rests_until: last civic day of its rest, None when it does not rest.
    """

    rule: WeatherRule
    why: Why
    looks: tuple[Look, ...]
    rests_until: date | None = None

    @property
    def cause(self) -> Look | None:
        """The first condition that holds, None when none does."""
        return next((look for look in self.looks if look.why is Why.OPENS), None)


def look(condition: Condition, seen: Seen, now: datetime) -> Look:
    """Compare what is seen with a condition.

    Args:
        condition: what must be measured.
        seen: what is known of it.
        now: aware instant.
    """
    threshold = _threshold(condition, seen.past)
    return Look(condition, seen, _why(condition, seen, threshold, now), threshold)


def decide(
    rule: WeatherRule, seen: Sequence[Seen], opened_on: date | None, now: datetime
) -> Decision:
    """Say whether a rule opens its challenge now.

    Args:
        rule: the rule.
        seen: what is known of each condition, in order.
        opened_on: civic day on which it last opened one, None for never.
        now: aware instant.
    """
    pairs = zip(rule.conditions, seen, strict=True)
    looks = tuple(look(condition, known, now) for condition, known in pairs)
    until = _rests_until(rule, opened_on, civic_day(now))
    if until is not None:
        return Decision(rule, Why.RESTING, looks, until)
    if any(found.why is Why.OPENS for found in looks):
        return Decision(rule, Why.OPENS, looks)
    return Decision(rule, max((found.why for found in looks), key=_nearness), looks)


def is_reached(condition: Condition, value: float) -> bool:
    """Whether a value passes the published limit of a condition."""
    return _PASSES[condition.check](value, condition.limit)


def lowest(past: Sequence[float], share: float) -> float | None:
    """Return the value below which a new hour is among the lowest of the past.

    At most `share` of the past is as low as an hour below it, however many are equal.

    Args:
        past: known hours, in any order.
        share: from 0 to 1.
    """
    place = int(len(past) * share)
    return sorted(past)[place] if place < len(past) else None


_PASSES: Final[dict[Check, Callable[[float, float], bool]]] = {
    Check.AT_LEAST: lambda value, limit: value >= limit,
    Check.AT_MOST: lambda value, limit: value <= limit,
    Check.LOWEST: lambda value, limit: value < limit,
}
_NEARNESS: Final = (
    Why.NO_VALUE,
    Why.OLD,
    Why.TOO_SHORT,
    Why.NO_PAST,
    Why.NOT_REACHED,
)
"""Of several reasons why nothing opens, the one that is nearest to opening is told."""


def _nearness(why: Why) -> int:
    return _NEARNESS.index(why)


def _threshold(condition: Condition, past: Sequence[float]) -> float | None:
    if condition.check is not Check.LOWEST:
        return condition.limit
    # Half of the hours known, at least: a few of them have no lowest ones.
    enough = condition.past_days * HOURS_IN_DAY // 2
    return lowest(past, condition.limit) if len(past) >= max(1, enough) else None


def _why(
    condition: Condition, seen: Seen, threshold: float | None, now: datetime
) -> Why:
    measured = [found for found in seen.samples if found.kind is not Kind.FORECAST]
    if not measured or len(measured) < len(seen.samples):
        return Why.NO_VALUE
    if not _is_now(condition.span, measured[-1].period, seen.currency, now):
        return Why.OLD
    run = measured[-condition.runs :]
    known = [found.value for found in run if found.value is not None]
    if len(known) < condition.runs or not _is_unbroken(condition.span, run):
        return Why.TOO_SHORT
    if threshold is None:
        return Why.NO_PAST
    passes = _PASSES[condition.check]
    if all(passes(value, threshold) for value in known):
        return Why.OPENS
    return Why.NOT_REACHED


def _is_now(span: Span, period: str, currency: Currency, now: datetime) -> bool:
    if currency is not Currency.CURRENT or start_of(period) > now:
        return False
    # By its pace a daily source is current for days: a day that is over opens nothing.
    return span is Span.HOURS or period == civic_day(now).isoformat()


def _is_unbroken(span: Span, run: Sequence[Sample]) -> bool:
    if span is Span.HOURS:
        starts = [start_of(found.period) for found in run]
        step = timedelta(hours=1)
        return all(b - a == step for a, b in pairwise(starts))
    days = [date.fromisoformat(found.period) for found in run]
    one = timedelta(days=1)
    return all(b - a == one for a, b in pairwise(days))


def _rests_until(rule: WeatherRule, opened_on: date | None, today: date) -> date | None:
    if opened_on is None:
        return None
    last = opened_on + timedelta(days=rule.rest_days)
    return last if today <= last else None
