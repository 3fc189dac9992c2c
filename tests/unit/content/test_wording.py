"""Each text of the sources that a reader meets has its two languages."""

import re

from climact_issy.content import actions, indicators
from climact_issy.content.wording import is_worded, worded
from climact_issy.domain.factors import Factor

FIGURES = indicators.shown(is_demo=True)
NAMES_A_RELEASE = re.compile(r"[@.][\w-]*\d|energy-data ")
"""A version such as "impactco2@8076a489" reads the same in both languages."""


def factors() -> set[Factor]:
    return {
        factor
        for action in actions.catalogue()
        if action.saving
        for factor in action.saving.factors
    }


def test_every_producer_and_licence_has_its_words() -> None:
    for found in (*factors(), *FIGURES):
        assert is_worded("sources", found.source), found.source
        assert is_worded("licences", found.licence), found.licence


def test_every_unit_of_a_factor_has_its_words() -> None:
    for factor in factors():
        assert is_worded("units", factor.unit), factor.unit


def test_a_version_has_its_words_or_is_the_name_of_a_release() -> None:
    for figure in FIGURES:
        version = figure.version
        assert is_worded("versions", version) or NAMES_A_RELEASE.search(version)


def test_a_text_without_words_is_shown_as_it_is() -> None:
    assert worded("versions", "impactco2@8076a489") == (
        "impactco2@8076a489",
        "impactco2@8076a489",
    )
    assert worded("units", "kgCO2e/meal") == (
        "kg CO₂e par repas",
        "kg CO₂e per meal",
    )
