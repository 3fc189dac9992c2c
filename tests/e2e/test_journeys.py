"""What a citizen does, from the home page to a noted gesture and back."""

import email
import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from climact_issy import routes
from climact_issy.content import actions as catalogue
from climact_issy.content import neighbourhoods, rules
from tests.e2e.conftest import Demonstration
from tests.e2e.people import People
from tests.e2e.walking import focused, go, live, number, painted

pytestmark = pytest.mark.e2e

BIKE = "/agir/prendre-le-velo"
PARCEL = "/agir/colis-a-pied"
RADIATORS = "/agir/purger-les-radiateurs"
REPAIR = "/agir/donner-un-coup-de-main"
MAIL_SECONDS = 15
VAL = neighbourhoods.by_slug("val-de-seine").name
CENTRE = neighbourhoods.by_slug("centre-ville").name
LOG = "#log"


def test_a_visitor_reads_an_indicator_and_its_source(phone: Page) -> None:
    go(phone, "/")
    phone.get_by_role("navigation", name="Navigation principale").get_by_role(
        "link", name="Chiffres"
    ).click()
    expect(phone).to_have_url(re.compile("/chiffres$"))
    first = phone.locator('main .fcard a[href^="/chiffres/"]').first
    address = first.get_attribute("href") or ""
    with live(phone):
        first.click()
    expect(phone).to_have_url(re.compile(f"{address}$"))
    expect(phone.locator("h1")).to_be_visible()
    passport = phone.locator("details.pass-more").first
    passport.locator("summary").click()
    expect(passport.get_by_text("Source", exact=True)).to_be_visible()
    expect(passport.get_by_text("Licence", exact=True)).to_be_visible()


def test_signing_in_comes_back_to_the_gesture_with_its_quantity(phone: Page) -> None:
    go(phone, BIKE)
    more = phone.get_by_role("button", name="1 km de plus")
    for _ in range(3):
        more.click()
    expect(phone.locator("output")).to_have_text("8 km")
    phone.locator(LOG).click()
    expect(phone).to_have_url(re.compile("/connexion"))
    with live(phone):
        phone.get_by_role("button", name="J’entre comme Lina").click()
    expect(phone).to_have_url(re.compile(f"{BIKE}\\?q=8(\\.0)?#log$"))
    expect(phone.locator("output")).to_have_text("8 km")
    expect(phone.locator(LOG)).to_have_text("Je note 8 km")
    assert focused(phone) == "log"


def test_one_tap_moves_the_points_and_the_goal_and_undo_takes_them_back(
    phone: Page, people: People
) -> None:
    people.new().enter(phone)
    go(phone, "/")
    done = _goal(phone)
    go(phone, BIKE)
    assert _points(phone) == 0
    phone.locator(LOG).click()
    expect(phone.locator("h1")).to_contain_text("c’est noté")
    assert focused(phone) == "done"
    expect(phone.locator("main")).to_contain_text("+10")
    expect(phone.locator("main")).to_contain_text("points")
    assert _points(phone) == 10
    go(phone, "/")
    assert _goal(phone) == done + 1
    go(phone, "/moi")
    phone.get_by_role("button", name="Annuler ce geste").click()
    expect(phone.get_by_text("Votre geste est annulé")).to_be_visible()
    assert _points(phone) == 0
    go(phone, "/")
    assert _goal(phone) == done
    go(phone, "/moi")
    expect(phone.locator("main")).to_contain_text("annulé par vous")


def test_undo_at_once_from_the_thank_you(phone: Page, people: People) -> None:
    people.new().enter(phone)
    go(phone, BIKE)
    phone.locator(LOG).click()
    phone.locator(".float").get_by_role("button", name="Annuler").click()
    expect(phone.locator("h1")).to_have_text("C’est annulé")
    expect(phone.locator(".float")).to_have_count(0)
    phone.get_by_role("button", name="Revenir à ce geste").click()
    expect(phone.locator(LOG)).to_have_text("Je note 5 km")


def test_the_rhythm_of_an_action_ends_with_a_clear_refusal(
    phone: Page, people: People
) -> None:
    people.new().enter(phone)
    go(phone, BIKE)
    for _ in range(2):
        phone.locator(LOG).click()
        expect(phone.locator("h1")).to_contain_text("c’est noté")
        phone.get_by_role("button", name="Revenir à ce geste").click()
        expect(phone.locator("h1")).to_contain_text("vélo")
    closed = phone.locator(LOG)
    expect(closed).to_be_disabled()
    expect(closed).to_have_text("C’est noté")
    why = phone.locator("#log-why")
    expect(why).to_contain_text("autant que son rythme le permet")
    expect(why).to_contain_text("Prochaine fois")
    assert closed.get_attribute("aria-describedby") == "log-why"


