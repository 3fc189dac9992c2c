"""Progress is told in words."""

from climact_issy.ui.progress import progress


def test_progress_is_told_in_words() -> None:
    drawn = str(progress("Gestes", 81, "812 gestes sur 1 000"))

    assert '"aria-valuenow":81' in drawn
    assert '"aria-valuetext":"812 gestes sur 1 000"' in drawn
