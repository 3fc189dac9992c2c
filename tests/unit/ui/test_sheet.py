"""What opens, opens natively."""

from climact_issy.ui.sheet import more, sheet, sheet_opener


def test_a_sheet_opens_and_closes_without_our_script() -> None:
    drawn = str(sheet_opener("D’où ?", sheet_id="origin"))
    opened = str(sheet("texte", sheet_id="origin", title="T", close_label="Fermer"))

    assert 'popoverTarget:"origin"' in drawn
    assert 'popoverTargetAction:"hide"' in opened
    assert '"aria-labelledby":"origin-title"' in opened


def test_what_opens_in_place_is_a_native_details() -> None:
    assert str(more("Voir", "texte")).startswith('jsx("details"')
