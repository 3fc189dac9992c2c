"""Surfaces hold what they are given."""

from climact_issy.ui.card import box, card


def test_a_card_pads_its_content() -> None:
    drawn = str(card("x"))

    assert 'className:"card"' in drawn
    assert 'className:"in stack"' in drawn


def test_a_warm_box_is_only_warmer() -> None:
    assert 'className:"box small warm"' in str(box("x", is_warm=True))
    assert 'className:"box small"' in str(box("x"))
