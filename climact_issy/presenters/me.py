"""My page: what a person did this season, and what they chose."""

from dataclasses import dataclass, field
from typing import Final

from climact_issy.content import actions as catalogue
from climact_issy.domain.errors import NotFound
from climact_issy.domain.gestures import EventLine, GestureLine, Me
from climact_issy.domain.people import OUTSIDE, UNKNOWN, Actor, Situation
from climact_issy.presenters.actions import GestureLineView, line_view
from climact_issy.presenters.gesture_words import pick
from climact_issy.presenters.impacts import mass
from climact_issy.presenters.viewer import neighbourhood_name
from climact_issy.presenters.week import WeekView, week_view
from climact_issy.texts import Translator

TREES: Final = 12
"""Trees that one island has room for (components/island.py draws them)."""


@dataclass(frozen=True, slots=True)
class EventLineView:
    """One event at which a person was counted.

    Attributes:
        title: its title; untrusted text, plain.
        when: the day it counted for.
        points: "+22".
    """

    title: str
    when: str
    points: str


@dataclass(frozen=True, slots=True)
class MeView:
    """What the signed-in person sees of themselves; empty when nobody is.

    Attributes:
        is_signed_in: whether there is somebody.
        headline: "Votre île a 3 arbres".
        active_weeks: weeks with a gesture, of all seasons.
        trees: trees on the newest island.
        has_gestures: whether anything was noted this season.
        points_season: points of the season.
        week: this week against what a week can bring.
        season_line: name of the season and its last day.
        neighbourhood: slug, "outside", "unknown" or "".
        neighbourhood_name: its name in words.
        footprint: one sentence on the footprint of what has a figure.
        lines: recent gestures, newest first.
        pseudonym: the name they chose.
        is_tenant: "yes", "no" or "" until they answered.
        has_car: the same.
        has_garden: the same.
        has_shared_heating: the same.
        excluded: tokens of what does not fit them, for the catalogue's filter.
        situation: their answers in words, "" when there is none.
        is_demo: a labelled demo person.
        events: events at which they were counted, newest first.
        move: where they will play from the next season on, "" for no change.
    """

    is_signed_in: bool = False
    headline: str = ""
    active_weeks: int = 0
    trees: int = 0
    has_gestures: bool = False
    points_season: str = ""
    week: WeekView = field(default_factory=WeekView)
    season_line: str = ""
    neighbourhood: str = ""
    neighbourhood_name: str = ""
    footprint: str = ""
    lines: list[GestureLineView] = field(default_factory=list[GestureLineView])
    pseudonym: str = ""
    is_tenant: str = ""
    has_car: str = ""
    has_garden: str = ""
    has_shared_heating: str = ""
    excluded: str = ""
    situation: str = ""
    is_demo: bool = False
    events: list[EventLineView] = field(default_factory=list[EventLineView])
    move: str = ""


def me_view(t: Translator, me: Me, actor: Actor) -> MeView:
    """Present a person's season and settings in the language of the page."""
    chosen = actor.situation
    return MeView(
        is_signed_in=True,
        headline=_headline(t, me),
        active_weeks=me.active_weeks,
        trees=_trees(me.active_weeks),
        has_gestures=bool(me.recent),
        points_season=t.number(me.points_season),
        week=week_view(t, me),
        season_line=_season_line(t, me),
        neighbourhood=me.neighbourhood,
        neighbourhood_name=neighbourhood_name(t, me.neighbourhood),
        footprint=_footprint(t, me),
        lines=[view for line in me.recent if (view := _line(t, line))],
        pseudonym=me.pseudonym,
        is_tenant=_answer(chosen.is_tenant),
        has_car=_answer(chosen.has_car),
        has_garden=_answer(chosen.has_garden),
        has_shared_heating=_answer(chosen.has_shared_heating),
        excluded=excluded(chosen),
        situation=_situation(t, chosen),
        is_demo=me.is_demo,
        events=[_event(t, line) for line in me.events],
        move=_move(t, me),
    )


