"""The life of the demo people: who they are, what they do and when.

Four weeks of this season for everybody; more than half of them were there the season
before, too.

Everything follows from one random generator with a fixed seed: two demos made in the
same minute are the same, down to the last gesture.
"""

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from climact_issy.content import actions as catalogue
from climact_issy.content import demo_people
from climact_issy.content.demo_people import DemoPersona, DemoPlace
from climact_issy.domain.actions import Action, Kind, Quantity
from climact_issy.domain.caps import next_instant, repeat_number
from climact_issy.domain.civic import PARIS, civic_day, week_of
from climact_issy.domain.people import UNKNOWN, Situation
from climact_issy.domain.points import Award, Earned, Rules, award, base_points
from climact_issy.domain.seasons import Season
from climact_issy.domain.tiers import Tier
from climact_issy.services.entries import Tap
from climact_issy.services.gesture_rows import Player

SEED: Final = 92040
"""The INSEE code of Issy-les-Moulineaux: any number would do."""

WEEKS: Final = 4
LONG_AGO: Final = timedelta(weeks=10)
"""A season of eight weeks and its pause of two, before this season."""
MEAN_ZEAL: Final = 0.04
"""Share of the days on which an average person does something."""

_MOST_ZEAL: Final = 0.9
_ZEAL_SHAPE: Final = 1.6
_REGULAR_SHARE: Final = 0.012
_REGULAR_ZEAL: Final = 0.65
_OLD_SHARE: Final = 0.55
_EARLY_DAYS: Final = 9
_EARLY_SHARE: Final = 0.8
_MORNING: Final = 7 * 60
_EVENING: Final = 22 * 60


@dataclass(frozen=True, slots=True)
class Somebody:
    """One demo person with their habits.

    Attributes:
        member_ref: reference in the ledger.
        pseudonym: invented.
        demo_key: key of the one-tap sign-in, None for the others.
        neighbourhood: slug, OUTSIDE, UNKNOWN or "".
        language: "fr" or "en".
        situation: their answers.
        joined_at: when they came.
        zeal: share of the days on which they act.
        habits: what they do.
        team: slug of the team they play for, "" for none.
        is_on_board: whether they chose the private ranking.
    """

    member_ref: str
    pseudonym: str
    demo_key: str | None
    neighbourhood: str
    language: str
    situation: Situation
    joined_at: datetime
    zeal: float
    habits: tuple[Action, ...]
    team: str = ""
    is_on_board: bool = False


@dataclass(frozen=True, slots=True)
class Moment:
    """One thing that one person does."""

    at: datetime
    who: Somebody
    action: Action
    quantity: float | None


def inhabitants(
    people: int, now: datetime, *, has_past: bool = False
) -> list[Somebody]:
    """Invent the people of the demo, the one-tap ones first.

    Args:
        people: how many in all, about.
        now: this instant; they came in the four weeks before.
        has_past: whether the one-tap people, and more than half of the others, came
            a season earlier.
    """
    dice = random.Random(SEED)  # noqa: S311 - a demo needs to be repeatable
    first = week_of(civic_day(now)) - timedelta(weeks=WEEKS)
    found = [_persona(persona, first, dice) for persona in demo_people.personas()]
    names = iter(demo_people.pseudonyms())
    month = civic_day(now).month
    usual = [a for a in catalogue.catalogue() if _is_usual(a, month)]
    found += [
        _neighbour(next(names), place, usual, first, dice)
        for place in demo_people.places()
        for _ in range(place.count(people))
    ]
    found = _with_regulars(found)
    if not has_past:
        return found
    return [
        replace(who, joined_at=who.joined_at - LONG_AGO)
        if who.demo_key or dice.random() < _OLD_SHARE
        else who
        for who in found
    ]


def moments(people: Iterable[Somebody], now: datetime) -> list[Moment]:
    """Invent what they do until now, in the order of time.

    Nobody who can be signed in as acts today: their day belongs to the visitor.
    """
    dice = random.Random(SEED + 1)  # noqa: S311 - a demo needs to be repeatable
    today = civic_day(now)
    found = [
        moment
        for somebody in people
        for moment in _life(somebody, today, dice)
        if moment.at <= now
        and not (somebody.demo_key and civic_day(moment.at) == today)
    ]
    return sorted(found, key=lambda moment: (moment.at, moment.who.member_ref))


@dataclass(slots=True)
class _Memory:
    """What the rules need to know about one person so far."""

    days: dict[date, int] = field(default_factory=lambda: defaultdict(int))
    weeks: dict[date, int] = field(default_factory=lambda: defaultdict(int))
    done: dict[str, list[date]] = field(default_factory=lambda: defaultdict(list))


