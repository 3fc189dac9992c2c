"""Refusals in words: one sentence a cause, in the visitor's language."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Final, cast

from climact_issy.domain.errors import ClimactError
from climact_issy.domain.rulebook import Fault
from climact_issy.presenters import (
    challenge_errors,
    code_refusals,
    feed_refusals,
    table_refusals,
)
from climact_issy.presenters.rule_faults import fault_sentences
from climact_issy.texts import PARIS, Translator

Values = Mapping[str, object]


def sentence(t: Translator, refusal: ClimactError) -> str:
    """Say why something was refused, and what can be done now.

    A code without a sentence of its own is told in the words of its class.
    """
    words = SENTENCES.get(refusal.code) or SENTENCES[type(refusal).code]
    return words(t, refusal.values)


def fault_sentence(t: Translator, fault: str) -> str:
    """Say that we failed, with the short id that finds the cause in the log."""
    return t(
        "Quelque chose n’a pas marché de notre côté. Réessayez dans un instant "
        "(incident {fault}).",
        fault=fault,
    )


def _cadence_reached(t: Translator, values: Values) -> str:
    next_at = values.get("next_at")
    if not isinstance(next_at, date):
        return t(
            "C’est déjà noté pour cette saison\u00a0: cette action compte une fois."
        )
    return t(
        "C’est déjà noté, autant que le rythme de cette action le permet. "
        "Prochaine fois possible\u00a0: {when}.",
        when=_when(t, next_at),
    )


def _too_many_tries(t: Translator, values: Values) -> str:
    next_at = values.get("next_at")
    if isinstance(next_at, date):
        return t(
            "Cela suffit pour aujourd’hui. La suite\u00a0: {when}.",
            when=_when(t, next_at),
        )
    minutes = values.get("minutes")
    if not isinstance(minutes, int):
        return t("Trop d’essais en peu de temps. Attendez un peu, puis réessayez.")
    return t.n(
        "Trop d’essais en peu de temps. Réessayez dans {n} minute.",
        "Trop d’essais en peu de temps. Réessayez dans {n} minutes.",
        minutes,
    )


def _quantity_bounds(t: Translator, values: Values) -> str:
    least, most = values.get("minimum"), values.get("maximum")
    unit = values.get("unit")
    if not (isinstance(least, int | float) and isinstance(most, int | float)):
        return t("Cette quantité n’est pas possible ici.")
    names = cast("tuple[str, str]", unit) if isinstance(unit, tuple) else ("", "")
    return t(
        "La quantité va de {least} à {most}\u00a0{unit}.",
        least=t.number(least),
        most=t.number(most),
        unit=names[1 if t.language == "en" else 0],
    )


def _pseudonym(t: Translator, values: Values) -> str:
    most = values.get("maximum")
    return t(
        "Choisissez un pseudonyme de 1 à {most} caractères, sans retour à la ligne.",
        most=t.number(most if isinstance(most, int) else _PSEUDONYM_LENGTH),
    )


_PSEUDONYM_LENGTH: Final = 40


def _reason(t: Translator, values: Values) -> str:
    most = values.get("maximum")
    return t(
        "Dites pourquoi, en {most} caractères au plus.",
        most=t.number(most if isinstance(most, int) else _REASON_LENGTH),
    )


_REASON_LENGTH: Final = 500


def _code_wrong(t: Translator, values: Values) -> str:
    left = values.get("tries_left")
    if not isinstance(left, int) or left <= 0:
        return t("Ce code ne marche plus. Demandez un nouveau mail.")
    return t.n(
        "Ce n’est pas le bon code. Il vous reste {n} essai.",
        "Ce n’est pas le bon code. Il vous reste {n} essais.",
        left,
    )


def _when(t: Translator, at: date) -> str:
    """Name a day, with its hour on the clock of Paris when it is not midnight."""
    pattern = "EEEE d MMMM"
    if not isinstance(at, datetime):
        return t.date(at, pattern)
    local = at.astimezone(PARIS)
    day = t.date(local.date(), pattern)
    if (local.hour, local.minute) == (0, 0):
        return day
    return t("{day} à {time}", day=day, time=t.time(local))


SENTENCES: Final[dict[str, Callable[[Translator, Values], str]]] = {
    **code_refusals.SENTENCES,
    "bad_input": lambda t, _: t(
        "Nous n’avons pas compris cette demande. Rechargez la page, puis réessayez."
    ),
    "sign_in_needed": lambda t, _: t("Connectez-vous pour continuer."),
    "not_allowed": lambda t, _: t("Cette action ne vous est pas ouverte."),
    "not_found": lambda t, _: t("Cela n’existe pas, ou plus."),
    "same_figure": lambda t, _: t(
        "C’est deux fois le même chiffre. Choisissez-en un autre d’un des deux côtés."
    ),
    "no_common_table": lambda t, _: t(
        "Ces deux chiffres n’ont pas de tableau commun. Choisissez deux chiffres par "
        "année, ou deux chiffres qui changent chaque jour."
    ),
    "cadence_reached": _cadence_reached,
    "stale_sight": lambda t, _: t(
        "Cette page n’était plus à jour\u00a0: rien n’a été changé. "
        "Elle l’est maintenant, vous pouvez recommencer."
    ),
    "undo_too_late": lambda t, _: t(
        "La journée de ce geste est finie\u00a0: il ne s’annule plus."
    ),
    "too_many_tries": _too_many_tries,
    "no_season": lambda t, _: t("Aucune saison n’est ouverte pour l’instant."),
    "not_loggable": lambda t, _: t(
        "Cette action ne se note pas encore\u00a0: elle se lit, pour l’année."
    ),
    "quantity": lambda t, _: t("Cette action se note sans quantité."),
    "quantity_bounds": _quantity_bounds,
    "pseudonym": _pseudonym,
    "team_name": lambda t, values: t(
        "Le nom d’une équipe a de {least} à {most} caractères.",
        least=str(values.get("minimum", "")),
        most=str(values.get("maximum", "")),
    ),
    "team_code": lambda t, _: t(
        "Aucune équipe n’a ce code. Vérifiez chaque lettre, puis réessayez."
    ),
    "too_many_teams": lambda t, _: t(
        "Vous êtes déjà dans beaucoup d’équipes : quittez-en une d’abord."
    ),
    "gesture_undone": lambda t, _: t(
        "Ce geste a été annulé\u00a0: il n’y a rien à décider."
    ),
    "season_closed": lambda t, _: t(
        "La saison est close\u00a0: ses points ne changent plus."
    ),
    "own_evidence": lambda t, _: t(
        "C’est votre propre preuve\u00a0: quelqu’un d’autre doit en décider."
    ),
    "second_look": lambda t, _: t(
        "Cette preuve demande un second regard, qui ne peut pas être le vôtre."
    ),
    "reason": _reason,
    "demo_person": lambda t, _: t(
        "Cette personne est inventée et sert à toute la démo\u00a0: elle ne s’efface "
        "pas. Un compte créé avec une adresse e-mail, si."
    ),
    "note_text": lambda t, values: t(
        "Un mot fait une ligne, de 1 à {most} caractères.",
        most=str(values.get("maximum", "")),
    ),
    "note_dates": lambda t, _: t("Le dernier jour d’un mot vient après le premier."),
    "email_invalid": lambda t, _: t(
        "Cette adresse e-mail semble incomplète. Exemple\u00a0: prenom@exemple.fr"
    ),
    "link_spent": lambda t, _: t(
        "Ce lien a déjà servi, ou ses 10 minutes sont passées. Demandez-en un nouveau."
    ),
    "code_wrong": _code_wrong,
    "cross_site": lambda t, _: t(
        "Cette demande vient d’un autre site\u00a0: elle a été refusée. "
        "Revenez sur Clim’Act Issy et recommencez."
    ),
    "wrong_database": lambda t, _: t(
        "Cette base de données n’est pas celle de ce site\u00a0: rien n’a été changé."
    ),
    "rules_faults": lambda t, v: (
        "\n".join(fault_sentences(t, cast("tuple[Fault, ...]", v.get("faults", ()))))
        or t("Cette version de la règle n’est pas complète.")
    ),
    "wrong_moment": lambda t, _: t("Ce n’est pas possible maintenant."),
    **challenge_errors.SENTENCES,
    **feed_refusals.SENTENCES,
    **table_refusals.SENTENCES,
    "too_large": lambda t, _: t("Cet envoi est trop lourd."),
}
"""Every code that anything of ours raises; a test compares them with the code."""
