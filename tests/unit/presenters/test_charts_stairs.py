"""Stairs are true to their values and honest about what is missing."""

import pytest

from climact_issy.content import indicators as catalogue
from climact_issy.presenters.drawing import HEIGHT
from tests.support.figures import corners, drawn


def test_heights_of_stairs_are_true_to_their_values() -> None:
    chart = drawn(catalogue.by_slug("budget-climat"))
    top = {m.kind: min(y for _, y in corners(m.path)) for m in chart.marks}
    water = HEIGHT - top["lake"]
    latest = HEIGHT - top["bar"]
    assert latest / water == pytest.approx(104_987 / 69_439, rel=0.01)


def test_stairs_show_the_steps_to_come_and_leave_the_gap_empty() -> None:
    chart = drawn(catalogue.by_slug("budget-climat"))
    assert sum(m.kind == "bar plan" for m in chart.marks) == 6
    assert sum(m.kind in {"bar", "bar rough"} for m in chart.marks) == 3
    assert any(label.kind == "gap" for label in chart.labels)
    assert "−5\u202f925\u00a0t par an" in {label.text for label in chart.labels}
