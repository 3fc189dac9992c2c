"""Chips and segments tell their state aloud."""

from climact_issy.ui.chip import Segment, chip, segmented


def test_a_chip_that_is_off_says_false_not_nothing() -> None:
    assert '"aria-pressed":"false"' in str(chip("Eau"))


def test_segments_share_one_name() -> None:
    drawn = str(segmented("Période", [Segment("Semaine", is_pressed=True)]))

    assert '"aria-label":"Période"' in drawn.encode().decode("unicode_escape")
    assert '"aria-pressed":"true"' in drawn
