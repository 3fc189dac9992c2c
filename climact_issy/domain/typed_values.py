"""Numbers and periods as people type them into a table; nothing is guessed.

A number may have a decimal comma and thousands apart ("1 234,5"). A day is written
12/09/2026 or 2026-09-12, a month 09/2026 or 2026-09, a year 2026; a number from 20000
to 80000 is the serial number of a day, as spreadsheets keep it. An instant without a
zone is on the clock of Paris.
"""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from climact_issy.domain.civic import PARIS
from climact_issy.domain.observations import (
    BadValue,
    Refused,
    number,
    period_of,
    start_of,
)

COMMA: Final = ","
POINT: Final = "."
EPOCH: Final = date(1899, 12, 30)
"""Day zero of a spreadsheet, unless its file says another one."""

_YEARS: Final = (1800, 2200)
_SERIALS: Final = (20_000, 80_000)
"""From 1954 to 2119: no year and no measure of ours is written like that."""
_MINUTES: Final = 24 * 60

_SPACES: Final = " \u00a0\u202f\u2009"
_WHOLE: Final = rf"[+\-−]?(?:[0-9]{{1,3}}(?:[{_SPACES}][0-9]{{3}})+|[0-9]+)"
_NUMBERS: Final = {
    mark: re.compile(rf"{_WHOLE}(?:{re.escape(mark)}[0-9]+)?(?:[eE][+-]?[0-9]{{1,3}})?")
    for mark in (COMMA, POINT)
}
_NOT_FINITE: Final = re.compile(r"[+\-−]?(?:nan|inf|infinity|∞)", re.IGNORECASE)
_TIME: Final = (
    r"(?P<hour>[0-9]{1,2})(?:(?:[:h](?P<minute>[0-9]{2})(?::[0-9]{2}(?:[.,][0-9]+)?)?)|h)"
    r" ?(?P<zone>Z|[+-][0-9]{2}:?[0-9]{2})?"
)
_PERIODS: Final = tuple(
    re.compile(rf"{day}(?:(?: ?T ?|,? à | ){_TIME})?")
    for day in (
        r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})",
        r"(?P<day>[0-9]{1,2})([/.-])(?P<month>[0-9]{1,2})\2(?P<year>[0-9]{4})",
    )
)
_MONTHS: Final = (
    re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})"),
    re.compile(r"(?P<month>[0-9]{1,2})/(?P<year>[0-9]{4})"),
)
_BAD: Final = Refused.BAD_PERIOD
_PLAIN: Final = re.compile(r"[0-9]{4,5}(?:[.,][0-9]+)?")

Stamp = date | datetime | str
"""A day, an instant (without a zone: of Paris), or a period as it stands."""


class _NoResult:
    """What stands for a formula that was never computed."""

    def __str__(self) -> str:
        """Return what a reader sees of it."""
        return "="


NO_RESULT: Final = _NoResult()


def typed_number(raw: object, mark: str = COMMA) -> float | None:
    """Read a number; None and an empty cell are gaps.

    Args:
        raw: a number, or text as typed.
        mark: "," or ".", between whole and decimal digits.

    Raises:
        BadValue: it is no number, not a finite one, or a formula without its result.
    """
    if raw is NO_RESULT:
        raise BadValue(Refused.NO_RESULT)
    if not isinstance(raw, str):
        return number(raw)
    typed = raw.strip(_SPACES + "\t")
    if not typed:
        return None
    if _NOT_FINITE.fullmatch(typed):
        raise BadValue(Refused.NOT_FINITE)
    if _NUMBERS[mark].fullmatch(typed) is None:
        raise BadValue(Refused.NOT_A_NUMBER)
    for space in _SPACES:
        typed = typed.replace(space, "")
    return number(typed.replace("−", "-").replace(mark, POINT))


