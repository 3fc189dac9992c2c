"""A table is told row by row where it is wrong, then in sums."""

import pytest

from climact_issy import texts
from climact_issy.domain.observations import Kind, Observation, Refused, SeriesKey
from climact_issy.domain.possible import Possible
from climact_issy.domain.table_import import RowFault, TableReading, TableReport
from climact_issy.presenters.table_import import (
    MOST_FAULTS,
    fault_line,
    fault_lines,
    summary,
)

FR, EN = texts.for_language("fr"), texts.for_language("en")
GIVEN = (
    Refused.NOT_A_NUMBER,
    Refused.NOT_FINITE,
    Refused.BAD_PERIOD,
    Refused.MISSING_FIELD,
    Refused.DUPLICATE,
    Refused.FUTURE,
    Refused.OTHER_LENGTH,
    Refused.MISSING_HOUR,
    Refused.DOUBLE_HOUR,
    Refused.NO_RESULT,
    Refused.OUT_OF_RANGE,
)
KEY = SeriesKey("dioxyde-azote", "main", "issy-les-moulineaux")


def seen(period: str, value: float | None) -> Observation:
    return Observation(KEY, period, value, "ug/m3", Kind.PUBLISHED)


@pytest.mark.parametrize("reason", GIVEN)
def test_every_reason_has_its_words_in_both_languages(reason: Refused) -> None:
    fault = RowFault(4, "Date", reason, "28/11/2026", 9)
    french, english = fault_line(FR, fault), fault_line(EN, fault)

    assert french.startswith("Ligne 4, colonne «\u00a0Date\u00a0»\u00a0: ")
    assert english.startswith("Line 4, column “Date”: ")
    assert french.endswith(".")
    assert english.endswith(".")
    assert "{" not in french + english
    assert reason.value not in english or reason is Refused.DUPLICATE


def test_what_is_not_possible_is_told_with_what_is() -> None:
    fault = RowFault(
        4, "Valeur", Refused.OUT_OF_RANGE, "3000", possible=Possible(0, 2000)
    )
    grade = RowFault(
        4, "Valeur", Refused.OUT_OF_RANGE, "7", possible=Possible(1, 6, is_class=True)
    )

    assert fault_line(EN, fault).endswith("it goes from 0 to 2,000.")
    assert fault_line(FR, grade).endswith("ce sont les nombres entiers de 1 à 6.")


def test_a_double_line_names_the_one_that_counts() -> None:
    fault = RowFault(4, "Date", Refused.DUPLICATE, "2026-11-24 1.0", 9)

    assert "line 9 tells the same moment" in fault_line(EN, fault)


def test_the_first_faults_are_told_and_the_others_counted() -> None:
    fault = RowFault(4, "Valeur", Refused.NOT_A_NUMBER, "n.d.")
    reading = TableReading(99, (), (fault,) * (MOST_FAULTS + 2))
    told = fault_lines(EN, reading)

    assert len(told) == MOST_FAULTS + 1
    assert told[0] == "Line 4, column “Valeur”: “n.d.” is not a number."
    assert told[-1] == "… and 2 more lines."


def test_a_dry_run_says_what_it_read_and_that_nothing_was_written() -> None:
    reading = TableReading(
        4,
        (seen("2026-11-22", 1028.25), seen("2026-11-23", None)),
        (RowFault(4, "Valeur", Refused.NOT_A_NUMBER, "n.d."),),
        left_out=(9,),
        sheet="Mesures",
        hidden=("Calculs",),
    )
    report = TableReport("no2.xlsx", reading, 1, 0, 1)

    assert [line.replace("\u00a0", " ") for line in summary(EN, report)] == [
        "no2.xlsx: 4 lines read below the headings.",
        "Sheet read: “Mesures”.",
        "Hidden sheets of the workbook: “Calculs”.",
        "1 line without moment and number left out.",
        "First value: 2026-11-22, 1,028.25 ug/m3.",
        "Last value: 2026-11-23, no value.",
        "1 new, 0 changed, 1 unchanged, 1 rejected.",
        "1 moment without a number: it stays empty.",
        "Nothing was written.",
    ]
    assert "Nouvelles\u00a0: 1, changées\u00a0: 0" in summary(FR, report)[-3]


def test_what_was_done_and_what_was_done_before_are_told_apart() -> None:
    reading = TableReading(1, (seen("2026-11-22", 1.0),))
    done = TableReport("a.csv", reading, 1, is_applied=True)
    again = TableReport("a.csv", reading, 0, 0, 1, is_known=True)

    assert summary(EN, done)[-1] == "All of it is kept."
    assert summary(EN, again)[-1].startswith("This file was imported before")
    assert summary(EN, TableReport("a.csv", TableReading(0, ())))[1] == (
        "0 new, 0 changed, 0 unchanged, 0 rejected."
    )
