"""The thank-you after a code: what counted, what it brought."""

from dataclasses import dataclass

from climact_issy import routes
from climact_issy.domain.events import Attendance, Event
from climact_issy.domain.people import OUTSIDE, UNKNOWN
from climact_issy.presenters.gesture_words import pick
from climact_issy.presenters.viewer import neighbourhood_name
from climact_issy.texts import Translator


@dataclass(frozen=True, slots=True)
class CodeView:
    """What a code just did; the empty value means none was taken.

    Attributes:
        has_outcome: whether there is something to show.
        title: the thank-you, or that it was counted before.
        points: "+22", "" where nothing was added.
        points_sentence: the same in words.
        beneficiary: for whom the points count and how they are proved.
        event: title of the event; untrusted text, plain.
        event_line: its place and the day it counted for.
        href: page of the event.
        note: why fewer or no points came, "" when all did.
    """

    has_outcome: bool = False
    title: str = ""
    points: str = ""
    points_sentence: str = ""
    beneficiary: str = ""
    event: str = ""
    event_line: str = ""
    href: str = ""
    note: str = ""


def counted(t: Translator, found: Attendance, pseudonym: str) -> CodeView:
    """Present an attendance, from the committed truth."""
    day = t.date(found.civic_day, "EEEE d MMMM")
    event = CodeView(
        has_outcome=True,
        title=t("Merci {name}, vous y étiez\u00a0!", name=pseudonym),
        points=f"+{t.number(found.points)}",
        points_sentence=_points(t, found.points),
        beneficiary=_beneficiary(t, found),
        event=pick(found.event.title, t),
        event_line=", ".join(part for part in (found.event.place, day) if part),
        href=routes.challenge(found.event.slug).to(t.language),
        note=_note(t, found),
    )
    if not found.was_already_there:
        return event
    return CodeView(
        has_outcome=True,
        title=t("C’est déjà compté, {name}", name=pseudonym),
        points_sentence=t(
            "Un évènement compte une fois par personne\u00a0: rien n’a changé."
        ),
        event=event.event,
        event_line=event.event_line,
        href=event.href,
    )


def days(t: Translator, event: Event) -> str:
    """Say on which days an event is."""
    last = t.date(event.ends_on, "EEEE d MMMM y")
    if event.starts_on == event.ends_on:
        return last
    first = t.date(event.starts_on, "EEEE d MMMM")
    return t("du {first} au {last}", first=first, last=last)


def _points(t: Translator, points: int) -> str:
    if not points:
        return t("Votre présence compte, sans points.")
    return t.n("Vous gagnez {n} point.", "Vous gagnez {n} points.", points)


def _beneficiary(t: Translator, found: Attendance) -> str:
    name = neighbourhood_name(t, found.neighbourhood)
    if name and found.neighbourhood not in {OUTSIDE, UNKNOWN}:
        return t("pour vous et {place}, attesté par un code", place=name)
    return t("pour vous et pour le but commun, attesté par un code")


def _note(t: Translator, found: Attendance) -> str:
    if found.cap is None:
        return ""
    if found.cap == "pause":
        return t("C’est la pause entre deux saisons. L’évènement compte.")
    if found.cap == "day":
        return t("Votre journée est pleine, bravo\u00a0! L’évènement compte.")
    return t("Votre semaine est pleine, bravo\u00a0! L’évènement compte.")
