"""A map is a picture for the eye and a list for everybody."""

from climact_issy.ui.region_map import Region, region_map


def test_each_region_has_a_shape_and_a_link() -> None:
    regions = [Region("M0 0Z", f"R{n}", "5%", "5%", href=f"/r/{n}") for n in range(3)]

    drawn = str(region_map(regions, view_box="0 0 9 9"))

    assert drawn.count('className:"region "') == 3
    assert drawn.count('jsx("a"') == 3
    assert '"aria-hidden":"true"' in drawn


def test_a_region_without_an_address_is_a_button() -> None:
    drawn = str(region_map([Region("M0 0Z", "R", "5%", "5%")], view_box="0 0 9 9"))

    assert drawn.count('jsx("button"') == 1
