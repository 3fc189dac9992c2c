"""What takes a ledger row back."""

from datetime import date

import pytest

from climact_issy.domain.points import Award
from climact_issy.domain.seasons import opening
from climact_issy.services.entries import Tap, ledger_row
from climact_issy.services.gesture_rows import Player
from climact_issy.services.posting import reversal_of, spot_of
from climact_issy.services.sums import Spot
from tests.support.gestures import BIKE, NOON
from tests.support.rules import RULES

SEASON = opening(date(2026, 11, 23), 8, 1)
PLAYER = Player("aa", "la-ferme", SEASON, team="velo-club")
TAP = Tap(BIKE, 2.5, 3, PLAYER, SEASON, NOON.date(), NOON)
ROW = ledger_row(TAP, Award(10, None), RULES) | {"id": 7}


def test_a_reversal_takes_back_exactly_what_was_given() -> None:
    read = ROW | {"undone_at": None, "ends_on": SEASON.ends_on}
    back = reversal_of(read, cause="undo", now=NOON)

    assert set(back) == set(ROW) - {"id"}
    assert (back["amount"], back["saving_gco2e"], back["reverses"]) == (-10, -500, 7)
    assert back["idempotency_key"] == "undo:7"
    unknown = reversal_of(ROW | {"saving_gco2e": None}, cause="undo", now=NOON)
    assert unknown["saving_gco2e"] is None


def test_points_of_evidence_are_corrected_without_touching_the_gesture() -> None:
    bonus = ROW | {"kind": "evidence", "saving_gco2e": None}
    back = reversal_of(bonus, cause="rejected", now=NOON)

    assert (back["kind"], back["cause"]) == ("correction", "rejected")


def test_a_reversal_is_never_reversed() -> None:
    with pytest.raises(ValueError, match="never reversed"):
        reversal_of(ROW | {"kind": "undo"}, cause="undo", now=NOON)


def test_a_row_counts_where_it_says() -> None:
    assert spot_of(ROW) == Spot("aa", 1, NOON.date(), "la-ferme", "velo-club")
    assert spot_of(ROW | {"team": None}).team == ""
