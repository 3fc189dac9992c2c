"""The week as a bar with two parts: full is a success, never a warning."""

import re
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from climact_issy import texts
from climact_issy.domain.gestures import Me
from climact_issy.domain.seasons import opening
from climact_issy.presenters.week import WeekView, week_view

T = texts.for_language("fr")
EN = texts.for_language("en")
AT = datetime(2026, 11, 23, tzinfo=UTC)


def view(
    week: int, proven: int, *, declared_cap: int = 200, cap: int = 200
) -> WeekView:
    me = Me(
        pseudonym="Lina",
        neighbourhood="",
        points_season=300,
        points_week=week,
        points_week_proven=proven,
        week_cap=cap,
        declared_week_cap=declared_cap,
        points_today=0,
        day_cap=60,
        active_weeks=1,
        gestures=1,
        recent=(),
        joined_at=AT,
        saving_kgco2e=0,
        gestures_with_saving=0,
        season=opening(AT.date(), 8),
    )
    return week_view(T, me)


def test_words_and_figures_say_both_parts() -> None:
    found = view(45, 10)

    assert (found.total, found.out_of) == ("45", "points sur 200")
    assert (found.declared, found.proven) == ("35", "10")
    assert (found.declared_percent, found.proven_percent) == (18, 5)
    assert found.value_text == (
        "45 points sur 200\u00a0: 35 par les gestes notés, 10 par les rencontres et "
        "les preuves"
    )
    assert (found.sentence, found.is_full) == ("", False)


def test_a_full_week_is_celebrated() -> None:
    found = view(200, 20)

    assert found.is_full
    assert "bravo" in found.sentence
    assert found.declared_percent + found.proven_percent == 100


def test_a_full_part_invites_to_the_other_one() -> None:
    found = view(100, 0, declared_cap=100)

    assert not found.is_full
    assert "rencontre" in found.sentence
    assert "100" in view(40, 0, declared_cap=100).sentence


@given(st.integers(0, 400), st.floats(0, 1), st.integers(1, 300), st.floats(0, 1))
def test_the_parts_never_leave_the_bar_nor_vanish(
    week: int, share: float, cap: int, declared_share: float
) -> None:
    proven = round(week * share)

    found = view(week, proven, declared_cap=int(cap * declared_share), cap=cap)

    assert 0 <= found.declared_percent + found.proven_percent <= 100
    assert (found.proven_percent > 0) == (proven > 0)
    assert found.declared_percent >= 0
    assert not re.search("perd|sans point|atteint|dépass", found.sentence)


@pytest.mark.parametrize(("week", "proven"), [(1, 0), (1, 1), (0, 0)])
def test_a_single_point_is_seen(week: int, proven: int) -> None:
    found = view(week, proven)

    assert found.declared_percent == (1 if week > proven else 0)
    assert found.proven_percent == proven
