"""What may honestly be said of two figures together, in plain sentences."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from climact_issy.domain.figure_pairs import (
    FEWEST_IN_COMMON,
    Move,
    Rhythm,
    Track,
    axis,
    base,
    common,
    move,
)
from climact_issy.domain.indicators import Indicator, Point, Status
from climact_issy.presenters.charts_of_pairs import amount
from climact_issy.texts import Translator

WHOLE: Final = 100
MANY_TIMES: Final = 3
"""From here on "times as much" reads better than a percentage."""


@dataclass(frozen=True, slots=True)
class Known:
    """One figure with what may be drawn of it.

    Attributes:
        indicator: the figure.
        track: its results in time.
    """

    indicator: Indicator
    track: Track


def name(t: Translator, one: Known) -> str:
    """Return the title of a figure between quotation marks."""
    return t("«\u00a0{title}\u00a0»", title=one.indicator.title[t.language == "en"])


def together(t: Translator, one: Known, other: Known) -> str:
    """Say how each went over the periods that both know, "" without any."""
    periods = common(one.track, other.track)
    if not periods:
        return ""
    if len(periods) < FEWEST_IN_COMMON:
        return _one_period(t, one, other, periods[0])
    first, last = _period(t, one, periods[0]), _period(t, one, periods[-1])
    moves = [_moved(t, known, move(known.track, periods)) for known in (one, other)]
    by_rhythm = {
        Rhythm.YEAR: t(
            "Entre {first} et {last}, {one} passe de {move}. {other} passe de {next}.",
            first=first,
            last=last,
            one=name(t, one),
            move=moves[0],
            other=name(t, other),
            next=moves[1],
        ),
        Rhythm.DAY: t(
            "Entre le {first} et le {last}, en moyenne par jour, {one} passe de "
            "{move}. {other} passe de {next}.",
            first=first,
            last=last,
            one=name(t, one),
            move=moves[0],
            other=name(t, other),
            next=moves[1],
        ),
    }
    return by_rhythm[one.track.rhythm]


def shared(t: Translator, one: Known, other: Known) -> str:
    """Say how many periods both know, out of those that are drawn."""
    known = len(common(one.track, other.track))
    drawn = len(axis(one.track, other.track))
    if one.track.rhythm is Rhythm.DAY:
        return t.n(
            "Sur {drawn} jours, {n} est connu des deux côtés.",
            "Sur {drawn} jours, {n} sont connus des deux côtés.",
            known,
            drawn=drawn,
        )
    return t.n(
        "Sur {drawn} années, {n} est connue des deux côtés.",
        "Sur {drawn} années, {n} sont connues des deux côtés.",
        known,
        drawn=drawn,
    )


def apart(t: Translator, one: Known, other: Known) -> str:
    """Say why two figures share no axis of time, "" where they share one."""
    if common(one.track, other.track):
        return ""
    for known in (one, other):
        if known.indicator.classes is not None:
            return t(
                "{name} se dit par un mot, pas par un nombre\u00a0: rien à mettre sur "
                "un même axe. Voici chaque chiffre seul.",
                name=name(t, known),
            )
        if known.track.rhythm is Rhythm.NONE:
            return t(
                "{name} ne se suit pas d’année en année\u00a0: rien à mettre sur un "
                "même axe de temps. Voici chaque chiffre seul.",
                name=name(t, known),
            )
    if one.track.rhythm is not other.track.rhythm:
        yearly, daily = (
            (one, other) if one.track.rhythm is Rhythm.YEAR else (other, one)
        )
        return t(
            "{yearly} se compte par année, {daily} se lit jour après jour. Aucun "
            "temps commun\u00a0: voici chaque chiffre seul.",
            yearly=name(t, yearly),
            daily=name(t, daily),
        )
    return _never_together(t, one, other)


def differences(t: Translator, one: Known, other: Known) -> tuple[str, ...]:
    """Say what keeps two figures from being the same measure, a line each."""
    side = t.language == "en"
    here, there = one.indicator, other.indicator
    told: list[str] = []
    if here.place != there.place:
        told.append(
            t(
                "Pas le même lieu\u00a0: {one} et {other}.",
                one=here.place[side],
                other=there.place[side],
            )
        )
    if here.unit != there.unit:
        told.append(
            t(
                "Pas la même unité\u00a0: {one} et {other}. La hauteur d’un dessin ne "
                "dit rien de l’autre.",
                one=here.unit[side],
                other=there.unit[side],
            )
        )
    else:
        told.append(
            t(
                "La même unité, mais peut-être pas le même compte\u00a0: lisez "
                "«\u00a0À savoir\u00a0» sous chaque chiffre."
            )
        )
    if here.source != there.source:
        told.append(t("Pas la même source\u00a0: chacune compte à sa façon."))
    return (*told, *_of_the_axis(t, one, other))


def doubts(t: Translator, one: Known, other: Known) -> tuple[str, ...]:
    """Say which of the values that are told together are not simply published."""
    periods = common(one.track, other.track)
    if one.track.rhythm is not Rhythm.YEAR or not periods:
        return ()
    ends = dict.fromkeys((periods[0], periods[-1]))
    told = [
        (known, at, known.track.points[at]) for known in (one, other) for at in ends
    ]
    return tuple(
        t(
            "{name} en {year}\u00a0: {words}.",
            name=name(t, known),
            year=_period(t, known, at),
            words=obtained(t, point),
        )
        for known, at, point in told
        if point.remark[0] or point.status in {Status.ROUNDED, Status.PROVISIONAL}
    )


def obtained(t: Translator, point: Point) -> str:
    """Say how a value was obtained, "" for one simply published."""
    words = {
        Status.PUBLISHED: "",
        Status.ROUNDED: t("arrondi par la source"),
        Status.DERIVED: t("calculé"),
        Status.PROVISIONAL: t("provisoire"),
        Status.TARGET: t("objectif"),
    }
    parts = (words[point.status], point.remark[t.language == "en"].rstrip("."))
    return ". ".join(part for part in parts if part)


def why_no_index(t: Translator, one: Known, other: Known) -> str:
    """Say why two figures have no index, "" where they have one."""
    if one.track.rhythm is not Rhythm.YEAR or other.track.rhythm is not Rhythm.YEAR:
        return t("En indice 100\u00a0: seulement pour deux chiffres par année.")
    if base(one.track, other.track) is not None:
        return ""
    for known in (one, other):
        if not known.track.has_true_zero:
            return t(
                "Pas d’indice 100\u00a0: {name} passe sous zéro, un indice n’y aurait "
                "pas de sens.",
                name=name(t, known),
            )
    if len(common(one.track, other.track)) < FEWEST_IN_COMMON:
        return t("Pas d’indice 100\u00a0: il faut au moins deux années communes.")
    return t("Pas d’indice 100\u00a0: il faut une année où les deux dépassent zéro.")


def _of_the_axis(t: Translator, one: Known, other: Known) -> list[str]:
    """Say what the axis leaves out of a longer series."""
    periods = axis(one.track, other.track)
    if not periods:
        return []
    longer = [k for k in (one, other) if min(k.track.points) < periods[0]]
    return [
        t(
            "Le dessin commence en {first}\u00a0: avant, nous n’avons que {name}. Le "
            "fichier a toutes les années.",
            first=_period(t, known, periods[0]),
            name=name(t, known),
        )
        if known.track.rhythm is Rhythm.YEAR
        else t(
            "Le dessin commence le {first}\u00a0: avant, nous n’avons que {name}. Le "
            "fichier a tous les jours.",
            first=_period(t, known, periods[0]),
            name=name(t, known),
        )
        for known in longer
    ]


def _never_together(t: Translator, one: Known, other: Known) -> str:
    for known in (one, other):
        if not known.track.points:
            return t(
                "Aucune valeur de {name} n’est connue. Voici chaque chiffre seul.",
                name=name(t, known),
            )
    spans = [
        (_period(t, k, min(k.track.points)), _period(t, k, max(k.track.points)))
        for k in (one, other)
    ]
    return t(
        "Aucun moment n’est connu des deux côtés\u00a0: {one} va de {a} à {b}, {other} "
        "de {c} à {d}. Voici chaque chiffre seul.",
        one=name(t, one),
        a=spans[0][0],
        b=spans[0][1],
        other=name(t, other),
        c=spans[1][0],
        d=spans[1][1],
    )


def _one_period(t: Translator, one: Known, other: Known, at: int) -> str:
    words = {
        "when": _period(t, one, at),
        "one": name(t, one),
        "value": _value(t, one, at),
        "other": name(t, other),
        "next": _value(t, other, at),
    }
    return t(
        "Un seul moment est connu des deux côtés, {when}\u00a0: {value} pour {one}, "
        "{next} pour {other}. Cela ne dit pas s’ils bougent ensemble.",
        **words,
    )


def _value(t: Translator, one: Known, at: int) -> str:
    number = amount(t, one.track.values[at], one.indicator.digits)
    return f"{number}\u00a0{one.indicator.unit[t.language == 'en']}"


def _moved(t: Translator, one: Known, found: Move | None) -> str:
    """Say "113 000 à 106 000 t CO₂e (6 % de moins)"."""
    if found is None:
        return ""
    digits, unit = one.indicator.digits, one.indicator.unit[t.language == "en"]
    return t(
        "{before} à {after}\u00a0{unit} ({change})",
        before=amount(t, found.before.value or 0.0, digits),
        after=amount(t, found.after.value or 0.0, digits),
        unit=unit,
        change=_change(t, found, digits),
    )


def _change(t: Translator, found: Move, digits: int) -> str:
    """Say a change in percent, or in the unit where a percentage means nothing."""
    if found.share is None:
        gap = t.number(abs(found.difference), digits)
        if float(round(abs(found.difference), digits)) == 0:
            return t("presque pareil")
        return (
            t("{n} de plus", n=gap)
            if found.difference > 0
            else t("{n} de moins", n=gap)
        )
    if found.share + 1 >= MANY_TIMES:
        return t("{n} fois plus", n=t.number(found.share + 1, 1))
    percent = t.number(abs(found.share) * WHOLE, 0)
    if percent == "0":
        return t("presque pareil")
    return (
        t("{n}\u00a0% de plus", n=percent)
        if found.share > 0
        else t("{n}\u00a0% de moins", n=percent)
    )


def _period(t: Translator, one: Known, at: int) -> str:
    if one.track.rhythm is Rhythm.DAY:
        return t.date(date.fromordinal(at))
    return str(at)
