"""Why a rule opened a challenge, in words that stay true afterwards."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from climact_issy import routes
from climact_issy.content import live_indicators
from climact_issy.content import weather_rules as content
from climact_issy.content.weather_rules import Told
from climact_issy.domain.boosts import Measured
from climact_issy.domain.civic import PARIS, civic_day
from climact_issy.domain.errors import NotFound
from climact_issy.domain.observations import Resolution, resolution_of, start_of
from climact_issy.domain.weather_rules import Check
from climact_issy.presenters import class_words
from climact_issy.presenters.live import age_of
from climact_issy.presenters.passports import in_words
from climact_issy.texts import Translator

_ONE_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ReasonView:
    """Why a challenge was opened; the empty value where people proposed it.

    Attributes:
        text: what was measured, when, and beside what.
        source: who measured it, and how old it is where that is told.
        href: page of the live figure, "" where there is none.
    """

    text: str = ""
    source: str = ""
    href: str = ""


def reason_view(
    t: Translator, measured: Measured | None, now: datetime | None = None
) -> ReasonView:
    """Say why a challenge was opened.

    Args:
        t: translator of the page.
        measured: what was kept, None where no rule opened it.
        now: aware instant; with it the age of the measure is told.
    """
    if measured is None:
        return ReasonView()
    producer = in_words(t, "sources", measured.producer)
    if now is None:
        source = t("Source\u00a0: {source}", source=producer)
    else:
        source = t(
            "Mesuré {age}. Source\u00a0: {source}",
            age=age(t, measured.period, now),
            source=producer,
        )
    return ReasonView(
        text=reason(t, measured),
        source=source,
        href=figure_href(t, measured.key.indicator),
    )


def reason(t: Translator, measured: Measured) -> str:
    """Say what was measured when a rule opened, with its moment and its unit."""
    said = _told(measured)
    if said is None:
        # A rule that is gone: its challenge of then keeps its figures.
        return t(
            "Mesuré le {time}\u00a0: {value}\u00a0{unit}.",
            time=moment(t, measured.period),
            value=t.number(measured.value),
            unit=measured.unit,
        )
    side = t.language == "en"
    sentence = said.reason[side].format(
        value=value(t, said, measured.value),
        unit=said.unit[side],
        time=moment(t, measured.period, has_year=measured.is_recorded),
    )
    if measured.is_recorded:
        return f"{sentence} {t('L’équipe a ouvert ce défi avec cette valeur gardée.')}"
    if measured.check is Check.LOWEST and measured.threshold is not None:
        limit = value(t, said, measured.threshold)
        beside = said.beside[side].format(limit=limit, unit=said.unit[side])
        return f"{sentence} {beside}"
    return sentence


def value(t: Translator, said: Told, found: float) -> str:
    """Say a value: the word of its class, or a number with one digit at most."""
    if said.classes is not None:
        return class_words.word(t, said.classes, found)
    return t.number(found, 0 if found.is_integer() else 1)


def moment(t: Translator, period: str, *, has_year: bool = False) -> str:
    """Name a day, or a day and an hour, on the clock of Paris."""
    at = start_of(period)
    pattern = "d MMMM y" if has_year else "d MMMM"
    day = t.date(at.astimezone(PARIS).date(), pattern)
    if resolution_of(period) is not Resolution.INSTANT:
        return day
    return t("{day} à {time}", day=day, time=t.time(at))


def age(t: Translator, period: str, now: datetime) -> str:
    """Say how old a value is: an hour by hours, a day by its name."""
    if resolution_of(period) is Resolution.INSTANT:
        return age_of(t, start_of(period), now)
    day, today = date.fromisoformat(period), civic_day(now)
    if day == today:
        return t("aujourd’hui")
    if day == today - _ONE_DAY:
        return t("hier")
    return t("le {day}", day=t.date(day))


def figure_href(t: Translator, indicator: str) -> str:
    """Return the page of a live figure, "" where there is none."""
    if not live_indicators.is_live(indicator):
        return ""
    return routes.indicator(indicator).to(t.language)


def _told(measured: Measured) -> Told | None:
    try:
        return content.by_slug(measured.rule).told_of(measured.key)
    except NotFound:
        return None
