"""The official word of what a source answers is what stands on the screen.

Such values open challenges: these tests come after those of the weather of the climate,
which watch the very first one.
"""

import json
import re
from datetime import UTC, date, datetime

import pytest
from playwright.sync_api import Page, expect

from climact_issy.content import live_indicators
from climact_issy.domain.civic import PARIS, civic_day
from climact_issy.domain.indicators import Classes
from tests.e2e.conftest import Demonstration
from tests.e2e.ingesting import ingest
from tests.support.replay import Answer, Asked, serving
from tests.support.source_cases import CASES, Case

pytestmark = pytest.mark.e2e


def classes(case: Case) -> Classes | None:
    return live_indicators.by_slug(case.source.indicators[0]).classes


OFFICIAL = [case for case in CASES if classes(case) is not None]


def of_today(case: Case) -> bytes:
    """The answer of a source that tells days, as if its newest one were today."""
    later = civic_day(datetime.now(UTC)) - date.fromisoformat(case.newest[0])

    def moved(found: re.Match[str]) -> str:
        if "T" not in found[0]:
            return (date.fromisoformat(found[0]) + later).isoformat()
        # On the clock of Paris: midnight of a summer is not that of a winter in UTC.
        at = datetime.fromisoformat(found[0]).astimezone(PARIS) + later
        return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"

    times = re.compile(r"\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}Z)?")
    return times.sub(moved, case.body().decode()).encode()


@pytest.mark.parametrize("case", OFFICIAL, ids=lambda case: case.source.name)
def test_the_official_word_of_the_answer_is_on_the_screen(
    demo: Demonstration, phone: Page, case: Case
) -> None:
    slug, scale = case.source.indicators[0], classes(case)
    grade = scale.grade(case.newest[1]) if scale else None
    assert grade is not None
    word = grade.word[0]

    def play(asked: Asked) -> Answer:
        login = case.source.login
        if login and asked.path == login.path:
            return Answer(json.dumps({login.token: "one-run-only"}).encode())
        return Answer(of_today(case))

    with serving(play) as server:
        told = ingest(demo, case.source.name, server.address)
    assert "0 rejected" in told

    phone.goto(f"{demo.url}/chiffres/{slug}")

    expect(phone.locator("h1.say")).to_contain_text(word, ignore_case=True)
    named = phone.locator("main header").get_by_text(re.compile(word, re.IGNORECASE))
    # In the sentence, and as the level with the name of its scale.
    expect(named).to_have_count(2)
