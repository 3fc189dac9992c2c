"""Refusals around codes and paper lists, in words; errors.py adds them to its own."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Final

from climact_issy.presenters.gesture_words import clock
from climact_issy.texts import Translator

Values = Mapping[str, object]

_DAY: Final = "EEEE d MMMM"


def _early(t: Translator, values: Values) -> str:
    day = values.get("day")
    if not isinstance(day, date):
        return t("Ce code ne compte pas encore. Gardez-le.")
    return t(
        "Ce code comptera à partir du {day}. Gardez-le jusque-là.",
        day=t.date(day, _DAY),
    )


def _too_many(t: Translator, values: Values) -> str:
    next_at = values.get("next_at")
    if not isinstance(next_at, datetime):
        return t("Trop de codes faux en peu de temps. Réessayez dans dix minutes.")
    return t(
        "Trop de codes faux en peu de temps. Prochain essai possible\u00a0: {time}.",
        time=clock(t, next_at),
    )


def _count(t: Translator, values: Values) -> str:
    codes, uses = values.get("maximum"), values.get("maximum_uses")
    return t(
        "Un lot compte de 1 à {codes} codes, et un code sert de 1 à {uses} fois.",
        codes=t.number(codes if isinstance(codes, int) else 0),
        uses=t.number(uses if isinstance(uses, int) else 0),
    )


def _days(t: Translator, values: Values) -> str:
    first, last = values.get("first"), values.get("last")
    if not (isinstance(first, date) and isinstance(last, date)):
        return t("Les jours du lot doivent être dans ceux de l’évènement.")
    return t(
        "Les jours du lot doivent être dans ceux de l’évènement, du {first} au {last}.",
        first=t.date(first, "d MMMM y"),
        last=t.date(last, "d MMMM y"),
    )


def _rows(t: Translator, values: Values) -> str:
    most = values.get("maximum")
    return t(
        "Une liste compte {most} lignes au plus\u00a0: "
        "coupez-la en plusieurs fichiers.",
        most=t.number(most if isinstance(most, int) else 0),
    )


SENTENCES: Final[dict[str, Callable[[Translator, Values], str]]] = {
    "code_typo": lambda t, _: t(
        "Ce code est incomplet ou contient une faute\u00a0: il a huit signes. "
        "Relisez-le, puis réessayez."
    ),
    "code_unknown": lambda t, _: t(
        "Nous ne connaissons pas ce code. Relisez-le signe par signe."
    ),
    "code_early": _early,
    "code_over": lambda t, _: t(
        "L’évènement de ce code n’est plus ouvert\u00a0: le code ne compte pas."
    ),
    "code_spent": lambda t, _: t(
        "Ce code a déjà servi autant de fois que prévu. Demandez-en un autre sur place."
    ),
    "too_many_codes": _too_many,
    "code_count": _count,
    "code_days": _days,
    "paper_file": lambda t, _: t(
        "Ce fichier n’est pas un tableau CSV en UTF-8\u00a0: "
        "enregistrez-le dans ce format."
    ),
    "paper_columns": lambda t, _: t(
        "La première ligne du fichier doit nommer trois colonnes\u00a0: "
        "email, event et day."
    ),
    "paper_rows": _rows,
}
