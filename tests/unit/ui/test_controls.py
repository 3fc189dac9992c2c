"""Controls speak to assistive technology as well as to the eye."""

from climact_issy.ui.chip import Segment, chip, segmented
from climact_issy.ui.field import field
from climact_issy.ui.mark import level_mark
from climact_issy.ui.progress import progress
from climact_issy.ui.sheet import more, sheet, sheet_opener
from climact_issy.ui.stepper import stepper


def test_a_chip_that_is_off_says_false_not_nothing() -> None:
    assert '"aria-pressed":"false"' in str(chip("Eau"))


def test_segments_share_one_name() -> None:
    drawn = str(segmented("Période", [Segment("Semaine", is_pressed=True)]))

    assert '"aria-label":"Période"' in drawn.encode().decode("unicode_escape")
    assert '"aria-pressed":"true"' in drawn


def test_a_field_is_tied_to_its_label_its_help_and_its_error() -> None:
    drawn = str(field("Pseudonyme", "pseudonym", help_text="Sans nom"))

    assert 'htmlFor:"pseudonym"' in drawn
    assert '"aria-describedby":"pseudonym-help pseudonym-error"' in drawn
    assert 'role:"alert"' in drawn


def test_a_level_is_a_word_and_a_shape() -> None:
    drawn = str(level_mark("act", "trop lent"))

    assert "icons.svg#level-act" in drawn
    assert "trop lent" in drawn


def test_progress_is_told_in_words() -> None:
    drawn = str(progress("Gestes", 81, "812 gestes sur 1 000"))

    assert '"aria-valuenow":81' in drawn
    assert '"aria-valuetext":"812 gestes sur 1 000"' in drawn


def test_a_sheet_opens_and_closes_without_our_script() -> None:
    drawn = str(sheet_opener("D’où ?", sheet_id="origin"))
    opened = str(sheet("texte", sheet_id="origin", title="T", close_label="Fermer"))

    assert 'popoverTarget:"origin"' in drawn
    assert 'popoverTargetAction:"hide"' in opened
    assert '"aria-labelledby":"origin-title"' in opened


def test_what_opens_in_place_is_a_native_details() -> None:
    assert str(more("Voir", "texte")).startswith('jsx("details"')


def test_a_stepper_names_both_its_buttons_and_reads_its_value() -> None:
    drawn = str(
        stepper("Nombre", "5 km", less_label="Un de moins", more_label="Un de plus")
    )

    assert '"aria-label":"Un de moins"' in drawn
    assert '"aria-label":"Un de plus"' in drawn
    assert '"aria-live":"polite"' in drawn
