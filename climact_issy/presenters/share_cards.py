"""What a card for social networks says: the shared goal, or one neighbourhood.

It holds what the pages publish to everybody, and nothing else: no person, and no
number of a group too small to be shown.
"""

from dataclasses import dataclass

from climact_issy.content import neighbourhoods
from climact_issy.domain.gestures import Board
from climact_issy.presenters.leaderboards import board_view
from climact_issy.presenters.standing_facts import progress
from climact_issy.texts import Translator


@dataclass(frozen=True, slots=True)
class CardView:
    """A card, in the language of who shares it.

    Attributes:
        title: what it is about.
        headline: the one thing it says.
        number: its figure, "" when none is published.
        unit: what the figure counts.
        lines: more sentences, at most two.
        percent: progress of the shared goal, 0 to 100; None on other cards.
        place: slug of the neighbourhood on the map, "" on other cards.
        map_note: what the outlines of the map are worth, "" without a map.
        demo: "démo" where the people are invented, "" else.
        invitation: what the reader can do.
    """

    title: str
    headline: str
    number: str
    unit: str
    lines: tuple[str, ...]
    percent: int | None
    place: str
    map_note: str
    demo: str
    invitation: str


def city_card(t: Translator, board: Board, *, is_demo: bool) -> CardView:
    """Present the shared goal of the season."""
    shown = board_view(t, board, "")
    goal = shown.goal
    return CardView(
        title=t("Ensemble, tous quartiers réunis"),
        headline=goal.headline,
        number=goal.done,
        unit=goal.out_of,
        lines=tuple(line for line in (goal.pace, shown.season_line) if line),
        percent=goal.percent,
        place="",
        map_note="",
        demo=t("démo") if is_demo else "",
        invitation=_invitation(t),
    )


def neighbourhood_card(
    t: Translator, board: Board, slug: str, *, is_demo: bool
) -> CardView:
    """Present one neighbourhood of the race; an unranked one has no number.

    Raises:
        NotFound: no neighbourhood has this slug.
    """
    name = neighbourhoods.by_slug(slug).name
    shown = board_view(t, board, "")
    found = shown.by_slug[slug]
    standing = next(s for s in board.race.standings if s.neighbourhood == slug)
    own = progress(t, standing) if standing.is_ranked else ""
    lines = (own, found.today) if found.score else (shown.quay_line,)
    return CardView(
        title=t("La course des quartiers"),
        headline=name,
        number=found.score,
        unit=t("points par participant actif") if found.score else "",
        lines=tuple(line for line in lines if line),
        percent=None,
        place=slug,
        map_note=t("Contours indicatifs"),
        demo=t("démo") if is_demo else "",
        invitation=_invitation(t),
    )


def _invitation(t: Translator) -> str:
    return t("Un geste pour le climat d’Issy\u00a0?")