def excluded(situation: Situation) -> str:
    """Return the tokens of what does not fit a situation, e.g. "owner car"."""
    answers = (
        (situation.is_tenant, "owner", "tenant"),
        (situation.has_car, "no-car", "car"),
        (situation.has_garden, "no-garden", "garden"),
        (situation.has_shared_heating, "own-heating", "shared-heating"),
    )
    return " ".join(
        if_yes if answer else if_no
        for answer, if_yes, if_no in answers
        if answer is not None
    )


def _headline(t: Translator, me: Me) -> str:
    if not me.active_weeks:
        return t("Votre île vous attend")
    islands = -(-me.active_weeks // TREES)
    if islands > 1:
        return t(
            "Vos {islands} îles ont {n} arbres",
            islands=t.number(islands),
            n=t.number(me.active_weeks),
        )
    return t.n("Votre île a {n} arbre", "Votre île a {n} arbres", me.active_weeks)


def _trees(active_weeks: int) -> int:
    """Return the trees of the newest island: the one before is full."""
    return (active_weeks - 1) % TREES + 1 if active_weeks else 0


def _move(t: Translator, me: Me) -> str:
    if not me.next_neighbourhood or me.moves_on is None:
        return ""
    day = t.date(me.moves_on, "d MMMM")
    if me.next_neighbourhood in {OUTSIDE, UNKNOWN}:
        return t(
            "À la prochaine saison, prévue le {day}, vos points ne compteront plus "
            "pour un quartier. D’ici là, rien ne change.",
            day=day,
        )
    return t(
        "À la prochaine saison, prévue le {day}, vos points compteront pour {place}. "
        "D’ici là, rien ne change.",
        day=day,
        place=neighbourhood_name(t, me.next_neighbourhood),
    )


def _season_line(t: Translator, me: Me) -> str:
    if me.resumes_on is not None:
        return t(
            "Pause entre deux saisons\u00a0: les points reprennent le {day}.",
            day=t.date(me.resumes_on, "d MMMM"),
        )
    name = me.season.name[1 if t.language == "en" else 0]
    return t(
        "{season}, jusqu’au {day}",
        season=name,
        day=t.date(me.season.ends_on, "d MMMM"),
    )


def _footprint(t: Translator, me: Me) -> str:
    if not me.gestures_with_saving or me.saving_kgco2e <= 0:
        return ""
    return t.n(
        "Environ {mass} de CO₂e en moins pour votre empreinte, d’après {n} geste qui a "
        "un chiffre publié. Ce n’est pas une mesure.",
        "Environ {mass} de CO₂e en moins pour votre empreinte, d’après {n} gestes qui "
        "ont un chiffre publié. Ce n’est pas une mesure.",
        me.gestures_with_saving,
        mass=mass(t, me.saving_kgco2e),
    )


def _line(t: Translator, line: GestureLine) -> GestureLineView | None:
    """Present a line, unless its action has left the catalogue."""
    try:
        return line_view(t, catalogue.by_slug(line.action_slug), line)
    except NotFound:
        return None


def _event(t: Translator, line: EventLine) -> EventLineView:
    return EventLineView(
        title=pick(line.title, t),
        when=t.date(line.civic_day, "EEEE d MMMM"),
        points=f"+{t.number(line.points)}",
    )


def _answer(given: bool | None) -> str:  # noqa: FBT001 - the answer itself is what is written
    return "" if given is None else "yes" if given else "no"


def _situation(t: Translator, situation: Situation) -> str:
    words = (
        (situation.is_tenant, t("locataire"), t("propriétaire")),
        (situation.has_car, t("une voiture"), t("sans voiture")),
        (
            situation.has_garden,
            t("un jardin ou un balcon"),
            t("ni jardin ni balcon"),
        ),
        (
            situation.has_shared_heating,
            t("chauffage collectif"),
            t("chauffage individuel"),
        ),
    )
    said = ", ".join(
        if_yes if answer else if_no
        for answer, if_yes, if_no in words
        if answer is not None
    )
    return said[:1].upper() + said[1:]
