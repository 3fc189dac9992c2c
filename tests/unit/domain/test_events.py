from dataclasses import replace
from datetime import date, timedelta

import pytest

from climact_issy.domain.errors import BadInput
from climact_issy.domain.events import Event, cap_of, refuse_closed

FIRST = date(2026, 11, 24)
LAST = date(2026, 11, 26)
EVENT = Event(
    challenge_id=1,
    slug="atelier",
    title=("Atelier", "Workshop"),
    place="",
    starts_on=FIRST,
    ends_on=LAST,
    state="running",
    effort=3,
)


def refusal(event: Event, first: date, last: date, today: date) -> str:
    try:
        refuse_closed(event, first, last, today)
    except BadInput as refused:
        return refused.code
    return ""


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (FIRST - timedelta(days=1), "code_early"),
        (FIRST, ""),
        (LAST, ""),
        (LAST + timedelta(days=1), "code_over"),
    ],
)
def test_a_code_counts_on_the_days_of_its_event(day: date, code: str) -> None:
    wide = timedelta(days=30)
    assert refusal(EVENT, FIRST - wide, LAST + wide, day) == code


def test_a_code_counts_on_its_own_days_only() -> None:
    middle = FIRST + timedelta(days=1)
    assert refusal(EVENT, middle, middle, FIRST) == "code_early"
    assert refusal(EVENT, middle, middle, middle) == ""
    assert refusal(EVENT, middle, middle, LAST) == "code_over"


@pytest.mark.parametrize(
    ("state", "code"),
    [
        ("draft", "code_early"),
        ("approved", "code_early"),
        ("scheduled", "code_early"),
        ("closed", "code_over"),
        ("archived", "code_over"),
    ],
)
def test_a_code_of_an_event_that_does_not_run_is_refused(state: str, code: str) -> None:
    assert refusal(replace(EVENT, state=state), FIRST, LAST, FIRST) == code


def test_a_cause_names_its_cap() -> None:
    found = [cap_of(cause) for cause in ("code", "code:day", "paper:week", "undo")]
    assert found == [None, "day", "week", None]
