"""Bad input over the raw socket: a sentence, nothing written, no traceback."""

import contextlib
import json
from collections.abc import Iterator
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest

from tests.e2e.conftest import Demonstration
from tests.e2e.people import People, Person
from tests.e2e.raw_socket import LOG, ME, ROOT, SESSION, raw_socket

pytestmark = pytest.mark.e2e

SLUG = "prendre-le-velo"
GOOD = {"slug": SLUG, "quantity": 5, "seen": 0}
NOT_UNDERSTOOD = "Nous n’avons pas compris cette demande"
NOT_THERE = "Cela n’existe pas, ou plus."
BOUNDS = "La quantité va de"
LONG = "x" * 900_000

FAULT = "reflex___state____frontend_event_exception_state"


@pytest.fixture(scope="module")
def somebody(people: People) -> Person:
    return people.new()


@pytest.fixture
def quiet_log(demo: Demonstration) -> Iterator[None]:
    """No traceback in the server's log."""
    start = demo.log.stat().st_size
    yield
    said = demo.log.read_bytes()[start:].decode(errors="replace")
    for word in ("Traceback", "event_failed", "handler_failed", "never retrieved"):
        assert word not in said, said[-3000:]


@pytest.fixture
def unwritten(people: People) -> Iterator[None]:
    """Nothing may be written during a test."""
    before = people.written()
    yield
    assert people.written() == before


@pytest.mark.usefixtures("unwritten", "quiet_log")
@pytest.mark.parametrize(
    ("payload", "sentence"),
    [
        ({**GOOD, "slug": "inconnue"}, NOT_THERE),
        ({**GOOD, "slug": "' OR 1=1 --"}, NOT_THERE),
        ({**GOOD, "slug": "isoler-son-logement"}, "ne se note pas encore"),
        ({**GOOD, "quantity": "5"}, NOT_UNDERSTOOD),
        ({**GOOD, "quantity": -5}, BOUNDS),
        ({**GOOD, "quantity": 0}, BOUNDS),
        ({**GOOD, "quantity": 1e300}, BOUNDS),
        ({**GOOD, "quantity": 10**400}, NOT_UNDERSTOOD),
        ({**GOOD, "quantity": float("nan")}, NOT_UNDERSTOOD),
        ({**GOOD, "quantity": float("inf")}, NOT_UNDERSTOOD),
        ({**GOOD, "quantity": None}, NOT_UNDERSTOOD),
        ({**GOOD, "quantity": True}, NOT_UNDERSTOOD),
        ({**GOOD, "seen": -1}, "Cette page n’était plus à jour"),
        ({**GOOD, "seen": 7}, "Cette page n’était plus à jour"),
        ({**GOOD, "seen": 1.5}, NOT_UNDERSTOOD),
        ({**GOOD, "seen": 10**30}, NOT_UNDERSTOOD),
        ({"slug": SLUG, "seen": 0}, NOT_UNDERSTOOD),
        ({}, NOT_UNDERSTOOD),
        ({**GOOD, "points": 1000}, NOT_UNDERSTOOD),
        ({**GOOD, "self": "me"}, NOT_UNDERSTOOD),
        ({**GOOD, "slug": [SLUG]}, NOT_UNDERSTOOD),
        ({**GOOD, "slug": {"$ne": ""}}, NOT_UNDERSTOOD),
        ({**GOOD, "slug": LONG}, NOT_UNDERSTOOD),
        ({**GOOD, LONG: 1}, NOT_UNDERSTOOD),
    ],
    ids=lambda value: str(value)[:60],
)
def test_a_bad_gesture_is_refused_in_words(
    base_url: str, somebody: Person, payload: object, sentence: str
) -> None:
    with raw_socket(base_url, cookie=somebody.header) as tab:
        tab.emit(f"{LOG}.log", payload)
        assert sentence in str(tab.refusal())
        assert tab.is_open()


@pytest.mark.usefixtures("unwritten", "quiet_log")
@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("/agir/prendre-le-velo", "Connectez-vous pour continuer."),
        ("/en/act/prendre-le-velo", "Sign in to continue."),
    ],
)
@pytest.mark.parametrize(
    ("event", "payload"),
    [
        (f"{LOG}.log", GOOD),
        (f"{LOG}.undo", {"entry_id": 1}),
        (f"{ME}.rename", {"form": {"pseudonym": "Zoé"}}),
        (f"{ME}.choose_neighbourhood", {"slug": "val-de-seine"}),
    ],
)
def test_a_stranger_is_told_to_sign_in_in_the_language_of_the_page(
    base_url: str, event: str, payload: object, path: str, sentence: str
) -> None:
    with raw_socket(base_url, path=path) as tab:
        tab.emit(event, payload)
        assert tab.refusal() == sentence
    with raw_socket(base_url, path=path, cookie="climact_sid=forged") as tab:
        tab.emit(event, payload)
        assert tab.refusal() == sentence


