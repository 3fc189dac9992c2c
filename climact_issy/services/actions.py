"""Gestures: note one, take one back, read one's own."""

import math
from dataclasses import replace
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import Connection
from sqlmodel import Session

from climact_issy.domain.actions import Action
from climact_issy.domain.caps import ENTRIES_A_DAY, next_instant, repeat_number
from climact_issy.domain.civic import civic_day, day_bounds
from climact_issy.domain.errors import (
    BadInput,
    CadenceReached,
    StaleSight,
    TooManyTries,
    UndoTooLate,
)
from climact_issy.domain.gestures import (
    Cap,
    GoalProgress,
    LoggedGesture,
    MyAction,
    UndoneGesture,
)
from climact_issy.domain.people import Actor
from climact_issy.domain.points import Rules, award, base_points
from climact_issy.domain.seasons import Season
from climact_issy.domain.tiers import Tier
from climact_issy.services import (
    challenge_counting,
    evidence,
    gesture_rows,
    history,
    posting,
    recognition,
    seasons,
)
from climact_issy.services import rules as published
from climact_issy.services.entries import Tap, ledger_row, log_row
from climact_issy.services.history import Entry
from climact_issy.services.sights import Moment, live_days, my_action
from climact_issy.services.sums import Spot, Sums, points_before, sums

_CAUSES: Final[dict[str, Cap]] = {
    "tap:day": "day",
    "tap:week": "week",
    "tap:declared": "declared",
    "tap:repeat": "repeat",
    "tap:pause": "pause",
}
"""What a ledger row says took some of its points; nothing did on every other row."""


def log(  # noqa: PLR0913 - a gesture: who, what, how much, seen from which sight
    session: Session,
    actor: Actor,
    action: Action,
    quantity: float | None,
    seen: int,
    *,
    rules: Rules,
    now: datetime,
) -> LoggedGesture:
    """Note one gesture: one ledger row, and every total it moves.

    Args:
        session: an open session that may write; the caller commits.
        actor: who did it.
        action: what they did.
        quantity: how much, in the action's unit; None for its default.
        seen: entries of today that the page had shown, undone ones included.
        rules: the published rule.
        now: this instant.

    Raises:
        BadInput: an action that is not noted, a quantity outside its bounds.
        CadenceReached: as often as its rhythm allows (values: next_at).
        StaleSight: the page had shown more entries than there are.
        TooManyTries: too many entries of this action today.
        NotFound: the person was erased.
    """
    amount = checked_quantity(action, quantity)
    day = civic_day(now)
    connection = session.connection()
    player, season = seasons.hold_player(session, actor, now=now)
    entries = history.of_action(
        connection, player.member_ref, action.slug, season, today=day
    )
    tap = Tap(action, amount, seen + 1, player, season, day, now)
    entries_today = sum(entry.civic_day == day for entry in entries)
    if seen > entries_today or seen < 0:
        raise StaleSight(seen=entries_today)
    if seen < entries_today:
        return _first_answer(connection, tap, rules, entries)
    _refuse_beyond_rhythm(tap, entries, entries_today)
    return _append(connection, tap, rules, entries)


def checked_quantity(action: Action, quantity: float | None) -> float | None:
    """Return how much of an action is noted, to the thousandth of its unit.

    Raises:
        BadInput: codes "not_loggable", "quantity" (a one-off action has none) and
            "quantity_bounds" (values: minimum, maximum, unit).
    """
    if not action.is_loggable:
        code = "not_loggable"
        raise BadInput(code)
    bounds = action.quantity
    if bounds is None:
        if quantity not in {None, 1}:
            code = "quantity"
            raise BadInput(code)
        return None
    amount = bounds.default if quantity is None else quantity
    if not math.isfinite(amount) or not bounds.minimum <= amount <= bounds.maximum:
        code = "quantity_bounds"
        raise BadInput(
            code, minimum=bounds.minimum, maximum=bounds.maximum, unit=bounds.unit
        )
    return round(amount, 3)


