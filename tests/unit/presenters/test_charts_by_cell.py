"""Stripes, months by hours, shares."""

from climact_issy.content import indicators as catalogue
from tests.support.figures import corners, drawn


def test_two_official_pages_are_two_full_bars_and_the_rest_stays_unsaid() -> None:
    chart = drawn(catalogue.by_slug("qui-emet-a-issy"))
    assert chart.rows == 2
    assert sum(mark.kind == "share rest" for mark in chart.marks) == 1
    words = {label.text for label in chart.labels}
    assert {"52\u00a0%", "48\u00a0%", "reste"} <= words
    assert "9\u00a0%" in words


def test_a_profile_draws_each_of_its_cells_once() -> None:
    chart = drawn(catalogue.by_slug("electricite-mois-heure"))
    area = 0.0
    for mark in chart.marks:
        for piece in mark.path.split("Z")[:-1]:
            across, down = zip(*corners(piece), strict=True)
            area += (max(across) - min(across)) * (max(down) - min(down))
    assert area == 12 * 24
