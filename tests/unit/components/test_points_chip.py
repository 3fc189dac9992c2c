"""Points for who is signed in, the way in for who is not."""

from climact_issy import texts
from climact_issy.components.points_chip import points_chip
from climact_issy.presenters.viewer import ViewerView


def test_the_way_in_remembers_the_page() -> None:
    drawn = str(points_chip(texts.for_language("en"), ViewerView(), "/en/act"))

    assert "/en/sign-in?next=/en/act" in drawn


def test_points_lead_to_oneself() -> None:
    viewer = ViewerView(is_signed_in=True, points="124")

    drawn = str(points_chip(texts.for_language("fr"), viewer, "/agir"))

    assert 'href:"/moi"' in drawn
    assert '"124"' in drawn
