"""What an action changes, in two columns that are never added.

One column is the city's climate budget, which is territorial: the published
reading says whether it can see the action, never how much of it. The other is
the person's footprint, with the published range. Nothing here adds the two.
"""

from dataclasses import dataclass
from typing import Final

from climact_issy.domain.actions import Action, Boundary, Kind, Saving
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

    word: str
    shape: str
    sentence: str
    note: str


@dataclass(frozen=True, slots=True)
class FootprintView:
    """The column of the person's own footprint.

    Attributes:
        value: "−0,71 kg" for this quantity, "" when no figure is published.
        range: "CO₂e, entre −0,55 et −1,36 kg", or what is known instead.
        sentence: the same in words.
        unit_value: "−0,14 kg" for one unit, "" when no figure is published.
        unit_label: "par km", "par an", "".
        note: the caveat of the source, "" when none.
    """

    value: str
    range: str
    sentence: str
    unit_value: str
    unit_label: str
    note: str


@dataclass(frozen=True, slots=True)
class ImpactView:
    """Both columns, side by side.

    Attributes:
        title: "Ce que change : 5 km".
        city: the city's climate budget.
        footprint: the person's footprint.
    """

    title: str
    city: CityView
    footprint: FootprintView


def impact_view(t: Translator, action: Action, quantity: float) -> ImpactView:
    """Present what `quantity` units of an action change.

    Args:
        t: the page's translator.
        action: an action of the catalogue.
        quantity: how much, in the action's unit; 1 when it has none.
    """
    done = quantity_text(t, action, quantity)
    if done:
        title = t("Ce que change\u00a0: {quantity}", quantity=done)
    elif action.kind is Kind.YEARLY:
        title = t("Ce que change une année")
    else:
        title = t("Ce que change ce geste")
    return ImpactView(
        title=title,
        city=_city(t, action, quantity),
        footprint=_footprint(t, action, quantity),
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


def _city(t: Translator, action: Action, quantity: float) -> CityView:
    words = {
        Boundary.YES: (t("oui"), "full"),
        Boundary.PARTLY: (t("en partie"), "half"),
        Boundary.NO: (t("non"), "empty"),
        Boundary.UNCLEAR: (t("on ne sait pas"), "dashed"),
    }
    word, shape = words[action.boundary]
    return CityView(
        word=word,
        shape=shape,
        sentence=_city_sentence(t, action, quantity),
        note=pick(action.boundary_note, t),
    )


def _city_sentence(t: Translator, action: Action, quantity: float) -> str:
    if action.boundary is Boundary.NO:
        return t("Rien pour le budget de la ville\u00a0: il ne compte pas cela.")
    if action.boundary is Boundary.UNCLEAR:
        return t("Pour le budget de la ville, on ne sait pas.")
    most = _most(action.saving, quantity)
    if action.boundary is Boundary.PARTLY and most:
        return t(
            "Pour le budget de la ville\u00a0: entre 0 et {most} de CO₂e en moins, la part "
            "exacte n’est pas publiée.",
            most=mass(t, most),
        )
    if action.boundary is Boundary.PARTLY:
        return t("Compte en partie dans le budget de la ville, sans chiffre publié.")
    return t("Compte dans le budget de la ville, chiffre pas encore publié.")


def _most(saving: Saving | None, quantity: float) -> float:
    """Return the upper bound of what the city's budget can see, in kgCO2e.

    No share is published, so the bound is the whole published saving.
    """
    if saving is None:
        return 0.0
    high = saving.high_kgco2e
    return max(0.0, quantity * (saving.central_kgco2e if high is None else high))


def _footprint(t: Translator, action: Action, quantity: float) -> FootprintView:
    saving = action.saving
    note = pick(action.saving_note, t)
    if saving is None:
        unknown = t("Pas de chiffre publié\u00a0: nous n’en inventons pas.")
        return FootprintView("", unknown, unknown, "", "", note)
    value = saving.central_kgco2e * quantity
    return FootprintView(
        value=kilograms(t, value),
        range=_range(t, saving, quantity),
        sentence=t(
            "Environ {mass} de CO₂e en moins pour vous.", mass=mass(t, abs(value))
        )
        if value > 0
        else t("Pas de CO₂e en moins d’après la source."),
        unit_value=kilograms(t, saving.central_kgco2e),
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


def _range(t: Translator, saving: Saving, quantity: float) -> str:
    low, high = saving.low_kgco2e, saving.high_kgco2e
    if low is None or high is None or low == high:
        return t("CO₂e, sans fourchette publiée.")
    return t(
        "CO₂e, entre {low} et {high}.",
        low=kilograms(t, low * quantity),
        high=kilograms(t, high * quantity),
    )
