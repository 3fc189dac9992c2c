"""What may be compared: the figures by theme, and some pairs to begin with."""

from collections.abc import Sequence
from typing import Final

from climact_issy import routes
from climact_issy.domain.indicators import FigureTheme, Indicator
from climact_issy.presenters.information import Link
from climact_issy.texts import Translator

Groups = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
"""(theme, ((slug, title and place), ...)), in the order of themes."""
READY: Final = (
    ("temperature-mondiale", "co2-mauna-loa"),
    ("electricite-annee", "budget-climat"),
    ("electricite-maintenant", "electricite-ile-de-france"),
)
"""Pairs to begin with: each has a time in common."""


def options(t: Translator, shown: Sequence[Indicator]) -> Groups:
    """Return the figures that may be chosen, by theme; classes are no amounts."""
    side = t.language == "en"
    names = {
        FigureTheme.CLIMATE: t("Climat"),
        FigureTheme.ENERGY: t("Énergie"),
        FigureTheme.TRAVEL: t("Déplacements"),
        FigureTheme.AIR: t("Air"),
        FigureTheme.WATER: t("Eau"),
        FigureTheme.WASTE: t("Déchets"),
        FigureTheme.OTHER: t("Autres chiffres"),
    }
    groups = {
        names[theme]: tuple(
            (one.slug, f"{one.title[side]} ({one.place[side]})")
            for one in shown
            if one.theme is theme and one.classes is None
        )
        for theme in FigureTheme
    }
    return tuple((name, found) for name, found in groups.items() if found)


def ready_pairs(t: Translator, shown: Sequence[Indicator]) -> tuple[Link, ...]:
    """Return some comparisons to begin with, as links."""
    titles = {one.slug: one.title[t.language == "en"] for one in shown}
    return tuple(
        Link(
            t(
                "«\u00a0{one}\u00a0» et «\u00a0{other}\u00a0»",
                one=titles[one],
                other=titles[other],
            ),
            routes.comparison(one, other).to(t.language),
        )
        for one, other in READY
        if one in titles and other in titles
    )
