"""Refusals about challenges in words."""

from collections.abc import Callable, Mapping
from typing import Final

from climact_issy.texts import Translator

Values = Mapping[str, object]


def _field(t: Translator, values: Values) -> str:
    words = _FIELDS.get(str(values.get("field")))
    return words(t) if words else t("Ce défi est incomplet\u00a0: relisez-le.")


_FIELDS: Final[dict[str, Callable[[Translator], str]]] = {
    "slug": lambda t: t(
        "Le nom court du défi prend des minuscules, des chiffres et des tirets."
    ),
    "title": lambda t: t(
        "Le titre du défi compte de 3 à 80 caractères, en français et en anglais."
    ),
    "summary": lambda t: t(
        "La phrase du défi compte de 10 à 400 caractères, en français et en anglais."
    ),
    "scope": lambda t: t("Ce genre de défi ne se joue pas ainsi."),
    "team": lambda t: t("Un défi d’équipe a besoin d’une équipe."),
    "dates": lambda t: t(
        "Ces dates ne vont pas\u00a0: trop court, trop long, ou la fin avant le début."
    ),
    "target": lambda t: t(
        "L’objectif ne va pas\u00a0: il se compte en gestes ou en jours possibles."
    ),
    "effort": lambda t: t(
        "L’effort va de 1 à 5 quand le défi donne des points, sinon 0."
    ),
    "actions": lambda t: t("Un geste de ce défi n’existe pas, ou ne se note pas."),
    "place": lambda t: t("Une rencontre a besoin d’un lieu."),
}

SENTENCES: Final[dict[str, Callable[[Translator, Values], str]]] = {
    "challenge_field": _field,
    "challenge_slug": lambda t, _: t("Un autre défi porte déjà ce nom court."),
    "challenge_move": lambda t, _: t(
        "Ce défi n’en est pas là\u00a0: cette étape n’est pas possible maintenant."
    ),
    "challenge_reason": lambda t, _: t(
        "Dites pourquoi, en une phrase de 500 caractères au plus."
    ),
    "challenge_over": lambda t, _: t("Ce défi est terminé."),
    "challenge_not_running": lambda t, _: t("Ce défi n’est pas en cours aujourd’hui."),
    "challenge_completed": lambda t, _: t(
        "Vous avez relevé ce défi\u00a0: il n’y a plus rien à quitter."
    ),
    "boost_not_measured": lambda t, _: t(
        "Aucune valeur du moment n’atteint le seuil de cette règle : rien ne s’ouvre."
    ),
    "boost_resting": lambda t, _: t("Cette règle a ouvert un défi il y a peu."),
    "challenge_team": lambda t, _: t("Ce défi est celui d’une autre équipe."),
}
"""Every code of a challenge, for presenters/errors.py."""
