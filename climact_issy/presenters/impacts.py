"""What an action changes, in two columns that are never added.

One column is the city's climate budget, which is territorial: the published
reading says whether it can see the action, never how much of it. The other is
the person's footprint, with the published range. Nothing here adds the two.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from climact_issy.domain.actions import Action, Boundary, Kind
from climact_issy.domain.footprint import FootprintSaving, TerritorialSaving, impact
from climact_issy.presenters.gesture_words import NBSP, has_choice, pick, quantity_text
from climact_issy.texts import Translator

MINUS: Final = "−"
GRAMS_UNDER_KG: Final = 0.1
"""Below this many kilograms a saving is written in grams, which reads better."""


@dataclass(frozen=True, slots=True)
class CityView:
    """The column of the city's climate budget.

    Attributes:
        word: "oui", "en partie", "non" or "on ne sait pas".
        shape: "full", "half", "empty" or "dashed", the disc beside the word.
        sentence: what that means for this quantity.
        note: why, our reading, to be confirmed by the city.
    """

    word: str = ""
    shape: str = ""
    sentence: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class FootprintView:
    """The column of the person's own footprint.

    Attributes:
        value: "−0,71 kg" for this quantity, "" when no figure is published.
        between: "CO₂e, entre −0,55 et −1,36 kg", or what is known instead.
        sentence: the same in words.
        unit_value: "−0,14 kg" for one unit, "" when no figure is published.
        unit_label: "par km", "par an", "".
        note: the caveat of the source, "" when none.
    """

    value: str = ""
    between: str = ""
    sentence: str = ""
    unit_value: str = ""
    unit_label: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ImpactView:
    """Both columns, side by side.

    Attributes:
        title: "Ce que changent 5 km".
        city: the city's climate budget.
        footprint: the person's footprint.
    """

    title: str = ""
    city: CityView = CityView()
    footprint: FootprintView = FootprintView()


@lru_cache(maxsize=1024)  # the same few quantities are noted again and again
def impact_view(
    t: Translator, action: Action, quantity: float | None = None
) -> ImpactView:
    """Present what a quantity of an action changes.

    Args:
        t: the page's translator.
        action: an action of the catalogue.
        quantity: in the action's unit; None = its default, once when it has none.

    Raises:
        BadInput: the quantity is outside the bounds of the action.
    """
    found = impact(action, quantity)
    bounds = action.quantity
    amount = bounds.default if bounds and quantity is None else quantity
    done = quantity_text(t, action, amount)
    if done:
        title = t.n(
            "Ce que change {quantity}",
            "Ce que changent {quantity}",
            amount or 0,
            quantity=done,
        )
    elif action.kind is Kind.YEARLY:
        title = t("Ce que change une année")
    else:
        title = t("Ce que change ce geste")
    return ImpactView(
        title=title,
        city=_city(t, action, found.territorial),
        footprint=_footprint(t, action, found.footprint),
    )


def kilograms(t: Translator, kgco2e: float) -> str:
    """Write an avoided mass as a change, "−0,71 kg", in grams when it is small.

    Args:
        t: the page's translator.
        kgco2e: kilograms avoided; negative when the action emits more.
    """
    sign = "" if kgco2e == 0 else MINUS if kgco2e > 0 else "+"
    return f"{sign}{mass(t, abs(kgco2e))}"


def mass(t: Translator, kgco2e: float) -> str:
    """Write a mass without sign, with the digits a reader can use."""
    if 0 < kgco2e < GRAMS_UNDER_KG:
        grams = kgco2e * 1000
        return f"{t.number(grams, 0 if grams >= 10 else 1)}{NBSP}g"  # noqa: PLR2004 - two significant digits
    digits = 0 if kgco2e >= 100 else 1 if kgco2e >= 10 else 2  # noqa: PLR2004 - two or three significant digits
    return f"{t.number(kgco2e, digits)}{NBSP}kg"


def _city(t: Translator, action: Action, saving: TerritorialSaving) -> CityView:
    words = {
        Boundary.YES: (t("oui"), "full"),
        Boundary.PARTLY: (t("en partie"), "half"),
        Boundary.NO: (t("non"), "empty"),
        Boundary.UNCLEAR: (t("on ne sait pas"), "dashed"),
    }
    word, shape = words[saving.boundary]
    return CityView(
        word=word,
        shape=shape,
        sentence=_city_sentence(t, saving),
        note=pick(action.boundary_note, t),
    )


def _city_sentence(t: Translator, saving: TerritorialSaving) -> str:
    """Say what the budget sees: bounds, never a share that nobody publishes."""
    if saving.boundary is Boundary.NO:
        return t("Rien\u00a0: il ne compte pas ce geste.")
    if saving.boundary is Boundary.UNCLEAR:
        return t("Rien ne dit encore s’il compte ce geste.")
    if saving.most_kgco2e:
        return t(
            "Entre 0 et {most} de CO₂e en moins, la part exacte n’est pas publiée.",
            most=mass(t, saving.most_kgco2e),
        )
    if saving.boundary is Boundary.PARTLY:
        return t("Il compte ce geste en partie, sans chiffre publié.")
    return t("Il compte ce geste, sans chiffre publié.")


def _footprint(
    t: Translator, action: Action, saving: FootprintSaving | None
) -> FootprintView:
    note = pick(action.saving_note, t)
    if saving is None or action.saving is None:
        unknown = t("Pas de chiffre publié\u00a0: nous n’en inventons pas.")
        return FootprintView("", unknown, unknown, "", "", note)
    value = saving.central_kgco2e
    return FootprintView(
        value=kilograms(t, value),
        between=_between(t, saving),
        sentence=t("Environ {mass} de CO₂e en moins pour vous.", mass=mass(t, value))
        if value > 0
        else t("Pas de CO₂e en moins d’après la source."),
        unit_value=kilograms(t, action.saving.central_kgco2e),
        unit_label=unit_label(t, action),
        note=note,
    )


def unit_label(t: Translator, action: Action) -> str:
    """Say per what a saving is published: "par km", "par an", or once."""
    if action.quantity is not None and has_choice(action):
        return t("par {unit}", unit=pick(action.quantity.unit, t))
    if action.kind is Kind.PER_USE:
        return t("à chaque fois")
    return t("par an") if action.kind is Kind.YEARLY else t("en une fois")


def _between(t: Translator, saving: FootprintSaving) -> str:
    low, high = saving.low_kgco2e, saving.high_kgco2e
    if low is None or high is None or low == high:
        return t("CO₂e, sans fourchette publiée.")
    return t(
        "CO₂e, entre {low} et {high}.", low=kilograms(t, low), high=kilograms(t, high)
    )
