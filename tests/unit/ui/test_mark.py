"""A level is never colour alone."""

from climact_issy.ui.mark import level_mark


def test_a_level_is_a_word_and_a_shape() -> None:
    drawn = str(level_mark("act", "trop lent"))

    assert "icons.svg#level-act" in drawn
    assert "trop lent" in drawn
