"""Whatever people and staff do, in any order, the totals are those of the ledger."""

import contextlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import (
    invariant,
    precondition,
    rule,
)
from sqlmodel import Session, func, select

from climact_issy.domain.actions import Action
from climact_issy.domain.civic import week_of
from climact_issy.domain.errors import ClimactError
from climact_issy.domain.people import Actor
from climact_issy.domain.points import Rules
from climact_issy.domain.tiers import Tier
from climact_issy.models import Ledger, MemberTotal
from climact_issy.services import (
    around_me,
    attendance,
    citizens,
    closing,
    erasure,
    ledger,
    seals,
    seasons,
)
from climact_issy.services.attendance import Moment, Proof
from tests.support.databases import ENGINES, Databases
from tests.support.events import event
from tests.support.gestures import (
    BIKE,
    INSULATE,
    NOON,
    SORT,
    WALK,
    decides,
    moderator,
    person,
    plays_for,
    shows,
    tap,
    untap,
)
from tests.support.lives import Life, live
from tests.support.rules import RULES

ACTIONS = (BIKE, WALK, SORT, INSULATE)
PLACES = ("la-ferme", "val-de-seine", "outside")
TEAMS = ("", "velo-club", "ecole")
PEOPLE = st.integers(0, 2)


class Game(Life):
    """Three people who play in every way, two moderators, and time.

    Someone who was erased is followed by a newcomer in their place. Of a season that is
    closed nothing may move any more.
    """

    def __init__(self) -> None:
        super().__init__()
        self.people = [person(self.database, place) for place in PLACES]
        self.staff = [moderator(self.database) for _ in range(2)]
        self.now = NOON
        self.published = replace(RULES, week_cap=40, declared_week_share=0.5)
        self.highest = _caps(self.published)
        self.events = 0
        self.seen: dict[tuple[str, str, date], int] = {}
        self.today: list[tuple[Actor, int]] = []
        self.shown: list[int] = []
        self.closed: dict[int, int] = {}

    @rule(who=PEOPLE, action=st.sampled_from(ACTIONS), seen=st.integers(-1, 1))
    def someone_taps(self, who: int, action: Action, seen: int) -> None:
        actor = self.people[who]
        key = (actor.member_ref, action.slug, self.now.date())
        sight = max(0, self.seen.get(key, 0) + seen)
        with contextlib.suppress(ClimactError):
            noted = tap(
                self.database, actor, action, sight, rules=self.published, now=self.now
            )
            if not noted.was_already_there:
                self.seen[key] = sight + 1
                self.today.append((actor, noted.entry_id))
                self._is_within_the_caps_of_today(actor, noted.points)

    def _is_within_the_caps_of_today(
        self, actor: Actor, points: int, *, is_declared: bool = True
    ) -> None:
        """Whatever was earned under other caps, these gave no point beyond them."""
        found = self.database.read_here(lambda s: _earned(s, actor, self.now.date()))
        for period, most in self._caps_now():
            is_asked = points > 0 and (is_declared or period != "declared")
            assert not is_asked or found[period] <= most

    def _caps_now(self) -> Iterable[tuple[str, int]]:
        return _caps(self.published).items()

    @precondition(lambda self: self.today)
    @rule(data=st.data())
    def someone_undoes(self, data: st.DataObject) -> None:
        actor, entry_id = data.draw(st.sampled_from(self.today))
        with contextlib.suppress(ClimactError):
            untap(self.database, actor, entry_id, now=self.now)

    @precondition(lambda self: self.today)
    @rule(data=st.data())
    def someone_shows_evidence(self, data: st.DataObject) -> None:
        actor, entry_id = data.draw(st.sampled_from(self.today))
        with contextlib.suppress(ClimactError):
            self.shown.append(shows(self.database, actor, entry_id, now=self.now))

    @rule(who=PEOPLE, action=st.sampled_from(ACTIONS))
    def someone_taps_and_shows_it_at_once(self, who: int, action: Action) -> None:
        before = len(self.today)
        self.someone_taps(who, action, 0)
        if len(self.today) == before:
            return
        actor, entry_id = self.today[-1]
        evidence_id = shows(self.database, actor, entry_id, now=self.now)
        decides(
            self.database,
            self.staff[0],
            evidence_id,
            rules=self.published,
            now=self.now,
        )
        self.shown.append(evidence_id)

    @precondition(lambda self: self.shown)
    @rule(data=st.data(), staff=st.integers(0, 1), accepts=st.booleans())
    def staff_decides(self, data: st.DataObject, staff: int, *, accepts: bool) -> None:
        evidence_id = data.draw(st.sampled_from(self.shown))
        with contextlib.suppress(ClimactError):
            decides(
                self.database,
                self.staff[staff],
                evidence_id,
                accepts=accepts,
                rules=self.published,
                now=self.now,
            )

    @rule(who=PEOPLE, days_ago=st.integers(0, 20), is_code=st.booleans())
    def someone_is_at_an_event(self, who: int, days_ago: int, *, is_code: bool) -> None:
        """A code counts for today, a list for a day of this season."""
        self.events += 1
        slug = f"rencontre-{self.events}"
        event(self.database, slug, effort=4)
        proof = Proof(Tier.CODE, "code") if is_code else Proof(Tier.ATTESTED, "paper")

        def work(session: Session) -> int:
            player, season = seasons.hold_player(
                session, self.people[who], now=self.now
            )
            earlier = 0 if is_code else days_ago
            day = max(season.starts_on, self.now.date() - timedelta(days=earlier))
            found = attendance.event(session, slug)
            moment = Moment(season, day, self.published, self.now)
            return attendance.count(session, player, found, proof, moment).points

        points = self.database.run_here(work)
        if is_code:
            self._is_within_the_caps_of_today(
                self.people[who], points, is_declared=False
            )

    @rule(
        day_cap=st.sampled_from((12, 30, 45)),
        week_cap=st.sampled_from((40, 100)),
        share=st.sampled_from((0.5, 1)),
        repeats=st.sampled_from(((1.0,), (1.0, 0.5))),
    )
    def caps_change(
        self, day_cap: int, week_cap: int, share: float, repeats: tuple[float, ...]
    ) -> None:
        self.published = replace(
            RULES,
            day_cap=day_cap,
            week_cap=week_cap,
            declared_week_share=share,
            repeat_weights=repeats,
        )
        for period, most in self._caps_now():
            self.highest[period] = max(self.highest[period], most)

    @rule(who=PEOPLE, place=st.sampled_from(PLACES))
    def someone_moves(self, who: int, place: str) -> None:
        with contextlib.suppress(ClimactError):
            self.people[who] = self.database.run_here(
                lambda s: citizens.choose_neighbourhood(
                    s, self.people[who], place, now=self.now
                )
            )

    @rule(who=PEOPLE, team=st.sampled_from(TEAMS))
    def someone_plays_for_a_team(self, who: int, team: str) -> None:
        plays_for(self.database, self.people[who], team)

    @rule(who=PEOPLE, wants=st.booleans())
    def someone_chooses_the_board(self, who: int, *, wants: bool) -> None:
        self.database.run_here(lambda s: seasons.ensure(s, now=self.now))
        self.database.run_here(
            lambda s: around_me.choose(s, self.people[who], is_in=wants, now=self.now)
        )

    @rule(who=PEOPLE)
    def someone_is_erased(self, who: int) -> None:
        ref = self.people[who].member_ref
        self.database.run_here(lambda s: erasure.erase(s, ref, by="self", now=self.now))
        self.people[who] = person(self.database, PLACES[who], now=self.now)

    @rule(days=st.integers(1, 9))
    def days_pass(self, days: int) -> None:
        self.now += timedelta(days=days)
        self.today = []

    @rule()
    def a_season_ends_and_is_closed(self) -> None:
        season = self.database.run_here(lambda s: seasons.ensure(s, now=self.now))
        self.now += timedelta(weeks=season.weeks)
        self.today = []
        self.database.run_here(
            lambda s: closing.close_due(s, rules=self.published, now=self.now)
        )
        self.closed[season.season_id] = self._points_of(season.season_id)

    def _points_of(self, season_id: int) -> int:
        rows = self.database.read_here(lambda s: ledger.kept(s, "season_total"))
        return sum(row["points"] for row in rows if row["season_id"] == season_id)

    @rule()
    def the_clock_seals(self) -> None:
        asked = self.database.run_here(seals.candidate)
        made = self.database.read_here(
            lambda s: seals.next_seal(s, asked.last_id, now=self.now)
        )
        if made is not None:
            assert self.database.run_here(lambda s: seals.keep(s, made))

    @invariant()
    def totals_are_those_of_the_ledger(self) -> None:
        assert self.database.read_here(ledger.differences) == []

    @invariant()
    def the_chain_holds(self) -> None:
        assert self.database.read_here(seals.verify).faults == ()

    @invariant()
    def points_are_never_negative_and_never_beyond_a_cap(self) -> None:
        for period, points in self.database.read_here(_capped):
            assert 0 <= points <= self.highest[period]

    @invariant()
    def points_never_stand_without_a_gesture(self) -> None:
        for row in self.database.read_here(lambda s: ledger.kept(s, "member_total")):
            assert row["gestures"] > 0 or row["points"] == 0

    @invariant()
    def ledger_sum_is_the_sum_of_the_members(self) -> None:
        amounts, points = self.database.read_here(_sums)
        assert amounts == points

    @invariant()
    def every_total_is_the_sum_of_its_tiers(self) -> None:
        by_tier = self.database.read_here(_by_tier)
        for table in ("season_total", "group_total", "member_total"):
            for row in self.database.read_here(lambda s, t=table: ledger.kept(s, t)):
                proven = [v for n, v in row.items() if n.startswith("points_")]
                assert min(proven) >= 0
                assert row["points"] >= 0
        rows = self.database.read_here(lambda s: ledger.kept(s, "season_total"))
        assert sum(row["points"] for row in rows) == sum(by_tier.values())
        for tier in ("evidence", "code", "attested"):
            kept = sum(row[f"points_{tier}"] for row in rows)
            assert kept == by_tier.get(tier, 0)

    @invariant()
    def nothing_of_a_closed_season_moves(self) -> None:
        for season_id, points in self.closed.items():
            assert self._points_of(season_id) == points