@pytest.mark.usefixtures("quiet_log")
@pytest.mark.parametrize("entry", ["theirs", -1, 0, 2**53, "1", [1], None])
@pytest.mark.parametrize("state", [LOG, ME])
def test_nobody_undoes_the_gesture_of_somebody_else(
    base_url: str, people: People, somebody: Person, state: str, entry: object
) -> None:
    if entry == "theirs":
        entry = people.tap(people.new(), SLUG)
    before = people.written()
    with raw_socket(base_url, cookie=somebody.header) as tab:
        tab.emit(f"{state}.undo", {"entry_id": entry})
        assert str(tab.refusal()).startswith((NOT_THERE, NOT_UNDERSTOOD))
    assert people.written() == before


@pytest.mark.usefixtures("unwritten", "quiet_log")
@pytest.mark.parametrize(
    "form",
    [
        {"pseudonym": LONG},
        {"pseudonym": "x" * 41},
        {"pseudonym": ""},
        {"pseudonym": "\u202eabc\u0000"},
        {"pseudonym": 5},
        {"pseudonym": ["Zoé"]},
        ["pseudonym"],
        "pseudonym",
        {"__reflex_form_data__": [["pseudonym"]]},
        {"__reflex_form_data__": [[["pseudonym"], "Zoé"]]},
        {f"field {n}": "" for n in range(100)},
    ],
    ids=lambda value: str(value)[:50],
)
def test_a_bad_name_is_refused_in_words(
    base_url: str, somebody: Person, form: object
) -> None:
    with raw_socket(base_url, cookie=somebody.header, path="/moi") as tab:
        tab.emit(f"{ME}.rename", {"form": form})
        assert str(tab.refusal()).startswith((NOT_UNDERSTOOD, "Choisissez un pseudo"))


@pytest.mark.usefixtures("unwritten", "quiet_log")
@pytest.mark.parametrize("slug", ["paris", "", LONG, ["centre-ville"], None])
def test_an_unknown_neighbourhood_is_refused_in_words(
    base_url: str, somebody: Person, slug: object
) -> None:
    with raw_socket(base_url, cookie=somebody.header, path="/bienvenue") as tab:
        tab.emit(f"{ME}.choose_neighbourhood", {"slug": slug})
        assert str(tab.refusal()).startswith((NOT_UNDERSTOOD, NOT_THERE))


@pytest.mark.usefixtures("unwritten", "quiet_log")
@pytest.mark.parametrize(
    "name",
    [
        f"{LOG}._after_change",
        f"{LOG}._set",
        f"{LOG}.__init__",
        f"{LOG}.setvar",
        f"{LOG}.set_slug",
        f"{SESSION}._refresh",
        f"{SESSION}.set_viewer",
        f"{ROOT}.setvar",
        f"{ROOT}.reset",
        "no.such.state.handler",
        "log",
        "",
        "x" * 10_000,
        "../../etc/passwd",
    ],
    ids=lambda name: name[-40:],
)
def test_what_is_no_handler_does_nothing(
    base_url: str, somebody: Person, name: str
) -> None:
    with raw_socket(base_url, cookie=somebody.header) as tab:
        tab.emit(name, {"value": {"is_signed_in": True}, "var_name": "viewer"})
        assert tab.is_open()
        viewer = tab.seen[SESSION]["viewer"]
        assert isinstance(viewer, dict)
        assert viewer["pseudonym"] == somebody.actor.pseudonym


@pytest.mark.usefixtures("unwritten", "quiet_log")
@pytest.mark.parametrize(
    ("name", "payload"),
    [
        ("hydrate", {"evil": 1}),
        ("hydrate_and_load", {"hashes": 5}),
        ("hydrate_and_load", {"hashes": [LONG]}),
        ("hydrate_and_load", {"vars": {f"{SESSION}.viewer": {"is_signed_in": True}}}),
        ("set_is_hydrated", {"value": "yes"}),
        ("set_is_hydrated", {}),
        ("reflex___state____on_load_internal_state.on_load_internal", {"evil": 1}),
        (
            "reflex___state____update_vars_internal_state.update_vars_internal",
            {"vars": {f"{SESSION}.viewer": {"is_signed_in": True}}},
        ),
        (
            "reflex___state____update_vars_internal_state.update_vars_internal",
            {"vars": [LONG]},
        ),
        (
            f"{FAULT}.handle_frontend_exception",
            {"info": {"a": 1}},
        ),
    ],
    ids=lambda value: str(value)[-50:],
)
def test_odd_payloads_for_the_framework_change_nothing(
    base_url: str, name: str, payload: object
) -> None:
    with raw_socket(base_url) as tab:
        tab.emit(f"{ROOT}.{name}", payload)
        assert tab.is_open()
        viewer = tab.seen[SESSION]["viewer"]
        assert isinstance(viewer, dict)
        assert viewer["is_signed_in"] is False


