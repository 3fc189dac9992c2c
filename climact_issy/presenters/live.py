"""A live figure, ready to show: its newest value with its age, its last known day."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Final

from climact_issy import texts
from climact_issy.content import live_indicators, live_notes
from climact_issy.domain.civic import PARIS, civic_day
from climact_issy.domain.indicators import Indicator, Level, Point, Series, Shape
from climact_issy.domain.live import Reading, Sample
from climact_issy.domain.observations import (
    Currency,
    Resolution,
    resolution_of,
    start_of,
)
from climact_issy.presenters import class_words, indicators
from climact_issy.presenters.drawing import Chart
from climact_issy.presenters.easy_reading import easy_live_lines
from climact_issy.presenters.indicator_words import Phrase, plain
from climact_issy.presenters.indicators import IndicatorView
from climact_issy.presenters.knowing import known
from climact_issy.presenters.passports import in_words
from climact_issy.presenters.readings import level
from climact_issy.presenters.term_words import TermView, explained
from climact_issy.texts import Translator

HOUR: Final = timedelta(hours=1)
DAY: Final = timedelta(days=1)
FEWEST_DAYS: Final = 20
"""Fewer known days make no usual level."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One drawn thing of a chart that is sent to a page: classes and where.

    Attributes:
        classes: of the mark or of the words.
        path: of a mark, "" for words.
        text: the words, "" for a mark.
        left: "12%" from the left, "" where it does not matter.
        top: "12%" from the top, "" where it does not matter.
    """

    classes: str = ""
    path: str = ""
    text: str = ""
    left: str = ""
    top: str = ""


@dataclass(frozen=True, slots=True)
class LiveRow:
    """One row of the table twin."""

    when: str
    value: str


@dataclass(frozen=True, slots=True)
class LiveView:
    """A live figure in the visitor's language.

    Attributes:
        slug: of the figure, "" before anything was read.
        has_value: whether any value was ever read.
        sentence: the plain sentence.
        value: the newest value, formatted.
        unit: its unit, in the number of the value.
        age: how old it is, in words.
        level: "good" or "watch", "" where no official threshold exists.
        level_word: the level in words, which names the threshold.
        is_now: whether it may be called "now".
        note: what to know of its freshness, "" when all is well.
        origin: who made the newest value and when it was read, "" without a value.
        easy: the figure in easy-to-read lines, none where nobody wrote them.
        usual: whether the value is usual, or what is missing to say it.
        beside: one line each: where it goes, beside what it stands.
        rests: on which days that was computed, "" when on none.
        description: what a screen reader hears instead of the chart.
        marks: shapes of the chart.
        words: words inside the frame.
        ticks: under the frame.
        rows: of the table twin, oldest first.
    """

    slug: str = ""
    has_value: bool = False
    sentence: str = ""
    value: str = ""
    unit: str = ""
    age: str = ""
    level: str = ""
    level_word: str = ""
    is_now: bool = False
    note: str = ""
    origin: str = ""
    easy: list[str] = field(default_factory=list[str])
    usual: str = ""
    beside: list[str] = field(default_factory=list[str])
    rests: str = ""
    description: str = ""
    marks: list[Piece] = field(default_factory=list[Piece])
    words: list[Piece] = field(default_factory=list[Piece])
    ticks: list[Piece] = field(default_factory=list[Piece])
    rows: list[LiveRow] = field(default_factory=list[LiveRow])


@dataclass(frozen=True, slots=True)
class LiveCards:
    """The live figures by slug, each without its chart; none before they are read."""

    by_slug: dict[str, LiveView] = field(default_factory=dict[str, LiveView])


def filled(indicator: Indicator, reading: Reading) -> Indicator:
    """Return a live figure with its last known time as its series.

    Of a value that the team brought, the caveat says so: what stands as the source
    is the usual one.
    """
    points = tuple(_point(indicator, sample) for sample in reading.recent)
    main = indicator.series[0]
    day = reading.retrieved_at
    return replace(
        indicator,
        series=(Series(main.key, main.label, points),),
        caveat=_caveat(indicator, reading),
        retrieved_on=day.astimezone(PARIS).date() if day else indicator.retrieved_on,
    )


def indicator_view(
    t: Translator, indicator: Indicator, reading: Reading, now: datetime
) -> IndicatorView:
    """Return what a card or an embed shows of a live figure."""
    shown = filled(indicator, reading)
    found = indicators.view(t, shown)
    told = sentence(t, shown, reading)
    side = t.language == "en"
    chart = found.chart
    if chart:
        chart = replace(chart, description=f"{found.title}, {found.place}. {told}")
    return replace(
        found,
        sentence=(Phrase(told),),
        text=plain((Phrase(told),)),
        age=age(t, reading, now),
        level_word=level_word(t, shown),
        terms=explained(t, told, indicator.unit[side]),
        chart=chart,
    )


def live_view(
    t: Translator, indicator: Indicator, reading: Reading, now: datetime
) -> LiveView:
    """Return what a page shows once it is live."""
    found = indicator_view(t, indicator, reading, now)
    chart = found.chart
    if chart is None:
        note = _note(t, reading) or _missing(t, indicator.slug)
        easy = easy_live_lines(t, indicator.slug, "", "")
        return LiveView(indicator.slug, sentence=found.text, note=note, easy=[*easy])
    record = known(t, indicator, reading)
    return LiveView(
        slug=indicator.slug,
        has_value=True,
        sentence=found.text,
        value=found.value,
        unit=found.unit,
        age=found.age,
        level=found.level,
        level_word=found.level_word,
        is_now=reading.freshness.currency is Currency.CURRENT,
        note=_note(t, reading),
        origin=origin(t, reading),
        easy=[*easy_live_lines(t, indicator.slug, found.value, _old_day(t, reading))],
        usual=record.usual,
        beside=[line for line in (mean(t, indicator, reading), *record.beside) if line],
        rests=record.rests,
        description=chart.description,
        marks=[Piece(mark.classes, path=mark.path) for mark in chart.marks],
        words=_words(chart),
        ticks=[
            Piece(f"a-{tick.anchor}", text=tick.text, left=tick.at)
            for tick in chart.ticks
        ],
        rows=[LiveRow(row.head, row.cells[0]) for row in found.table.rows],
    )


def brief(view: LiveView) -> LiveView:
    """Return what a card shows: the words without the chart."""
    chart = replace(view, description="", marks=[], words=[], ticks=[], rows=[])
    return replace(chart, easy=[], usual="", beside=[], rests="", origin="")


def sentence(t: Translator, indicator: Indicator, reading: Reading) -> str:
    """Say the newest value; an old one is never said to be of now."""
    latest = indicator.latest
    if latest is None or reading.newest is None:
        return t("Nous n’avons encore lu aucune valeur de ce chiffre.")
    value = indicators.shown_value(t, indicator)
    own = _said(t, indicator.slug, _old_day(t, reading), value)
    return own or _anything(t, indicator, value)


def level_word(t: Translator, indicator: Indicator) -> str:
    """Name the official class, or threshold and side of it, "" where none exists."""
    if indicator.classes is not None:
        return class_words.level_word(t, indicator, indicator.classes)
    name = indicator.ceiling_label[t.language == "en"]
    return {
        Level.GOOD: t("sous la {threshold}", threshold=name),
        Level.WATCH: t("au-dessus de la {threshold}", threshold=name),
        Level.ACT: "",
        Level.NONE: "",
    }[level(indicator)]


def origin(t: Translator, reading: Reading) -> str:
    """Say who made the newest value, which need not be the usual source."""
    if reading.newest is None or reading.retrieved_at is None or not reading.producer:
        return ""
    day = _day(t, reading.retrieved_at)
    if reading.is_brought:
        return t(
            "La dernière valeur vient d’un tableau apporté par l’équipe, lu le {day}.",
            day=day,
        )
    return t(
        "Dernière valeur\u00a0: {producer}, lue le {day}.",
        producer=in_words(t, "sources", reading.producer),
        day=day,
    )


def span_name(t: Translator, indicator: Indicator) -> str:
    """Say which time the chart of a live figure shows."""
    if indicator.shape is Shape.DAYS:
        return t("La dernière année connue")
    if indicator.shape is Shape.CLASSES:
        return t("Les 30 derniers jours connus")
    return t("Les 24 dernières heures connues")


def terms(t: Translator, indicator: Indicator) -> tuple[TermView, ...]:
    """Return the words of either sentence and of the unit that need explaining."""
    slug, zero, side = indicator.slug, t.number(0), t.language == "en"
    told = _said(t, slug, "", zero) + _said(t, slug, zero, zero)
    if indicator.classes is not None:
        told += " ".join(grade.word[side] for grade in indicator.classes.grades)
    return explained(t, told, indicator.unit[side])


def age(t: Translator, reading: Reading, now: datetime) -> str:
    """Say how old the newest value is: in minutes, in hours, then by its day."""
    if reading.newest is None:
        return t("aucune valeur lue")
    period = reading.newest.period
    if resolution_of(period) is Resolution.DAY:
        is_today = period == civic_day(now).isoformat()
        day = _day(t, start_of(period))
        return t("aujourd’hui") if is_today else t("le {day}", day=day)
    return age_of(t, start_of(reading.newest.period), now)


def age_of(t: Translator, at: datetime, now: datetime) -> str:
    """Say how long ago something was: in minutes, in hours, then by its day."""
    old = max(now - at, timedelta(0))
    if old < HOUR:
        minutes = int(old.total_seconds() // 60)
        return t.n("il y a {n} minute", "il y a {n} minutes", minutes)
    if old < DAY:
        return t.n("il y a {n} heure", "il y a {n} heures", int(old / HOUR))
    return t("le {day}", day=_day(t, at))


def mean(t: Translator, indicator: Indicator, reading: Reading) -> str:
    """Say the mean of the last weeks, "" when too few days are known."""
    if reading.newest is None or len(reading.days) < FEWEST_DAYS:
        return ""
    if indicator.classes is not None:
        return class_words.counted(t, indicator.classes, reading.days)
    values = sum(day.n for day in reading.days)
    measure = live_notes.of(indicator.slug).measure[t.language == "en"]
    found = sum(day.mean * day.n for day in reading.days) / values
    return t(
        "En moyenne, sur {days} jours connus\u00a0: {value}\u00a0{unit}.",
        days=len(reading.days),
        value=t.number(found, indicator.digits),
        unit=measure or indicator.unit[t.language == "en"],
    )


def _old_day(t: Translator, reading: Reading) -> str:
    """Return the day of a value that is not of now, "" of one that is."""
    if reading.newest is None or reading.freshness.currency is Currency.CURRENT:
        return ""
    return _day(t, start_of(reading.newest.period))


def _said(t: Translator, slug: str, day: str, value: str) -> str:
    """Say a figure in its own words, "" where it has none.

    Args:
        t: translator of the page.
        slug: of the figure.
        day: of the value, "" when it is of now.
        value: formatted.
    """
    words = live_indicators.told(slug)
    found = words.then if day else words.now
    return found[t.language == "en"].format(day=day, value=value)


def _anything(t: Translator, indicator: Indicator, value: str) -> str:
    """Say any figure: title, value, unit, place and moment."""
    side = t.language == "en"
    latest = indicator.latest
    return t(
        "{title}\u00a0: {value}\u00a0{unit}, {place}, {period}.",
        title=indicator.title[side],
        value=value,
        unit=indicator.unit[side],
        place=indicator.place[side],
        period=latest.label[side] if latest else "",
    )


def _missing(t: Translator, slug: str) -> str:
    """Say what is needed before a figure has a value, "" where nothing is."""
    return live_indicators.missing(slug)[t.language == "en"]


def _note(t: Translator, reading: Reading) -> str:
    if reading.is_failing and reading.newest is None:
        return t("La source ne répond pas.")
    if reading.is_failing:
        return t("La source ne répond pas. Voici la dernière valeur connue.")
    if reading.is_brought:
        return t(
            "L’équipe a apporté cette valeur dans un tableau\u00a0: "
            "ce n’est pas une mesure en direct."
        )
    if reading.freshness.currency is Currency.LATE:
        return t("Cette valeur n’est pas celle de maintenant.")
    return ""


def _words(chart: Chart) -> list[Piece]:
    labels: Sequence[Piece] = [
        Piece(label.classes, text=label.text, left=label.left, top=label.top)
        for label in chart.labels
    ]
    levels = [Piece("level", text=tick.text, top=tick.at) for tick in chart.levels]
    return [*labels, *levels]


def _caveat(indicator: Indicator, reading: Reading) -> tuple[str, str]:
    if not reading.is_brought:
        return indicator.caveat
    french, english = (
        " ".join((told, origin(texts.for_language(language), reading))).strip()
        for language, told in zip(("fr", "en"), indicator.caveat, strict=True)
    )
    return french, english


def _point(indicator: Indicator, sample: Sample) -> Point:
    label = _label(start_of(sample.period), indicator.shape)
    grade = indicator.classes.grade(sample.value) if indicator.classes else None
    remark = grade.word if grade else ("", "")
    return Point(sample.period, label, sample.value, remark=remark)


def _label(at: datetime, shape: Shape) -> tuple[str, str]:
    french, english = texts.for_language("fr"), texts.for_language("en")
    name = _moment if shape is Shape.HOURS else _day
    return name(french, at), name(english, at)


def _moment(t: Translator, at: datetime) -> str:
    day = t.date(at.astimezone(PARIS).date(), "d MMMM")
    return t("{day} à {time}", day=day, time=t.time(at))


def _day(t: Translator, at: datetime) -> str:
    return t.date(at.astimezone(PARIS).date())
