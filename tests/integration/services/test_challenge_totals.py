"""Whatever people do, the totals of challenges are those of what counted."""

import contextlib
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import (
    invariant,
    precondition,
    rule,
)
from sqlalchemy import text
from sqlmodel import Session

from climact_issy.content import challenges as content
from climact_issy.database import Database
from climact_issy.domain.actions import Action
from climact_issy.domain.challenge_moves import Move
from climact_issy.domain.challenges import Scope
from climact_issy.domain.errors import ClimactError
from climact_issy.services import (
    challenge_desk,
    challenge_joining,
    challenge_totals,
    erasure,
    ledger,
)
from tests.support.challenges import (
    GOAL,
    HABIT,
    KNOWN,
    PLEDGE,
    RACE,
    count_test_actions,
    later,
    running,
    scheduled,
)
from tests.support.databases import ENGINES, Databases
from tests.support.gestures import (
    BIKE,
    NOON,
    SORT,
    WALK,
    person,
    plays_for,
    tap,
    untap,
)
from tests.support.lives import Life, live
from tests.support.rules import RULES

PLACES = ("la-ferme", "val-de-seine", "outside")
TEAM_RACE = replace(RACE, slug="course-equipes", scope=Scope.TEAM)
DRAFTS = (GOAL, RACE, TEAM_RACE, HABIT, PLEDGE)
SLUGS = [draft.slug for draft in DRAFTS]

Step = Callable[[Session], object]


class Together(Life):
    """Three people who tap, undo, join, leave and check in, while moderators close.

    Someone who was erased is followed by a newcomer in their place.
    """

    def __init__(self) -> None:
        super().__init__()
        self.people = [person(self.database, place) for place in PLACES]
        plays_for(self.database, self.people[0], "velo")
        for draft in DRAFTS:
            scheduled(self.database, draft)
        self.now = NOON
        self.today: list[tuple[int, int]] = []

    def tries(self, step: Step) -> None:
        with contextlib.suppress(ClimactError):
            self.database.run_here(step)

    @rule(who=st.integers(0, 2), action=st.sampled_from((BIKE, WALK, SORT)))
    def someone_taps(self, who: int, action: Action) -> None:
        for seen in range(4):
            with contextlib.suppress(ClimactError):
                noted = tap(self.database, self.people[who], action, seen, now=self.now)
                if not noted.was_already_there:
                    self.today.append((who, noted.entry_id))
                    return

    @precondition(lambda self: self.today)
    @rule(data=st.data())
    def someone_undoes(self, data: st.DataObject) -> None:
        who, entry_id = data.draw(st.sampled_from(self.today))
        untap(self.database, self.people[who], entry_id, now=self.now)

    @rule(who=st.integers(0, 2), slug=st.sampled_from(SLUGS))
    def someone_joins(self, who: int, slug: str) -> None:
        actor, at = self.people[who], self.now
        self.tries(lambda s: challenge_joining.join(s, actor, slug, now=at))

    @rule(who=st.integers(0, 2), slug=st.sampled_from(SLUGS))
    def someone_leaves(self, who: int, slug: str) -> None:
        actor, at = self.people[who], self.now
        self.tries(lambda s: challenge_joining.leave(s, actor, slug, now=at))

    @rule(who=st.integers(0, 2))
    def someone_checks_in(self, who: int) -> None:
        actor, at = self.people[who], self.now
        self.tries(
            lambda s: challenge_joining.check_in(
                s, actor, PLEDGE.slug, rules=RULES, now=at
            )
        )

    @rule(who=st.integers(0, 2), team=st.sampled_from(("velo", "classe", "")))
    def someone_changes_teams(self, who: int, team: str) -> None:
        plays_for(self.database, self.people[who], team)

    @rule(who=st.integers(0, 2))
    def someone_is_erased(self, who: int) -> None:
        ref, at = self.people[who].member_ref, self.now
        self.database.run_here(lambda s: erasure.erase(s, ref, by="self", now=at))
        self.people[who] = person(self.database, PLACES[who], now=at)
        self.today = [(other, entry) for other, entry in self.today if other != who]

    @rule()
    def the_clock_turns(self) -> None:
        at = self.now
        self.tries(lambda s: challenge_desk.turn(s, now=at))

    @rule(slug=st.sampled_from(SLUGS))
    def a_moderator_closes(self, slug: str) -> None:
        at = self.now
        self.tries(
            lambda s: challenge_desk.move(
                s, None, slug, Move.CLOSE, reason="Fini.", now=at
            )
        )

    @rule(days=st.integers(1, 5))
    def days_pass(self, days: int) -> None:
        self.now += timedelta(days=days)
        self.today = []

    @invariant()
    def totals_are_those_of_what_counted(self) -> None:
        assert self.database.read_here(challenge_totals.differences) == []

    @invariant()
    def the_ledger_stays_true(self) -> None:
        assert self.database.read_here(ledger.differences) == []