@pytest.mark.usefixtures("unwritten")
@pytest.mark.parametrize(
    "more",
    [
        {"payload": None},
        {"payload": [1, 2]},
        {"payload": "text"},
        {"router_data": {"pathname": ["/moi"], "asPath": 5}},
        {"router_data": {"pathname": "/" + "x" * 100_000}},
        {"router_data": {"headers": {"cookie": "climact_sid=forged"}}},
        {"token": "somebody-else"},
        {"client_state": {"viewer": {"is_signed_in": True}}},
    ],
    ids=lambda value: str(value)[:50],
)
def test_an_odd_envelope_breaks_nothing(base_url: str, more: dict[str, object]) -> None:
    with raw_socket(base_url) as tab:
        tab.emit(f"{LOG}.log", more.pop("payload", GOOD), **more)
        tab.listen(0.3)
        with raw_socket(base_url) as other:
            assert other.is_open()


@pytest.mark.usefixtures("unwritten")
@pytest.mark.parametrize(
    "frame",
    [
        '42/_event,["event","text"]',
        '42/_event,["event",["a","list"]]',
        '42/_event,["event",null]',
        '42/_event,["event"]',
        '42/_event,["unheard",{}]',
        '42/_event,["client_error","text"]',
        "42/_event,[",
        '42/_event,["event",' + "[" * 5000 + "]" * 5000 + "]",
        "42/elsewhere,[]",
        "999",
        "",
        b"\x00\xff",
        '451-/_event,["event",{"_placeholder":true,"num":0}]',
    ],
    ids=lambda frame: str(frame)[:40],
)
def test_a_broken_frame_breaks_nobody_else(base_url: str, frame: str | bytes) -> None:
    with raw_socket(base_url) as tab, raw_socket(base_url) as other:
        tab.send(frame)
        tab.listen(0.3)
        assert other.is_open()


@pytest.mark.usefixtures("unwritten", "quiet_log")
def test_a_frame_over_the_limit_closes_only_its_socket(base_url: str) -> None:
    with raw_socket(base_url) as other, raw_socket(base_url) as tab:
        tab.packet(["event", {"name": "x" * 1_100_000, "payload": {}}])
        assert not tab.is_open()
        assert other.is_open()


@pytest.mark.parametrize(
    ("origin", "status"),
    [
        ("", 101),
        ("https://evil.example", 403),
        ("null", 403),
        ("http://localhost:1", 403),
        ("http://localhost", 403),
    ],
)
def test_another_site_opens_no_socket(
    base_url: str, somebody: Person, origin: str, status: int
) -> None:
    address = urlsplit(base_url)
    assert address.hostname
    with contextlib.closing(HTTPConnection(address.hostname, address.port)) as asked:
        headers = {
            "Origin": origin or base_url,
            "Cookie": somebody.header,
            "Connection": "Upgrade",
            "Upgrade": "websocket",
            "Sec-WebSocket-Version": "13",
            "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
        }
        asked.request("GET", "/_event/?EIO=4&transport=websocket", headers=headers)
        assert asked.getresponse().status == status


def test_the_tab_of_somebody_else_shows_nothing_of_theirs(
    base_url: str, somebody: Person
) -> None:
    token = "a-token-that-leaked"
    with raw_socket(base_url, cookie=somebody.header, path="/moi", token=token) as tab:
        tab.emit(f"{ME}.load", {})
        assert somebody.actor.pseudonym in json.dumps(
            tab.value(ME, "me"), ensure_ascii=False
        )
    with raw_socket(base_url, path="/moi", token=token) as thief:
        thief.emit(f"{ROOT}.hydrate_and_load", {})
        for _ in range(20):
            if not thief.listen(0.3):
                break
        told = json.dumps(thief.seen, ensure_ascii=False)
        assert somebody.actor.pseudonym not in told


def test_two_taps_of_one_sight_are_one_gesture(base_url: str, people: People) -> None:
    person = people.new()
    before = people.written()["Ledger"]
    with (
        raw_socket(base_url, cookie=person.header) as tab,
        raw_socket(base_url, cookie=person.header) as other,
    ):
        tab.emit(f"{LOG}.log", GOOD)
        other.emit(f"{LOG}.log", GOOD)
        for each in (tab, other):
            outcome = each.value(LOG, "outcome")
            assert isinstance(outcome, dict)
            assert outcome["has_outcome"] is True
    assert people.written()["Ledger"] == before + 1
