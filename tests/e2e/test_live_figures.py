"""What a source answers is what stands on the screen."""

import json
import re
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page, expect

from climact_issy import routes, texts
from climact_issy.connectors import smartlina_feed
from climact_issy.content import live_indicators, live_notes
from climact_issy.domain import signatures
from climact_issy.domain.observations import start_of
from tests.e2e.conftest import FEED_SECRET, Demonstration
from tests.e2e.ingesting import ingest
from tests.support.replay import Answer, serving
from tests.support.source_cases import CASES, Case, Row

pytestmark = pytest.mark.e2e

MEASURED = [
    case
    for case in CASES
    if live_indicators.by_slug(case.source.indicators[0]).classes is None
]


def this_quarter() -> datetime:
    now = datetime.now(UTC)
    return now.replace(minute=now.minute // 15 * 15, second=0, microsecond=0)


def answer(case: Case) -> bytes:
    """The recorded answer, as if its newest value were of this quarter of an hour."""
    later = this_quarter() - start_of(case.newest[0])

    def moved(row: Row) -> Row:
        when = datetime.fromisoformat(row[case.time]) + later
        return {**row, case.time: when.isoformat()}

    return case.changed(lambda rows: [moved(row) for row in rows])


def test_the_value_of_a_signed_message_is_on_the_screen(
    demo: Demonstration, phone: Page
) -> None:
    # First of its figure: of one instant, every other source is surer.
    (case,) = [each for each in CASES if each.source is smartlina_feed.SOURCE]
    payload = json.loads(answer(case))
    payload["values"] = [
        {**payload["values"][0], "period": this_quarter().isoformat(), "value": 31.0}
    ]
    body = json.dumps(payload).encode()
    seconds = signatures.seconds_of(datetime.now(UTC))
    headers = {
        "X-Climact-Timestamp": seconds,
        "X-Climact-Signature": signatures.signature(
            FEED_SECRET.encode(), seconds, body
        ),
    }
    sent = phone.request.post(
        f"{demo.url}{routes.API_FEED}", data=body, headers=headers
    )
    assert (sent.status, sent.json()["values"]) == (202, 1)
    assert "1 new" in ingest(demo, smartlina_feed.PUSHED.name)

    phone.goto(f"{demo.url}/chiffres/{smartlina_feed.INDICATOR}")

    expect(phone.locator("header .num").first).to_have_text("31")
    expect(phone.locator("h1.say")).to_contain_text("31")


@pytest.mark.parametrize("case", MEASURED, ids=lambda case: case.source.name)
def test_the_value_of_the_answer_is_on_the_screen(
    demo: Demonstration, phone: Page, case: Case
) -> None:
    figure = live_indicators.by_slug(case.source.indicators[0])
    with serving(lambda _: Answer(answer(case))) as server:
        told = ingest(demo, case.source.name, server.address)
    assert "0 rejected" in told

    phone.goto(f"{demo.url}/chiffres/{figure.slug}")

    value = texts.for_language("fr").number(case.newest[1], figure.digits)
    expect(phone.locator("header .num").first).to_have_text(value)
    expect(phone.locator("h1.say")).to_contain_text(value)
    expect(
        phone.locator("header").get_by_text(re.compile("il y a .* minute"))
    ).to_be_visible()
    if live_notes.of(figure.slug).tells:
        record = phone.locator(".fig-main").get_by_text(re.compile("habituel|habitude"))
        expect(record).to_be_visible()
    # The names that a browser tells have plain spaces only.
    heard = re.compile(r"\s".join(value.split()))
    expect(phone.get_by_role("img", name=heard)).to_be_visible()
    phone.goto(f"{demo.url}/en/figures")
    card = phone.locator(".fcard").filter(has_text=figure.title[1])
    value = texts.for_language("en").number(case.newest[1], figure.digits)
    expect(card.locator(".num")).to_have_text(value)