def _refuse_beyond_rhythm(tap: Tap, entries: list[Entry], entries_today: int) -> None:
    next_at = next_instant(
        tap.action.cadence,
        live_days(entries),
        tap.day,
        tap.season,
        cool_down_days=tap.action.cool_down_days,
    )
    if next_at is not None:
        raise CadenceReached(
            next_at=next_at,
            times=tap.action.cadence.times,
            period=tap.action.cadence.period.value,
        )
    if entries_today >= ENTRIES_A_DAY:
        raise TooManyTries(next_at=day_bounds(tap.day)[1])


def _append(
    connection: Connection, tap: Tap, rules: Rules, entries: list[Entry]
) -> LoggedGesture:
    season = tap.season
    before = sums(connection, tap.spot)
    is_new_week = before.gestures_week == 0
    # Read ahead of the totals, whose rows everybody waits for.
    recognised = recognition.before_gesture(
        connection, tap.player.member_ref, is_new_week=is_new_week
    )
    given = award(
        rules,
        base_points(rules, tap.action.effort, Tier.DECLARED),
        before,
        repeat=repeat_number(live_days(entries), tap.day),
        is_pause=season.is_pause,
    )
    row = ledger_row(tap, given, rules)
    posted = posting.post(connection, row, before, is_on_board=tap.player.is_on_board)
    noted = log_row(tap, posted.entry_id, given)
    gesture_rows.note(connection, noted)
    row |= {"id": posted.entry_id}
    counted = challenge_counting.count(
        connection, row, tap.player, rules=rules, now=tap.now
    )
    done = posted.done if counted.done is None else counted.done
    gained = given.points + counted.points
    answer = _answer(
        row,
        tap.action,
        _goal(connection, season, rules, tap.day, done),
        member_total_points=_total(connection, tap.spot, season, before) + gained,
        was_already_there=False,
        mine=my_action(
            Moment(tap.action, rules, season, tap.day),
            [history.entry(noted, tap.day), *entries],
            before.plus(gained, Tier.DECLARED),
        ),
    )
    completed = sum(step.is_completed for step in counted.steps)
    reached = recognition.reached_by(
        connection,
        tap.player.member_ref,
        recognition.Noted(tap.action.slug, is_new_week, completed),
        recognised,
    )
    if not (reached or counted.steps):
        return answer
    return replace(answer, challenges=counted.steps, badges=reached)


def _first_answer(
    connection: Connection, tap: Tap, rules: Rules, entries: list[Entry]
) -> LoggedGesture:
    found = gesture_rows.by_key(connection, tap.player.member_ref, tap.key)
    row = dict(found._mapping)  # noqa: SLF001 - SQLAlchemy's public name for a row as a mapping
    now_there = sums(connection, posting.spot_of(row))
    return _answer(
        row,
        tap.action,
        _goal(connection, tap.season, rules, tap.day, None),
        member_total_points=_total(connection, tap.spot, tap.season, now_there),
        was_already_there=True,
        mine=my_action(
            Moment(tap.action, rules, tap.season, tap.day),
            entries,
            now_there,
        ),
    )


def _total(
    connection: Connection, spot: Spot, season: Season | None, found: Sums
) -> int:
    """Return the points that the top bar shows: a pause keeps those of its season."""
    if season is None or not season.is_pause:
        return found.season
    return found.season + points_before(connection, spot.member_ref, season)


def _goal(
    connection: Connection,
    season: Season,
    rules: Rules,
    today: date,
    done: int | None,
) -> GoalProgress:
    return gesture_rows.goal(
        connection,
        season_id=season.season_id,
        ends_on=season.ends_on,
        target=rules.goal_gestures,
        today=today,
        done=done,
    )


