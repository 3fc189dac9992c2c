"""The week as one bar with two parts: noted gestures, and meetings and proofs."""

from dataclasses import dataclass

from climact_issy.domain.gestures import Me
from climact_issy.texts import Translator


@dataclass(frozen=True, slots=True)
class WeekView:
    """The points of this week against what a week can bring.

    Attributes:
        total: "45".
        out_of: "points sur 200".
        declared: points of noted gestures, in figures.
        proven: points of meetings and proofs, in figures.
        declared_percent: first part of the bar, 0 to 100.
        proven_percent: second part; together at most 100.
        value_text: the bar in words.
        sentence: what it means now: a full week is a success.
        is_full: whether the week is full.
    """

    total: str = ""
    out_of: str = ""
    declared: str = ""
    proven: str = ""
    declared_percent: int = 0
    proven_percent: int = 0
    value_text: str = ""
    sentence: str = ""
    is_full: bool = False


def week_view(t: Translator, me: Me) -> WeekView:
    """Present this week of a person."""
    declared = me.points_week - me.points_week_proven
    is_full = me.points_week >= me.week_cap
    shares = _percents(declared, me.points_week_proven, me.week_cap)
    figures = {
        "declared": t.number(declared),
        "proven": t.number(me.points_week_proven),
    }
    return WeekView(
        total=t.number(me.points_week),
        out_of=t("points sur {cap}", cap=t.number(me.week_cap)),
        declared_percent=shares[0],
        proven_percent=shares[1],
        value_text=t(
            "{total} points sur {cap}\u00a0: {declared} par les gestes notés, {proven} "
            "par les rencontres et les preuves",
            total=t.number(me.points_week),
            cap=t.number(me.week_cap),
            **figures,
        ),
        sentence=_sentence(t, me, declared, is_full=is_full),
        is_full=is_full,
        **figures,
    )


def _percents(declared: int, proven: int, cap: int) -> tuple[int, int]:
    """Return both parts of the bar; a part that is there is never invisible."""
    # A cap that was lowered in the middle of a week leaves more points than it.
    whole = max(cap, declared + proven, 1)
    first = max(round(100 * declared / whole), 1 if declared else 0)
    second = max(round(100 * proven / whole), 1 if proven else 0)
    return min(first, 100 - second), second


def _sentence(t: Translator, me: Me, declared: int, *, is_full: bool) -> str:
    if is_full:
        return t(
            "Semaine pleine, bravo\u00a0! La suite compte pour le but commun, "
            "et une nouvelle semaine commence lundi."
        )
    if declared >= me.declared_week_cap:
        return t(
            "Vos gestes notés ont rempli leur part. Une rencontre ou une preuve "
            "remplit le reste\u00a0; vos gestes comptent toujours pour le but commun."
        )
    if me.declared_week_cap < me.week_cap:
        return t(
            "Les gestes notés peuvent en apporter {cap}, rencontres et preuves le "
            "reste.",
            cap=t.number(me.declared_week_cap),
        )
    return ""
