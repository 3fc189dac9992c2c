"""A table that is refused is told what to do next."""

import pytest

from climact_issy import texts
from climact_issy.presenters.table_refusals import SENTENCES

FR, EN = texts.for_language("fr"), texts.for_language("en")


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_every_code_is_told_in_both_languages_even_without_values(code: str) -> None:
    french, english = (SENTENCES[code](t, {}) for t in (FR, EN))

    assert french.endswith(".")
    assert english.endswith(".")
    assert french != english
    assert "{" not in french + english


@pytest.mark.parametrize(
    ("code", "values", "told"),
    [
        (
            "table_map",
            {"found": ("Date", "Valeur"), "guess": ("Date", "Valeur")},
            (
                "The moment seems to be in “Date” and the number in “Valeur”. "
                'Say so with --map "period=Date" --map "value=Valeur".'
            ),
        ),
        (
            "table_map",
            {"found": ("A", "B"), "guess": ()},
            (
                'Say which column holds what with --map "period=…" --map "value=…". '
                "Columns of the file: “A”, “B”."
            ),
        ),
        (
            "table_column",
            {"column": "Date", "found": ("Jour", "Valeur")},
            "No column is called “Date”. Columns of the file: “Jour”, “Valeur”.",
        ),
        (
            "table_unit",
            {"kept": "µg/m³", "told": "ppb"},
            (
                "This figure is in “µg/m³”, and the table in “ppb”. "
                "Nothing is converted: convert the table."
            ),
        ),
        (
            "table_large",
            {"maximum": 10_000_000},
            "This file is too large: 10 MB at most. Cut it.",
        ),
        (
            "table_text",
            {"line": 3},
            (
                "This file is no table any more from line 3 on: "
                "a quotation mark is not closed."
            ),
        ),
        (
            "table_sheet",
            {"sheet": "Annexe", "found": ("Mesures",)},
            "No sheet is called “Annexe”. Sheets of the workbook: “Mesures”.",
        ),
        (
            "table_sheet",
            {"sheet": "", "found": ("Mesures",)},
            "Every sheet of this workbook is hidden: name one.",
        ),
    ],
)
def test_a_refusal_names_what_was_found(
    code: str, values: dict[str, object], told: str
) -> None:
    assert SENTENCES[code](EN, values).replace("\u00a0", " ") == told
