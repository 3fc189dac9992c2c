"""The demo people live the same life every time."""

from datetime import date, timedelta

from climact_issy.content import rules as published
from climact_issy.domain.civic import civic_day
from climact_issy.domain.seasons import opening
from climact_issy.services import demo_life
from tests.support.gestures import NOON

PEOPLE = demo_life.inhabitants(60, NOON)
LIVED = demo_life.moments(PEOPLE, NOON)
SEASON = opening(date(2026, 10, 26), 8, 1)


def test_the_same_instant_gives_the_same_demo() -> None:
    again = demo_life.inhabitants(60, NOON)

    assert again == PEOPLE
    assert demo_life.moments(again, NOON) == LIVED


def test_everything_happened_in_the_four_weeks_before_now() -> None:
    first = SEASON.starts_on

    assert all(moment.at <= NOON for moment in LIVED)
    assert all(civic_day(moment.at) >= first for moment in LIVED)
    assert all(moment.at >= moment.who.joined_at for moment in LIVED)
    assert civic_day(LIVED[-1].at) >= civic_day(NOON) - timedelta(days=1)


def test_every_gesture_respects_caps_bounds_and_order() -> None:
    rules = published.first()
    found = list(demo_life.taps(LIVED, SEASON, rules))
    days: dict[tuple[str, date], int] = {}
    for tap, given in found:
        key = (tap.player.member_ref, tap.day)
        days[key] = days.get(key, 0) + given.points
        bounds = tap.action.quantity
        assert bounds is not None
        assert tap.quantity is not None
        assert bounds.minimum <= tap.quantity <= bounds.maximum

    assert max(days.values()) <= rules.day_cap
    assert [tap.now for tap, _ in found] == sorted(tap.now for tap, _ in found)
    assert len({tap.key for tap, _ in found}) == len(found)


def test_a_demo_row_says_that_it_is_one() -> None:
    assert all(demo_life.citizen_row(who)["is_demo"] for who in PEOPLE)
