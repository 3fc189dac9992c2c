"""A neighbourhood as a chip."""

from climact_issy.components.neighbourhood_chip import neighbourhood_chip
from climact_issy.presenters.leaderboards import QuarterView

CHIP = QuarterView(
    slug="la-ferme",
    name="La Ferme",
    href="/quartiers/la-ferme",
    score="45",
    is_yours=True,
    yours="vous",
    silhouette="M0 0Z",
    terrace="1",
    place="1er palier",
    today="",
)


def test_a_chip_is_a_link_with_a_name_and_a_score() -> None:
    drawn = str(neighbourhood_chip(CHIP))

    assert drawn.startswith('jsx("a"')
    assert "La Ferme" in drawn
    assert '"45"' in drawn


def test_the_score_can_stay_away() -> None:
    assert '"45"' not in str(neighbourhood_chip(CHIP, has_score=False))
