"""Every fault of a version has its sentence."""

import re
from datetime import date
from pathlib import Path

import pytest

from climact_issy import texts
from climact_issy.domain.errors import BadInput
from climact_issy.domain.rulebook import FAULTS, Fault
from climact_issy.presenters import errors, rule_faults

T = texts.for_language("fr")
EN = texts.for_language("en")
SOURCE = Path(errors.__file__).parent.parent
VALUES = {
    "earliest": date(2026, 12, 7),
    "expected": 2,
    "least": 1,
    "most": 50,
    "tiers": "declared, code",
    "why": "line 1",
}


def codes_in_the_code() -> set[str]:
    found: set[str] = set()
    for path in SOURCE.rglob("*.py"):
        text = path.read_text("utf-8")
        found |= set(re.findall(r'\bFault\(\s*[\w"]+, "(\w+)"', text))
    return found


def test_every_code_has_its_sentence_and_every_sentence_its_code() -> None:
    assert codes_in_the_code() == set(rule_faults._SENTENCES)


@pytest.mark.parametrize("code", rule_faults._SENTENCES)
def test_a_fault_names_its_key_and_says_what_is_wrong(code: str) -> None:
    fault = Fault("day_cap", code, VALUES)

    (french,) = rule_faults.fault_sentences(T, [fault])
    (english,) = rule_faults.fault_sentences(EN, [fault])

    assert french.startswith("day_cap\u00a0: ")
    assert english.startswith("day_cap: ")
    assert french != english


def test_a_refused_version_is_said_fault_by_fault() -> None:
    refusal = BadInput(
        FAULTS, faults=(Fault("", "not_toml", VALUES), Fault("a", "unknown"))
    )

    said = errors.sentence(T, refusal).splitlines()

    assert said == [
        "Ce fichier n’est pas du TOML\u00a0: line 1",
        "a\u00a0: aucune règle ne porte ce nom.",
    ]
    assert errors.sentence(T, BadInput(FAULTS))


def test_a_day_is_said_in_words() -> None:
    fault = Fault("starts_on", "too_early", VALUES)
    assert "7 décembre 2026" in rule_faults.fault_sentences(T, [fault])[0]
    other = Fault("starts_on", "not_as_scheduled", {"expected": date(2026, 12, 7)})
    assert "7 December 2026" in rule_faults.fault_sentences(EN, [other])[0]
