"""A field is never alone."""

from climact_issy.ui.field import choice, field


def test_a_field_is_tied_to_its_label_its_help_and_its_error() -> None:
    drawn = str(field("Pseudonyme", "pseudonym", help_text="Sans nom"))

    assert 'htmlFor:"pseudonym"' in drawn
    assert '"aria-describedby":"pseudonym-help pseudonym-error"' in drawn
    assert 'role:"alert"' in drawn


def test_a_choice_is_tied_to_its_label_and_follows_what_is_given() -> None:
    drawn = str(choice("Objectif", "goal", "2", [("1", "un"), ("2", "deux")]))

    assert 'htmlFor:"goal"' in drawn
    assert drawn.count('jsx("option"') == 2
    assert 'defaultValue:"2"' in drawn
    assert 'key:"2"' in drawn
