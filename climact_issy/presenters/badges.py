"""Badges in words: what was reached, what comes next, where it leads."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from climact_issy import routes
from climact_issy.domain.badges import Lead, Measure, Progress
from climact_issy.domain.recognition import Milestone, Note, Recognition, Rhythm
from climact_issy.presenters.gesture_words import pick
from climact_issy.texts import Translator

ON_MY_PAGE: Final = 4
"""Badges on the row of one's own page."""

_INDICATOR: Final = "indicator"


@dataclass(frozen=True, slots=True)
class BadgeView:
    """One badge, display-ready.

    Attributes:
        slug: its name in the sprite.
        title: its name.
        sentence: what it recognises.
        icon: icon of the sprite, while it is to come.
        level: "niveau 2", "à venir".
        next_step: what the next level takes, or that there is none.
        href: page where one sees what it is good for.
        lead: words of that link.
        is_earned: whether a level was reached.
    """

    slug: str = ""
    title: str = ""
    sentence: str = ""
    icon: str = ""
    level: str = ""
    next_step: str = ""
    href: str = ""
    lead: str = ""
    is_earned: bool = False


@dataclass(frozen=True, slots=True)
class NoteView:
    """A thank-you note; its words are untrusted text."""

    text: str = ""
    signed_by: str = ""
    is_demo: bool = False


@dataclass(frozen=True, slots=True)
class RecognitionView:
    """What the signed-in person is recognised for; empty when nobody is.

    Attributes:
        is_signed_in: whether there is somebody.
        headline: how many badges, in words.
        weeks: their active weeks, in words.
        row: a few badges for their own page: earned ones, then those to come.
        earned: badges with a level, the highest first.
        to_come: the others, the nearest first.
        goal: their weekly goal, for the form.
        week: this week beside the goal, "" without a goal and in a pause.
        pause: until when they rest, "" outside a pause.
        notes: thank-you notes of these days.
    """

    is_signed_in: bool = False
    headline: str = ""
    weeks: str = ""
    row: list[BadgeView] = field(default_factory=list[BadgeView])
    earned: list[BadgeView] = field(default_factory=list[BadgeView])
    to_come: list[BadgeView] = field(default_factory=list[BadgeView])
    goal: str = "0"
    week: str = ""
    pause: str = ""
    notes: list[NoteView] = field(default_factory=list[NoteView])


@dataclass(frozen=True, slots=True)
class PlaceView:
    """What a neighbourhood reached together, and what it was thanked for."""

    milestone: str = ""
    notes: list[NoteView] = field(default_factory=list[NoteView])


def recognition_view(
    t: Translator, found: Recognition, notes: Sequence[Note]
) -> RecognitionView:
    """Present what somebody is recognised for."""
    earned = sorted((p for p in found.badges if p.level), key=lambda p: -p.level)
    to_come = sorted((p for p in found.badges if not p.level), key=lambda p: p.left)
    views = [_badge(t, p) for p in earned], [_badge(t, p) for p in to_come]
    return RecognitionView(
        is_signed_in=True,
        headline=_headline(t, len(earned)),
        weeks=weeks_sentence(t, found.weeks),
        row=_row(*views),
        earned=views[0],
        to_come=views[1],
        goal=str(found.rhythm.goal),
        week=_week(t, found.rhythm),
        pause=_pause(t, found.rhythm),
        notes=note_views(t, notes),
    )


def place_view(
    t: Translator, milestone: Milestone | None, notes: Sequence[Note]
) -> PlaceView:
    """Present the steps of a neighbourhood and its notes."""
    return PlaceView(_milestone(t, milestone), note_views(t, notes))


def note_views(t: Translator, notes: Sequence[Note]) -> list[NoteView]:
    """Present thank-you notes in the language of the page."""
    return [NoteView(pick(n.text, t), n.signed_by, n.is_demo) for n in notes]


def reached_line(t: Translator, reached: Sequence[Progress]) -> str:
    """Say in one line which badges a gesture reached, "" when none."""
    names = ", ".join(
        t("{badge}, niveau {level}", badge=pick(p.badge.title, t), level=p.level)
        for p in reached
    )
    if not reached:
        return ""
    if len(reached) == 1:
        return t("Un badge de plus\u00a0: {names}", names=names)
    return t("Des badges de plus\u00a0: {names}", names=names)


