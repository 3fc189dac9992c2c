"""One challenge in words: what counts, what it brings, where one stands in it."""

import itertools
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from climact_issy import routes
from climact_issy.content import actions
from climact_issy.domain.challenge_moves import State
from climact_issy.domain.challenge_sights import (
    ChallengeCard,
    ChallengeSight,
    MyChallenge,
    RaceLine,
)
from climact_issy.domain.challenges import JOINED, Kind, Scope
from climact_issy.domain.points import Rules, base_points
from climact_issy.domain.tiers import Tier
from climact_issy.presenters.challenges import CardView, LinkView, card_view
from climact_issy.presenters.gesture_words import pick
from climact_issy.presenters.measured_reasons import ReasonView, reason_view
from climact_issy.texts import Translator

_NO_CARD: Final = CardView()
_NO_REASON: Final = ReasonView()


@dataclass(frozen=True, slots=True)
class TerraceView:
    """One terrace of a race; inside it nobody is ahead.

    Attributes:
        title: its number in words, and whether several stand on it.
        groups: their names with the points per participant, by name.
    """

    title: str
    groups: str


@dataclass(frozen=True, slots=True)
class ChallengeView:
    """One challenge; the empty value is what waits.

    Attributes:
        slug: the slug that was asked for, even where there is no such challenge.
        is_found: whether there is one.
        card: what its card says.
        dates: first and last day.
        proposer: who proposes it.
        people: how many take part, "" when too few.
        how: what it takes, in a sentence or two.
        reward: what completing it brings.
        proof: what the points it counts or brings rest on.
        place: where, for an event.
        code_href: where to enter its code, "" when it has none today.
        counts: the actions it counts or is about.
        race: the terraces of the ranked groups, from the top.
        race_note: how to read the ranking, or why there is none; "" else.
        is_joined_by_hand: whether one takes part by saying so.
        is_running: whether it runs now.
        reason: what was measured when a rule opened it; empty where people did.
    """

    slug: str = ""
    is_found: bool = False
    card: CardView = _NO_CARD
    dates: str = ""
    proposer: str = ""
    people: str = ""
    how: str = ""
    reward: str = ""
    proof: str = ""
    place: str = ""
    code_href: str = ""
    counts: list[LinkView] = field(default_factory=list[LinkView])
    race: list[TerraceView] = field(default_factory=list[TerraceView])
    race_note: str = ""
    is_joined_by_hand: bool = False
    is_running: bool = False
    reason: ReasonView = _NO_REASON


@dataclass(frozen=True, slots=True)
class MyChallengeView:
    """A person and one challenge.

    Attributes:
        words: where they stand, "" when there is nothing to say.
        percent: of their own bar, 0 to 100.
        has_bar: whether they have one.
        note: one sentence more.
        can_join: whether they may join.
        can_leave: whether they may leave.
        can_check_in: whether they may check in for today.
    """

    words: str = ""
    percent: int = 0
    has_bar: bool = False
    note: str = ""
    can_join: bool = False
    can_leave: bool = False
    can_check_in: bool = False


def challenge_view(
    t: Translator, sight: ChallengeSight, rules: Rules, *, today: date
) -> ChallengeView:
    """Present one challenge.

    Args:
        t: translator of the page.
        sight: what the service read.
        rules: the published rule.
        today: this civic day.
    """
    card = sight.card
    is_running = card.state is State.RUNNING
    is_event = card.kind is Kind.EVENT
    people = card.people
    return ChallengeView(
        slug=card.slug,
        is_found=True,
        card=card_view(t, card, rules, today=today),
        dates=_dates(t, card),
        proposer=_proposer(t, card),
        people=""
        if people is None or is_event
        else t.n("{n} participant", "{n} participants", people),
        how=_how(t, card),
        reward=_reward(t, card, rules),
        proof=_proof(t, card),
        place=card.place,
        code_href=routes.CODE.to(t.language) if is_event and is_running else "",
        counts=_counts(t, sight.actions),
        race=_race(t, sight.race),
        race_note=_race_note(t, sight, rules),
        is_joined_by_hand=card.kind in JOINED,
        is_running=is_running,
        reason=reason_view(t, card.measured),
    )


