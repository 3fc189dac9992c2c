"""What a figure stands beside, in words: the years before, the aim, other values."""

from collections.abc import Callable
from typing import Final

from climact_issy.content import indicator_notes, live_indicators
from climact_issy.domain import comparisons
from climact_issy.domain.comparisons import Change
from climact_issy.domain.indicators import Indicator, Point, Status
from climact_issy.presenters.charts_stairs import ceiling_year
from climact_issy.presenters.indicator_words import KILOS_PER_TONNE, rounded
from climact_issy.texts import Translator

Lines = tuple[str, ...]
WHOLE: Final = 100
DAYS_IN_YEAR: Final = 365
DECADE: Final = 10


def compared(t: Translator, indicator: Indicator) -> Lines:
    """Return the comparisons that may honestly be made, and why not the others.

    Raises:
        KeyError: nobody wrote the notes of this figure.
    """
    latest, side = indicator.latest, t.language == "en"
    if live_indicators.is_live(indicator.slug):
        # Its value is not known here: what it stands beside comes with it.
        return tuple(
            filter(None, [indicator_notes.of(indicator.slug).not_compared[side]])
        )
    if latest is None or latest.value is None:
        return ()
    notes = indicator_notes.of(indicator.slug)
    say = _COMPARED.get(indicator.slug)
    told = [] if say is None else [*say(t, indicator, latest)]
    for yardstick in notes.yardsticks:
        many = t.number(latest.value / yardstick.value, 1)
        value = t.number(yardstick.value / KILOS_PER_TONNE, 1)
        told.append(yardstick.words[side].format(value=value, times=many))
    return tuple(line for line in (*told, notes.not_compared[side]) if line)


def _budget(t: Translator, indicator: Indicator, _: Point) -> Lines:
    return (_since(t, comparisons.since_first(indicator.series[0].points)),)


def _who_emits(t: Translator, indicator: Indicator, _: Point) -> Lines:
    shares = [series.points[0].value for series in indicator.series]
    told = [share for share in shares if share is not None]
    gap = max(told) - min(told)
    return (
        t(
            "Pour les habitants, les deux pages ont {gap} points d’écart.",
            gap=t.number(gap, 0),
        ),
    )


def _electricity(t: Translator, indicator: Indicator, _: Point) -> Lines:
    points = indicator.series[0].points
    before = comparisons.since_year_before(points)
    year = (
        ""
        if before is None
        else t(
            "L’année d’avant, c’était {value}\u00a0g.",
            value=t.number(before.before.value or 0.0, indicator.digits),
        )
    )
    return (_since(t, comparisons.since_first(points)), year)


def _hours(t: Translator, indicator: Indicator, _: Point) -> Lines:
    found = comparisons.times(indicator.series[0].points)
    if found is None:
        return ()
    return (
        t(
            "L’heure la plus lourde pèse {times} fois l’heure la plus légère.",
            times=t.number(found, 1),
        ),
    )


def _waste(t: Translator, indicator: Indicator, latest: Point) -> Lines:
    until = ceiling_year(indicator)
    left = (
        None
        if until is None or indicator.ceiling is None
        else comparisons.to_go(latest, indicator.ceiling, until)
    )
    goal = (
        ""
        if left is None
        else t(
            "De {year} à {until}, il faut enlever {left}\u00a0kg par personne\u00a0: "
            "{a_year}\u00a0kg de moins par an.",
            year=latest.period,
            until=until,
            left=t.number(left.left, 0),
            a_year=t.number(left.a_year, 0),
        )
    )
    return (goal, *_other_counts(t, indicator, latest))


def _other_counts(t: Translator, indicator: Indicator, latest: Point) -> Lines:
    """Say what another count finds for the same year."""
    same = [
        point
        for series in indicator.series[1:]
        for point in series.points
        if point.period == latest.period and point.value is not None
    ]
    return tuple(
        t(
            "L’INSEE compte autrement\u00a0: {value}\u00a0kg pour la même année.",
            value=t.number(point.value or 0.0, indicator.digits),
        )
        for point in same
    )


