"""The widths of our font, and lines broken by them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from climact_issy.web import lettering
from climact_issy.web.lettering import BOLD, FILES, REGULAR, SPARE

FRENCH = "Àâçéèêëîïôùûüœ «’…–−» CO₂e °C 0123456789 %\u202f\u00a0€≥"


@pytest.mark.parametrize("weight", FILES)
def test_every_weight_has_the_letters_of_both_languages(weight: int) -> None:
    found = lettering.lettering(weight)
    assert {letter for letter in FRENCH if ord(letter) not in found.widths} == set()
    assert found.em == 1000
    assert 0 < found.width(" ", 10) < found.width("m", 10) < 10


def test_bold_words_are_wider() -> None:
    regular, bold = lettering.lettering(REGULAR), lettering.lettering(BOLD)
    assert bold.width("Issy", 16) > regular.width("Issy", 16)


@given(st.text(alphabet="abc ’é0", max_size=80), st.floats(40, 400))
def test_no_word_is_lost_and_no_line_is_too_long(text: str, room: float) -> None:
    found = lettering.lines(text, 13, REGULAR, room)
    assert " ".join(found) == text
    widths = lettering.lettering(REGULAR)
    for line in found:
        assert " " not in line or widths.width(line, 13) * SPARE <= room


def test_what_the_font_lacks_is_replaced() -> None:
    assert (
        lettering.drawable("104\u202f987 rendez\u2011vous")
        == "104\u00a0987 rendez-vous"
    )
    assert lettering.widest(["a", "aaaa"], 10, BOLD) == pytest.approx(
        4 * lettering.widest(["a"], 10, BOLD)
    )
