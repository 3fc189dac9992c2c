"""A stepper speaks."""

from climact_issy.ui.stepper import stepper


def test_a_stepper_names_both_its_buttons_and_reads_its_value() -> None:
    drawn = str(
        stepper("Nombre", "5 km", less_label="Un de moins", more_label="Un de plus")
    )

    assert '"aria-label":"Un de moins"' in drawn
    assert '"aria-label":"Un de plus"' in drawn
    assert '"aria-live":"polite"' in drawn
