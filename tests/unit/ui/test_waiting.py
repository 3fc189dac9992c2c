"""What waits, what is empty and what failed say so in words."""

from climact_issy.ui.waiting import empty_state, error_state, skeleton


def test_a_skeleton_can_say_what_is_coming() -> None:
    assert "La course se charge" in str(skeleton("9px", label="La course se charge"))


def test_an_empty_state_has_a_title_and_a_drawing() -> None:
    drawn = str(empty_state("Vide", drawing="empty-scene", view_box="0 0 1 1"))

    assert 'jsx("h2"' in drawn
    assert "/art-empty.svg#empty-scene" in drawn


def test_an_error_is_read_out_at_once() -> None:
    drawn = str(error_state("Panne", drawing="error-scene", view_box="0 0 1 1"))

    assert 'role:"alert"' in drawn
