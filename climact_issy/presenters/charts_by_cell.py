"""Charts without an axis of values: stripes, month by hour, shares, ranked items."""

from datetime import date
from itertools import groupby

from climact_issy.domain.indicators import Indicator, Point, Series
from climact_issy.presenters.drawing import (
    WIDTH,
    Chart,
    KeyItem,
    Label,
    Mark,
    Tick,
    percent,
    rectangle,
    scale_over,
)
from climact_issy.texts import Translator

MONTHS = 12
HOURS = 24
HEATS = 6
"""Classes of the month by hour chart, of equal width."""
COLDS = 4
"""Classes of stripes on each side of zero."""
WHOLE = 100.0
ROW = 100
"""Height of one row, in units of the view box."""
BAR_TOP, BAR_HEIGHT = 46, 36
SHARE_TOP, SHARE_HEIGHT = 40, 50
SMALLEST_NAMED_SHARE = 5.0
SLIM_SHARE = 12.0
"""Under it the number of a share leaves a card on a phone: it would not fit."""


def profile(t: Translator, indicator: Indicator, description: str) -> Chart:
    """Draw the mean of each month (down) and hour (across) as a class of colour."""
    cells = month_hours(indicator)
    low, high = min(cells.values()), max(cells.values())
    width = (high - low) / HEATS or 1.0
    paths = [""] * HEATS
    for month in range(1, MONTHS + 1):
        row = [
            (hour, min(int((cells[month, hour] - low) / width), HEATS - 1))
            for hour in range(HOURS)
            if (month, hour) in cells
        ]
        # Neighbours of one class are one rectangle: half the weight of the page.
        for heat, group in groupby(row, key=lambda cell: cell[1]):
            for start, end in _unbroken([hour for hour, _ in group]):
                paths[heat] += rectangle(start, month - 1, end - start + 1, 1)
    return Chart(
        "profile",
        description,
        HOURS,
        MONTHS,
        tuple(Mark(f"heat h{i + 1}", path) for i, path in enumerate(paths) if path),
        ticks=tuple(
            Tick(t("{hour}\u00a0h", hour=hour), percent(hour + 0.5, HOURS))
            for hour in (0, 6, 12, 18)
        ),
        levels=tuple(
            Tick(month_name(t, month, short=True), percent(month - 0.5, MONTHS))
            for month in range(1, MONTHS + 1)
        ),
        key=tuple(
            KeyItem(
                f"h{i + 1}",
                t(
                    "{low} à {high}",
                    low=t.number(low + i * width, 0),
                    high=t.number(low + (i + 1) * width, 0),
                ),
            )
            for i in range(HEATS)
        ),
    )


def month_hours(indicator: Indicator) -> dict[tuple[int, int], float]:
    """Return the known values of a profile by (month 1-12, hour 0-23)."""
    found: dict[tuple[int, int], float] = {}
    for point in indicator.series[0].points:
        if point.value is not None:
            month, hour = point.period.split("-")
            found[int(month), int(hour)] = point.value
    return found


def month_name(t: Translator, month: int, *, short: bool = False) -> str:
    """Return the name of a month, short for an axis."""
    return t.date(date(2001, month, 1), "LLL" if short else "LLLL")


def stripes(t: Translator, indicator: Indicator, description: str) -> Chart:
    """Draw one stripe a year: blue under zero, red above, nothing where unknown."""
    points = indicator.series[0].points
    known = [p.value for p in points if p.value is not None]
    reach = max(abs(value) for value in known) or 1.0
    paths: dict[str, str] = {}
    for i, point in enumerate(points):
        if point.value is not None:
            kind = _stripe(point.value, reach)
            paths[kind] = paths.get(kind, "") + rectangle(i, 0, 1, 1)
    first, last = points[0].period, points[-1].period
    middle = [i for i, p in enumerate(points) if p.period in {"1920", "1960", "2000"}]
    count = len(points)
    return Chart(
        "stripes",
        description,
        count,
        1,
        tuple(Mark(f"stripe {kind}", path) for kind, path in sorted(paths.items())),
        ticks=(
            Tick(first, percent(0.5, count)),
            *(Tick(points[i].period, percent(i + 0.5, count)) for i in middle),
            Tick(last, percent(count - 0.5, count)),
        ),
        key=_stripe_key(t, indicator, reach),
    )


def shares(t: Translator, indicator: Indicator, description: str) -> Chart:
    """Draw shares of a whole as one full bar a series, else one bar an item."""
    if is_of_a_whole(indicator):
        return _full_bars(t, indicator, description)
    return _ranked(t, indicator, description)


def is_of_a_whole(indicator: Indicator) -> bool:
    """Whether each series is shares of 100 %."""
    return indicator.unit[0].startswith("%")


