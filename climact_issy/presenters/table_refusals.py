"""Refusals of a table that staff brings, in words; errors.py adds them to its own."""

from collections.abc import Callable, Mapping
from typing import Final, cast

from climact_issy.domain.table_import import PERIOD, VALUE
from climact_issy.texts import Translator

Values = Mapping[str, object]
_MEGABYTE: Final = 1_000_000


def quoted(t: Translator, text: str) -> str:
    """Return a word of the file between quotation marks."""
    return t("«\u00a0{text}\u00a0»", text=text)


def _names(t: Translator, values: Values, key: str = "found") -> str:
    found = values.get(key)
    names = cast("tuple[str, ...]", found) if isinstance(found, tuple) else ()
    return ", ".join(quoted(t, name) for name in names) or "–"


def _text(values: Values, key: str) -> str:
    return str(values.get(key, ""))


def _number(t: Translator, values: Values, key: str, unit: int = 1) -> str:
    found = values.get(key)
    return t.number(found // unit if isinstance(found, int) else 0)


def _map(t: Translator, values: Values) -> str:
    guess = values.get("guess")
    if isinstance(guess, tuple) and guess:
        period, value = cast("tuple[str, str]", guess)
        return t(
            "Le moment semble être dans {period} et le nombre dans {value}. "
            "Dites-le avec {option}.",
            period=quoted(t, period),
            value=quoted(t, value),
            option=f'--map "{PERIOD}={period}" --map "{VALUE}={value}"',
        )
    told = t(
        "Dites quelle colonne contient quoi avec {option}.",
        option=f'--map "{PERIOD}=…" --map "{VALUE}=…"',
    )
    if "found" not in values:
        return told
    named = t("Colonnes du fichier\u00a0: {names}.", names=_names(t, values))
    return f"{told} {named}"


def _column(t: Translator, values: Values) -> str:
    return t(
        "Aucune colonne ne s’appelle {column}. Colonnes du fichier\u00a0: {names}.",
        column=quoted(t, _text(values, "column")),
        names=_names(t, values),
    )


def _twice(t: Translator, values: Values) -> str:
    return t(
        "Plusieurs colonnes s’appellent {column}\u00a0: donnez-leur des noms "
        "différents. Colonnes du fichier\u00a0: {names}.",
        column=quoted(t, _text(values, "column")),
        names=_names(t, values),
    )


def _sheet(t: Translator, values: Values) -> str:
    if not values.get("found"):
        return t("Ce fichier n’a pas de feuille à nommer.")
    if not values.get("sheet"):
        return t(
            "Toutes les feuilles de ce classeur sont cachées\u00a0: nommez-en une."
        )
    return t(
        "Aucune feuille ne s’appelle {sheet}. Feuilles du classeur\u00a0: {names}.",
        sheet=quoted(t, _text(values, "sheet")),
        names=_names(t, values),
    )


def _broken(t: Translator, values: Values) -> str:
    line = values.get("line")
    if not isinstance(line, int):
        return t(
            "Ce fichier n’est pas un tableau\u00a0: enregistrez-le en CSV ou en .xlsx."
        )
    return t(
        "Ce fichier n’est plus un tableau à partir de la ligne {line}\u00a0: "
        "un guillemet n’y est pas fermé.",
        line=line,
    )


SENTENCES: Final[dict[str, Callable[[Translator, Values], str]]] = {
    "table_map": _map,
    "table_column": _column,
    "table_twice": _twice,
    "table_sheet": _sheet,
    "table_text": _broken,
    "table_empty": lambda t, _: t(
        "Ce fichier est vide\u00a0: il lui faut une ligne de titres, puis des valeurs."
    ),
    "table_decimal": lambda t, _: t(
        "Les nombres s’écrivent ici avec une virgule et avec un point. "
        "Dites lequel sépare les décimales avec --decimal."
    ),
    "table_large": lambda t, v: t(
        "Ce fichier est trop lourd\u00a0: {most}\u00a0Mo au plus. Coupez-le.",
        most=_number(t, v, "maximum", _MEGABYTE),
    ),
    "table_bomb": lambda t, v: t(
        "Ce classeur est trop lourd une fois déplié\u00a0: {most}\u00a0Mo au plus. "
        "Rien n’en a été lu.",
        most=_number(t, v, "maximum", _MEGABYTE),
    ),
    "table_rows": lambda t, v: t(
        "Un tableau compte {most} lignes au plus\u00a0: coupez-le en plusieurs.",
        most=_number(t, v, "maximum"),
    ),
    "table_locked": lambda t, _: t(
        "Un mot de passe protège ce classeur\u00a0: enregistrez-le sans mot de passe."
    ),
    "table_book": lambda t, _: t(
        "Ce classeur ne s’ouvre pas. Il est abîmé ou d’un autre format\u00a0: "
        "enregistrez-le en .xlsx."
    ),
    "table_figure": lambda t, v: t(
        "Aucun chiffre venu des sources ne s’appelle ainsi. "
        "Ceux qui en viennent\u00a0: {names}.",
        names=_names(t, v),
    ),
    "table_series": lambda t, v: t(
        "Ce chiffre n’est connu que pour la série {series} et le lieu {place}.",
        series=quoted(t, _text(v, "series")),
        place=quoted(t, _text(v, "place")),
    ),
    "table_unit": lambda t, v: t(
        "Ce chiffre est en {kept}, et le tableau en {told}. Rien n’est converti\u00a0: "
        "convertissez le tableau.",
        kept=quoted(t, _text(v, "kept")),
        told=quoted(t, _text(v, "told")),
    ),
    "table_faults": lambda t, _: t(
        "Rien n’a été écrit\u00a0: corrigez ces lignes, ou laissez-les de côté avec "
        "--skip-bad-rows. Il faut au moins une bonne ligne."
    ),
}
