"""The action of the day, with the true reason why it was chosen."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from climact_issy import routes
from climact_issy.content import actions as catalogue
from climact_issy.content import indicators
from climact_issy.domain.actions import Action
from climact_issy.domain.daily import (
    BUDGET,
    ELECTRICITY_PROFILE,
    DailyChoice,
    Knowledge,
    Overshoot,
    Reason,
)
from climact_issy.domain.points import Rules, base_points
from climact_issy.domain.tiers import Tier
from climact_issy.presenters.gesture_words import ICONS, pick
from climact_issy.texts import Translator

DEMO_AIR: Final = "air-du-jour"


@dataclass(frozen=True, slots=True)
class DailyView:
    """The choice of the day; the empty value means it is not known yet.

    Attributes:
        is_ready: whether it is known.
        title: title of the action.
        href: its page.
        icon: icon of the action.
        points: "+10".
        reason: why today, in one true sentence.
        is_demo: whether the reason rests on a demo series.
    """

    is_ready: bool = False
    title: str = ""
    href: str = ""
    icon: str = "act"
    points: str = ""
    reason: str = ""
    is_demo: bool = False


@cache
def knowledge(*, is_demo: bool) -> Knowledge:
    """Gather what is really known, from the bundled series.

    Args:
        is_demo: whether the invented series of demo mode may speak.
    """
    profile = indicators.by_slug(ELECTRICITY_PROFILE).series[0].points
    electricity = {
        _month_hour(point.period): point.value
        for point in profile
        if point.value is not None
    }
    budget = indicators.by_slug(BUDGET)
    newest = budget.latest
    over = None
    if newest is not None and newest.value is not None and budget.ceiling is not None:
        over = Overshoot(newest.period, newest.value, budget.ceiling)
    return Knowledge(electricity, over, _demo_air() if is_demo else None)


def daily_view(t: Translator, choice: DailyChoice, rules: Rules) -> DailyView:
    """Present the choice of a day in the language of the page."""
    action = catalogue.by_slug(choice.action_slug)
    points = base_points(rules, action.effort, Tier.DECLARED)
    return DailyView(
        is_ready=True,
        title=pick(action.title, t),
        href=routes.action(action.slug).to(t.language),
        icon=action.icon or ICONS[action.theme],
        points=f"+{t.number(points)}",
        reason=reason_sentence(t, choice, action),
        is_demo=choice.reason is Reason.DEMO_AIR,
    )


def reason_sentence(  # noqa: PLR0911 - one sentence a reason
    t: Translator, choice: DailyChoice, action: Action
) -> str:
    """Say why this action today, with nothing but what is known."""
    said = choice.values
    match choice.reason:
        case Reason.DEMO_AIR:
            return t("L’air du jour est bon (série inventée), profitez-en.")
        case Reason.SEASON:
            return t("C’est un geste de saison, en {month}.", month=_month(t, said))
        case Reason.ELECTRICITY_PEAK:
            return t(
                "En {month}, l’électricité de France émet le plus vers {hour} h "
                "(moyenne 2017-2018).",
                month=_month(t, said),
                hour=said["hour"],
            )
        case Reason.BUDGET_ABOVE_CEILING:
            return _budget_sentence(t, said)
        case Reason.WORKDAY_TRIP:
            return t(
                "C’est {day}, un jour de trajets.",
                day=_weekday(t, int(said["weekday"])),
            )
        case Reason.WEEKEND_TIME:
            return t(
                "C’est {day}\u00a0: comptez {minutes} minutes.",
                day=_weekday(t, int(said["weekday"])),
                minutes=action.minutes,
            )
        case Reason.TURN:
            return t("Chaque geste du catalogue a son jour, c’est le sien.")


def _budget_sentence(t: Translator, said: Mapping[str, str | int | float]) -> str:
    return t(
        "Le budget climat d’Issy était de {value} t en {year}, son plafond est de "
        "{ceiling} t.",
        value=t.number(float(said["value"]), 0),
        year=said["year"],
        ceiling=t.number(float(said["ceiling"]), 0),
    )


def _month_hour(period: str) -> tuple[int, int]:
    month, hour = period.split("-")
    return int(month), int(hour)


def _month(t: Translator, said: Mapping[str, str | int | float]) -> str:
    return t.date(date(2024, int(said["month"]), 1), "MMMM")


def _weekday(t: Translator, weekday: int) -> str:
    """Name a day of the week; the first day of 2024 was a Monday."""
    return t.date(date(2024, 1, 1 + weekday), "EEEE")


def _demo_air() -> int | None:
    found = indicators.by_slug(DEMO_AIR, is_demo=True).latest
    return None if found is None or found.value is None else round(found.value)
