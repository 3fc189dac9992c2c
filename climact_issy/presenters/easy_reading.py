"""Each indicator in easy-to-read lines: short, one idea each, nothing abbreviated.

They follow the rules of easy-to-read writing that a test can check. They are not
labelled "FALC": that needs readers with a learning disability to have checked them.
"""

from collections.abc import Callable
from typing import Final

from climact_issy.content import live_notes
from climact_issy.domain.indicators import Indicator, Level, Point
from climact_issy.presenters.charts_by_cell import month_hours, month_name
from climact_issy.presenters.charts_by_year import results
from climact_issy.presenters.charts_stairs import ceiling_year
from climact_issy.presenters.indicator_words import KILOS_PER_TONNE, rounded
from climact_issy.presenters.readings import level, pace
from climact_issy.texts import Translator

Lines = tuple[str, ...]


def easy_lines(t: Translator, indicator: Indicator) -> Lines:
    """Return an indicator in easy-to-read lines, none where nobody wrote them."""
    latest = indicator.latest
    if latest is None:
        return (t("Nous n’avons pas encore ce chiffre."),)
    say = _LINES.get(indicator.slug)
    return say(t, indicator, latest) if say else ()


def easy_live_lines(t: Translator, slug: str, value: str, day: str) -> Lines:
    """Return a live figure in easy-to-read lines, none where nobody wrote them.

    Args:
        t: translator of the page.
        slug: of the figure.
        value: the newest one, formatted; "" when there is none.
        day: of an old value, "" of one that is of now.
    """
    notes, side = live_notes.of(slug), t.language == "en"
    if notes.easy is None:
        return ()
    if not value:
        return (t("Nous n’avons pas encore ce chiffre."),)
    said = (notes.easy.then if day else notes.easy.now)[side]
    return (
        *(line[side] for line in notes.easy.before),
        said.format(value=value, day=day),
        *(line[side] for line in notes.easy.after),
    )


def _budget(t: Translator, indicator: Indicator, latest: Point) -> Lines:
    value = rounded(t, latest.value or 0.0)
    told = (
        t("Issy compte les gaz qui chauffent la Terre."),
        t(
            "En {year}, il y en a eu à peu près {value} tonnes.",
            year=latest.period,
            value=value,
        ),
        _tonne(t),
    )
    found = pace(indicator)
    if found is None or found.left <= 0:
        return (*told, t("Le but de la Ville est atteint.")) if found else told
    left = rounded(t, found.left)
    told += (
        t("La Ville a choisi un but pour {year}.", year=found.until),
        t("Il faut {left} tonnes de moins.", left=left),
    )
    speeds = {
        Level.GOOD: (t("Cela baisse assez vite."),),
        Level.WATCH: (t("Cela baisse un peu trop lentement."),),
        Level.ACT: (t("Cela baisse trop lentement."),),
        Level.NONE: (),
    }
    return (*told, *speeds[level(indicator)])


def _who_emits(t: Translator, indicator: Indicator, _: Point) -> Lines:
    shares = [series.points[0].value for series in indicator.series]
    return (
        t("Des gaz d’Issy chauffent la Terre."),
        t("Les habitants en font une grande part."),
        *(
            t("Une page de la Ville dit {value} sur 100.", value=t.number(share, 0))
            for share in shares
            if share is not None
        ),
        t("Le reste vient des entreprises et des services publics."),
    )


def _since_the_first(indicator: Indicator, latest: Point) -> tuple[Point, int, int]:
    """Return the oldest result, and its whole value beside that of the newest."""
    first = min(results(indicator).items())[1]
    return first, round(first.value or 0.0), round(latest.value or 0.0)


def _electricity(t: Translator, indicator: Indicator, latest: Point) -> Lines:
    first, before, now = _since_the_first(indicator, latest)
    return (
        t("Faire du courant met des gaz dans l’air."),
        t("On prend toujours la même quantité de courant."),
        t("En {year}, cela faisait {n} grammes de gaz.", year=first.period, n=before),
        t("En {year}, cela fait {n} grammes de gaz.", year=latest.period, n=now),
        _compared(t, before, now),
        _of_france(t),
    )


