"""Why a challenge was opened by a rule: one row beside that of the challenge."""

from typing import Any, Final

from sqlalchemy import FromClause, Join, Table
from sqlmodel import SQLModel

from climact_issy import models
from climact_issy.connectors.sources import by_name
from climact_issy.domain.boosts import Measured
from climact_issy.domain.observations import SeriesKey
from climact_issy.domain.weather_rules import Check

assert models.Boost  # noqa: S101 - importing the package registers the tables

_boost: Final = SQLModel.metadata.tables["boost"]
_NAMES: Final = (
    "rule",
    "indicator",
    "series",
    "place",
    "comparison",
    "period",
    "value",
    "unit",
    "source",
    "threshold",
    "opened_at",
    "is_recorded",
)
_PREFIX: Final = "boost_"

COLUMNS: Final = tuple(_boost.c[name].label(f"{_PREFIX}{name}") for name in _NAMES)
"""To select beside a challenge; all None where no rule opened it."""

OPENED: Final = _boost.c.id.is_not(None)
"""Whether a rule opened the challenge."""


def beside(challenge: Table, left: FromClause | None = None) -> Join:
    """Return challenges, each with the reason it has or with none.

    Args:
        challenge: its table.
        left: what is joined already, the challenge included; the table alone else.
    """
    on = _boost.c.challenge_id == challenge.c.id
    return (challenge if left is None else left).outerjoin(_boost, on)


def read(row: Any) -> Measured | None:  # noqa: ANN401 - a row with COLUMNS
    """Return the reason of a row, None where no rule opened its challenge."""
    if row.boost_rule is None:
        return None
    return Measured(
        rule=row.boost_rule,
        key=SeriesKey(row.boost_indicator, row.boost_series, row.boost_place),
        check=Check(row.boost_comparison),
        period=row.boost_period,
        value=row.boost_value,
        unit=row.boost_unit,
        source=row.boost_source,
        producer=producer_of(row.boost_source),
        threshold=row.boost_threshold,
        opened_at=row.boost_opened_at,
        is_recorded=row.boost_is_recorded,
    )


def producer_of(name: str) -> str:
    """Return who makes the values of a source; its name where it is not known."""
    source = by_name(name)
    return source.producer if source else name


def columns(measured: Measured) -> dict[str, Any]:
    """Return the values of a row, without its challenge."""
    return {
        "rule": measured.rule,
        "indicator": measured.key.indicator,
        "series": measured.key.series,
        "place": measured.key.place,
        "comparison": measured.check.value,
        "period": measured.period,
        "value": measured.value,
        "unit": measured.unit,
        "source": measured.source,
        "threshold": measured.threshold,
        "opened_at": measured.opened_at,
        "is_recorded": measured.is_recorded,
    }
