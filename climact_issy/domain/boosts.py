"""Boosts: challenges that a rule opened, with what was measured when it did."""

from dataclasses import dataclass
from datetime import datetime

from climact_issy.domain.challenge_moves import State
from climact_issy.domain.challenges import Draft
from climact_issy.domain.observations import SeriesKey
from climact_issy.domain.weather_rules import Check, Decision


@dataclass(frozen=True, slots=True)
class Measured:
    """Why a boost was opened; kept as it was, whatever is revised afterwards.

    Attributes:
        rule: slug of the rule.
        key: what was measured where.
        check: how it was compared.
        period: of the value, see domain/observations.py.
        value: in `unit`.
        unit: as the source writes it.
        source: name of the source.
        producer: who makes its values; the name again where nobody is known.
        threshold: what it was compared with, in `unit`; None when nothing was.
        opened_at: aware instant.
        is_recorded: opened by hand in a demonstration from a value of another day.
    """

    rule: str
    key: SeriesKey
    check: Check
    period: str
    value: float
    unit: str
    source: str
    producer: str
    threshold: float | None
    opened_at: datetime
    is_recorded: bool = False


@dataclass(frozen=True, slots=True)
class Boost:
    """A challenge that a rule opens.

    Attributes:
        draft: the challenge.
        measured: why.
    """

    draft: Draft
    measured: Measured


@dataclass(frozen=True, slots=True)
class Proposal:
    """A challenge that waits for staff, and why.

    Attributes:
        slug: of the challenge.
        state: where it is in its life.
        measured: why it was proposed.
    """

    slug: str
    state: State
    measured: Measured


@dataclass(frozen=True, slots=True)
class Weather:
    """What every rule says now.

    Attributes:
        decisions: one a rule, in the published order.
    """

    decisions: tuple[Decision, ...]