@pytest.mark.slow
@pytest.mark.parametrize("engine", ENGINES)
def test_any_sequence_keeps_the_totals_of_challenges_true(
    databases: Databases, engine: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(content, "countable", lambda: KNOWN)
    live(Together, databases, engine)


@pytest.fixture
def played(database: Database, monkeypatch: pytest.MonkeyPatch) -> Database:
    """Three people in every kind of challenge, one habit completed."""
    count_test_actions(monkeypatch)
    for draft in DRAFTS:
        running(database, draft)
    for place in PLACES:
        who = person(database, place)
        for slug in (HABIT.slug, PLEDGE.slug):
            database.run_here(
                lambda s, who=who, slug=slug: challenge_joining.join(
                    s, who, slug, now=NOON
                )
            )
        tap(database, who)
        tap(database, who, WALK)
        tap(database, who, now=later(1))
        database.run_here(
            lambda s, who=who: challenge_joining.check_in(
                s, who, PLEDGE.slug, rules=RULES, now=NOON
            )
        )
    return database


def kept(session: Session) -> list[object]:
    connection = session.connection()
    columns = "challenge_id, group_id, people, progress, points, points_squares"
    ours = connection.execute(
        text(f"SELECT {columns} FROM challenge_total ORDER BY 1, 2")  # noqa: S608 - a constant
    ).all()
    members = connection.execute(
        text(
            "SELECT challenge_id, member_ref, progress, points FROM challenge_member"
            " ORDER BY 1, 2"
        )
    ).all()
    return [*map(tuple, ours), *map(tuple, members)]


def test_rebuilt_totals_are_the_kept_ones(played: Database) -> None:
    before = played.read_here(kept)
    assert played.read_here(challenge_totals.differences) == []

    played.run_here(challenge_totals.rebuild)

    assert played.read_here(kept) == before
    assert len(before) > 10


@pytest.mark.parametrize(
    ("spoiled", "table"),
    [
        ("UPDATE challenge_total SET points = points + 1", "challenge_total"),
        ("UPDATE challenge_member SET progress = progress + 1", "challenge_member"),
        ("DELETE FROM challenge_gesture", "challenge_member"),
        ("DELETE FROM challenge_check_in", "challenge_member"),
        (
            "UPDATE challenge_member SET award_entry_id = NULL",
            "challenge_member",
        ),
    ],
)
def test_what_was_tampered_with_is_named(
    played: Database, spoiled: str, table: str
) -> None:
    played.run_here(lambda s: s.connection().execute(text(spoiled)))

    found = played.read_here(challenge_totals.differences)

    assert any(line.startswith(table) for line in found)


def test_a_dropped_total_comes_back(played: Database) -> None:
    before = played.read_here(kept)
    played.run_here(
        lambda s: s.connection().execute(text("DELETE FROM challenge_total"))
    )
    assert played.read_here(challenge_totals.differences)

    played.run_here(challenge_totals.rebuild)

    assert played.read_here(kept) == before


def test_erasing_a_person_changes_no_total(played: Database) -> None:
    before = played.read_here(kept)

    def erase(session: Session) -> None:
        connection = session.connection()
        connection.execute(text("DELETE FROM action_log"))
        connection.execute(text("DELETE FROM citizen"))

    played.run_here(erase)

    assert played.read_here(kept) == before
    assert played.read_here(challenge_totals.differences) == []
