"""A field is never alone."""

from climact_issy.ui.field import field


def test_a_field_is_tied_to_its_label_its_help_and_its_error() -> None:
    drawn = str(field("Pseudonyme", "pseudonym", help_text="Sans nom"))

    assert 'htmlFor:"pseudonym"' in drawn
    assert '"aria-describedby":"pseudonym-help pseudonym-error"' in drawn
    assert 'role:"alert"' in drawn
