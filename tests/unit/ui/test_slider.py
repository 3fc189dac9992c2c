"""A slider speaks."""

from climact_issy.ui.slider import slider


def test_a_slider_has_a_name_and_says_its_value_in_words() -> None:
    drawn = str(slider("Combien", "2 000 habitants", last=11, at=6, on_change=None))

    assert 'type:"range"' in drawn
    assert '"aria-label":"Combien"' in drawn
    assert '"aria-valuetext":"2 000 habitants"' in drawn
    assert "defaultValue:6" in drawn
