"""A mark has a word, a shape and a class."""

from climact_issy.components.indicator_sentence import ARROWS, indicator_sentence
from climact_issy.presenters.indicator_words import Phrase


def test_plain_words_carry_no_mark() -> None:
    assert '"mark"' not in str(indicator_sentence([Phrase("Un mot.")]))


def test_a_level_is_marked_with_its_shape() -> None:
    drawn = str(indicator_sentence([Phrase("trop lent", "act")]))
    assert "level-act" in drawn
    assert "lv act" in drawn
    assert drawn.index("trop") < drawn.index(" lent")


def test_a_trend_is_marked_with_its_arrow() -> None:
    drawn = str(indicator_sentence([Phrase("de moins en moins", "fall")]))
    assert ARROWS["fall"] in drawn
    assert "lv fall" in drawn
