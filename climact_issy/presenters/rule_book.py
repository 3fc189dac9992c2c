"""The versions of the rule in words: in force, to come, and what changed."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from climact_issy.domain.points import Rules
from climact_issy.domain.rulebook import INTEGERS, Edition, in_force
from climact_issy.domain.tiers import Tier
from climact_issy.texts import Translator


@dataclass(frozen=True, slots=True)
class EditionView:
    """One version in the history.

    Attributes:
        title: its number and its day.
        reason: why, in the words of who scheduled it; "" for none.
        changes: what it changes, one line each.
    """

    title: str
    reason: str
    changes: list[str]


@dataclass(frozen=True, slots=True)
class RuleBookView:
    """The rule as it stands today; the empty value means it was not read yet.

    Attributes:
        is_ready: whether it was read.
        now: the version in force and its day.
        next: the next one and its day, "" when none is scheduled.
        editions: every version, the newest first.
    """

    is_ready: bool = False
    now: str = ""
    next: str = ""
    editions: list[EditionView] = field(default_factory=list[EditionView])


def rule_book(t: Translator, editions: Sequence[Edition], today: date) -> RuleBookView:
    """Present every version.

    Args:
        t: translator of the page.
        editions: oldest first, at least one.
        today: this civic day.
    """
    found = in_force(editions, today).rules
    coming = [e.rules for e in editions if e.rules.version > found.version]
    views = [_first(t, editions[0])]
    for before, after in pairwise(editions):
        views.append(_later(t, before.rules, after, today))
    return RuleBookView(
        is_ready=True,
        now=version_sentence(t, found),
        next=t(
            "Règle n° {version}, prévue à partir du {day}.",
            version=coming[0].version,
            day=t.date(coming[0].starts_on),
        )
        if coming
        else "",
        editions=views[::-1],
    )


def version_sentence(t: Translator, rules: Rules) -> str:
    """Say which rule is in force, and since when."""
    return t(
        "Règle n° {version}, en vigueur depuis le {day}.",
        version=rules.version,
        day=t.date(rules.starts_on),
    )


def changes(t: Translator, before: Rules, after: Rules) -> list[str]:
    """Say what a version changes, one line a number, in the order of the file."""
    names = _names(t)
    found = [
        _change(t, names[key], t.number(old), t.number(new))
        for key in INTEGERS
        if (old := getattr(before, key)) != (new := getattr(after, key))
    ]
    for key in ("declared_week_share", "name_winner_at"):
        old, new = getattr(before, key), getattr(after, key)
        if old != new:
            found.append(_change(t, names[key], percent(t, old), percent(t, new)))
    if before.repeat_weights != after.repeat_weights:
        old, new = before.repeat_weights, after.repeat_weights
        found.append(
            _change(t, names["repeat_weights"], repeats(t, old), repeats(t, new))
        )
    for tier in Tier:
        old, new = before.tier_weights.get(tier), after.tier_weights.get(tier)
        if old is not None and new is not None and old != new:
            name = tier_names(t)[tier]
            found.append(_change(t, name, f"× {t.number(old)}", f"× {t.number(new)}"))
    return found


def tier_names(t: Translator) -> dict[Tier, str]:
    """Name each tier, with what it takes."""
    return {
        Tier.DECLARED: t("Déclaré : vous le dites"),
        Tier.EVIDENCE: t("Montré : une photo relue par une personne"),
        Tier.ATTESTED: t("Attesté : une association le confirme"),
        Tier.CODE: t("Présent : un code donné lors d’un évènement"),
        Tier.MEASURED: t("Mesuré : un compteur le dit"),
    }


def percent(t: Translator, share: float) -> str:
    """Write a share of 1 as a percentage."""
    return t("{n}\u00a0%", n=t.number(round(share * 100, 1)))


def repeats(t: Translator, weights: Sequence[float]) -> str:
    """Say what the n-th time of one action in a week brings, run by run."""
    runs: list[tuple[float, int]] = []
    for weight in weights:
        if runs and runs[-1][0] == weight:
            runs[-1] = (weight, runs[-1][1] + 1)
        else:
            runs.append((weight, 1))
    *some, (last, _) = runs
    said = [
        t.n("{n} fois à {share}", "{n} fois à {share}", times, share=percent(t, weight))
        for weight, times in some
    ]
    said.append(t("ensuite {share}", share=percent(t, last)))
    return ", ".join(said) if some else percent(t, last)


def _first(t: Translator, edition: Edition) -> EditionView:
    rules = edition.rules
    return EditionView(
        title=t(
            "Règle n° {version}, depuis le {day}",
            version=rules.version,
            day=t.date(rules.starts_on),
        ),
        reason="",
        changes=[t("La première règle publiée.")],
    )


def _later(t: Translator, before: Rules, edition: Edition, today: date) -> EditionView:
    rules = edition.rules
    values = {"version": rules.version, "day": t.date(rules.starts_on)}
    title = (
        t("Règle n° {version}, à partir du {day}", **values)
        if rules.starts_on > today
        else t("Règle n° {version}, depuis le {day}", **values)
    )
    said = changes(t, before, rules) or [t("Les mêmes nombres qu’avant.")]
    return EditionView(title, edition.reason, said)


def _change(t: Translator, name: str, old: str, new: str) -> str:
    return t("{name}\u00a0: {old}, puis {new}", name=name, old=old, new=new)


def _names(t: Translator) -> dict[str, str]:
    return {
        "points_per_effort": t("Points par degré d’effort"),
        "day_cap": t("Plafond de points du jour"),
        "week_cap": t("Plafond de points de la semaine"),
        "declared_week_share": t("Part de la semaine ouverte aux gestes déclarés"),
        "repeat_weights": t("Un même geste répété dans la semaine"),
        "newcomer_days": t("Jours pendant lesquels on est nouveau venu"),
        "prior_strength": t("Personnes moyennes ajoutées à chaque quartier"),
        "prior_points": t("Points moyens au départ"),
        "minimum_active": t("Participants qu’il faut pour être classé"),
        "minimum_published": t("Personnes qu’il faut pour publier un décompte"),
        "name_winner_at": t("Probabilité qu’il faut pour départager"),
        "season_weeks": t("Semaines d’une saison"),
        "pause_weeks": t("Semaines de pause après une saison"),
        "goal_gestures": t("Gestes de l’objectif commun"),
    }
