"""Past weeks awarded again under another version."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from climact_issy.domain.civic import week_of
from climact_issy.domain.points import Earned, award, base_points
from climact_issy.domain.rule_preview import Line, Preview, preview
from climact_issy.domain.tiers import Tier
from tests.support.rules import RULES

MONDAY = date(2026, 11, 2)
SUNDAY = date(2026, 11, 29)


def line(**changes: object) -> Line:
    found = Line("a", "la-ferme", MONDAY, "velo", 2, Tier.DECLARED, 10, False)  # noqa: FBT003 - the field's own order
    return replace(found, **changes)


def seen(lines: list[Line], **changes: object) -> Preview:
    rules = replace(RULES, **changes)
    return preview(rules, lines, MONDAY, SUNDAY)


@st.composite
def lived(draw: st.DrawFn) -> list[Line]:
    """Some weeks as the rule of the tests awarded them."""
    days: dict[date, int] = {}
    weeks: dict[date, int] = {}
    found: list[Line] = []
    for effort, day in draw(
        st.lists(
            st.tuples(st.integers(1, 5), st.dates(MONDAY, SUNDAY)), max_size=40
        ).map(lambda gestures: sorted(gestures, key=lambda g: g[1]))
    ):
        earned = Earned(days.get(day, 0), weeks.get(week_of(day), 0), 0)
        got = award(RULES, base_points(RULES, effort, Tier.DECLARED), earned)
        days[day] = earned.today + got.points
        weeks[week_of(day)] = earned.week + got.points
        found.append(
            line(
                civic_day=day,
                effort=effort,
                points=got.points,
                was_capped=got.lost_to is not None,
            )
        )
    return found


@given(lived())
def test_the_same_rule_changes_nothing(lines: list[Line]) -> None:
    found = seen(lines)

    assert found.everybody.before == found.everybody.after
    assert (found.gaining, found.losing) == (0, 0)
    assert found.capped_before == found.capped_after
    assert found.gestures == len(lines)


def test_who_gains_and_who_loses_is_counted() -> None:
    lines = [
        line(),
        line(member_ref="b", effort=5, points=25, neighbourhood="les-iles"),
        line(member_ref="c", effort=None, points=40),
    ]

    found = seen(lines, day_cap=20, points_per_effort=8)

    assert (found.everybody.before, found.everybody.after) == (75, 16 + 20 + 40)
    assert (found.gaining, found.losing, found.everybody.people) == (1, 1, 3)
    assert (found.capped_before, found.capped_after) == (0, 1)
    assert found.places["les-iles"].after == 20
    assert found.places["la-ferme"].people == 2


def test_what_is_kept_fills_the_caps_of_what_follows() -> None:
    lines = [line(effort=None, points=25, tier=Tier.CODE), line()]

    assert seen(lines, day_cap=30).everybody.after == 25 + 5


def test_repeats_and_the_declared_share_start_anew_each_week() -> None:
    lines = [line(civic_day=MONDAY + timedelta(days=n)) for n in (0, 1, 7)]

    assert seen(lines, repeat_weights=(1.0, 0.6)).everybody.after == 10 + 6 + 10
    assert seen(lines, declared_week_share=0.15).everybody.after == 15 + 10


def test_no_gesture_is_no_preview_of_anybody() -> None:
    found = seen([])

    assert (found.gestures, found.everybody.people, dict(found.places)) == (0, 0, {})
