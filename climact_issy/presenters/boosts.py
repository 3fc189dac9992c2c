"""The notice of a boost on the home page: why, what, how many points, until when."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from climact_issy import routes
from climact_issy.domain.challenge_sights import ChallengeCard
from climact_issy.domain.points import Rules, base_points
from climact_issy.domain.tiers import Tier
from climact_issy.presenters.gesture_words import pick
from climact_issy.presenters.measured_reasons import ReasonView, reason_view
from climact_issy.texts import Translator


@dataclass(frozen=True, slots=True)
class BoostView:
    """One challenge that a rule opened and that runs.

    Attributes:
        title: its name.
        href: its page.
        icon: of the sprite.
        reason: what was measured.
        summary: what there is to do.
        bonus: what it brings, in points.
        until: its last day.
        is_demo: whether it is labelled so.
    """

    title: str
    href: str
    icon: str
    reason: ReasonView
    summary: str
    bonus: str
    until: str
    is_demo: bool


@dataclass(frozen=True, slots=True)
class BoostsView:
    """What runs; empty most of the time.

    Attributes:
        boosts: the newest first.
        said: their names, for a screen reader.
    """

    boosts: list[BoostView] = field(default_factory=list[BoostView])
    said: str = ""


def boosts_view(
    t: Translator, cards: Iterable[ChallengeCard], rules: Rules, now: datetime
) -> BoostsView:
    """Present the boosts that run.

    Args:
        t: translator of the page.
        cards: challenges that rules opened.
        rules: the published rule.
        now: aware instant.
    """
    found = [_boost(t, card, rules, now) for card in cards]
    names = ", ".join(boost.title for boost in found)
    return BoostsView(
        found, t("Défi du moment\u00a0: {names}", names=names) * bool(found)
    )


def bonus(t: Translator, effort: int, rules: Rules) -> str:
    """Say what completing a boost brings."""
    points = base_points(rules, effort, Tier.DECLARED)
    return t.n("+{n} point", "+{n} points", points)


def _boost(
    t: Translator, card: ChallengeCard, rules: Rules, now: datetime
) -> BoostView:
    return BoostView(
        title=pick(card.title, t),
        href=routes.challenge(card.slug).to(t.language),
        icon=card.icon,
        reason=reason_view(t, card.measured, now),
        summary=pick(card.summary, t),
        bonus=bonus(t, card.effort, rules),
        until=t("Jusqu’au {day}", day=t.date(card.ends_on, "EEEE d MMMM")),
        is_demo=card.is_demo,
    )
