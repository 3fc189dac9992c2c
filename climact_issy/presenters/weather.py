"""The page of the rules: what each watches, what it sees now, what it opened."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from climact_issy import routes
from climact_issy.content import actions
from climact_issy.content import weather_rules as content
from climact_issy.content.weather_rules import Entry, Told
from climact_issy.domain.boosts import Weather
from climact_issy.domain.challenge_moves import State
from climact_issy.domain.challenge_sights import ChallengeCard
from climact_issy.domain.civic import civic_day
from climact_issy.domain.points import Rules
from climact_issy.domain.weather_rules import Check, Decision, Look, Mode, Why
from climact_issy.presenters import measured_reasons
from climact_issy.presenters.boosts import bonus
from climact_issy.presenters.challenges import CardView, LinkView, card_view
from climact_issy.presenters.gesture_words import pick
from climact_issy.texts import Translator


@dataclass(frozen=True, slots=True)
class WhenView:
    """One condition of a rule.

    Attributes:
        text: in words.
        name: its official threshold, or that there is none.
        href: source of the threshold, "" without one.
        figure: name of the figure it watches.
        figure_href: its page, "" where there is none.
    """

    text: str
    name: str
    href: str
    figure: str
    figure_href: str


@dataclass(frozen=True, slots=True)
class RuleView:
    """One rule, as it is known when pages compile.

    Attributes:
        slug: key of what it sees now.
        icon: of the sprite.
        title: what is going on when it opens.
        whens: any of them is enough.
        opens: the challenge, in a sentence.
        actions: what counts there.
        facts: who starts it, for how long, how often, in sentences.
        advice: that official advice exists, "" where none is due.
        advice_href: where it is.
    """

    slug: str
    icon: str
    title: str
    whens: tuple[WhenView, ...]
    opens: str
    actions: tuple[LinkView, ...]
    facts: tuple[str, ...]
    advice: str
    advice_href: str


@dataclass(frozen=True, slots=True)
class SeenView:
    """What a rule sees now.

    Attributes:
        lines: what is measured, a line a condition.
        verdict: whether something opens, and why not.
        is_open: whether its challenge opens or has just opened.
    """

    lines: list[str] = field(default_factory=list[str])
    verdict: str = ""
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class WeatherView:
    """What is read when the page loads.

    Attributes:
        by_slug: what each rule sees.
        running: the challenges that rules opened and that run.
        over: those that are over, the newest first.
        is_loaded: whether anything was read.
    """

    by_slug: dict[str, SeenView] = field(default_factory=dict[str, SeenView])
    running: list[CardView] = field(default_factory=list[CardView])
    over: list[CardView] = field(default_factory=list[CardView])
    is_loaded: bool = False


def rule_views(t: Translator, rules: Rules) -> tuple[RuleView, ...]:
    """Present every rule, in the published order.

    Args:
        t: translator of the page.
        rules: the published rule of points.
    """
    return tuple(_rule(t, entry, rules) for entry in content.entries())


def weather_view(
    t: Translator,
    found: Weather,
    cards: Sequence[ChallengeCard],
    rules: Rules,
    now: datetime,
) -> WeatherView:
    """Present what the rules see and what they opened.

    Args:
        t: translator of the page.
        found: what each rule says.
        cards: challenges that rules opened, the newest first.
        rules: the published rule of points.
        now: aware instant.
    """
    today = civic_day(now)

    def of(*states: State) -> list[CardView]:
        return [
            card_view(t, card, rules, today=today)
            for card in cards
            if card.state in states
        ]

    return WeatherView(
        by_slug={each.rule.slug: seen_view(t, each, now) for each in found.decisions},
        running=of(State.SCHEDULED, State.RUNNING),
        over=of(State.CLOSED),
        is_loaded=True,
    )


def seen_view(t: Translator, decision: Decision, now: datetime) -> SeenView:
    """Present what one rule sees now."""
    told = content.by_slug(decision.rule.slug).told
    pairs = zip(told, decision.looks, strict=True)
    return SeenView(
        lines=[line(t, said, look, now) for said, look in pairs],
        verdict=verdict(t, decision),
        is_open=decision.why in {Why.OPENS, Why.RESTING},
    )


def line(t: Translator, said: Told, look: Look, now: datetime) -> str:
    """Say what is measured of one condition; a missing value is said to be missing."""
    side = t.language == "en"
    name, newest = said.measured[side], look.newest
    if newest is None or newest.value is None:
        return t("{figure}\u00a0: aucune valeur connue.", figure=name)
    found = _with_unit(t, said, newest.value)
    age = measured_reasons.age(t, newest.period, now)
    if look.condition.check is Check.LOWEST and look.threshold is not None:
        return t(
            "{figure}\u00a0: {value}, {age}. Seuil du moment\u00a0: {limit}.",
            figure=name,
            value=found,
            age=age,
            limit=_with_unit(t, said, look.threshold),
        )
    return t("{figure}\u00a0: {value}, {age}.", figure=name, value=found, age=age)


def verdict(t: Translator, decision: Decision) -> str:
    """Say whether a rule opens something now, and why not."""
    if decision.why is Why.OPENS and decision.rule.mode is Mode.PROPOSED:
        return t("Le seuil est atteint\u00a0: un défi est proposé à l’équipe.")
    if decision.rests_until is not None and decision.rule.mode is Mode.PROPOSED:
        return t(
            "Un défi a été proposé ou ouvert il y a peu. "
            "Pas d’autre jusqu’au {day} inclus.",
            day=t.date(decision.rests_until, "d MMMM"),
        )
    if decision.rests_until is not None:
        return t(
            "Un défi a été ouvert il y a peu. Pas d’autre jusqu’au {day} inclus.",
            day=t.date(decision.rests_until, "d MMMM"),
        )
    return _VERDICTS[decision.why](t)


_VERDICTS: Final[dict[Why, Callable[[Translator], str]]] = {
    Why.OPENS: lambda t: t("Le seuil est atteint\u00a0: un défi s’ouvre."),
    Why.NO_VALUE: lambda t: t("Rien ne s’ouvre\u00a0: il nous manque une valeur."),
    Why.OLD: lambda t: t("Rien ne s’ouvre\u00a0: il nous manque une mesure en direct."),
    Why.TOO_SHORT: lambda t: t(
        "Rien ne s’ouvre\u00a0: trop peu de valeurs à la suite."
    ),
    Why.NO_PAST: lambda t: t(
        "Rien ne s’ouvre\u00a0: trop peu d’heures lues pour comparer."
    ),
    Why.NOT_REACHED: lambda t: t("Rien ne s’ouvre\u00a0: le seuil n’est pas atteint."),
    Why.RESTING: lambda t: t("Cette règle a ouvert un défi il y a peu."),
}


def watched(t: Translator, indicator: str) -> tuple[str, ...]:
    """Return what the rules that watch a figure are about, none for most figures."""
    return tuple(pick(entry.title, t) for entry in content.watching(indicator))


def _rule(t: Translator, entry: Entry, rules: Rules) -> RuleView:
    rule = entry.rule
    pairs = zip(entry.told, rule.conditions, strict=True)
    return RuleView(
        slug=rule.slug,
        icon=entry.icon,
        title=pick(entry.title, t),
        whens=tuple(_when(t, said, c.key.indicator) for said, c in pairs),
        opens=t(
            "Défi\u00a0: {title}. {bonus}, dans la limite du jour et de la semaine.",
            title=pick(rule.draft.title, t),
            bonus=bonus(t, rule.draft.effort, rules),
        ),
        actions=_actions(t, rule.draft.actions),
        facts=(_mode(t, rule.mode), _rhythm(t, rule.days, rule.rest_days)),
        advice=pick(entry.advice, t),
        advice_href=entry.advice_url,
    )


def _when(t: Translator, said: Told, indicator: str) -> WhenView:
    return WhenView(
        text=pick(said.when, t),
        name=pick(said.name, t),
        href=said.name_url,
        figure=pick(said.measured, t),
        figure_href=measured_reasons.figure_href(t, indicator),
    )


def _actions(t: Translator, slugs: Iterable[str]) -> tuple[LinkView, ...]:
    return tuple(
        LinkView(
            pick(actions.by_slug(slug).title, t), routes.action(slug).to(t.language)
        )
        for slug in slugs
    )


def _mode(t: Translator, mode: Mode) -> str:
    if mode is Mode.AUTOMATIC:
        return t("Il s’ouvre tout seul.")
    return t("Il est proposé à l’équipe, qui décide.")


def _rhythm(t: Translator, days: int, rest_days: int) -> str:
    return t(
        "Il dure {days} jours. Après son premier jour, {rest} jours sans nouveau défi.",
        days=t.number(days),
        rest=t.number(rest_days),
    )


def _with_unit(t: Translator, said: Told, value: float) -> str:
    unit = said.unit[t.language == "en"]
    return measured_reasons.value(t, said, value) + f"\u00a0{unit}" * bool(unit)
