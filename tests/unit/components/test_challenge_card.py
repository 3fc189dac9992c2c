"""A card is one link; its bar is a progress bar in words."""

from json import dumps

from climact_issy import texts
from climact_issy.components.challenge_card import challenge_card, challenge_progress
from climact_issy.presenters.challenges import CardView

FRENCH = texts.for_language("fr")
CARD = CardView(
    title="Mille trajets",
    href="/defi?d=mille-trajets",
    summary="Tous ensemble.",
    kind="But commun",
    left="Encore 3 jours",
    progress="812 gestes sur 1000",
    bar_label="Gestes notés",
    percent=81,
    is_demo=True,
)


def test_a_card_is_one_link_with_its_words() -> None:
    drawn = str(challenge_card(FRENCH, CARD))

    assert drawn.count('jsx("a"') == 1
    for words in ("Mille trajets", "Encore 3 jours", "But commun", "/defi?d="):
        assert words in drawn
    assert dumps("démo")[1:-1] in drawn


def test_the_bar_speaks() -> None:
    drawn = str(challenge_progress(CARD))

    assert 'role:"progressbar"' in drawn
    assert '"aria-valuetext":"812 gestes sur 1000"' in drawn
