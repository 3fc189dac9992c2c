"""The actions that move a figure, each with its share of what is needed.

Every share is of what might change, for one rhythm that is said with it; nothing was
measured, and shares are not to be added up.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from climact_issy import routes
from climact_issy.content import commune
from climact_issy.domain.actions import Action, Kind
from climact_issy.domain.indicators import Indicator
from climact_issy.domain.shares_of_cut import (
    share_of,
    times_a_year,
    yearly_footprint,
    yearly_range,
)
from climact_issy.presenters.gesture_words import quantity_text
from climact_issy.presenters.impacts import mass
from climact_issy.presenters.readings import pace
from climact_issy.texts import Translator

PEOPLE: Final = 2000
KILOS_PER_TONNE: Final = 1000
WHOLE: Final = 100
LEAST: Final = 0.1
"""Percent under which a share is said to be less than that."""
BUDGET: Final = "budget-climat"
FOOTPRINT: Final = "empreinte-par-personne"
WASTE: Final = "dechets-menagers"
WORLD: Final = frozenset({"temperature-mondiale", "co2-mauna-loa"})
"""Figures of the whole planet, on which nobody can be seen."""
KILOGRAM: Final = "kg"

Told = tuple[str, str]
"""A share, and what it is the share of."""


@dataclass(frozen=True, slots=True)
class MovingView:
    """An action that moves a figure.

    Attributes:
        href: its page.
        icon: icon of the sprite.
        title: its name.
        share: what it might change of what is needed, or that nobody knows; "" where
            no action of the figure has a known share.
        detail: what is counted and how much that is, "" where nobody knows.
    """

    href: str
    icon: str
    title: str
    share: str
    detail: str


def moving_views(
    t: Translator, indicator: Indicator, actions: Iterable[Action]
) -> tuple[MovingView, ...]:
    """Present the actions that move an indicator, those with a known share first.

    Args:
        t: translator of the page.
        indicator: the figure.
        actions: those that move it, in their order.
    """
    found = [_view(t, indicator, action) for action in actions]
    return tuple(sorted(found, key=lambda view: not view.detail))


def scale_note(t: Translator, indicator: Indicator) -> str:
    """Say how to read the shares of a figure, or why it has none."""
    if indicator.is_demo:
        return ""
    if indicator.slug in WORLD:
        return t(
            "Un geste seul ne se voit pas sur ce chiffre. Il se voit sur une empreinte."
        )
    if indicator.slug not in _TOLD:
        return t("La part de chaque geste est inconnue\u00a0: personne ne la publie.")
    said = t(
        "Personne n’a mesuré ces baisses\u00a0: c’est ce qui pourrait changer. "
        "Elles ne s’ajoutent pas."
    )
    if indicator.slug != BUDGET:
        return said
    percent = WHOLE * PEOPLE / commune.population().inhabitants
    people = t(
        "On part de 0, car la part que la Ville compte n’est pas publiée. "
        "{people} habitants, c’est {percent}\u00a0% d’Issy (INSEE).",
        people=t.number(PEOPLE),
        percent=t.number(percent, 0),
    )
    return f"{said} {people}"


def _view(t: Translator, indicator: Indicator, action: Action) -> MovingView:
    tell = _TOLD.get(indicator.slug)
    told = tell(t, indicator, action) if tell else ("", "")
    return MovingView(
        href=routes.action(action.slug).to(t.language),
        icon=action.icon,
        title=action.title[t.language == "en"],
        share=told[0] if told else t("Part inconnue\u00a0: personne ne la publie."),
        detail=told[1] if told else "",
    )


def _of_the_budget(t: Translator, indicator: Indicator, action: Action) -> Told | None:
    one, many = yearly_range(action, 1), yearly_range(action, PEOPLE)
    found = pace(indicator)
    if one is None or many is None or found is None or found.needed <= 0:
        return None
    low, high = share_of(many, found.needed * KILOS_PER_TONNE)
    return (
        t(
            "{people} habitants\u00a0: {share} de la baisse à faire chaque année.",
            people=t.number(PEOPLE),
            share=_percents(t, low, high),
        ),
        t(
            "Une personne, {rhythm}\u00a0: de {low} à {high} de CO₂e par an.",
            rhythm=_rhythm(t, action),
            low=mass(t, one.low_kgco2e) if one.low_kgco2e else "0",
            high=mass(t, one.high_kgco2e),
        ),
    )


def _of_the_footprint(
    t: Translator, indicator: Indicator, action: Action
) -> Told | None:
    year, latest = yearly_footprint(action), indicator.latest
    if year is None or latest is None or not latest.value:
        return None
    low, high = year.low_kgco2e, year.high_kgco2e
    if low is None or high is None:
        low = high = year.central_kgco2e
    share = _percents(t, low / latest.value, high / latest.value)
    return (
        _capital(t("{share} de l’empreinte moyenne.", share=share)),
        _capital(
            t(
                "{rhythm}\u00a0: {mass} de CO₂e en moins.",
                rhythm=_rhythm(t, action),
                mass=mass(t, year.central_kgco2e),
            )
        ),
    )


def _of_the_waste(t: Translator, indicator: Indicator, action: Action) -> Told | None:
    """Count kilos of waste: only where they are what the action is noted in."""
    latest, quantity = indicator.latest, action.quantity
    if quantity is None or quantity.unit[0] != KILOGRAM:
        return None
    if latest is None or latest.value is None or indicator.ceiling is None:
        return None
    left = latest.value - indicator.ceiling
    if left <= 0:
        return None
    kilos = quantity.default * times_a_year(action)
    share = _percents(t, kilos / left, kilos / left)
    return (
        t("{share} de ce qu’il reste à enlever.", share=share),
        t(
            "{rhythm}\u00a0: {kilos}\u00a0kg de déchets en moins.",
            rhythm=_rhythm(t, action),
            kilos=t.number(kilos, 0),
        ),
    )


def _rhythm(t: Translator, action: Action) -> str:
    times = times_a_year(action)
    if action.kind is not Kind.PER_USE:
        return t("une fois")
    often = t("{times} fois par an", times=times)
    done = quantity_text(
        t, action, action.quantity.default if action.quantity else None
    )
    return f"{done}, {often}" if done else often


def _percents(t: Translator, low: float, high: float) -> str:
    """Write shares as percent: "2,4 %", "de 0 à 2,4 %", "moins de 0,1 %"."""
    lowest, highest = WHOLE * low, WHOLE * high
    if 0 < highest < LEAST:
        return t("moins de {share}\u00a0%", share=t.number(LEAST, 1))
    most = t("{share}\u00a0%", share=_percent(t, highest))
    if lowest == highest:
        return most
    return t("de {low} à {high}", low=_percent(t, lowest), high=most)


def _percent(t: Translator, percent: float) -> str:
    return t.number(percent, 0 if percent == 0 or percent >= WHOLE / 10 else 1)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


_TOLD: Final[dict[str, Callable[[Translator, Indicator, Action], Told | None]]] = {
    BUDGET: _of_the_budget,
    FOOTPRINT: _of_the_footprint,
    WASTE: _of_the_waste,
}