def weeks_sentence(t: Translator, weeks: int) -> str:
    """Say how many weeks were active, of all seasons."""
    if not weeks:
        return t("Votre première semaine active commence au premier geste.")
    return t.n(
        "{n} semaine active en tout. Elle vous reste, pause ou pas.",
        "{n} semaines actives en tout. Elles vous restent, pause ou pas.",
        weeks,
    )


def _headline(t: Translator, earned: int) -> str:
    if not earned:
        return t("Votre premier badge est à un geste")
    return t.n("Vous avez {n} badge", "Vous avez {n} badges", earned)


def _row(earned: list[BadgeView], to_come: list[BadgeView]) -> list[BadgeView]:
    """Return the badges of the row: the last place shows what comes next."""
    kept = ON_MY_PAGE - 1 if to_come else ON_MY_PAGE
    return [*earned[:kept], *to_come][:ON_MY_PAGE]


def _badge(t: Translator, found: Progress) -> BadgeView:
    badge = found.badge
    return BadgeView(
        slug=badge.slug,
        title=pick(badge.title, t),
        sentence=pick(badge.sentence, t),
        icon=badge.icon,
        level=t("niveau {level}", level=found.level) if found.level else t("à venir"),
        next_step=_next_step(t, found),
        href=_href(t, badge.lead),
        lead=pick(badge.lead.label, t),
        is_earned=found.level > 0,
    )


def _href(t: Translator, lead: Lead) -> str:
    if lead.page == _INDICATOR:
        return routes.indicator(lead.slug).to(t.language)
    return routes.PAGES[lead.page].to(t.language)


def _next_step(t: Translator, found: Progress) -> str:
    if found.next_at is None:
        return t("Tous les niveaux sont atteints.")
    left = _left(t, found.badge.measure, found.left)
    if not found.level:
        return left
    return t("{left} pour le niveau {level}", left=left, level=found.level + 1)


def _left(t: Translator, measure: Measure, left: int) -> str:
    match measure:
        case Measure.GESTURES:
            return t.n("Encore {n} geste", "Encore {n} gestes", left)
        case Measure.ACTIONS:
            return t.n(
                "Encore {n} geste différent", "Encore {n} gestes différents", left
            )
        case Measure.WEEKS:
            return t.n("Encore {n} semaine active", "Encore {n} semaines actives", left)
        case Measure.EVENTS:
            return t.n("Encore {n} évènement", "Encore {n} évènements", left)
        case Measure.CHALLENGES:
            return t.n("Encore {n} défi", "Encore {n} défis", left)
        case Measure.ALREADY:
            return t.n(
                "Encore {n} geste que vous faisiez déjà",
                "Encore {n} gestes que vous faisiez déjà",
                left,
            )


def _week(t: Translator, rhythm: Rhythm) -> str:
    if not rhythm.shows_goal:
        return ""
    if rhythm.done >= rhythm.goal:
        return t.n(
            "Votre objectif de la semaine est atteint\u00a0: {n} geste.",
            "Votre objectif de la semaine est atteint\u00a0: {n} gestes.",
            rhythm.done,
        )
    return t.n(
        "{n} geste sur {goal} cette semaine.",
        "{n} gestes sur {goal} cette semaine.",
        rhythm.done,
        goal=t.number(rhythm.goal),
    )


def _pause(t: Translator, rhythm: Rhythm) -> str:
    if rhythm.paused_until is None:
        return ""
    return t(
        "En pause jusqu’au {day}. Rien ne se perd, et un geste reste possible.",
        day=t.date(rhythm.paused_until, "EEEE d MMMM"),
    )


def _milestone(t: Translator, found: Milestone | None) -> str:
    if found is None:
        return ""
    if found.next_at is None:
        return t(
            "Plus de {reached} gestes ensemble cette saison\u00a0: tous les caps sont "
            "passés.",
            reached=t.number(found.reached),
        )
    if not found.reached:
        return t(
            "Premier cap du quartier\u00a0: {next_at} gestes ensemble cette saison.",
            next_at=t.number(found.next_at),
        )
    return t(
        "Cap des {reached} gestes passé ensemble cette saison. Prochain\u00a0: "
        "{next_at}.",
        reached=t.number(found.reached),
        next_at=t.number(found.next_at),
    )
