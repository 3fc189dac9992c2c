"""What stands beside the score of a neighbourhood, in words, and the commune's rate."""

from dataclasses import dataclass

from climact_issy.domain.gestures import Participation, Standing
from climact_issy.texts import Translator

_SMALLEST_PERCENT = 0.1
_WHOLE = 100


@dataclass(frozen=True, slots=True)
class FactsView:
    """What stands beside the score of a ranked neighbourhood, one sentence each.

    Attributes:
        people: its active people.
        newcomers: its newcomers, or that they are too few to be counted.
        progress: where it is against its own last season, "" without one.
        chance: how likely it is truly the best, for whoever asks.
    """

    people: str
    newcomers: str
    progress: str
    chance: str


def facts_view(t: Translator, standing: Standing) -> FactsView:
    """Present what stands beside the score of a ranked neighbourhood."""
    return FactsView(
        people=t.n(
            "{n} participant actif", "{n} participants actifs", standing.people or 0
        ),
        newcomers=_newcomers(t, standing.newcomers),
        progress=progress(t, standing),
        chance=t(
            "{chance}\u00a0% de chances d’être vraiment le meilleur",
            chance=t.number(round(_WHOLE * (standing.p_best or 0))),
        ),
    )


def progress(t: Translator, standing: Standing) -> str:
    """Say where a score is against its own of last season, "" without one."""
    if not standing.previous or standing.score is None:
        return ""
    before = t.number(standing.previous)
    percent = round(_WHOLE * standing.score / standing.previous)
    if percent <= _WHOLE:
        return t(
            "{percent}\u00a0% de son score final de la saison précédente ({before})",
            percent=percent,
            before=before,
        )
    return t(
        "{percent}\u00a0% de plus qu’à la fin de la saison précédente ({before})",
        percent=percent - _WHOLE,
        before=before,
    )


def participation(t: Translator, found: Participation | None) -> str:
    """Say which part of the commune takes part, "" while too few do."""
    if found is None or found.share is None:
        return ""
    percent = _WHOLE * found.share
    values = {
        "percent": t.number(max(percent, _SMALLEST_PERCENT), 1),
        "inhabitants": t.number(found.population.inhabitants),
        "edition": found.population.edition,
    }
    if percent < _SMALLEST_PERCENT:
        return t(
            "Moins de {percent}\u00a0% des {inhabitants} habitants d’Issy participent "
            "(population légale, Insee, édition {edition}).",
            **values,
        )
    return t(
        "Environ {percent}\u00a0% des {inhabitants} habitants d’Issy participent "
        "(population légale, Insee, édition {edition}).",
        **values,
    )


def _newcomers(t: Translator, newcomers: int | None) -> str:
    if newcomers is None:
        return t("Nouveaux venus\u00a0: trop peu de personnes pour un décompte")
    return t.n(
        "{n} arrivé depuis moins de deux semaines",
        "{n} arrivés depuis moins de deux semaines",
        newcomers,
    )
