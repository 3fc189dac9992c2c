"""Pictures have the colours that a browser makes of the style sheet."""

import pytest

from climact_issy import texts
from climact_issy.content import indicators as catalogue
from climact_issy.presenters import indicators
from climact_issy.web import palette
from climact_issy.web.palette import Light, Paint


@pytest.mark.parametrize(
    ("written", "light", "found"),
    [
        ("var(--ink)", "light", Paint("#0e2f3a")),
        ("var(--ink)", "dark", Paint("#edf6f5")),
        ("#fff", "light", Paint("#ffffff")),
        ("none", "light", Paint("none", 0.0)),
        ("rgb(255 255 255/.5)", "light", Paint("#ffffff", 0.5)),
        ("color-mix(in srgb,#000 50%,#fff)", "light", Paint("#808080")),
        ("color-mix(in srgb,#000 16%,transparent)", "light", Paint("#000000", 0.16)),
        ("var(--f,none)", "light", Paint("none", 0.0)),
    ],
)
def test_a_colour_is_worked_out(written: str, light: Light, found: Paint) -> None:
    assert palette.paint(written, light) == found


def test_a_colour_in_another_form_is_refused() -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        palette.paint("light-dark(red,blue)", "light")


def test_a_mark_of_two_kinds_follows_the_rule_of_both() -> None:
    cap, planned = palette.look("cap", "light"), palette.look("cap plan", "light")
    assert (cap.width, cap.dashes) == (4.0, "")
    assert (planned.width, planned.dashes) == (3.0, "7 4")
    assert palette.look("dot last", "light").width == 14.0
    assert palette.look("dot", "light").is_round


@pytest.mark.parametrize("light", ["light", "dark"])
def test_every_mark_of_every_chart_is_seen(light: Light) -> None:
    t = texts.for_language("fr")
    for indicator in catalogue.shown(is_demo=True):
        chart = indicators.view(t, indicator).chart
        assert chart is not None
        for mark in chart.marks:
            found = palette.look(mark.kind, light)
            is_line = found.stroke.colour != "none" and found.width > 0
            assert is_line or found.fill.colour != "none", mark.kind
