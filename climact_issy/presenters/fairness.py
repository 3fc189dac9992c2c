"""The fairness of the catalogue in words and figures, computed from the content."""

from dataclasses import dataclass
from datetime import date

from climact_issy.content import actions as catalogue
from climact_issy.content import personas as people
from climact_issy.domain import fairness
from climact_issy.domain.points import Rules
from climact_issy.domain.tiers import Tier
from climact_issy.presenters.gesture_words import pick
from climact_issy.texts import Translator

_YEAR = 2026
"""Any year: a month is named without it."""


@dataclass(frozen=True, slots=True)
class FairnessView:
    """What each persona can earn in a week.

    Attributes:
        lead: what was computed, and the widest gap found.
        caption: what the table shows, and for which month.
        rows: (who, points), in the order of the personas.
        notes: what the figures are not.
    """

    lead: str
    caption: str
    rows: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]


def fairness_view(t: Translator, rules: Rules) -> FairnessView:
    """Present the month in which the personas lie furthest apart."""
    asked = people.question(rules)
    widest = max(_year(rules), key=lambda month: month.spread)
    month = t.date(date(_YEAR, widest.month, 1), "MMMM")
    return FairnessView(
        lead=t(
            "Pour {n} situations différentes, nous calculons ce qu’une semaine peut "
            "rapporter au mieux avec {hours} heures, avant tout plafond. L’écart le "
            "plus grand de l’année est de {spread}\u00a0%\u00a0; il ne doit jamais "
            "dépasser {most}\u00a0%, sinon le catalogue est corrigé avant d’être "
            "publié.",
            n=len(people.personas()),
            hours=t.number(asked.minutes / 60),
            spread=t.number(round(widest.spread * 100, 1)),
            most=round(asked.spread * 100),
        ),
        caption=t("Points à portée d’une semaine, en {month}", month=month),
        rows=tuple(
            (_who(t, persona), t.number(widest.points[persona.key]))
            for persona in people.personas()
        ),
        notes=(
            t(
                "Ce n’est pas un programme\u00a0: personne ne fait tout cela. Les "
                "plafonds de la semaine laissent de la place à chacun bien avant."
            ),
            t(
                "Ce qui se remplace ne s’ajoute pas\u00a0: {slots}.",
                slots=", ".join(
                    t(
                        "{name}, {n} par semaine",
                        name=pick(slot.name, t).lower(),
                        n=slot.times,
                    )
                    for slot in asked.slots
                ),
            ),
        ),
    )


def _who(t: Translator, persona: fairness.Persona) -> str:
    reason = pick(persona.reason, t)
    label = pick(persona.label, t)
    return t("{label}. {reason}", label=label, reason=reason) if reason else label


def _year(rules: Rules) -> tuple[fairness.Month, ...]:
    decisive = (
        rules.points_per_effort,
        rules.tier_weights[Tier.DECLARED],
        rules.repeat_weights,
    )
    if decisive not in _YEARS:
        _YEARS[decisive] = fairness.year(
            people.personas(), catalogue.catalogue(), people.question(rules)
        )
    return _YEARS[decisive]


_YEARS: dict[tuple[object, ...], tuple[fairness.Month, ...]] = {}
"""By what decides them; computed once for both languages, in about a second."""
