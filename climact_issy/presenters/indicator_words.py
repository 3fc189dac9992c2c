"""Each indicator in words: the sentence that stands before any chart."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from climact_issy.domain.indicators import Indicator, Level, Point, Shape
from climact_issy.presenters.charts_by_cell import month_hours, month_name
from climact_issy.presenters.charts_by_year import results
from climact_issy.presenters.readings import Trend, level, pace, trend
from climact_issy.texts import Translator

KILOS_PER_TONNE: Final = 1000
LARGE: Final = 10_000
"""From here on a sentence tells thousands only."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A piece of a sentence.

    Attributes:
        text: the words.
        mark: "good", "watch", "act" (a level), "fall", "rise", "steady" (a trend),
            or "" for plain words.
        is_demo: followed by the demo label.
    """

    text: str
    mark: str = ""
    is_demo: bool = False


Sentence = tuple[Phrase, ...]
_Say = Callable[[Translator, Indicator, Point], Sentence]


def plain(sentence: Sentence) -> str:
    """Return the sentence without its marks."""
    return "".join(phrase.text for phrase in sentence)


def sentence(t: Translator, indicator: Indicator) -> Sentence:
    """Say the newest value of an indicator in one plain sentence."""
    latest = indicator.latest
    if latest is None:
        return (Phrase(t("Aucune valeur publiée n’a été trouvée pour ce chiffre.")),)
    say = _SENTENCES.get(indicator.slug)
    if say is None:
        return (Phrase(_anything(t, indicator, latest)),)
    return say(t, indicator, latest)


def level_word(t: Translator, indicator: Indicator) -> str:
    """Return the level in words that name its threshold, "" where none may be given."""
    words = dict(indicator.level_words).get(level(indicator), ("", ""))
    return words[t.language == "en"]


def trend_words(t: Translator, indicator: Indicator) -> str:
    """Say where the series goes and since when, "" when nothing may be said."""
    found = trend(indicator)
    if found is None:
        return ""
    words = {
        Trend.FALL: t("en baisse depuis {period}", period=found[1]),
        Trend.RISE: t("en hausse depuis {period}", period=found[1]),
        Trend.STEADY: t("sans tendance nette depuis {period}", period=found[1]),
    }
    return words[found[0]]


def home_clause(t: Translator, indicator: Indicator) -> Sentence:
    """Say an indicator in a few words of a longer sentence, without its figure."""
    say = _CLAUSES.get(indicator.slug)
    return say(t, indicator) if say else ()


def _number(t: Translator, indicator: Indicator, value: float | None) -> str:
    return t.number(value or 0.0, indicator.digits)


def rounded(t: Translator, value: float) -> str:
    """Write a large number to the thousand: the exact one stands beside it."""
    return t.number(round(value, -3) if value >= LARGE else value, 0)


def _budget(t: Translator, indicator: Indicator, latest: Point) -> Sentence:
    found = pace(indicator)
    first = t(
        "En {year}, Issy a mis dans l’air à peu près {value} tonnes de CO₂e.",
        year=latest.period,
        value=rounded(t, latest.value or 0.0),
    )
    if found is None or found.left <= 0:
        return (Phrase(first),)
    return (
        Phrase(first + t(" D’ici {year}, il faut en mettre ", year=found.until)),
        Phrase(
            t("{left} de moins", left=rounded(t, found.left)),
            level(indicator).replace(Level.NONE, ""),
        ),
        Phrase("."),
    )


def _who_emits(t: Translator, indicator: Indicator, _: Point) -> Sentence:
    shares = [
        _number(t, indicator, series.points[0].value)
        for series in indicator.series
        if series.points[0].value is not None
    ]
    if len(shares) < 2:  # noqa: PLR2004 - the sentence compares two pages
        return (Phrase(_anything(t, indicator, indicator.series[0].points[0])),)
    return (
        Phrase(
            t(
                "À Issy, les habitants font à peu près la moitié du CO₂e. "
                "Une page de la Ville dit {one}\u00a0%, une autre dit {other}\u00a0%.",
                one=shares[0],
                other=shares[1],
            )
        ),
    )


def _hours(t: Translator, indicator: Indicator, _: Point) -> Sentence:
    cells = month_hours(indicator)
    low = min(cells, key=lambda cell: cells[cell])
    high = max(cells, key=lambda cell: cells[cell])
    return (
        Phrase(
            t(
                "En 2017 et 2018, le courant fait en {low} vers {low_hour}\u00a0h met "
                "le moins de CO₂ dans l’air. Celui de {high} vers {high_hour}\u00a0h "
                "en met le plus.",
                low=month_name(t, low[0]),
                low_hour=low[1],
                high=month_name(t, high[0]),
                high_hour=high[1],
            )
        ),
    )


def _temperature(t: Translator, _: Indicator, latest: Point) -> Sentence:
    value = latest.value or 0.0
    gap = t.number(abs(value), 1)
    told = (
        t(
            "En {year}, il a fait plus chaud de {gap}\u00a0°C sur la Terre. "
            "On la compare à celle de 1951 à 1980.",
            year=latest.period,
            gap=gap,
        )
        if value >= 0
        else t(
            "En {year}, il a fait plus froid de {gap}\u00a0°C sur la Terre. "
            "On la compare à celle de 1951 à 1980.",
            year=latest.period,
            gap=gap,
        )
    )
    return (Phrase(told),)


def _footprint(t: Translator, indicator: Indicator, latest: Point) -> Sentence:
    points = [p for p in indicator.series[0].points if p.value is not None]
    points.sort(key=lambda p: p.value or 0.0, reverse=True)
    side = t.language == "en"
    tonnes = (latest.value or 0.0) / KILOS_PER_TONNE
    names = [p.label[side].lower() for p in points[:2]]
    return (
        Phrase(
            t(
                "En France, la vie d’une personne met en moyenne {tonnes} tonnes de "
                "CO₂e dans l’air par an. Le plus lourd\u00a0: {first} et {second}.",
                tonnes=t.number(tonnes, 1),
                first=names[0],
                second=names[-1],
            )
        ),
    )


def _anything(t: Translator, indicator: Indicator, latest: Point) -> str:
    """Say any indicator: title, value, unit, place and period."""
    side = t.language == "en"
    if indicator.shape is Shape.PROFILE:
        return f"{indicator.title[side]}, {indicator.place[side]}."
    return t(
        "{title}\u00a0: {value}\u00a0{unit}, {place}, {period}.",
        title=indicator.title[side],
        value=_number(t, indicator, latest.value),
        unit=indicator.unit[side],
        place=indicator.place[side],
        period=latest.label[side],
    )


def _budget_clause(t: Translator, indicator: Indicator) -> Sentence:
    found = level(indicator)
    words = {
        Level.GOOD: t("baisse au bon rythme"),
        Level.WATCH: t("baisse un peu lentement"),
        Level.ACT: t("baisse trop lentement"),
        Level.NONE: t("attend ses résultats"),
    }
    return (
        Phrase(t("Le budget climat d’Issy ")),
        Phrase(words[found], found.replace(Level.NONE, "")),
    )


def _electricity_clause(t: Translator, indicator: Indicator) -> Sentence:
    found = trend(indicator)
    direction = found[0] if found else Trend.STEADY
    words = {
        Trend.FALL: t("émet de moins en moins"),
        Trend.RISE: t("émet de plus en plus"),
        Trend.STEADY: t("émet sans tendance nette"),
    }
    return (
        Phrase(t("l’électricité française ")),
        Phrase(words[direction], direction),
    )


def _temperature_clause(t: Translator, indicator: Indicator) -> Sentence:
    found = trend(indicator)
    direction = found[0] if found else Trend.STEADY
    words = {
        Trend.FALL: t("se refroidit"),
        Trend.RISE: t("continue de chauffer"),
        Trend.STEADY: t("chauffe sans tendance nette"),
    }
    return (Phrase(t("la planète ")), Phrase(words[direction], direction))


def _example_week(t: Translator, indicator: Indicator, _: Point) -> Sentence:
    values = [p.value for p in indicator.series[0].points if p.value is not None]
    return (
        Phrase(
            t(
                "Une semaine inventée va de {low} à {high}\u00a0{unit}.",
                low=_number(t, indicator, min(values)),
                high=_number(t, indicator, max(values)),
                unit=indicator.unit[t.language == "en"],
            )
        ),
    )


def _of_the_year(words: Callable[[Translator], str], digits: int | None = None) -> _Say:
    """Say the newest value of a series by year, beside its first one where asked.

    Args:
        words: a sentence with the places {year} and {value}, and maybe {first}
            and {before} for the oldest year and its value.
        digits: decimals of the sentence; None = the indicator's.
    """

    def say(t: Translator, indicator: Indicator, latest: Point) -> Sentence:
        first = min(results(indicator).items())[1]
        shown = indicator.digits if digits is None else digits
        said = words(t).format(
            year=latest.period,
            value=t.number(latest.value or 0.0, shown),
            first=first.period,
            before=t.number(first.value or 0.0, shown),
        )
        return (Phrase(said),)

    return say


_SENTENCES: Final[dict[str, _Say]] = {
    "budget-climat": _budget,
    "qui-emet-a-issy": _who_emits,
    "electricite-annee": _of_the_year(
        lambda t: t(
            "En {year}, un kilowattheure fait en France a mis dans l’air "
            "{value}\u00a0g de CO₂e. En {first}, c’était {before}\u00a0g."
        )
    ),
    "electricite-mois-heure": _hours,
    "dechets-menagers": _of_the_year(
        lambda t: t(
            "En {year}, chaque personne en France a jeté {value}\u00a0kg de déchets "
            "de la maison."
        )
    ),
    "eau-domestique": _of_the_year(
        lambda t: t(
            "En {year}, chaque personne en France a utilisé {value} litres d’eau par "
            "jour à la maison."
        )
    ),
    "temperature-mondiale": _temperature,
    "co2-mauna-loa": _of_the_year(
        lambda t: t(
            "En {year}, sur un million de parts d’air, il y en a {value} "
            "qui sont du CO₂. En {first}, il y en avait {before}."
        ),
        digits=0,
    ),
    "empreinte-par-personne": _footprint,
    "air-du-jour": _example_week,
    "passages-velo": _example_week,
}
_CLAUSES: Final[dict[str, Callable[[Translator, Indicator], Sentence]]] = {
    "budget-climat": _budget_clause,
    "electricite-annee": _electricity_clause,
    "temperature-mondiale": _temperature_clause,
}