def _answer(
    row: dict[str, Any],
    action: Action,
    goal: GoalProgress,
    *,
    member_total_points: int,
    was_already_there: bool,
    mine: MyAction,
) -> LoggedGesture:
    amount = row["quantity_milli"] / 1000
    saving = action.saving
    low = saving.low_kgco2e if saving else None
    high = saving.high_kgco2e if saving else None
    grams = row["saving_gco2e"]
    return LoggedGesture(
        entry_id=row["id"],
        action_slug=row["subject"],
        quantity=amount if action.quantity else None,
        points=row["amount"],
        cap=_CAUSES.get(row["cause"]),
        saving_kgco2e=None if grams is None else grams / 1000,
        low_kgco2e=None if low is None else low * amount,
        high_kgco2e=None if high is None else high * amount,
        boundary=action.boundary,
        noted_at=row["recorded_at"],
        civic_day=row["civic_day"],
        was_already_there=was_already_there,
        member_total_points=member_total_points,
        neighbourhood=row["neighbourhood"],
        goal=goal,
        season_entries_today=goal.today,
        can_undo_until=day_bounds(row["civic_day"])[1],
        mine=mine,
    )


def undo(
    session: Session,
    actor: Actor,
    entry_id: int,
    *,
    now: datetime,
    rules: Rules | None = None,
) -> UndoneGesture:
    """Take one's own gesture of today back, by a reversing ledger row.

    Args:
        session: an open session that may write; the caller commits.
        actor: whose gesture it is.
        entry_id: the gesture.
        now: this instant.
        rules: the published rule; the one in force by default.

    Raises:
        NotFound: no such gesture, or somebody else's.
        UndoTooLate: its civic day is over.
    """
    day = civic_day(now)
    connection = session.connection()
    player = gesture_rows.hold_player(connection, actor, day)
    found = gesture_rows.by_id(connection, actor.member_ref, entry_id)
    if found.civic_day != day:
        raise UndoTooLate(ended_at=day_bounds(found.civic_day)[1])
    was_already_undone = found.undone_at is not None
    row = dict(found._mapping)  # noqa: SLF001 - SQLAlchemy's public name for a row as a mapping
    spot = posting.spot_of(row)
    done = None
    points = found.amount
    if not was_already_undone:
        # What its evidence brought goes first: points never stand without a gesture.
        points += evidence.take_back_bonus(
            connection,
            entry_id,
            cause="undo",
            now=now,
            is_on_board=player.is_on_board,
        )
        done = posting.take_back(
            connection, row, cause="undo", now=now, is_on_board=player.is_on_board
        ).done
        gesture_rows.take_back(connection, entry_id, now)
        counted = challenge_counting.uncount(connection, row, player, now=now)
        done = done if counted.done is None else counted.done
    return UndoneGesture(
        entry_id=entry_id,
        action_slug=found.subject,
        points=points,
        was_already_undone=was_already_undone,
        member_total_points=_total(
            connection, spot, player.season, sums(connection, spot)
        ),
        neighbourhood=found.neighbourhood,
        goal=gesture_rows.goal(
            connection,
            season_id=found.season_id,
            ends_on=found.ends_on,
            target=(rules or published.in_force(session, day)).goal_gestures,
            today=day,
            done=done,
        ),
        is_pause=player.season is not None and player.season.is_pause,
    )


def mine(
    session: Session,
    actor: Actor,
    action: Action,
    *,
    rules: Rules,
    now: datetime,
) -> MyAction:
    """Return a person's gestures of one action, and whether one more is possible."""
    day = civic_day(now)
    connection = session.connection()
    player = gesture_rows.player(connection, actor, day)
    if player.season is None:
        return MyAction(0, (), can_log=action.is_loggable, next_at=None)
    season = player.season
    entries = history.of_action(
        connection, player.member_ref, action.slug, season, today=day
    )
    spot = Spot(player.member_ref, season.season_id, day, player.neighbourhood)
    found = sums(connection, spot)
    moment = Moment(action, rules, season, day)
    return my_action(moment, entries, found)
