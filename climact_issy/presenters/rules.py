"""The published rule in plain words, generated from the rule in force."""

from dataclasses import dataclass

from climact_issy.domain.caps import ENTRIES_A_DAY
from climact_issy.domain.points import Rules, base_points
from climact_issy.domain.tiers import Tier
from climact_issy.presenters.rule_book import (
    percent,
    repeats,
    tier_names,
    version_sentence,
)
from climact_issy.texts import Translator

EXAMPLE_PEOPLE = 24
"""Participants of the worked example; enough to be ranked."""
EXAMPLE_POINTS_EACH = 80
"""Points of each of them in the worked example."""


@dataclass(frozen=True, slots=True)
class RulesView:
    """The rule of the season, ready to show.

    Attributes:
        version: which rule, and since when.
        effort_rows: (effort in words, points), from the easiest to the hardest.
        tier_rows: (proof in words, multiplier).
        caps: what limits points, one sentence each.
        formula: the score as one line of arithmetic.
        formula_words: what each part of the formula means, one sentence each.
        example: the formula on round numbers.
        fairness: newcomers, ties, small groups, one sentence each.
        goal: the collective goal, in one sentence.
    """

    version: str
    effort_rows: tuple[tuple[str, str], ...]
    tier_rows: tuple[tuple[str, str], ...]
    caps: tuple[str, ...]
    formula: str
    formula_words: tuple[str, ...]
    example: str
    fairness: tuple[str, ...]
    goal: str


def rules_view(t: Translator, rules: Rules) -> RulesView:
    """Say the whole rule in the visitor's language."""
    return RulesView(
        version=version_sentence(t, rules),
        effort_rows=_effort_rows(t, rules),
        tier_rows=_tier_rows(t, rules),
        caps=_caps(t, rules),
        formula=t(
            "score = (points du quartier + {k}\u00a0×\u00a0m) ÷ (participants + {k})",
            k=rules.prior_strength,
        ),
        formula_words=_formula_words(t, rules),
        example=_example(t, rules),
        fairness=_fairness(t, rules),
        goal=t(
            "Une saison dure {weeks} semaines, suivies de {pause} semaines de pause "
            "où les gestes se notent sans points. L’objectif commun est de "
            "{goal} gestes : tous comptent, d’où qu’ils viennent, plafond "
            "de points atteint ou non.",
            weeks=rules.season_weeks,
            pause=rules.pause_weeks,
            goal=t.number(rules.goal_gestures),
        ),
    )


def _effort_rows(t: Translator, rules: Rules) -> tuple[tuple[str, str], ...]:
    names = (
        t("1, presque rien à changer"),
        t("2, un petit détour"),
        t("3, il faut y penser"),
        t("4, un vrai effort"),
        t("5, une habitude bousculée"),
    )
    return tuple(
        (name, t.number(base_points(rules, effort, Tier.DECLARED)))
        for effort, name in enumerate(names, start=1)
    )


def _tier_rows(t: Translator, rules: Rules) -> tuple[tuple[str, str], ...]:
    names = tier_names(t)
    return tuple(
        (names[tier], f"× {t.number(rules.tier_weights[tier])}")
        for tier in Tier
        if tier in rules.tier_weights
    )


def _caps(t: Translator, rules: Rules) -> tuple[str, ...]:
    return (
        t("Au plus {n} points par jour et par personne.", n=t.number(rules.day_cap)),
        t(
            "Au plus {n} points par semaine et par personne, du lundi au dimanche.",
            n=t.number(rules.week_cap),
        ),
        _declared_share(t, rules),
        t(
            "Un même geste, plusieurs fois dans une semaine : {repeats} de ses "
            "points. Varier rapporte davantage.",
            repeats=repeats(t, rules.repeat_weights),
        ),
        t(
            "Un plafond atteint n’efface rien : le geste est noté et il "
            "compte pour l’objectif commun."
        ),
        t(
            "Chaque geste a son rythme, par jour, par semaine ou par "
            "saison, parfois avec quelques jours d’écart. Au-delà, la page dit "
            "quand vous pourrez le noter de nouveau."
        ),
        t(
            "Au plus {n} saisies d’un même geste par jour, celles que vous "
            "annulez comprises.",
            n=ENTRIES_A_DAY,
        ),
        t(
            "Un geste noté par erreur s’annule jusqu’à la fin de la "
            "journée ; ses points sont alors repris."
        ),
    )


