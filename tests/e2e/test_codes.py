"""A code of an event, from the camera's link to the points, by keyboard too."""

import re
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Page, expect
from sqlmodel import Session, select

from climact_issy.domain.civic import civic_day
from climact_issy.domain.codes import grouped
from climact_issy.models import Challenge, Code
from climact_issy.services import code_batches
from climact_issy.services.code_batches import Wanted
from tests.e2e.people import People
from tests.e2e.walking import go

pytestmark = pytest.mark.e2e

SLUG = "atelier-des-essais"


@pytest.fixture
def code(people: People) -> str:
    """A code of an event of today, as it stands on paper."""

    def work(session: Session) -> str:
        now = datetime.now(UTC)
        today = civic_day(now)
        event = session.exec(select(Challenge).where(Challenge.slug == SLUG)).first()
        if event is None:
            session.add(
                Challenge(
                    slug=SLUG,
                    kind="event",
                    state="running",
                    title_fr="Atelier vélo",
                    title_en="Bike workshop",
                    summary_fr="On répare.",
                    summary_en="We repair.",
                    place="Place de la mairie",
                    effort=3,
                    starts_on=today - timedelta(days=1),
                    ends_on=today + timedelta(days=1),
                    created_by="e2e",
                    created_at=now,
                    changed_at=now,
                    is_demo=True,
                )
            )
            session.flush()
        batch = code_batches.create(session, None, Wanted(SLUG, 1), now=now)
        text = session.exec(select(Code.text).where(Code.batch_id == batch)).one()
        return grouped(text)

    return people.database.run_here(work)


def test_a_scanned_code_is_one_tap(phone: Page, people: People, code: str) -> None:
    people.new().enter(phone)
    before = people.written()
    go(phone, f"/code?code={code}")
    expect(phone.locator("#code")).to_have_value(code)
    expect(phone.locator("#redeem")).to_be_focused()
    assert people.written() == before

    phone.keyboard.press("Enter")
    expect(phone.locator("#counted")).to_be_focused()
    expect(phone.locator("main")).to_contain_text("Vous gagnez")
    expect(phone.locator("main")).to_contain_text("Atelier vélo")
    assert people.written()["Ledger"] == before["Ledger"] + 1

    go(phone, "/moi")
    expect(phone.locator(".mine-log")).to_contain_text("Atelier vélo")
    expect(phone.locator(".mine-log")).not_to_contain_text("Rien encore")
    phone.get_by_role("link", name="J’ai un code").click()
    expect(phone.locator("#code")).to_have_value("")
    phone.locator("#code").focus()
    phone.keyboard.type(code.lower().replace("-", " "))
    phone.keyboard.press("Enter")
    # Whoever is faster than the page finds their code in it again, and taps once more.
    expect(phone.locator("#counted, #redeem:focus")).to_be_visible()
    if phone.locator("#redeem:focus").count():
        phone.keyboard.press("Enter")
    expect(phone.locator("#counted")).to_contain_text("déjà compté")
    phone.get_by_role("button", name="J’ai un autre code").click()
    expect(phone.locator("#code")).to_be_focused()
    expect(phone.locator("#code")).to_have_value("")
    assert people.written()["Ledger"] == before["Ledger"] + 1


@pytest.mark.parametrize("path", ["/code", "/en/code"])
def test_a_code_sent_before_the_page_is_live_is_kept_and_counts_by_one_tap(
    phone: Page, people: People, code: str, path: str
) -> None:
    people.new().enter(phone)
    before = people.written()
    scripts = re.compile(r"\.js(\?|$)")
    phone.route(scripts, lambda route: route.abort())
    phone.goto(path)
    phone.locator("#code").fill(code)
    phone.unroute(scripts)
    phone.keyboard.press("Enter")

    phone.wait_for_url(f"**{path}?code={code}")
    expect(phone.locator("#code")).to_have_value(code)
    expect(phone.locator("#redeem")).to_be_focused()
    assert people.written() == before
    phone.keyboard.press("Enter")
    expect(phone.locator("#counted")).to_be_focused()
    assert people.written()["Ledger"] == before["Ledger"] + 1


def test_a_wrong_code_says_why_beside_the_field(desk: Page, people: People) -> None:
    people.new().enter(desk)
    go(desk, "/en/code")
    desk.locator("#code").fill("CDFH JKMN")
    desk.locator("#redeem").click()
    expect(desk.locator("#code-error")).to_contain_text("eight characters")
    expect(desk.locator("#code")).to_have_value("CDFH JKMN")
    assert desk.locator("#code").get_attribute("aria-invalid") == "true"


def test_signing_in_keeps_the_code(phone: Page, people: People, code: str) -> None:
    go(phone, f"/code?code={code}")
    link = phone.get_by_role("link", name="Je me connecte")
    expect(link).to_be_focused()
    wanted = f"/code?code={code}"
    assert _next_of(link.get_attribute("href")) == wanted

    phone.locator("#code").fill("x & y")
    expect(link).to_have_attribute("href", f"/connexion?next={_twice('x & y')}")
    phone.locator("#code").fill(code)
    link.click()
    assert phone.locator('input[name="next"]').first.input_value() == wanted
    person = people.new()
    person.enter(phone)
    go(phone, wanted)
    expect(phone.locator("#redeem")).to_have_text("Je valide mon code")


def test_a_sheet_is_for_who_holds_the_event(phone: Page, people: People) -> None:
    people.new().enter(phone)
    answer = phone.goto("/print/codes/1")
    assert answer is not None
    assert answer.status == 404
    assert "no-store" in answer.headers["cache-control"]


def _next_of(href: str | None) -> str:
    assert href is not None
    return parse_qs(urlsplit(href).query)["next"][0]


def _twice(text: str) -> str:
    return "%2Fcode%3Fcode%3D" + quote(quote(text, safe=""), safe="")
