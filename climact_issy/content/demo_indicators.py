"""Two invented series for demo mode: an example week, never dated, never real.

They stand for what the city could publish (air index of the day, bicycle counts), so
that the demo shows those screens. No value here was measured anywhere.
"""

from functools import cache
from typing import Final

from babel.dates import get_day_names

from climact_issy.content import release
from climact_issy.domain.indicators import Indicator, Point, Series, Shape

AIR: Final = "air-du-jour"
BICYCLES: Final = "passages-velo"
_AIR_WEEK: Final = (2, 2, 3, 4, 3, 1, 1)
_BICYCLE_WEEK: Final = (1180, 1320, 1270, 1410, 1150, 690, 610)
_SOURCE: Final = "Valeurs inventées pour la démonstration"
_WARNING: Final = (
    "Démonstration\u00a0: ces valeurs sont inventées, aucune n’a été mesurée.",
    "Demo: these values are invented, none was measured.",
)


@cache
def demo_indicators() -> tuple[Indicator, ...]:
    """Return the air index and the bicycle counts of the example week."""
    return (
        _indicator(
            AIR,
            "air",
            ("Indice de l’air (démo)", "Air index (demo)"),
            ("sur 6", "out of 6"),
            _AIR_WEEK,
            (
                "L’indice de l’air va de 1, bon, à 6, extrêmement mauvais.",
                "The air index goes from 1, good, to 6, extremely bad.",
            ),
            lower_is_better=True,
        ),
        _indicator(
            BICYCLES,
            "bike",
            ("Passages de vélos (démo)", "Bicycles counted (demo)"),
            ("passages par jour", "bicycles a day"),
            _BICYCLE_WEEK,
            (
                "Le nombre de vélos qu’un compteur voit passer en une journée.",
                "How many bicycles a counter sees go by in one day.",
            ),
            lower_is_better=False,
        ),
    )


def _indicator(  # noqa: PLR0913 - all that the two series do not share
    slug: str,
    icon: str,
    title: tuple[str, str],
    unit: tuple[str, str],
    week: tuple[int, ...],
    explanation: tuple[str, str],
    *,
    lower_is_better: bool,
) -> Indicator:
    points = tuple(_point(weekday, value) for weekday, value in enumerate(week))
    return Indicator(
        slug=slug,
        icon=icon,
        title=title,
        place=("Issy-les-Moulineaux", "Issy-les-Moulineaux"),
        unit=unit,
        digits=0,
        shape=Shape.BARS,
        series=(Series("demo", ("Semaine d’exemple", "Example week"), points),),
        ceiling=None,
        ceiling_label=("", ""),
        lower_is_better=lower_is_better,
        source=_SOURCE,
        source_url="",
        licence="Sans objet",
        version="démo",
        retrieved_on=release.retrieved_on(),
        explanation=explanation,
        caveat=_WARNING,
        is_demo=True,
    )


def _point(weekday: int, value: int) -> Point:
    french, english = (
        get_day_names("wide", locale=code)[weekday] for code in ("fr", "en")
    )
    return Point(str(weekday + 1), (french, english), float(value))