def test_a_gesture_over_the_cap_counts_without_points(
    phone: Page, people: People
) -> None:
    somebody = people.new()
    somebody.enter(phone)
    cap = rules.first().day_cap
    earned = 0
    for action in catalogue.catalogue():
        if earned >= cap:
            break
        if action.is_loggable and f"/agir/{action.slug}" != PARCEL:
            people.tap(somebody, action.slug)
            earned += action.effort * rules.first().points_per_effort
    go(phone, PARCEL)
    assert _points(phone) == cap
    phone.locator(LOG).click()
    expect(phone.locator("h1")).to_contain_text("c’est noté")
    expect(phone.locator(".plus")).to_have_text(re.compile(r"^\+?0$"))
    expect(phone.locator("main")).to_contain_text("Votre journée est pleine, bravo")
    assert _points(phone) == cap


def test_a_one_off_action_asks_twice(phone: Page, people: People) -> None:
    people.new().enter(phone)
    before = people.written()
    go(phone, RADIATORS)
    phone.locator(LOG).click()
    expect(phone.get_by_text("une seule fois par saison")).to_be_visible()
    phone.get_by_role("button", name="Pas encore").click()
    expect(phone.locator(LOG)).to_have_text("Je l’ai fait")
    assert people.written() == before
    phone.locator(LOG).click()
    phone.get_by_role("button", name="Oui, je le note").click()
    expect(phone.locator("h1")).to_contain_text("c’est noté")
    phone.get_by_role("button", name="Revenir à ce geste").click()
    expect(phone.locator(LOG)).to_be_disabled()
    expect(phone.locator("#log-why")).to_contain_text("Prochaine fois")


def test_a_newcomer_chooses_a_neighbourhood_on_the_map(phone: Page) -> None:
    phone.goto("/connexion")
    with live(phone):
        phone.get_by_role("button", name="J’entre comme Awa").click()
    expect(phone).to_have_url(re.compile("/bienvenue"))
    phone.locator(".mapbox").get_by_role("button", name=VAL).click()
    expect(phone.get_by_text("Votre quartier est enregistré")).to_be_visible()
    chip = phone.locator(".chips").get_by_role("button", name=VAL)
    expect(chip).to_have_attribute("aria-pressed", "true")
    go(phone, "/moi")
    expect(phone.locator("dl.tiles")).to_contain_text(VAL)


@pytest.mark.parametrize(
    ("answer", "shown"),
    [
        ("Je ne sais pas", "quartier à préciser"),
        ("Je n’habite pas à Issy", "hors d’Issy"),
    ],
)
def test_a_newcomer_may_not_say_where_they_live(
    phone: Page, people: People, answer: str, shown: str
) -> None:
    people.new("").enter(phone)
    go(phone, "/bienvenue")
    phone.get_by_role("button", name=answer).click()
    expect(phone.get_by_text("Votre quartier est enregistré")).to_be_visible()
    go(phone, "/moi")
    expect(phone.locator("dl.tiles")).to_contain_text(shown)


def test_a_person_changes_their_name(phone: Page, people: People) -> None:
    people.new().enter(phone)
    go(phone, "/moi")
    field = phone.get_by_label("Mon pseudonyme")
    field.fill("<b>Zoé & Cie</b>")
    phone.get_by_role("button", name="J’enregistre mon pseudonyme").click()
    expect(phone.get_by_text("Votre pseudonyme est enregistré")).to_be_visible()
    phone.wait_for_timeout(100)
    go(phone, BIKE)
    phone.locator(LOG).click()
    expect(phone.locator("h1")).to_contain_text("Merci <b>Zoé & Cie</b>")


def test_the_situation_sorts_the_actions(phone: Page, people: People) -> None:
    people.new().enter(phone)
    go(phone, "/moi")
    phone.get_by_label("Une voiture à la maison").select_option("no")
    phone.get_by_role("button", name="J’enregistre ma situation").click()
    expect(phone.get_by_text("Votre situation est enregistrée")).to_be_visible()
    go(phone, "/agir")
    everything = number(phone.locator("#count").inner_text())
    phone.get_by_role("button", name="Pour moi").click()
    assert number(phone.locator("#count").inner_text()) < everything