def _caps(rules: Rules) -> dict[str, int]:
    return {
        "day": rules.day_cap,
        "week": rules.week_cap,
        "declared": rules.declared_week_cap,
    }


def _by_period(session: Session) -> dict[tuple[str, str, date], int]:
    """Return points by period, person, and first day of the period."""
    found: dict[tuple[str, str, date], int] = defaultdict(int)
    for row in ledger.kept(session, "member_day"):
        ref, day = row["member_ref"], row["civic_day"]
        found["day", ref, day] += row["points"]
        found["week", ref, week_of(day)] += row["points"]
        declared = row["points"] - row["points_proven"]
        found["declared", ref, week_of(day)] += declared
    return found


def _capped(session: Session) -> list[tuple[str, int]]:
    return [(period, n) for (period, _, _), n in _by_period(session).items()]


def _earned(session: Session, actor: Actor, day: date) -> dict[str, int]:
    first = {"day": day, "week": week_of(day), "declared": week_of(day)}
    found = _by_period(session)
    return {
        period: found[period, actor.member_ref, start]
        for period, start in first.items()
    }


def _sums(session: Session) -> tuple[int, int]:
    amounts = session.exec(select(func.coalesce(func.sum(Ledger.amount), 0))).one()
    points = session.exec(select(func.coalesce(func.sum(MemberTotal.points), 0))).one()
    return amounts, points


def _by_tier(session: Session) -> dict[str, int]:
    rows = session.exec(
        select(Ledger.tier, func.sum(Ledger.amount)).group_by(Ledger.tier)
    )
    return dict(rows.all())


@pytest.mark.slow
@pytest.mark.parametrize("engine", ENGINES)
def test_any_sequence_keeps_the_totals_true(databases: Databases, engine: str) -> None:
    live(Game, databases, engine)
