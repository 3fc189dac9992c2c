"""What a tap becomes."""

from dataclasses import replace
from datetime import date

from climact_issy.domain.points import Award
from climact_issy.domain.seasons import opening
from climact_issy.services.entries import (
    FACTOR_VERSION_LENGTH,
    Tap,
    factor_version,
    ledger_row,
    log_row,
)
from climact_issy.services.gesture_rows import Player
from tests.support.gestures import BIKE, INSULATE, NOON, SORT
from tests.support.rules import RULES

SEASON = opening(date(2026, 11, 23), 8, 1)
PLAYER = Player("aa", "la-ferme", SEASON)
TAP = Tap(BIKE, 2.5, 3, PLAYER, SEASON, NOON.date(), NOON)


def test_the_key_names_person_action_day_and_entry() -> None:
    assert TAP.key == "aa:velo:2026-11-25:3"


def test_a_cap_is_written_as_the_cause() -> None:
    causes = [
        ledger_row(TAP, Award(0, lost), RULES)["cause"]
        for lost in (None, "day", "week")
    ]

    assert causes == ["tap", "tap:day", "tap:week"]


def test_savings_are_whole_grams_or_unknown() -> None:
    assert ledger_row(TAP, Award(10, None), RULES)["saving_gco2e"] == 500
    sorting = replace(TAP, action=SORT)
    assert ledger_row(sorting, Award(10, None), RULES)["saving_gco2e"] is None


def test_a_one_off_action_is_one_of_it_without_a_quantity_of_ones_own() -> None:
    once = replace(TAP, action=INSULATE, quantity=None)

    assert ledger_row(once, Award(25, None), RULES)["quantity_milli"] == 1000
    assert log_row(once, 7, Award(25, None))["quantity_milli"] is None


def test_a_team_that_somebody_plays_for_is_on_the_row() -> None:
    assert ledger_row(TAP, Award(10, None), RULES)["team"] is None
    playing = replace(TAP, player=replace(PLAYER, team="velo-club"))
    assert ledger_row(playing, Award(10, None), RULES)["team"] == "velo-club"


def test_every_version_behind_a_saving_is_named_once() -> None:
    assert BIKE.saving is not None
    (factor,) = BIKE.saving.factors
    both = replace(BIKE.saving, factors=(factor, replace(factor, version="v2"), factor))
    many = replace(
        BIKE.saving,
        factors=tuple(replace(factor, version=f"version-{n}") for n in range(50)),
    )

    assert factor_version(replace(BIKE, saving=both)) == "v1; v2"
    assert len(factor_version(replace(BIKE, saving=many))) == FACTOR_VERSION_LENGTH
    assert factor_version(SORT) == ""
