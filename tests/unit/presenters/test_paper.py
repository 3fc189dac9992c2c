from datetime import date
from typing import get_args

import pytest

from climact_issy import texts
from climact_issy.domain.paper import Fault, PaperReport, RowFault
from climact_issy.presenters.paper import fault_line, summary

FR, EN = texts.for_language("fr"), texts.for_language("en")


@pytest.mark.parametrize("fault", get_args(Fault))
def test_every_fault_has_its_sentence_in_both_languages(fault: Fault) -> None:
    found = RowFault(4, fault, "atelier", date(2026, 11, 25), first_line=2)
    french, english = fault_line(FR, found), fault_line(EN, found)
    assert french.startswith("Ligne 4\u00a0: ")
    assert english.startswith("Line 4: ")
    assert french != english
    assert "{" not in french + english


def test_a_fault_names_what_to_look_at() -> None:
    outside = RowFault(4, "day_outside", "atelier", date(2026, 11, 1))
    assert "1er novembre 2026" in fault_line(FR, outside)
    assert "“atelier”" in fault_line(EN, outside)
    twice = RowFault(4, "duplicate", first_line=2)
    assert fault_line(EN, twice).endswith("as on line 2.")


def test_the_sums_of_a_dry_run_and_of_a_list_that_was_applied() -> None:
    faults = (RowFault(2, "already_counted"), RowFault(3, "email_unknown"))
    dry = PaperReport(3, 1, 0, faults, is_applied=False)
    assert summary(EN, dry) == [
        "3 lines read.",
        "1 attendance to count: nothing was written.",
        "1 attendance had been counted before.",
        "1 line to mend.",
    ]
    done = PaperReport(2, 2, 44, (), is_applied=True)
    assert summary(FR, done) == ["2 lignes lues.", "2 présences comptées, 44 points."]
