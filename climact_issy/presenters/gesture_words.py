"""The words around a gesture: themes, effort, rhythm, quantities, moments."""

from datetime import date, datetime
from typing import Final

from climact_issy.domain.actions import Action, Cadence, Period, Theme
from climact_issy.domain.gestures import GestureLine
from climact_issy.texts import PARIS, Translator

NBSP: Final = "\u00a0"
_TELLING_DAYS: Final = 2
"""A rest of one day is what "once a day" says already."""

LEAVES: Final[dict[Theme, str]] = {
    Theme.TRANSPORT: "",
    Theme.FOOD: "g",
    Theme.ENERGY: "o",
    Theme.WATER: "",
    Theme.WASTE: "n",
    Theme.PURCHASES: "y",
    Theme.DIGITAL: "n",
    Theme.TOGETHER: "r",
}
"""Colour class of the leaf behind a theme's icon; it carries no meaning."""

ICONS: Final[dict[Theme, str]] = {
    Theme.TRANSPORT: "bike",
    Theme.FOOD: "meal",
    Theme.ENERGY: "heat",
    Theme.WATER: "water",
    Theme.WASTE: "waste",
    Theme.PURCHASES: "fix",
    Theme.DIGITAL: "phone",
    Theme.TOGETHER: "people",
}


def pick(pair: tuple[str, str], t: Translator) -> str:
    """Return the text of a bilingual content pair in the page's language."""
    return pair[1] if t.language == "en" else pair[0]


def theme_label(t: Translator, theme: Theme) -> str:
    """Name a theme as a verb, the way people think of what they do."""
    return {
        Theme.TRANSPORT: t("Se déplacer"),
        Theme.FOOD: t("Manger"),
        Theme.ENERGY: t("Énergie"),
        Theme.WATER: t("Eau"),
        Theme.WASTE: t("Jeter moins"),
        Theme.PURCHASES: t("Acheter, réparer"),
        Theme.DIGITAL: t("Numérique"),
        Theme.TOGETHER: t("Ensemble"),
    }[theme]


def cadence_sentence(t: Translator, cadence: Cadence, rest_days: int = 0) -> str:
    """Say how often an action counts, and how many days from one time to the next."""
    sentences = {
        Period.DAY: t.n(
            "Une fois par jour au plus", "Jusqu’à {n} fois par jour", cadence.times
        ),
        Period.WEEK: t.n(
            "Une fois par semaine au plus",
            "Jusqu’à {n} fois par semaine",
            cadence.times,
        ),
        Period.SEASON: t.n(
            "Une fois par saison", "Jusqu’à {n} fois par saison", cadence.times
        ),
    }
    often = sentences[cadence.period]
    if rest_days < _TELLING_DAYS:
        return often
    return t("{often}, à {n} jours d’écart", often=often, n=rest_days)


def quantity_text(t: Translator, action: Action, quantity: float | None) -> str:
    """Write a quantity with its unit, "" where there is nothing to choose."""
    if quantity is None or not has_choice(action):
        return ""
    unit = pick(action.quantity.unit, t) if action.quantity else ""
    return f"{t.number(quantity)}{NBSP}{unit}"


def has_choice(action: Action) -> bool:
    """Whether there is more than one quantity to choose from."""
    bounds = action.quantity
    return bounds is not None and bounds.minimum < bounds.maximum


def pause_sentence(t: Translator, resumes_on: date | None) -> str:
    """Say what a gesture of a pause is for, "" inside a season."""
    if resumes_on is None:
        return ""
    return t(
        "Pause entre deux saisons\u00a0: votre geste compte pour votre historique, "
        "les points reprennent le {day}.",
        day=t.date(resumes_on, "d MMMM"),
    )


def clock(t: Translator, at: datetime) -> str:
    """Write a time of day on the clock of Paris, as the language does."""
    return t.time(at, "HH:mm" if t.language == "en" else f"H'{NBSP}h{NBSP}'mm")


def moment(t: Translator, line: GestureLine) -> str:
    """Say when a gesture was noted: the hour today, else the day.

    A gesture can be undone until the end of its civic day, so one that can is of
    today: no clock is needed.
    """
    if line.can_undo:
        return t("aujourd’hui, {time}", time=clock(t, line.noted_at))
    return t.date(line.noted_at.astimezone(PARIS).date(), "EEEE d MMMM")


def refusal(t: Translator, next_at: datetime | None) -> str:
    """Say why an action cannot be noted now, and from when again."""
    if next_at is None:
        return t("Déjà noté\u00a0: ce geste compte une fois par saison.")
    local = next_at.astimezone(PARIS)
    day = t.date(local.date(), "EEEE d MMMM")
    if (local.hour, local.minute) != (0, 0):
        day = t("{day}, {time}", day=day, time=clock(t, next_at))
    return t(
        "C’est noté autant que son rythme le permet. Prochaine fois\u00a0: {when}.",
        when=day,
    )