def mark_of(typed: Iterable[object]) -> str:
    """Return the decimal mark of a column, "" when it has both and nobody can tell.

    Args:
        typed: its cells; only texts tell anything.
    """
    texts = [text for text in typed if isinstance(text, str)]
    has_comma, has_point = (
        any(mark in text and _NUMBERS[mark].fullmatch(text.strip()) for text in texts)
        for mark in (COMMA, POINT)
    )
    if has_comma and has_point:
        return ""
    return POINT if has_point else COMMA


def stamped(raw: object, epoch: date = EPOCH) -> Stamp:
    """Read what a cell says of its moment, before its column is known.

    Args:
        raw: text, number, day or instant.
        epoch: day zero of the serial numbers.

    Returns:
        A day or an instant where the length depends on the other cells of the
        column, the finished period otherwise.

    Raises:
        BadValue: it is no period (BAD_PERIOD), there is none (MISSING_FIELD), or its
            hour does not exist in Paris (MISSING_HOUR) or exists twice (DOUBLE_HOUR).
    """
    if isinstance(raw, date):
        return raw
    if isinstance(raw, bool):
        raise BadValue(Refused.BAD_PERIOD)
    if isinstance(raw, int | float):
        return _of_number(raw, epoch)
    if not isinstance(raw, str | None):
        raise BadValue(Refused.NO_RESULT if raw is NO_RESULT else _BAD)
    typed = " ".join((raw or "").split())
    if not typed:
        raise BadValue(Refused.MISSING_FIELD)
    if _PLAIN.fullmatch(typed):
        return _of_number(float(typed.replace(COMMA, POINT)), epoch)
    return _of_text(typed)


def period_at(stamp: Stamp, *, has_clock: bool) -> str:
    """Return the period of a stamp.

    Args:
        stamp: as `stamped` returns it.
        has_clock: whether its column holds instants: a day is then its midnight.

    Raises:
        BadValue: the hour does not exist in Paris, or exists twice.
    """
    if isinstance(stamp, str):
        return stamp
    if isinstance(stamp, datetime):
        return period_of(_in_utc(stamp))
    if has_clock:
        return period_of(_in_utc(datetime.combine(stamp, time.min)))
    return stamp.isoformat()


def _of_number(value: float, epoch: date) -> Stamp:
    """Read a year, or the serial number of a day or an instant."""
    low, high = _YEARS
    if low <= value <= high and value == int(value):
        return f"{int(value):04}"
    low, high = _SERIALS
    if not low <= value <= high:
        raise BadValue(_BAD)
    days, minutes = divmod(round(value * _MINUTES), _MINUTES)
    day = epoch + timedelta(days=days)
    if minutes == 0:
        return day
    return datetime.combine(day, time.min) + timedelta(minutes=minutes)


def _of_text(typed: str) -> str:
    for form in _MONTHS:
        if found := form.fullmatch(typed):
            return _checked(f"{found['year']}-{int(found['month']):02}")
    for form in _PERIODS:
        if found := form.fullmatch(typed):
            day = f"{found['year']}-{int(found['month']):02}-{int(found['day']):02}"
            return _checked(day) if found["hour"] is None else _instant(day, found)
    raise BadValue(_BAD)


def _instant(day: str, found: re.Match[str]) -> str:
    clock = f"{int(found['hour']):02}:{found['minute'] or '00'}"
    try:
        at = datetime.fromisoformat(f"{day}T{clock}{found['zone'] or ''}")
        return period_of(_in_utc(at))
    except BadValue:
        raise
    except (ValueError, OverflowError):
        raise BadValue(_BAD) from None


def _checked(period: str) -> str:
    start_of(period)
    return period


def _in_utc(at: datetime) -> datetime:
    """Return an instant in UTC; one without a zone is on the clock of Paris."""
    if at.utcoffset() is not None:
        return at.astimezone(UTC)
    first = at.replace(tzinfo=PARIS, fold=0)
    before, after = first.utcoffset(), first.replace(fold=1).utcoffset()
    if before == after:
        return first.astimezone(UTC)
    # The clocks go forward: the offset grows, and an hour is missing.
    grows = before is not None and after is not None and before < after
    raise BadValue(Refused.MISSING_HOUR if grows else Refused.DOUBLE_HOUR)
