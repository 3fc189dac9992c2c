"""The passport of an action's saving: its formula, range, factors and reading."""

from datetime import date
from typing import Final

from climact_issy.domain.actions import Action, Saving
from climact_issy.presenters.gesture_words import pick
from climact_issy.presenters.impacts import MINUS, impact_view, unit_label
from climact_issy.presenters.passports import Fact, PassportView, in_words
from climact_issy.texts import Translator

DIGITS: Final = 3


def saving_passport(
    t: Translator, action: Action, *, today: date
) -> PassportView | None:
    """Present where the footprint figure of an action comes from.

    Args:
        t: the page's translator.
        action: an action of the catalogue.
        today: civic day on which the factors are judged.

    Returns:
        None when no saving is published: there is no number to explain.
    """
    saving = action.saving
    if saving is None:
        return None
    is_stale = saving.is_stale(today)
    low, high = saving.low_kgco2e, saving.high_kgco2e
    has_range = low is not None and high is not None and low < high
    return PassportView(
        title=f"{pick(action.title, t)}, {unit_label(t, action)}",
        value=_change(t, saving.central_kgco2e),
        unit=t("kg de CO₂e"),
        facts=_facts(t, action, saving),
        low=_change(t, low) if has_range and low is not None else "",
        high=_change(t, high) if has_range and high is not None else "",
        mark_at=_mark(saving) if has_range else "",
        is_stale=is_stale,
        stale_note=t("Une source de ce calcul doit être relue.") if is_stale else "",
    )


def _facts(t: Translator, action: Action, saving: Saving) -> tuple[Fact, ...]:
    city = impact_view(t, action).city
    shared = [
        Fact(t("Calcul"), pick(saving.formula, t)),
        Fact(t("À savoir"), pick(action.saving_note, t)),
        Fact(
            t("Budget de la ville"),
            t(
                "{word}. {note} Notre lecture, à confirmer par la Ville.",
                word=city.word,
                note=city.note,
            ),
        ),
    ]
    sources = {
        (factor.source, factor.version): factor for factor in saving.factors
    }.values()
    told: list[Fact] = []
    for factor in sources:
        told += [
            Fact(t("Source"), in_words(t, "sources", factor.source), factor.source_url),
            Fact(t("Version"), f"{factor.version} ({t.date(factor.version_on)})"),
            Fact(t("Licence"), in_words(t, "licences", factor.licence)),
            Fact(t("À relire avant le"), t.date(factor.best_before_on)),
        ]
    return tuple(fact for fact in (*shared, *told) if fact.value)


def _change(t: Translator, kgco2e: float) -> str:
    sign = MINUS if kgco2e > 0 else "+" if kgco2e < 0 else ""
    digits = DIGITS if abs(kgco2e) < 10 else 1  # noqa: PLR2004 - more digits than the source is sure of help nobody
    return f"{sign}{t.number(abs(kgco2e), digits)}"


def _mark(saving: Saving) -> str:
    """Place the central value on its range, in percent from the low end."""
    low, high = saving.low_kgco2e or 0.0, saving.high_kgco2e or 0.0
    share = (saving.central_kgco2e - low) / (high - low)
    return f"{min(max(share, 0.0), 1.0) * 100:.0f}%"
