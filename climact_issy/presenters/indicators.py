"""An indicator, ready to show: sentence first, then value, chart, table, passport."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from climact_issy import routes
from climact_issy.domain.actions import Action, Boundary
from climact_issy.domain.indicators import Indicator, Level, Shape
from climact_issy.domain.shares_of_cut import yearly_footprint
from climact_issy.presenters import charts, passports
from climact_issy.presenters.charts_by_cell import is_of_a_whole
from climact_issy.presenters.class_words import word
from climact_issy.presenters.drawing import Chart
from climact_issy.presenters.easy_reading import easy_lines
from climact_issy.presenters.indicator_tables import TableView, table
from climact_issy.presenters.indicator_words import (
    Phrase,
    Sentence,
    home_clause,
    level_word,
    plain,
    sentence,
    trend_words,
)
from climact_issy.presenters.passports import PassportView
from climact_issy.presenters.readings import level, pace
from climact_issy.presenters.term_words import TermView, explained
from climact_issy.texts import Translator

Group = Literal["issy", "france", "world"]
HOME: Final = ("budget-climat", "electricite-annee", "temperature-mondiale")
"""The three indicators of the home page, in reading order."""
CITY_ACCOUNTS: Final = ("budget-climat", "qui-emet-a-issy")
FOOTPRINT: Final = "empreinte-par-personne"
FRENCH: Final = ("France", "Hauts-de-Seine")


@dataclass(frozen=True, slots=True)
class IndicatorView:
    """One indicator in the visitor's language.

    Attributes:
        slug: address.
        href: its page.
        icon: icon of the sprite.
        title: its name.
        place: where it was measured.
        group: "issy", "france" or "world".
        sentence: the plain sentence, in pieces.
        text: the same sentence without marks.
        easy: the figure in easy-to-read lines, none where nobody wrote them.
        value: the newest value, formatted; "–" when there is none.
        unit: its unit.
        year: period of the value, "" when it has none.
        age: how old it is, in words: "données de 2024".
        level: "good", "watch", "act", or "" where no official ceiling exists.
        level_word: the level in words, "" where none exists.
        trend: where it goes and since when, "" under five values.
        target: the official aim in a sentence, "" where none exists.
        explanation: one paragraph of plain words.
        caveat: what it must not be compared with, "" when nothing.
        terms: the words of the sentence and of the unit that need an explanation.
        source: producer and title.
        source_url: where to check, "" when nowhere.
        licence: licence with its credit.
        chart: geometry, None without any value.
        table: the table twin.
        passport: the passport of the value.
        is_demo: labelled on every face.
        is_in_classes: whether the value is the word of an official class, which the
            level repeats with the name of its scale.
    """

    slug: str
    href: str
    icon: str
    title: str
    place: str
    group: Group
    sentence: Sentence
    text: str
    easy: tuple[str, ...]
    value: str
    unit: str
    year: str
    age: str
    level: str
    level_word: str
    trend: str
    target: str
    explanation: str
    caveat: str
    terms: tuple[TermView, ...]
    source: str
    source_url: str
    licence: str
    chart: Chart | None
    table: TableView
    passport: PassportView
    is_demo: bool
    is_in_classes: bool = False


@dataclass(frozen=True, slots=True)
class PebbleView:
    """One small figure under the sentence of the home page."""

    href: str
    title: str
    value: str
    detail: str


@dataclass(frozen=True, slots=True)
class HomeView:
    """Three indicators in words, and their figures.

    Attributes:
        eyebrow: what the sentence is about, and how fresh it is.
        sentence: the pieces of the sentence.
        pebbles: the three figures.
    """

    eyebrow: str
    sentence: Sentence
    pebbles: tuple[PebbleView, ...]


def view(t: Translator, indicator: Indicator) -> IndicatorView:
    """Return everything a page, a card or an embed shows of an indicator."""
    side = t.language == "en"
    said = sentence(t, indicator)
    text = plain(said)
    value = shown_value(t, indicator)
    found = level(indicator)
    title, place = indicator.title[side], indicator.place[side]
    return IndicatorView(
        slug=indicator.slug,
        href=routes.indicator(indicator.slug).to(t.language),
        icon=indicator.icon,
        title=title,
        place=place,
        group=group_of(indicator),
        sentence=said,
        text=text,
        easy=easy_lines(t, indicator),
        value=value,
        unit=shown_unit(t, indicator),
        year=period(t, indicator),
        age=age(t, indicator),
        level="" if found is Level.NONE else found,
        level_word=level_word(t, indicator),
        trend=trend_words(t, indicator),
        target=target(t, indicator),
        explanation=indicator.explanation[side],
        caveat=indicator.caveat[side],
        terms=explained(t, text, indicator.unit[side]),
        source=passports.in_words(t, "sources", indicator.source),
        source_url=indicator.source_url,
        licence=passports.in_words(t, "licences", indicator.licence),
        chart=charts.draw(
            t,
            indicator,
            t("{title}, {place}. {sentence}", title=title, place=place, sentence=text),
        ),
        table=table(t, indicator),
        passport=passports.of_indicator(t, indicator, value),
        is_demo=indicator.is_demo,
        is_in_classes=indicator.classes is not None,
    )


def views(t: Translator, indicators: Iterable[Indicator]) -> tuple[IndicatorView, ...]:
    """Return the views of several indicators, in their order."""
    return tuple(view(t, indicator) for indicator in indicators)


def home(t: Translator, indicators: Sequence[Indicator]) -> HomeView:
    """Say three real indicators in one sentence, with their figures under it."""
    by_slug = {indicator.slug: indicator for indicator in indicators}
    chosen = [by_slug[slug] for slug in HOME if slug in by_slug]
    pieces: list[Phrase] = []
    for i, indicator in enumerate(chosen):
        if i:
            pieces.append(Phrase(t(" et ") if i == len(chosen) - 1 else ", "))
        pieces += home_clause(t, indicator)
    return HomeView(
        eyebrow=t("Les derniers chiffres connus\u00a0:"),
        sentence=(*pieces, Phrase(".")),
        pebbles=tuple(_pebble(t, indicator) for indicator in chosen),
    )


def shown_unit(t: Translator, indicator: Indicator) -> str:
    """Return the unit beside the newest value: one bicycle, two bicycles."""
    side, latest = t.language == "en", indicator.latest
    of_one = indicator.unit_of_one[side]
    if not of_one or latest is None or latest.value is None:
        return indicator.unit[side]
    is_one = t.is_one(round(latest.value, indicator.digits))
    return of_one if is_one else indicator.unit[side]


def shown_value(t: Translator, indicator: Indicator) -> str:
    """Format the value that stands for an indicator, "–" when there is none.

    A profile and an example week have no newest value: their range stands for
    them. Shares of a whole show the first share of each page, a class its word.
    """
    latest = indicator.latest
    if latest is None:
        return "–"
    if indicator.shape is Shape.PROFILE or indicator.is_demo:
        values = [p.value for p in indicator.series[0].points if p.value is not None]
        low, high = t.number(min(values), 0), t.number(max(values), 0)
        return t("{low} à {high}", low=low, high=high)
    if indicator.shape is Shape.SHARES and is_of_a_whole(indicator):
        firsts = [series.points[0].value for series in indicator.series]
        shown = [t.number(v, indicator.digits) for v in firsts if v is not None]
        return t(" ou ").join(dict.fromkeys(shown))
    if indicator.classes is not None:
        return word(t, indicator.classes, latest.value)
    value = latest.value or 0.0
    return ("−" if value < 0 else "") + t.number(abs(value), indicator.digits)


def period(t: Translator, indicator: Indicator) -> str:
    """Return the period of the newest value in words, "" when it has none."""
    latest = indicator.latest
    if latest is None or indicator.is_demo:
        return ""
    if indicator.shape in {Shape.PROFILE, Shape.SHARES}:
        return _years_in(indicator)
    return latest.label[t.language == "en"]


def age(t: Translator, indicator: Indicator) -> str:
    """Say how old the newest value is; only a demo series is of today."""
    if indicator.is_demo:
        return t("série inventée pour la démonstration")
    when = period(t, indicator)
    if not when:
        return t("version {version}", version=indicator.version)
    if indicator.shape is Shape.SHARES and not is_of_a_whole(indicator):
        return t("modèle de {period}", period=when)
    return t("données de {period}", period=when)


def target(t: Translator, indicator: Indicator) -> str:
    """Say the official aim in a sentence, "" where none exists."""
    if indicator.ceiling is None:
        return ""
    side = t.language == "en"
    unit = indicator.unit[side]
    number = t.number(indicator.ceiling, indicator.ceiling_digits)
    aim = t(
        "{label}\u00a0: {value}\u00a0{unit}.",
        label=_capital(indicator.ceiling_label[side]),
        value=number,
        unit=unit,
    )
    found = pace(indicator) if indicator.shape is Shape.STAIRS else None
    if found is None or found.left <= 0:
        return aim
    needed = f"{t.number(found.needed, indicator.digits)}\u00a0{unit}"
    must = t("Il faut descendre de {needed} par an.", needed=needed)
    if found.done is None:
        return f"{aim} {must}"
    done = f"{t.number(abs(found.done), indicator.digits)}\u00a0{unit}"
    last = (
        t("La dernière année, la baisse a été d’environ {done}.", done=done)
        if found.done >= 0
        else t("La dernière année, la hausse a été d’environ {done}.", done=done)
    )
    return f"{aim} {must} {last}"


def moving(slug: str, actions: Iterable[Action]) -> tuple[Action, ...]:
    """Return the actions that move an indicator, the surest first.

    The city's accounts are moved by what their boundary can see; a footprint by
    whatever has a published saving, the largest in a year first; any other by what
    the catalogue says.

    Args:
        slug: the indicator.
        actions: the whole catalogue.
    """
    told = [action for action in actions if action.is_loggable]
    if slug in CITY_ACCOUNTS:
        seen = (Boundary.YES, Boundary.PARTLY)
        found = [action for action in told if action.boundary in seen]
        return tuple(sorted(found, key=_surest))
    if slug == FOOTPRINT:
        found = [action for action in told if action.saving]
        return tuple(sorted(found, key=_in_a_year, reverse=True))
    return tuple(action for action in told if slug in action.indicators)


def _surest(action: Action) -> tuple[bool, bool]:
    """Put what has a published figure first, then what the budget sees for sure."""
    return action.saving is None, action.boundary is not Boundary.YES


def _in_a_year(action: Action) -> float:
    year = yearly_footprint(action)
    return year.central_kgco2e if year else 0.0


def group_of(indicator: Indicator) -> Group:
    """Return where an indicator belongs among Issy, France and the world."""
    if "Issy" in indicator.place[0]:
        return "issy"
    is_french = any(name in indicator.place[0] for name in FRENCH)
    return "france" if is_french else "world"


def _pebble(t: Translator, indicator: Indicator) -> PebbleView:
    value, when = shown_value(t, indicator), period(t, indicator)
    words = {
        "budget-climat": (
            t("Budget climat"),
            t("{value}\u00a0t", value=value),
            t("CO₂e, Issy {year}", year=when),
        ),
        "electricite-annee": (
            t("Électricité"),
            t("{value}\u00a0g/kWh", value=value),
            t("CO₂e, France {year}", year=when),
        ),
        "temperature-mondiale": (
            t("Température"),
            t("+{value}\u00a0°C", value=value),
            t("Terre {year}, par rapport à 1951-1980", year=when),
        ),
    }
    title, shown, detail = words[indicator.slug]
    return PebbleView(
        href=routes.indicator(indicator.slug).to(t.language),
        title=title,
        value=shown,
        detail=detail,
    )


def _years_in(indicator: Indicator) -> str:
    """Return the years of a series that is not by year: "2024" or "2017–2018"."""
    years = re.findall(r"\d{4}", indicator.series[0].points[0].period)
    if indicator.shape is Shape.PROFILE:
        years = re.findall(r"\d{4}", indicator.version)
    return "–".join(dict.fromkeys(years))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