def _water(t: Translator, indicator: Indicator, latest: Point) -> Lines:
    points = indicator.series[0].points
    year = (latest.value or 0.0) * DAYS_IN_YEAR
    return (
        _since(t, comparisons.since_first(points)),
        _since(t, comparisons.since_lowest(points), t("l’année la plus basse")),
        t(
            "Sur un an, cela fait à peu près {litres} litres par personne.",
            litres=rounded(t, year),
        ),
    )


def _temperature(t: Translator, indicator: Indicator, latest: Point) -> Lines:
    points = indicator.series[0].points
    last = int(latest.period)
    now = comparisons.mean(points, last - DECADE + 1, last)
    before = comparisons.mean(points, last - 2 * DECADE + 1, last - DECADE)
    told = [_rank(t, points)]
    if now is not None and before is not None:
        told.append(
            t(
                "Les dix dernières années, l’écart moyen est de {now}\u00a0°C. "
                "Les dix d’avant, il est de {before}\u00a0°C.",
                now=t.number(now, 1),
                before=t.number(before, 1),
            )
        )
    return tuple(told)


def _rank(t: Translator, points: tuple[Point, ...]) -> str:
    above, count = comparisons.higher(points), len(comparisons.known(points))
    if not above:
        return t(
            "C’est l’année la plus chaude des {count} années de la série.", count=count
        )
    return t.n(
        "Sur {count} années, {n} a été plus chaude.",
        "Sur {count} années, {n} ont été plus chaudes.",
        above,
        count=count,
    )


def _carbon_dioxide(t: Translator, indicator: Indicator, _: Point) -> Lines:
    points = indicator.series[0].points
    # Means of incomplete years carry a remark: no pace is read from them.
    whole = [int(p.period) for p in comparisons.known(points) if not p.remark[0]]
    since = _since(t, comparisons.since_first(points))
    if len(whole) <= 2 * DECADE:
        return (since,)
    first, last = whole[0], whole[-1]
    then = comparisons.a_year(points, first, first + DECADE)
    now = comparisons.a_year(points, last - DECADE, last)
    if then is None or now is None:
        return (since,)
    return (
        since,
        t(
            "Les dix dernières années, il en vient {now} de plus par an. "
            "Les dix premières, c’est {then}.",
            now=t.number(now, 1),
            then=t.number(then, 1),
        ),
    )


def _footprint(t: Translator, indicator: Indicator, latest: Point) -> Lines:
    points = comparisons.known(indicator.series[0].points)
    first = max(points, key=lambda point: point.value or 0.0)
    share = WHOLE * (first.value or 0.0) / (latest.value or 1.0)
    return (
        t(
            "«\u00a0{name}\u00a0» fait {share}\u00a0% du total.",
            name=first.label[t.language == "en"],
            share=t.number(share, 0),
        ),
    )


def _since(t: Translator, found: Change | None, which: str = "") -> str:
    """Say a change in percent since a year; `which` tells what year that is."""
    if found is None or found.share is None:
        return ""
    year = found.before.period
    percent = t.number(abs(found.share) * WHOLE, 0)
    if percent == "0":
        said = t("C’est à peu près comme en {year}", year=year)
    elif found.share < 0:
        said = t(
            "C’est {percent}\u00a0% de moins qu’en {year}", percent=percent, year=year
        )
    else:
        said = t(
            "C’est {percent}\u00a0% de plus qu’en {year}", percent=percent, year=year
        )
    said += f", {which}." if which else "."
    if found.before.status is Status.ROUNDED:
        said += t(" Le chiffre de {year} est arrondi.", year=year)
    return said


_COMPARED: Final[dict[str, Callable[[Translator, Indicator, Point], Lines]]] = {
    "budget-climat": _budget,
    "qui-emet-a-issy": _who_emits,
    "electricite-annee": _electricity,
    "electricite-mois-heure": _hours,
    "dechets-menagers": _waste,
    "eau-domestique": _water,
    "temperature-mondiale": _temperature,
    "co2-mauna-loa": _carbon_dioxide,
    "empreinte-par-personne": _footprint,
}