def _hours(t: Translator, indicator: Indicator, _: Point) -> Lines:
    cells = month_hours(indicator)
    low = min(cells, key=lambda cell: cells[cell])
    high = max(cells, key=lambda cell: cells[cell])
    return (
        t("Faire du courant met des gaz dans l’air."),
        t.n(
            "Il y en a le moins en {month}, vers {n} heure.",
            "Il y en a le moins en {month}, vers {n} heures.",
            low[1],
            month=month_name(t, low[0]),
        ),
        t.n(
            "Il y en a le plus en {month}, vers {n} heure.",
            "Il y en a le plus en {month}, vers {n} heures.",
            high[1],
            month=month_name(t, high[0]),
        ),
        t("Ces chiffres sont de 2017 et 2018."),
        _of_france(t),
    )


def _waste(t: Translator, indicator: Indicator, latest: Point) -> Lines:
    told = (
        t("On a pesé les déchets des maisons."),
        t(
            "En {year}, chaque personne en a jeté {value} kilos.",
            year=latest.period,
            value=t.number(latest.value or 0.0, 0),
        ),
        _of_france(t),
    )
    until = ceiling_year(indicator)
    if until is None or indicator.ceiling is None:
        return told
    aim = t.number(indicator.ceiling, 0)
    law = t("La loi veut {value} kilos en {year}.", value=aim, year=until)
    return (*told, law)


def _water(t: Translator, _: Indicator, latest: Point) -> Lines:
    return (
        t("On compte l’eau que l’on prend à la maison."),
        t(
            "En {year}, c’était {value} litres par personne et par jour.",
            year=latest.period,
            value=t.number(latest.value or 0.0, 0),
        ),
        _of_france(t),
        t("Le chiffre d’Issy n’est pas publié."),
    )


def _temperature(t: Translator, _: Indicator, latest: Point) -> Lines:
    value = latest.value or 0.0
    gap = round(abs(value), 1)
    return (
        t("On mesure la chaleur de la Terre."),
        t("On regarde d’abord les années 1951 à 1980."),
        t("Puis on regarde l’année {year}.", year=latest.period),
        t.n("Il y a {n} degré de plus.", "Il y a {n} degrés de plus.", gap)
        if value >= 0
        else t.n("Il y a {n} degré de moins.", "Il y a {n} degrés de moins.", gap),
        _of_the_planet(t),
    )


def _carbon_dioxide(t: Translator, indicator: Indicator, latest: Point) -> Lines:
    first, before, now = _since_the_first(indicator, latest)
    return (
        t("Le gaz carbonique garde la chaleur de la Terre."),
        t("On prend un million de grains d’air."),
        t("En {year}, il y avait {n} grains de ce gaz.", year=first.period, n=before),
        t("En {year}, il y en avait {n}.", year=latest.period, n=now),
        _compared(t, before, now),
        _of_the_planet(t),
    )


def _footprint(t: Translator, indicator: Indicator, latest: Point) -> Lines:
    points = [p for p in indicator.series[0].points if p.value is not None]
    points.sort(key=lambda p: p.value or 0.0, reverse=True)
    names = [p.label[t.language == "en"].lower() for p in points[:2]]
    tonnes = (latest.value or 0.0) / KILOS_PER_TONNE
    return (
        t("Nos vies mettent dans l’air des gaz qui chauffent la Terre."),
        t("Pour une personne, c’est {n} tonnes par an.", n=t.number(tonnes, 1)),
        _tonne(t),
        t("Ce qui pèse le plus\u00a0: {first}.", first=names[0]),
        t("Puis vient\u00a0: {second}.", second=names[-1]),
        t("C’est une moyenne pour la France."),
    )


def _invented(t: Translator, _: Indicator, __: Point) -> Lines:
    return (
        t("Ces chiffres sont inventés."),
        t("Ils montrent à quoi la page peut servir."),
    )


def _tonne(t: Translator) -> str:
    return t("Une tonne, c’est mille kilos.")


def _of_france(t: Translator) -> str:
    return t("C’est un chiffre de toute la France.")


def _of_the_planet(t: Translator) -> str:
    return t("C’est un chiffre de toute la planète.")


def _compared(t: Translator, before: int, now: int) -> str:
    if now == before:
        return t("C’est autant qu’avant.")
    return t("C’est moins qu’avant.") if now < before else t("C’est plus qu’avant.")


_LINES: Final[dict[str, Callable[[Translator, Indicator, Point], Lines]]] = {
    "budget-climat": _budget,
    "qui-emet-a-issy": _who_emits,
    "electricite-annee": _electricity,
    "electricite-mois-heure": _hours,
    "dechets-menagers": _waste,
    "eau-domestique": _water,
    "temperature-mondiale": _temperature,
    "co2-mauna-loa": _carbon_dioxide,
    "empreinte-par-personne": _footprint,
    "air-du-jour": _invented,
    "passages-velo": _invented,
}