def _declared_share(t: Translator, rules: Rules) -> str:
    if rules.declared_week_share >= 1:
        return t(
            "Les gestes déclarés peuvent remplir toute la semaine ; quand les photos "
            "seront ouvertes, ils en rempliront la moitié au plus."
        )
    return t(
        "Les gestes déclarés remplissent au plus {share} de la semaine, soit {n} "
        "points ; le reste est pour les rencontres et les preuves.",
        share=percent(t, rules.declared_week_share),
        n=t.number(rules.declared_week_cap),
    )


def _formula_words(t: Translator, rules: Rules) -> tuple[str, ...]:
    return (
        t(
            "Les participants sont les personnes qui ont noté au moins un "
            "geste cette saison."
        ),
        t(
            "Qui arrive en cours de saison compte pour la part de la saison où il "
            "était là : une demi-personne à mi-saison. Inviter ne coûte donc rien "
            "au quartier."
        ),
        t(
            "m est la moyenne des points par participant dans toute la "
            "commune, ou {prior} points tant que moins de {n} personnes y "
            "jouent depuis plus de {days} jours.",
            prior=t.number(rules.prior_points),
            n=rules.minimum_active,
            days=rules.newcomer_days,
        ),
        t(
            "Tout se passe comme si {k} personnes moyennes jouaient dans "
            "chaque quartier : un petit groupe ne gagne ni ne perd la "
            "course sur un coup de chance.",
            k=rules.prior_strength,
        ),
        t(
            "Le nombre d’habitants n’entre pas dans le calcul : aucune "
            "population n’est publiée à l’échelle de ces quartiers."
        ),
    )


def _example(t: Translator, rules: Rules) -> str:
    total = EXAMPLE_PEOPLE * EXAMPLE_POINTS_EACH
    weight = rules.prior_strength
    mean = rules.prior_points
    score = (total + weight * mean) / (EXAMPLE_PEOPLE + weight)
    return t(
        "Par exemple, {people} participants, {total} points en tout, "
        "et m = {mean} : ({total} + {k} × {mean}) ÷ ({people} + {k}) = "
        "{score}.",
        people=EXAMPLE_PEOPLE,
        total=t.number(total),
        mean=t.number(mean),
        k=weight,
        score=t.number(score, 1),
    )


def _fairness(t: Translator, rules: Rules) -> tuple[str, ...]:
    return (
        t(
            "Pendant vos {n} premiers jours au moins, vos points ne "
            "comptent que s’ils font monter le score de votre quartier. "
            "Inviter un voisin ne peut donc jamais le faire baisser.",
            n=rules.newcomer_days,
        ),
        t("Aucun geste ne peut faire baisser le score de votre propre quartier."),
        t(
            "Deux quartiers sont ex æquo tant que l’un ne devance pas "
            "l’autre avec une probabilité d’au moins {share} %, et aucun n’est "
            "seul en tête s’il n’est pas, aussi sûrement, le meilleur de tous. À sept "
            "quartiers, l’égalité est la fin la plus courante ; ils "
            "partagent alors le même palier.",
            share=round(rules.name_winner_at * 100),
        ),
        t(
            "Un quartier entre au classement à {n} participants. En "
            "dessous, il est « à quai » : ni rang, ni score, ni nombre de "
            "participants.",
            n=rules.minimum_active,
        ),
        t(
            "Aucun autre décompte n’est publié en dessous de {n} personnes.",
            n=rules.minimum_published,
        ),
        t(
            "Votre quartier est celui du moment où vous notez. Si vous "
            "n’habitez pas à Issy, ou ne savez pas, vos gestes comptent "
            "pour l’objectif commun."
        ),
        t(
            "Après un premier geste de la saison, changer de quartier vaut à partir de "
            "la saison suivante."
        ),
    )
