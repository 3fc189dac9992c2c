"""What is wrong with a version of the rule, one sentence a fault."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Final

from climact_issy.domain.rulebook import Fault
from climact_issy.texts import Translator

Values = Mapping[str, object]


def fault_sentences(t: Translator, faults: Sequence[Fault]) -> list[str]:
    """Say each fault, with the key of the file it is about."""
    return [_sentence(t, fault) for fault in faults]


def _sentence(t: Translator, fault: Fault) -> str:
    said = _SENTENCES[fault.code](t, fault.values)
    return t("{key}\u00a0: {said}", key=fault.key, said=said) if fault.key else said


def _too_early(t: Translator, values: Values) -> str:
    day = values["earliest"]
    assert isinstance(day, date)  # noqa: S101 - narrows
    return t(
        "une version commence au plus tôt le {day}\u00a0: après aujourd’hui et après "
        "la dernière version prévue.",
        day=t.date(day),
    )


def _expected(t: Translator, values: Values) -> str:
    wanted = values["expected"]
    return t(
        "{expected} était attendu ici\u00a0; la ligne peut aussi manquer.",
        expected=t.date(wanted) if isinstance(wanted, date) else wanted,
    )


_SENTENCES: Final[dict[str, Callable[[Translator, Values], str]]] = {
    "not_toml": lambda t, v: t("Ce fichier n’est pas du TOML\u00a0: {why}", **v),
    "too_early": _too_early,
    "too_long": lambda t, v: t("{most} caractères au plus.", **v),
    "not_as_scheduled": _expected,
    "missing": lambda t, _: t("ce nombre manque\u00a0: une version les dit tous."),
    "unknown": lambda t, _: t("aucune règle ne porte ce nom."),
    "not_integer": lambda t, _: t("un nombre entier était attendu."),
    "not_number": lambda t, _: t("un nombre était attendu."),
    "out_of_bounds": lambda t, v: t("entre {least} et {most} seulement.", **v),
    "above_week_cap": lambda t, _: t(
        "le plafond du jour ne dépasse pas celui de la semaine."
    ),
    "not_weights": lambda t, v: t(
        "une liste de 1 à {most} nombres était attendue.", **v
    ),
    "not_falling": lambda t, _: t(
        "la première fois compte en entier (1), les suivantes jamais plus, et aucune "
        "ne vaut 0."
    ),
    "not_every_tier": lambda t, v: t(
        "un poids pour chaque preuve, et rien d’autre\u00a0: {tiers}.", **v
    ),
    "declared_not_least": lambda t, _: t(
        "aucune preuve ne pèse moins qu’un geste déclaré."
    ),
}
"""Every code of a fault; a test compares them with the code."""
