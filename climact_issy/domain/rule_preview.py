"""What some past weeks would have looked like under another version of the rule."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from climact_issy.domain.civic import week_of
from climact_issy.domain.points import Earned, Rules, award, base_points
from climact_issy.domain.tiers import Tier


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the ledger that stands, as it was awarded.

    Attributes:
        member_ref: whose.
        neighbourhood: where it counted.
        civic_day: for which day.
        subject: which action, code or challenge.
        effort: effort band of the action, None when the points are kept as they are
            (codes, challenges, evidence, actions that left the catalogue, pauses).
        tier: how it was proved.
        points: what it brought.
        was_capped: whether something took some of its points.
    """

    member_ref: str
    neighbourhood: str
    civic_day: date
    subject: str
    effort: int | None
    tier: Tier
    points: int
    was_capped: bool


@dataclass(frozen=True, slots=True)
class Both:
    """Points before and after.

    Attributes:
        before: as they were awarded.
        after: as the candidate would have awarded them.
        people: who has a line among them.
    """

    before: int
    after: int
    people: int


@dataclass(frozen=True, slots=True)
class Preview:
    """The weeks as they were, and as a candidate would have made them.

    Attributes:
        first: first civic day.
        last: last civic day, inclusive.
        gestures: lines read.
        everybody: all of them.
        places: those of each neighbourhood.
        gaining: people with more points.
        losing: people with fewer points.
        capped_before: gestures that brought less than their base.
        capped_after: gestures that would have.
    """

    first: date
    last: date
    gestures: int
    everybody: Both
    places: Mapping[str, Both]
    gaining: int
    losing: int
    capped_before: int
    capped_after: int


@dataclass(slots=True)
class _Tally:
    before: int = 0
    after: int = 0

    def add(self, before: int, after: int) -> None:
        self.before += before
        self.after += after


def preview(
    candidate: Rules, lines: Iterable[Line], first: date, last: date
) -> Preview:
    """Award past gestures again under a candidate.

    Args:
        candidate: the version that is thought of.
        lines: rows that stand, in the order of the ledger.
        first: first civic day that was read, a Monday: the caps are weekly.
        last: last civic day that was read, inclusive.
    """
    people: dict[str, _Tally] = defaultdict(_Tally)
    places: dict[str, _Tally] = defaultdict(_Tally)
    present: dict[str, set[str]] = defaultdict(set)
    memory = _Memory()
    gestures = capped_before = capped_after = 0
    for line in lines:
        after, is_capped = memory.again(candidate, line)
        gestures += 1
        capped_before += line.was_capped
        capped_after += is_capped
        people[line.member_ref].add(line.points, after)
        places[line.neighbourhood].add(line.points, after)
        present[line.neighbourhood].add(line.member_ref)
    tallies = people.values()
    return Preview(
        first,
        last,
        gestures,
        everybody=Both(
            sum(t.before for t in tallies), sum(t.after for t in tallies), len(people)
        ),
        places={
            slug: Both(tally.before, tally.after, len(present[slug]))
            for slug, tally in places.items()
        },
        gaining=sum(t.after > t.before for t in tallies),
        losing=sum(t.after < t.before for t in tallies),
        capped_before=capped_before,
        capped_after=capped_after,
    )


class _Memory:
    """What every person had earned and repeated, so far, under the candidate."""

    def __init__(self) -> None:
        self._days: dict[tuple[str, date], int] = defaultdict(int)
        self._weeks: dict[tuple[str, date], int] = defaultdict(int)
        self._proven: dict[tuple[str, date], int] = defaultdict(int)
        self._repeats: dict[tuple[str, str, date], int] = defaultdict(int)

    def again(self, rules: Rules, line: Line) -> tuple[int, bool]:
        """Return what a line would bring, and whether something took some of it."""
        week = line.member_ref, week_of(line.civic_day)
        day = line.member_ref, line.civic_day
        points, is_capped = line.points, line.was_capped
        if line.effort is not None:
            repeats = line.member_ref, line.subject, week[1]
            self._repeats[repeats] += 1
            given = award(
                rules,
                base_points(rules, line.effort, line.tier),
                Earned(self._days[day], self._weeks[week], self._proven[week]),
                tier=line.tier,
                repeat=self._repeats[repeats],
            )
            points, is_capped = given.points, given.lost_to is not None
        self._days[day] += points
        self._weeks[week] += points
        self._proven[week] += 0 if line.tier is Tier.DECLARED else points
        return points, is_capped
