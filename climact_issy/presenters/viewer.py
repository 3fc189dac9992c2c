"""The person looking at the page, as the top bar shows them."""

from dataclasses import dataclass

from climact_issy.content import neighbourhoods
from climact_issy.domain.errors import NotFound
from climact_issy.domain.people import OUTSIDE, UNKNOWN, Actor
from climact_issy.texts import Translator


@dataclass(frozen=True, slots=True)
class ViewerView:
    """Who is signed in; the empty value means nobody.

    Attributes:
        is_signed_in: whether somebody is.
        pseudonym: the name they chose, plain text.
        initials: one or two letters for the round mark.
        points: points of the season, formatted.
        neighbourhood: slug, "outside", "unknown" or "" before the choice.
        neighbourhood_name: its name in words.
        is_demo: a labelled demo person.
        needs_neighbourhood: the map question is still open.
    """

    is_signed_in: bool = False
    pseudonym: str = ""
    initials: str = ""
    points: str = ""
    neighbourhood: str = ""
    neighbourhood_name: str = ""
    is_demo: bool = False
    needs_neighbourhood: bool = False


def neighbourhood_name(t: Translator, slug: str) -> str:
    """Name a neighbourhood, or say where a person stands outside the seven."""
    if not slug:
        return ""
    if slug == OUTSIDE:
        return t("hors d’Issy")
    if slug == UNKNOWN:
        return t("quartier à préciser")
    try:
        return neighbourhoods.by_slug(slug).name
    except NotFound:
        return ""


def viewer(t: Translator, actor: Actor | None, points: int) -> ViewerView:
    """Present the signed-in person, or nobody."""
    if actor is None:
        return ViewerView()
    words = actor.pseudonym.split()
    return ViewerView(
        is_signed_in=True,
        pseudonym=actor.pseudonym,
        initials="".join(word[0] for word in words[:2]).upper(),
        points=t.number(points),
        neighbourhood=actor.neighbourhood,
        neighbourhood_name=neighbourhood_name(t, actor.neighbourhood),
        is_demo=actor.is_demo,
        needs_neighbourhood=not actor.neighbourhood,
    )
