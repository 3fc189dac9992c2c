"""A table that staff brings: what is wrong with each row, and what the table does."""

from collections.abc import Callable
from typing import Final

from climact_issy.domain.observations import Observation, Refused
from climact_issy.domain.possible import Possible
from climact_issy.domain.table_import import RowFault, TableReading, TableReport
from climact_issy.presenters.table_refusals import quoted
from climact_issy.texts import Translator

MOST_FAULTS: Final = 50
"""Rows that are told one by one; the others are counted."""


def fault_line(t: Translator, fault: RowFault) -> str:
    """Say what is wrong with one row: its line, its column, the reason."""
    return t(
        "Ligne {line}, colonne {column}\u00a0: {why}",
        line=fault.line,
        column=quoted(t, fault.column),
        why=_why(t, fault),
    )


def fault_lines(t: Translator, reading: TableReading) -> list[str]:
    """Say what is wrong with the first rows, and how many more there are."""
    told = [fault_line(t, fault) for fault in reading.faults[:MOST_FAULTS]]
    more = len(reading.faults) - len(told)
    if more:
        told.append(t.n("… et {n} autre ligne.", "… et {n} autres lignes.", more))
    return told


def summary(t: Translator, report: TableReport) -> list[str]:
    """Say what a table holds and what it did, or would do, one sentence a line."""
    reading = report.reading
    return [
        *_about(t, report.file, reading),
        *_ends(t, reading.observations),
        *_counts(t, report),
        _end(t, report),
    ]


def _about(t: Translator, file: str, reading: TableReading) -> list[str]:
    told = [
        t.n(
            "{file}\u00a0: {n} ligne lue sous les titres.",
            "{file}\u00a0: {n} lignes lues sous les titres.",
            reading.rows,
            file=file,
        )
    ]
    if reading.sheet:
        told.append(t("Feuille lue\u00a0: {name}.", name=quoted(t, reading.sheet)))
    if reading.hidden:
        names = ", ".join(quoted(t, name) for name in reading.hidden)
        told.append(t("Feuilles cachées du classeur\u00a0: {names}.", names=names))
    if reading.left_out:
        told.append(
            t.n(
                "{n} ligne sans moment ni nombre laissée de côté.",
                "{n} lignes sans moment ni nombre laissées de côté.",
                len(reading.left_out),
            )
        )
    return told


def _ends(t: Translator, found: tuple[Observation, ...]) -> list[str]:
    """Say the first and the last value: an error of reading is seen there."""
    if not found:
        return []
    first, last = found[0], found[-1]
    return [
        t("Première valeur\u00a0: {value}.", value=_value(t, first)),
        t("Dernière valeur\u00a0: {value}.", value=_value(t, last)),
    ]


def _value(t: Translator, item: Observation) -> str:
    if item.value is None:
        return t("{period}, pas de valeur", period=item.period)
    value = f"{t.number(item.value, _digits(item.value))}\u00a0{item.unit}"
    return f"{item.period}, {value}"


def _digits(value: float) -> int:
    _, _, decimals = f"{value:.6f}".rstrip("0").partition(".")
    return len(decimals)


def _counts(t: Translator, report: TableReport) -> list[str]:
    reading = report.reading
    told = [
        t(
            "Nouvelles\u00a0: {added}, changées\u00a0: {revised}, "
            "inchangées\u00a0: {unchanged}, refusées\u00a0: {rejected}.",
            added=t.number(report.added),
            revised=t.number(report.revised),
            unchanged=t.number(report.unchanged),
            rejected=t.number(len(reading.faults)),
        )
    ]
    if reading.gaps:
        told.append(
            t.n(
                "{n} moment sans nombre\u00a0: il reste vide.",
                "{n} moments sans nombre\u00a0: ils restent vides.",
                reading.gaps,
            )
        )
    return told


def _end(t: Translator, report: TableReport) -> str:
    if report.is_known:
        return t("Ce fichier a déjà été importé\u00a0: il n’y a rien à changer.")
    if report.is_applied:
        return t("Tout est gardé.")
    return t("Rien n’a été écrit.")


def _why(t: Translator, fault: RowFault) -> str:
    return _REASONS[fault.reason](t, quoted(t, fault.excerpt), fault)


def _not_possible(t: Translator, text: str, possible: Possible | None) -> str:
    if possible is None:
        return t("{text} n’est pas une valeur possible de ce chiffre.", text=text)
    low, high = t.number(possible.low, 0), t.number(possible.high, 0)
    if possible.is_class:
        return t(
            "{text} n’est pas une valeur possible de ce chiffre\u00a0: ce sont les "
            "nombres entiers de {low} à {high}.",
            text=text,
            low=low,
            high=high,
        )
    return t(
        "{text} n’est pas une valeur possible de ce chiffre\u00a0: il va de {low} "
        "à {high}.",
        text=text,
        low=low,
        high=high,
    )


_Sentence = Callable[[Translator, str, RowFault], str]

_REASONS: Final[dict[Refused, _Sentence]] = {
    Refused.NOT_A_NUMBER: lambda t, text, _: t(
        "{text} n’est pas un nombre.", text=text
    ),
    Refused.NOT_FINITE: lambda t, text, _: t(
        "{text} n’est pas un nombre fini.", text=text
    ),
    Refused.OUT_OF_RANGE: lambda t, text, fault: _not_possible(t, text, fault.possible),
    Refused.BAD_PERIOD: lambda t, text, _: t(
        "{text} n’est pas un moment. Exemples\u00a0: 12/09/2026, 2026-09-12 14:30, "
        "2026-09, 2026.",
        text=text,
    ),
    Refused.MISSING_FIELD: lambda t, _text, _: t("le moment manque."),
    Refused.DUPLICATE: lambda t, text, fault: t(
        "la ligne {line} dit le même moment et compte à la place de {text}.",
        line=fault.other_line,
        text=text,
    ),
    Refused.FUTURE: lambda t, text, _: t("{text} n’est pas encore passé.", text=text),
    Refused.OTHER_LENGTH: lambda t, text, _: t(
        "{text} n’est pas de la même durée que les valeurs connues de ce chiffre.",
        text=text,
    ),
    Refused.MISSING_HOUR: lambda t, text, _: t(
        "{text} n’existe pas\u00a0: on avance les montres à ce moment-là.", text=text
    ),
    Refused.DOUBLE_HOUR: lambda t, text, _: t(
        "{text} existe deux fois\u00a0: on recule les montres à ce moment-là. "
        "Ajoutez +01:00 ou +02:00.",
        text=text,
    ),
    Refused.NO_RESULT: lambda t, _text, _: t(
        "cette formule n’a pas de résultat gardé\u00a0: ouvrez le classeur, "
        "enregistrez-le, puis recommencez."
    ),
}
"""The reasons that connectors/table_file.py gives."""