def taps(
    lived: Sequence[Moment], season: Season, rules: Rules
) -> Iterator[tuple[Tap, Award]]:
    """Turn moments into gestures by the published rule; beyond the rhythm none.

    Args:
        lived: moments in the order of time.
        season: the season that covers them all.
        rules: the published rule.
    """
    memories: dict[str, _Memory] = defaultdict(_Memory)
    for moment in lived:
        memory = memories[moment.who.member_ref]
        day = civic_day(moment.at)
        done = memory.done[moment.action.slug]
        action = moment.action
        rest = action.cool_down_days
        if next_instant(action.cadence, done, day, season, cool_down_days=rest):
            continue
        base = base_points(rules, action.effort, Tier.DECLARED)
        earned = Earned(memory.days[day], memory.weeks[week_of(day)], 0)
        given = award(
            rules,
            base,
            earned,
            repeat=repeat_number(done, day),
            is_pause=season.is_pause,
        )
        memory.days[day] += given.points
        memory.weeks[week_of(day)] += given.points
        done.append(day)
        player = Player(
            moment.who.member_ref,
            moment.who.neighbourhood or UNKNOWN,
            season,
            team=moment.who.team,
            is_on_board=moment.who.is_on_board,
        )
        n = done.count(day)
        yield (
            Tap(action, moment.quantity, n, player, season, day, moment.at),
            given,
        )


def citizen_row(somebody: Somebody) -> dict[str, Any]:
    """Return the row of a demo person, by column name."""
    return {
        "member_ref": somebody.member_ref,
        "pseudonym": somebody.pseudonym,
        "role": "citizen",
        "neighbourhood": somebody.neighbourhood,
        "neighbourhood_chosen_at": somebody.joined_at,
        "team": somebody.team,
        "is_on_board": somebody.is_on_board,
        "is_tenant": somebody.situation.is_tenant,
        "has_car": somebody.situation.has_car,
        "has_garden": somebody.situation.has_garden,
        "has_shared_heating": somebody.situation.has_shared_heating,
        "language": somebody.language,
        "is_demo": True,
        "demo_key": somebody.demo_key,
        "created_at": somebody.joined_at,
    }


def _persona(persona: DemoPersona, first: date, dice: random.Random) -> Somebody:
    return Somebody(
        member_ref=f"{dice.getrandbits(128):032x}",
        pseudonym=persona.pseudonym,
        demo_key=persona.key,
        neighbourhood=persona.neighbourhood,
        language=persona.language,
        situation=persona.situation,
        joined_at=_at(first, _MORNING),
        zeal=persona.zeal,
        habits=tuple(catalogue.by_slug(slug) for slug in persona.actions),
    )


def _neighbour(
    pseudonym: str,
    place: DemoPlace,
    usual: Sequence[Action],
    first: date,
    dice: random.Random,
) -> Somebody:
    zeal = min(_MOST_ZEAL, dice.gammavariate(_ZEAL_SHAPE, MEAN_ZEAL / _ZEAL_SHAPE))
    return Somebody(
        member_ref=f"{dice.getrandbits(128):032x}",
        pseudonym=pseudonym,
        demo_key=None,
        neighbourhood=place.neighbourhood,
        language="fr",
        situation=Situation(),
        joined_at=_arrival(first, dice),
        zeal=zeal * place.zeal,
        habits=tuple(dice.sample(usual, k=dice.randint(3, 6))),
    )


def _arrival(first: date, dice: random.Random) -> datetime:
    is_early = dice.random() < _EARLY_SHARE
    days = dice.randrange(_EARLY_DAYS if is_early else WEEKS * 7)
    return _at(first + timedelta(days=days), dice.randrange(_MORNING, _EVENING))


def _life(who: Somebody, today: date, dice: random.Random) -> Iterator[Moment]:
    day = civic_day(who.joined_at)
    while day <= today:
        if who.habits and dice.random() < who.zeal:
            chosen = dice.sample(who.habits, k=min(len(who.habits), _some(dice)))
            for action in chosen:
                at = _at(day, dice.randrange(_MORNING, _EVENING))
                if at > who.joined_at:
                    yield Moment(at, who, action, _amount(action.quantity, dice))
        day += timedelta(days=1)


def _with_regulars(found: list[Somebody]) -> list[Somebody]:
    """Let a few act nearly every day: chance hardly makes any, a town has some."""
    dice = random.Random(SEED + 3)  # noqa: S311 - a demo needs to be repeatable
    return [
        replace(who, zeal=dice.uniform(_REGULAR_ZEAL, _MOST_ZEAL))
        if who.demo_key is None and dice.random() < _REGULAR_SHARE
        else who
        for who in found
    ]


def _some(dice: random.Random) -> int:
    return dice.choices((1, 2, 3), weights=(5, 3, 1))[0]


def _amount(bounds: Quantity | None, dice: random.Random) -> float | None:
    if bounds is None:
        return None
    amount = bounds.default + dice.randint(-1, 3) * bounds.step
    return round(min(max(amount, bounds.minimum), bounds.maximum), 3)


def _is_usual(action: Action, month: int) -> bool:
    in_season = not action.months or month in action.months
    return action.kind is Kind.PER_USE and in_season and action.effort <= _USUAL_EFFORT


_USUAL_EFFORT: Final = 3


def _at(day: date, minute: int) -> datetime:
    return datetime.combine(day, time(minute // 60, minute % 60), tzinfo=PARIS)
