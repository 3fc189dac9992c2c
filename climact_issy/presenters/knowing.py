"""What the record of a live figure says, in words; and what is missing to say it.

No word of these goes beyond the numbers: nothing is usual under ten days, and a slope
that may as well be zero is no trend.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from climact_issy.content import live_notes
from climact_issy.domain.civic import civic_day
from climact_issy.domain.indicators import Indicator, Shape
from climact_issy.domain.live import Reading
from climact_issy.domain.observations import start_of
from climact_issy.domain.summaries import (
    FEWEST_STEPS,
    FEWEST_USUAL,
    Baseline,
    Direction,
    Place,
    Range,
    Summary,
    Tell,
    Trend,
    Usual,
)
from climact_issy.texts import Translator

DAYS_A_YEAR: Final = 365.25
NIGHT: Final = 0
NOON: Final = 12


@dataclass(frozen=True, slots=True)
class Known:
    """What the record says of the newest value.

    Attributes:
        usual: whether it is usual, "" where that is not told of this figure.
        beside: one sentence or two each: trend, earlier year, by person.
        rests: on what it was computed, "" when on nothing.
    """

    usual: str = ""
    beside: tuple[str, ...] = ()
    rests: str = ""


@dataclass(frozen=True, slots=True)
class Scale:
    """How the values of a figure are written.

    Attributes:
        t: translator of the page.
        digits: decimals shown.
        units: short unit of one, and of several.
    """

    t: Translator
    digits: int
    units: tuple[str, str]

    def number(self, value: float) -> str:
        """Write a value without its unit; a whole one without decimals."""
        told = round(value, self.digits)
        return self.t.number(told, 0 if told == int(told) else self.digits)

    def amount(self, value: float) -> str:
        """Write a value with its unit."""
        return f"{self.number(value)}\u00a0{self._unit(value)}"

    def between(self, low: float, high: float) -> str:
        """Write a range, or its one value."""
        if self.number(low) == self.number(high):
            return self.amount(high)
        return self.t(
            "entre {low} et {high}", low=self.number(low), high=self.amount(high)
        )

    def _unit(self, value: float) -> str:
        is_one = self.t.is_one(round(value, self.digits))
        return self.units[0 if is_one else 1]


def known(t: Translator, indicator: Indicator, reading: Reading) -> Known:
    """Return what the record says of a live figure, nothing where it has no value."""
    notes = live_notes.of(indicator.slug)
    newest, summary = reading.newest, reading.summary
    if newest is None or newest.value is None or not notes.tells:
        return Known()
    side = t.language == "en"
    units = (notes.measure_of_one[side], notes.measure[side])
    scale = Scale(t, indicator.digits, units)
    if summary is None:
        return Known(usual=_nothing_usual(t) if Tell.USUAL in notes.tells else "")
    is_hourly = indicator.shape is Shape.HOURS
    beside = (
        trend_words(scale, summary.trend, is_hourly=is_hourly),
        baseline_words(t, summary.baseline, is_hourly=is_hourly),
        per_person_words(t, indicator.slug, summary, newest.period),
    )
    found = summary.usual
    is_of_now = found is not None and found.is_of(start_of(newest.period))
    return Known(
        usual_words(scale, found, newest.value) if found and is_of_now else "",
        tuple(line for line in beside if line),
        rests(t, summary),
    )


def usual_words(scale: Scale, usual: Usual, value: float) -> str:
    """Say whether a value is usual for its month and hour, or what is missing."""
    t, when = scale.t, _when(scale.t, usual)
    if usual.range is None:
        need = t(
            "Il faut au moins {days} jours connus, {when}, pour dire ce qui est "
            "habituel.",
            days=FEWEST_USUAL,
            when=when,
        )
        have = t.n("Nous en avons {n}.", "Nous en avons {n}.", usual.days)
        return f"{need} {have}"
    low, high = (
        round(end, scale.digits) for end in (usual.range.low, usual.range.high)
    )
    # Judged as it is written: "58, more than 58" would help nobody.
    place = Range(low, usual.range.middle, high).place_of(round(value, scale.digits))
    words = {
        Place.INSIDE: t("C’est comme d’habitude, {when}.", when=when),
        Place.LOW: t("C’est plus bas que d’habitude, {when}.", when=when),
        Place.HIGH: t("C’est plus haut que d’habitude, {when}.", when=when),
    }
    often = t("Au moins 8 fois sur 10, c’est {range}.", range=scale.between(low, high))
    days = t.n("Calculé sur {n} jour.", "Calculé sur {n} jours.", usual.days)
    return f"{words[place]} {often} {days}"


def trend_words(scale: Scale, trend: Trend | None, *, is_hourly: bool) -> str:
    """Say where a figure goes, that it goes nowhere, or what is missing."""
    if trend is None:
        return ""
    t = scale.t
    if trend.slope is None or trend.span is None:
        return _too_few_steps(t, trend.steps, is_hourly=is_hourly)
    first, last = (t.date(day, "MMMM y") for day in trend.span)
    years = (trend.span[1] - trend.span[0]).days / DAYS_A_YEAR
    slope = trend.slope
    low, central, high = (
        abs(end) * years for end in (slope.low, slope.central, slope.high)
    )
    if slope.direction is Direction.NONE or not round(central, scale.digits):
        return t(
            "Entre {first} et {last}, pas de tendance nette\u00a0: cela va et vient.",
            first=first,
            last=last,
        )
    amount = scale.amount(central)
    said = (
        t(
            "Entre {first} et {last}, cela monte\u00a0: à peu près {n} de plus.",
            first=first,
            last=last,
            n=amount,
        )
        if slope.direction is Direction.RISE
        else t(
            "Entre {first} et {last}, cela baisse\u00a0: à peu près {n} de moins.",
            first=first,
            last=last,
            n=amount,
        )
    )
    span = scale.between(*sorted((low, high)))
    doubt = t("Le vrai chiffre est sans doute {range}.", range=span)
    if trend.is_whole_year:
        return f"{said} {doubt}"
    season = t("Moins d’un an est connu\u00a0: la saison peut en être la cause.")
    return f"{said} {doubt} {season}"


def baseline_words(t: Translator, baseline: Baseline | None, *, is_hourly: bool) -> str:
    """Compare the last weeks, or year, with those of before; or say that they lack."""
    if baseline is None:
        return ""
    if baseline.change is None or baseline.span is None:
        return (
            t("Pour comparer, il nous manque les mêmes semaines d’une autre année.")
            if is_hourly
            else t("Pour comparer, il nous manque une autre année.")
        )
    percent = t.number(abs(baseline.change), 0)
    if percent == "0":
        change = t("à peu près pareil")
    elif baseline.change > 0:
        change = t("{percent}\u00a0% de plus", percent=percent)
    else:
        change = t("{percent}\u00a0% de moins", percent=percent)
    if is_hourly:
        return t(
            "Les quatre dernières semaines connues, comparées aux mêmes de "
            "{year}\u00a0: {change}.",
            year=baseline.span[0].year,
            change=change,
        )
    return t(
        "La dernière année connue, comparée à celle finie en {month}\u00a0: {change}.",
        month=t.date(baseline.span[1], "MMMM y"),
        change=change,
    )


def per_person_words(t: Translator, slug: str, summary: Summary, newest: str) -> str:
    """Share the newest value between people, or say that nobody counted them."""
    notes, side = live_notes.of(slug).per_person, t.language == "en"
    if notes is None or summary.period != newest:
        return ""
    if summary.per_person is None:
        return notes.missing[side].format(year=civic_day(start_of(newest)).year)
    value = t.number(summary.per_person * notes.times, 0)
    return notes.words[side].format(value=value)


def rests(t: Translator, summary: Summary) -> str:
    """Say on how many days it was computed, and of which time."""
    first, last = summary.span
    if first == last:
        return t("Nous avons un seul jour de mesures, le {day}.", day=t.date(first))
    return t(
        "Nous avons {days} jours de mesures, du {first} au {last}.",
        days=t.number(summary.days),
        first=t.date(first),
        last=t.date(last),
    )


def _nothing_usual(t: Translator) -> str:
    return t(
        "Il faut au moins {days} jours connus pour dire ce qui est habituel.",
        days=FEWEST_USUAL,
    )


def _too_few_steps(t: Translator, steps: int, *, is_hourly: bool) -> str:
    need = (
        t(
            "Il faut au moins {n} semaines connues pour voir une tendance.",
            n=FEWEST_STEPS,
        )
        if is_hourly
        else t("Il faut au moins {n} mesures pour voir une tendance.", n=FEWEST_STEPS)
    )
    return f"{need} {t.n('Nous en avons {n}.', 'Nous en avons {n}.', steps)}"


def _when(t: Translator, usual: Usual) -> str:
    month = t.date(date(2000, usual.month, 1), "MMMM")
    if usual.hour is None:
        return t("en {month}", month=month)
    if usual.hour == NIGHT:
        return t("vers minuit en {month}", month=month)
    if usual.hour == NOON:
        return t("vers midi en {month}", month=month)
    return t("vers {hour}\u00a0h en {month}", hour=usual.hour, month=month)