def test_signing_out_leaves_nothing_of_the_person_in_the_tab(
    phone: Page, people: People
) -> None:
    somebody = people.new()
    somebody.enter(phone)
    people.tap(somebody, "prendre-le-velo")
    frames = _frames(phone)
    go(phone, "/moi")
    assert somebody.actor.pseudonym in phone.content() + "".join(frames)
    go(phone, BIKE)
    frames.clear()
    go(phone, "/moi")
    with live(phone):
        phone.get_by_role("button", name="Je me déconnecte").click()
    assert not phone.context.cookies()
    frames.clear()
    for path in ("/", "/moi", BIKE, "/bienvenue"):
        go(phone, path)
        seen = phone.content()
        assert somebody.actor.pseudonym not in seen, path
        assert "+10" not in phone.locator("dl.tiles, .tap .tag").all_inner_texts(), path
    kept = "".join(frames) + _storage(phone)
    assert somebody.actor.pseudonym not in kept
    assert somebody.cookie not in kept
    phone.go_back()
    painted(phone)
    assert somebody.actor.pseudonym not in phone.content()


def test_the_page_never_learns_the_session_cookie(phone: Page, people: People) -> None:
    somebody = people.new()
    somebody.enter(phone)
    frames = _frames(phone)
    go(phone, "/moi")
    assert frames
    assert somebody.cookie not in "".join(frames)


def test_signing_in_by_the_link_of_a_mail(phone: Page, demo: Demonstration) -> None:
    mail = _ask_mail(phone, demo)
    link = re.search(r"http://\S+/auth/confirm\?\S+", mail)
    assert link
    phone.goto(link[0])
    with live(phone):
        phone.get_by_role("button", name="J’entre dans Clim’Act Issy").click()
    expect(phone).to_have_url(re.compile("/bienvenue"))
    phone.goto(link[0])
    phone.get_by_role("button", name="J’entre dans Clim’Act Issy").click()
    expect(phone.get_by_role("alert")).to_contain_text("Ce lien a déjà servi")


def test_signing_in_by_the_code_of_a_mail(phone: Page, demo: Demonstration) -> None:
    mail = _ask_mail(phone, demo)
    code = re.search(r"\b\d{3}\s?\d{3}\b", mail)
    assert code
    phone.get_by_label("Code à 6 chiffres").fill("000000")
    phone.get_by_role("button", name="J’entre").click()
    expect(phone.get_by_role("alert")).to_contain_text("Il vous reste 4 essais")
    phone.get_by_label("Code à 6 chiffres").fill(code[0])
    with live(phone):
        phone.get_by_role("button", name="J’entre").click()
    expect(phone).to_have_url(re.compile("/bienvenue"))


def test_after_the_map_question_one_comes_back_to_the_gesture(
    phone: Page, people: People
) -> None:
    people.new("").enter(phone)
    go(phone, f"{routes.WELCOME.fr}?next=%2Fagir%2Fprendre-le-velo%3Fq%3D7%23log")
    phone.locator(".mapbox").get_by_role("button", name=CENTRE).click()
    expect(phone.get_by_text("Votre quartier est enregistré")).to_be_visible()
    back = phone.locator(f'main a[href*="{BIKE}"]')
    with live(phone):
        back.click()
    expect(phone.locator("output")).to_have_text("7 km")
    assert focused(phone) == "log"


def _ask_mail(page: Page, demo: Demonstration) -> str:
    """Ask for a sign-in mail at a new address and return its text."""
    address = f"a{time.time_ns()}@exemple.fr"
    page.goto(f"/connexion?next={BIKE}")
    page.get_by_label("Votre adresse e-mail").fill(address)
    page.get_by_role("button", name="Je reçois mon lien").click()
    expect(page.get_by_role("heading", name="Regardez vos mails")).to_be_visible()
    return _mail(demo.data_dir, address)


def _points(page: Page) -> int:
    return number(page.locator("header .tap").inner_text())


def _goal(page: Page) -> int:
    return number(page.locator(".river .big").inner_text())


def _frames(page: Page) -> list[str]:
    frames: list[str] = []
    keep: Callable[[object], None] = lambda frame: frames.append(str(frame))  # noqa: E731 - one line that keeps what it hears
    page.on("websocket", lambda socket: socket.on("framereceived", keep))
    return frames


def _storage(page: Page) -> str:
    return page.evaluate(
        "() => JSON.stringify("
        "[{...localStorage}, {...sessionStorage}, document.cookie])"
    )


def _mail(data_dir: Path, address: str) -> str:
    """Return the text of the mail written for an address."""
    deadline = time.monotonic() + MAIL_SECONDS
    while time.monotonic() < deadline:
        for path in (data_dir / "outbox").glob("*.eml"):
            found = email.message_from_bytes(path.read_bytes())
            if found["To"] == address:
                parts = [
                    p for p in found.walk() if p.get_content_type() == "text/plain"
                ]
                content = parts[0].get_payload(decode=True)
                assert isinstance(content, bytes)
                return content.decode()
        time.sleep(0.2)
    pytest.fail(f"no mail for {address} in {MAIL_SECONDS} s")