def my_challenge_view(
    t: Translator, my: MyChallenge, card: ChallengeCard
) -> MyChallengeView:
    """Present where a person stands in a challenge."""
    is_by_hand = card.kind in JOINED
    has_bar = is_by_hand and my.has_joined and not my.is_completed
    return MyChallengeView(
        words=_my_words(t, my, card),
        percent=min(100, 100 * my.progress // max(1, card.target)) if has_bar else 0,
        has_bar=has_bar,
        note=_my_note(t, my, card),
        can_join=my.can_join,
        can_leave=my.can_leave,
        can_check_in=my.can_check_in,
    )


def _proposer(t: Translator, card: ChallengeCard) -> str:
    if card.owner_name:
        return t("Proposé par {team}", team=card.owner_name)
    if card.measured is not None:
        return t("Ouvert par une règle de la météo du climat")
    return t("Proposé par l’équipe du prototype")


def _dates(t: Translator, card: ChallengeCard) -> str:
    first, last = t.date(card.starts_on), t.date(card.ends_on)
    if first == last:
        return t("Le {day}", day=first)
    return t("Du {first} au {last}", first=first, last=last)


def _how(t: Translator, card: ChallengeCard) -> str:
    target = t.number(card.target)
    match card.kind:
        case Kind.GOAL:
            if card.scope is Scope.TEAM:
                return t("Chaque geste de l’équipe compte, sans inscription.")
            return t("Chaque geste compte, d’où qu’il vienne, sans inscription.")
        case Kind.RACE:
            return t(
                "Chacun avance à la moyenne des points de ses participants, par la "
                "même règle que la saison, sans inscription."
            )
        case Kind.PLEDGE:
            return t(
                "Vous promettez, puis vous dites chaque jour si c’est tenu. "
                "{target} jours suffisent.",
                target=target,
            )
        case Kind.EVENT:
            return t("Venez, puis entrez le code affiché sur place.")
        case Kind.HABIT:
            return t.n(
                "{n} jour avec un de ces gestes suffit, une fois inscrit. "
                "Un jour sans ne casse rien.",
                "{n} jours avec un de ces gestes suffisent, une fois inscrit. "
                "Un jour sans ne casse rien.",
                card.target,
            )


def _reward(t: Translator, card: ChallengeCard, rules: Rules) -> str:
    if not card.effort:
        return t("Pas de points en plus\u00a0: chaque geste garde les siens.")
    tier = Tier.CODE if card.kind is Kind.EVENT else Tier.DECLARED
    points = base_points(rules, card.effort, tier)
    return t(
        "{points} points une fois relevé, dans la limite du jour et de la semaine.",
        points=t.number(points),
    )


def _proof(t: Translator, card: ChallengeCard) -> str:
    """Say the proof of every point of a challenge: each kind has points of one sort."""
    if card.kind is Kind.EVENT:
        return t("Le code de l’évènement, ou sa liste papier.")
    if card.kind is Kind.RACE:
        return t("Tous les points de cette course sont déclarés, sur parole.")
    if not card.effort:
        return ""
    return t("Ces points sont déclarés, sur parole.")


def _counts(t: Translator, slugs: Sequence[str]) -> list[LinkView]:
    """Present the actions in the order of the catalogue; one that left it is out."""
    return [
        LinkView(pick(action.title, t), routes.action(action.slug).to(t.language))
        for action in actions.catalogue()
        if action.slug in slugs
    ]


def _race(t: Translator, lines: Sequence[RaceLine]) -> list[TerraceView]:
    found: list[TerraceView] = []
    for number, group in itertools.groupby(lines, key=lambda line: line.terrace):
        named = [f"{line.name} ({t.number(line.score)})" for line in group]
        title = (
            t("Palier {number}, ex æquo", number=number)
            if len(named) > 1
            else t("Palier {number}", number=number)
        )
        found.append(TerraceView(title, ", ".join(sorted(named, key=_plain))))
    return found


def _plain(name: str) -> str:
    """Return a name as it is sorted: an É is an E."""
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()


def _race_note(t: Translator, sight: ChallengeSight, rules: Rules) -> str:
    card = sight.card
    if card.kind is not Kind.RACE or card.state is State.SCHEDULED:
        return ""
    if sight.race:
        return t(
            "Entre parenthèses, les points par participant. Sous {needed} "
            "participants, pas de classement.",
            needed=rules.minimum_active,
        )
    if card.scope is Scope.TEAM:
        return t(
            "Aucune équipe n’a encore {needed} participants\u00a0: pas de classement, "
            "mais chaque geste compte déjà.",
            needed=rules.minimum_active,
        )
    return t(
        "Aucun quartier n’a encore {needed} participants\u00a0: pas de classement, "
        "mais chaque geste compte déjà.",
        needed=rules.minimum_active,
    )


def _my_words(t: Translator, my: MyChallenge, card: ChallengeCard) -> str:
    points = t.number(my.points)
    if my.is_completed and card.kind is Kind.EVENT:
        return t("Vous y étiez\u00a0: +{points} points", points=points)
    if my.is_completed:
        return t("Vous avez relevé ce défi\u00a0: +{points} points", points=points)
    if my.has_joined:
        return t.n(
            "{n} jour sur {target}",
            "{n} jours sur {target}",
            my.progress,
            target=t.number(card.target),
        )
    if my.progress:
        return t.n(
            "Votre part\u00a0: {n} geste", "Votre part\u00a0: {n} gestes", my.progress
        )
    return ""


def _my_note(t: Translator, my: MyChallenge, card: ChallengeCard) -> str:
    if my.is_outside:
        return t(
            "Ce défi est celui d’une équipe\u00a0: il compte les gestes des siens."
        )
    if card.state is not State.RUNNING or my.is_completed:
        return ""
    if my.has_joined and card.kind is Kind.PLEDGE and not my.can_check_in:
        return t("C’est dit pour aujourd’hui. À demain.")
    return ""
