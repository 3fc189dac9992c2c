"""Keep what was computed from the record of a live figure: one row, read by its key."""

from dataclasses import asdict
from datetime import date
from typing import Any, Final

from sqlalchemy import delete, select
from sqlmodel import Session, SQLModel

from climact_issy import models
from climact_issy.domain.observations import SeriesKey
from climact_issy.domain.summaries import Baseline, Range, Slope, Summary, Trend, Usual
from climact_issy.services.observations import insert_into

assert models.ObservationSummary  # noqa: S101 - importing the package registers the tables

KEYS: Final = ("indicator", "series", "place")

_summary: Final = SQLModel.metadata.tables["observation_summary"]

Row = dict[str, Any]


def of(session: Session, key: SeriesKey) -> Summary | None:
    """Return what was computed of a figure, None when nothing ever was."""
    found = session.connection().execute(select(_summary).where(*_is(key)))
    row = found.mappings().one_or_none()
    return _read(key, dict(row)) if row else None


def known(session: Session) -> frozenset[str]:
    """Return the figures that have a value."""
    found = session.connection().execute(select(_summary.c.indicator))
    return frozenset(found.scalars())


def write(session: Session, summary: Summary) -> None:
    """Write what was computed, over what was there."""
    row = _row(summary)
    insert = insert_into(session, _summary.name)
    statement = insert.on_conflict_do_update(
        index_elements=list(KEYS),
        set_={name: insert.excluded[name] for name in row if name not in KEYS},
    )
    session.connection().execute(statement, row)


def forget(session: Session, key: SeriesKey) -> None:
    """Take away the row of a figure that lost its last value."""
    session.connection().execute(delete(_summary).where(*_is(key)))


def _is(key: SeriesKey) -> list[Any]:
    return [_summary.c[name] == value for name, value in asdict(key).items()]


def _row(found: Summary) -> Row:
    usual, trend, baseline = found.usual, found.trend, found.baseline
    return {
        **asdict(found.key),
        "period": found.period,
        "computed_at": found.computed_at,
        "n": found.n,
        "days": found.days,
        **_span("", found.span),
        "usual_month": usual.month if usual else None,
        "usual_hour": usual.hour if usual else None,
        "usual_days": usual.days if usual else None,
        **_named("usual", ("low", "middle", "high"), usual.range if usual else None),
        "trend_steps": trend.steps if trend else None,
        **_span("trend_", trend.span if trend else None),
        **_named("trend", ("low", "central", "high"), trend.slope if trend else None),
        "baseline_days": baseline.days if baseline else None,
        "baseline_change": baseline.change if baseline else None,
        **_span("baseline_", baseline.span if baseline else None),
        "per_person": found.per_person,
        "people": found.people,
    }


def _read(key: SeriesKey, row: Row) -> Summary:
    return Summary(
        key=key,
        period=row["period"],
        computed_at=row["computed_at"],
        n=row["n"],
        days=row["days"],
        span=(row["first_day"], row["last_day"]),
        usual=_usual(row),
        trend=_trend(row),
        baseline=_baseline(row),
        per_person=row["per_person"],
        people=row["people"],
    )


def _usual(row: Row) -> Usual | None:
    if row["usual_days"] is None:
        return None
    low, middle, high = (row[f"usual_{name}"] for name in ("low", "middle", "high"))
    found = None if low is None else Range(low, middle, high)
    return Usual(row["usual_month"], row["usual_hour"], row["usual_days"], found)


def _trend(row: Row) -> Trend | None:
    if row["trend_steps"] is None:
        return None
    low, central, high = (row[f"trend_{name}"] for name in ("low", "central", "high"))
    found = None if low is None else Slope(low, central, high)
    return Trend(row["trend_steps"], _days_of(row, "trend_"), found)


def _baseline(row: Row) -> Baseline | None:
    if row["baseline_days"] is None:
        return None
    span = _days_of(row, "baseline_")
    return Baseline(row["baseline_change"], row["baseline_days"], span)


def _span(prefix: str, span: tuple[date, date] | None) -> Row:
    first, last = span or (None, None)
    return {f"{prefix}first_day": first, f"{prefix}last_day": last}


def _days_of(row: Row, prefix: str) -> tuple[date, date] | None:
    first, last = row[f"{prefix}first_day"], row[f"{prefix}last_day"]
    return (first, last) if first and last else None


def _named(prefix: str, names: tuple[str, ...], found: object | None) -> Row:
    return {
        f"{prefix}_{name}": getattr(found, name) if found else None for name in names
    }
