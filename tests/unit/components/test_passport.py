"""The passport opens natively and hides nothing."""

from dataclasses import replace

import reflex as rx

from climact_issy import texts
from climact_issy.components.passport import passport
from climact_issy.presenters.passports import Fact, PassportView
from climact_issy.states.citizen.live_figures import LiveState

FRENCH = texts.for_language("fr")
VIEW = PassportView(
    title="1 km",
    value="0,142",
    unit="kg",
    facts=(Fact("Source", "ADEME", "https://example.org"), Fact("Licence", "MIT")),
    low="0,111",
    high="0,272",
    mark_at="20%",
)


def test_the_passport_is_a_native_details_with_every_fact() -> None:
    drawn = str(passport(FRENCH, VIEW, "Source du chiffre"))

    assert drawn.startswith('jsx("details"')
    assert drawn.count('jsx("dt"') == 2
    assert 'href:"https://example.org"' in drawn
    assert "haut 0,272" in drawn


def test_a_missing_number_is_said() -> None:
    drawn = str(passport(FRENCH, replace(VIEW, value="", mark_at=""), "x"))

    assert "Chiffre pas encore" in drawn
    assert 'className:"range"' not in drawn


def test_a_live_number_is_the_one_that_was_read_and_more_stands_below() -> None:
    view, more = replace(VIEW, value="", mark_at=""), rx.el.p("Un tableau")
    value = LiveState.figure.value

    drawn = str(passport(FRENCH, view, "x", more, live=value))

    assert drawn.count(str(value)) >= 1
    assert "Chiffre pas encore" in drawn
    assert drawn.index('jsx("dl"') < drawn.index("Un tableau")


def test_a_stale_factor_is_marked_in_words() -> None:
    stale = replace(VIEW, is_stale=True, stale_note="Devait être relu.")

    drawn = str(passport(FRENCH, stale, "x"))

    assert "icons.svg#level-act" in drawn
    assert "tre relu." in drawn
