"""Challenges in words: one sentence each, what is done, how long is left."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from climact_issy import routes
from climact_issy.domain.challenge_moves import State
from climact_issy.domain.challenge_sights import ChallengeCard, ChallengeStep
from climact_issy.domain.challenges import JOINED, Kind, Pair
from climact_issy.domain.points import Rules
from climact_issy.presenters import measured_reasons
from climact_issy.presenters.gesture_words import pick
from climact_issy.texts import Translator


@dataclass(frozen=True, slots=True)
class LinkView:
    """Something that is read and leads somewhere.

    Attributes:
        title: its words.
        href: its address.
    """

    title: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class CardView:
    """One challenge of the list.

    Attributes:
        title: its name.
        href: its page.
        summary: one sentence.
        kind: what people do, in a word or two.
        icon: of the sprite.
        left: how long is left, or when it starts or ended.
        progress: what is done, in words.
        bar_label: what the bar measures, "" without a bar.
        percent: of the bar, 0 to 100.
        is_demo: whether it is labelled so.
        reason: what was measured when a rule opened it, "" where people did.
    """

    title: str = ""
    href: str = ""
    summary: str = ""
    kind: str = ""
    icon: str = "flag"
    left: str = ""
    progress: str = ""
    bar_label: str = ""
    percent: int = 0
    is_demo: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ChallengesView:
    """Every challenge of the page.

    Attributes:
        running: those under way, the soonest end first.
        coming: those that start later.
        over: those that are over, the newest first.
        is_empty: whether there is none at all.
    """

    running: list[CardView] = field(default_factory=list[CardView])
    coming: list[CardView] = field(default_factory=list[CardView])
    over: list[CardView] = field(default_factory=list[CardView])
    is_empty: bool = False


def challenges_view(
    t: Translator, cards: Sequence[ChallengeCard], rules: Rules, *, today: date
) -> ChallengesView:
    """Present the challenges of the page.

    Args:
        t: translator of the page.
        cards: what the service read, the soonest end first.
        rules: the published rule, for the fewest people of a count.
        today: this civic day.
    """

    def of(state: State, found: Iterable[ChallengeCard]) -> list[CardView]:
        return [
            card_view(t, card, rules, today=today)
            for card in found
            if card.state is state
        ]

    return ChallengesView(
        running=of(State.RUNNING, cards),
        coming=of(State.SCHEDULED, sorted(cards, key=lambda card: card.starts_on)),
        over=of(State.CLOSED, reversed(cards)),
        is_empty=not cards,
    )


def card_view(
    t: Translator, card: ChallengeCard, rules: Rules, *, today: date
) -> CardView:
    """Present one challenge of the list."""
    has_bar = card.state is not State.SCHEDULED and card.progress is not None
    is_goal = card.kind is Kind.GOAL
    return CardView(
        title=pick(card.title, t),
        href=routes.challenge(card.slug).to(t.language),
        summary=pick(card.summary, t),
        kind=kind_label(t, card.kind),
        icon=card.icon,
        left=_left(t, card, today),
        progress=progress_words(t, card, rules),
        bar_label=_bar_label(t, is_goal=is_goal) if has_bar else "",
        percent=_done(card) if is_goal else _elapsed(card, today),
        is_demo=card.is_demo,
        reason=measured_reasons.reason_view(t, card.measured).text,
    )


def kind_label(t: Translator, kind: Kind) -> str:
    """Say what people do, in a word or two."""
    return {
        Kind.GOAL: t("But commun"),
        Kind.RACE: t("Course"),
        Kind.PLEDGE: t("Promesse"),
        Kind.EVENT: t("Rencontre"),
        Kind.HABIT: t("Habitude"),
    }[kind]


def progress_words(t: Translator, card: ChallengeCard, rules: Rules) -> str:
    """Say what is done so far; nothing before the first day."""
    if card.state is State.SCHEDULED:
        return ""
    done = card.progress
    if done is None:
        return t(
            "Le compte se publie à partir de {needed} participants.",
            needed=rules.minimum_published,
        )
    match card.kind:
        case Kind.GOAL:
            return _goal_words(t, done, card.target)
        case Kind.RACE:
            return t.n("{n} geste noté", "{n} gestes notés", done)
        case Kind.EVENT:
            return t.n("{n} personne est venue", "{n} personnes sont venues", done)
        case _:
            return t.n(
                "{n} jour tenu, tous ensemble", "{n} jours tenus, tous ensemble", done
            )


def step_lines(t: Translator, steps: Iterable[ChallengeStep]) -> list[str]:
    """Say what a gesture did for challenges, one line each, two at most."""
    return [_step_line(t, step) for step in list(steps)[:2]]


def counts_for(t: Translator, found: Iterable[tuple[str, Pair]]) -> list[LinkView]:
    """Present the challenges that count an action."""
    return [
        LinkView(pick(title, t), routes.challenge(slug).to(t.language))
        for slug, title in found
    ]


def _step_line(t: Translator, step: ChallengeStep) -> str:
    title = pick(step.title, t)
    if step.is_completed:
        return t(
            "Défi relevé\u00a0: {title}, +{points} points",
            title=title,
            points=t.number(step.points),
        )
    if step.kind in JOINED:
        return t.n(
            "{title}\u00a0: {n} jour sur {target}",
            "{title}\u00a0: {n} jours sur {target}",
            step.progress,
            title=title,
            target=t.number(step.target),
        )
    return t("Compte pour\u00a0: {title}", title=title)


def _goal_words(t: Translator, done: int, target: int) -> str:
    counted = {"done": t.number(done), "target": t.number(target)}
    if done >= target:
        return t("But atteint\u00a0: {done} gestes sur {target}", **counted)
    return t("{done} gestes sur {target}", **counted)


def _bar_label(t: Translator, *, is_goal: bool) -> str:
    return t("Gestes notés") if is_goal else t("Temps écoulé")


def _done(card: ChallengeCard) -> int:
    return min(100, 100 * (card.progress or 0) // max(1, card.target))


def _elapsed(card: ChallengeCard, today: date) -> int:
    days = (card.ends_on - card.starts_on).days + 1
    gone = ((card.ended_on or today) - card.starts_on).days + 1
    return min(100, max(0, 100 * gone // days))


def _left(t: Translator, card: ChallengeCard, today: date) -> str:
    if card.state is State.SCHEDULED:
        return t("À partir du {day}", day=t.date(card.starts_on, "d MMMM"))
    if card.state is State.CLOSED:
        last = card.ended_on or card.ends_on
        if last < card.starts_on:
            return t("Annulé avant son premier jour")
        return t(
            "Terminé, du {first} au {last}",
            first=t.date(card.starts_on, "d MMMM"),
            last=t.date(last, "d MMMM"),
        )
    days = (card.ends_on - today).days
    if days <= 0:
        return t("Dernier jour")
    return t.n("Encore {n} jour", "Encore {n} jours", days)