def _full_bars(t: Translator, indicator: Indicator, description: str) -> Chart:
    side = t.language == "en"
    marks: list[Mark] = []
    labels: list[Label] = []
    height = ROW * len(indicator.series)
    for row, series in enumerate(indicator.series):
        top = row * ROW + SHARE_TOP
        labels.append(
            Label("row", series.label[side], "0%", percent(top, height), "start")
        )
        x = 0.0
        for i, point in enumerate(series.points):
            share = _share(series, point)
            width = WIDTH * share / WHOLE
            kind = f"share s{i + 1}" if point.value is not None else "share rest"
            marks.append(Mark(kind, rectangle(x, top, width, SHARE_HEIGHT)))
            if share >= SMALLEST_NAMED_SHARE:
                is_told = point.value is not None
                slim = " slim" if share < SLIM_SHARE else ""
                text = t("{share}\u00a0%", share=t.number(share, indicator.digits))
                labels.append(
                    Label(
                        f"in s{i + 1}{slim}" if is_told else "in rest",
                        text if is_told else t("reste"),
                        percent(x + width / 2, WIDTH),
                        percent(top + SHARE_HEIGHT / 2, height),
                    )
                )
            x += width
    is_partly_told = any(p.value is None for s in indicator.series for p in s.points)
    names = max((s.points for s in indicator.series), key=len)
    return Chart(
        "shares",
        description,
        WIDTH,
        height,
        tuple(marks),
        labels=tuple(labels),
        key=(
            *(KeyItem(f"s{i + 1}", p.label[side]) for i, p in enumerate(names)),
            *([KeyItem("rest", t("reste"))] if is_partly_told else []),
        ),
        rows=len(indicator.series),
    )


def _share(series: Series, point: Point) -> float:
    """Return the share; one that the page left unsaid takes what remains."""
    if point.value is not None:
        return point.value
    unsaid = [p for p in series.points if p.value is None]
    said = sum(p.value or 0.0 for p in series.points)
    return max(WHOLE - said, 0.0) / len(unsaid)


def _ranked(t: Translator, indicator: Indicator, description: str) -> Chart:
    side = t.language == "en"
    points = [p for p in indicator.series[0].points if p.value is not None]
    points.sort(key=lambda point: point.value or 0.0, reverse=True)
    scale = scale_over([p.value or 0.0 for p in points])
    widest = scale.top / 1.16
    height = ROW * len(points)
    marks: list[Mark] = []
    labels: list[Label] = []
    for row, point in enumerate(points):
        top = row * ROW + BAR_TOP
        width = WIDTH * max(point.value or 0.0, 0.0) / widest
        number = f"{t.number(point.value or 0.0, indicator.digits)}\u00a0"
        number += indicator.unit[side].split()[0]
        y = percent(top, height)
        marks += [
            Mark("track", rectangle(0, top, WIDTH, BAR_HEIGHT)),
            Mark("bar item", rectangle(0, top, width, BAR_HEIGHT)),
        ]
        labels += [
            Label("row", point.label[side], "0%", y, "start"),
            Label("amount", number, "100%", y, "end"),
        ]
    return Chart(
        "ranked",
        description,
        WIDTH,
        height,
        tuple(marks),
        labels=tuple(labels),
        rows=len(points),
    )


def _unbroken(hours: list[int]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for hour in hours:
        if found and found[-1][1] == hour - 1:
            found[-1] = (found[-1][0], hour)
        else:
            found.append((hour, hour))
    return found


def _stripe(value: float, reach: float) -> str:
    step = min(int(abs(value) / reach * COLDS), COLDS - 1) + 1
    return f"{'cold' if value < 0 else 'warm'}{step}"


def _stripe_key(
    t: Translator, indicator: Indicator, reach: float
) -> tuple[KeyItem, ...]:
    unit = indicator.unit[t.language == "en"].split()[0]
    step = reach / COLDS

    def edge(value: float) -> str:
        sign = "−" if value < 0 else "+" if value > 0 else ""
        return f"{sign}{t.number(abs(value), indicator.digits)}\u00a0{unit}"

    used = {
        _stripe(p.value, reach)
        for p in indicator.series[0].points
        if p.value is not None
    }
    kinds = [f"cold{i}" for i in range(COLDS, 0, -1)]
    kinds += [f"warm{i}" for i in range(1, COLDS + 1)]
    lows = [step * i for i in range(-COLDS, COLDS)]
    return tuple(
        KeyItem(kind, t("{low} à {high}", low=edge(low), high=edge(low + step)))
        for kind, low in zip(kinds, lows, strict=True)
        if kind in used
    )
