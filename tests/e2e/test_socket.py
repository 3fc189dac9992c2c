"""Bad input over the raw socket: a sentence, nothing written, no traceback."""

import contextlib
import json
from collections.abc import Iterator
from http.client import HTTPConnection
from urllib.parse import quote, urlsplit

import pytest

from tests.e2e.conftest import Demonstration
from tests.e2e.people import People, Person
from tests.e2e.raw_socket import LOG, ME, ROOT, SESSION, raw_socket

pytestmark = pytest.mark.e2e

SLUG = "prendre-le-velo"
GOOD = {"slug": SLUG, "quantity": 5, "seen": 0}
NOT_UNDERSTOOD = "Nous n’avons pas compris cette demande"
NOT_OPEN = "Cette action ne vous est pas ouverte"
NOT_THERE = "Cela n’existe pas, ou plus."
BOUNDS = "La quantité va de"
LONG = "x" * 900_000


def nested(levels: int) -> object:
    found: object = "x"
    for _ in range(levels):
        found = [found]
    return found


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
    for word in ("Traceback", "exception=", "level=error", "never retrieved"):
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
        ({"__reflex_form_data__": "text"}, NOT_UNDERSTOOD),
        ({**GOOD, "slug": {"__reflex_form_data__": "text"}}, NOT_UNDERSTOOD),
        ({**GOOD, "slug": nested(150)}, NOT_UNDERSTOOD),
        ({**GOOD, "slug": nested(900)}, NOT_UNDERSTOOD),
        (None, NOT_UNDERSTOOD),
        ([1, 2], NOT_UNDERSTOOD),
        ("text", NOT_UNDERSTOOD),
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
        {"__reflex_form_data__": "pseudonym"},
        {"__reflex_form_data__": LONG},
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
        assert str(tab.refusal()).startswith((NOT_UNDERSTOOD, NOT_OPEN))
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


@pytest.mark.usefixtures("unwritten", "quiet_log")
@pytest.mark.parametrize(
    "more",
    [
        {"router_data": None},
        {"router_data": "/moi"},
        {"router_data": {"pathname": ["/moi"], "asPath": 5}},
        {"router_data": {"pathname": "/" + "x" * 50_000}},
        {"router_data": {"query": [1]}},
        {"name": 5},
        {"name": [f"{LOG}.log"]},
        {"name": {"a": 1}},
        {"name": None},
    ],
    ids=lambda value: str(value)[:50],
)
def test_an_odd_envelope_is_refused_in_words(
    base_url: str, more: dict[str, object]
) -> None:
    with raw_socket(base_url) as tab:
        tab.emit(f"{LOG}.log", GOOD, **more)
        assert NOT_UNDERSTOOD in str(tab.refusal())
        assert tab.is_open()


@pytest.mark.usefixtures("unwritten", "quiet_log")
@pytest.mark.parametrize(
    "more",
    [
        {"router_data": {"asPath": "//[", "pathname": "/\\["}},
        {"router_data": {"headers": {"cookie": "climact_sid=forged"}}},
        {"router_data": {"ip": 5, "token": ["x"], "sid": None}},
        {"token": ["somebody-else"]},
        {"client_state": {"viewer": {"is_signed_in": True}}},
    ],
    ids=lambda value: str(value)[:50],
)
def test_what_an_envelope_says_too_much_counts_for_nothing(
    base_url: str, more: dict[str, object]
) -> None:
    with raw_socket(base_url) as tab:
        tab.emit(f"{LOG}.log", GOOD, **more)
        assert tab.refusal() == "Connectez-vous pour continuer."


@pytest.mark.usefixtures("unwritten", "quiet_log")
def test_a_refusal_is_said_in_the_language_of_the_last_page(base_url: str) -> None:
    with raw_socket(base_url, path="/en/me") as tab:
        assert tab.is_open()
        tab.send('42/_event,["event",null]')
        assert "We did not understand" in str(tab.refusal())


@pytest.mark.usefixtures("unwritten", "quiet_log")
@pytest.mark.parametrize(
    "frame",
    [
        '42/_event,["event","text"]',
        '42/_event,["event",["a","list"]]',
        '42/_event,["event",null]',
        '42/_event,["event"]',
        '42/_event,["event",{},{}]',
        '42/_event,["unheard",{}]',
        '42/_event,["connect",{"QUERY_STRING":"token=somebody"}]',
        '42/_event,["disconnect"]',
        '42/_event,["client_error","text"]',
        '42/_event,7["event",{}]',
        "42/_event,[]",
        "42/_event,{}",
        "42/_event,5",
        "42/_event,[",
        "42/_event",
        '42/_event,["event",' + "[" * 900 + "]" * 900 + "]",
        '42/_event,["event",' + "[" * 5000 + "]" * 5000 + "]",
        '42/_event,["event",{"name":"\\ud800"}]',
        "42/elsewhere,[]",
        '40/_event,{"event":5}',
        '44/_event,"no"',
        "4",
        "49",
        "4" + "[" * 5000,
        "999",
        "x",
        "b!!",
        "",
        b"\x00\xff",
        '451-/_event,["event",{"_placeholder":true,"num":0}]',
        "x" * 900_000,
    ],
    ids=lambda frame: str(frame)[:40],
)
def test_a_broken_frame_is_answered_in_words(
    base_url: str, demo: Demonstration, frame: str | bytes
) -> None:
    with raw_socket(base_url) as tab:
        start = demo.log.stat().st_size
        tab.send(frame)
        assert NOT_UNDERSTOOD in str(tab.refusal())
        assert tab.is_open()
        assert demo.log.read_bytes()[start:].count(b"\n") == 1


@pytest.mark.usefixtures("unwritten", "quiet_log")
@pytest.mark.parametrize(
    "greeting",
    [
        "text",
        ["event"],
        {"event": "text"},
        {"event": {"name": "nobody", "router_data": {}}},
        {"event": {"name": f"{ROOT}.hydrate_and_load", "payload": 5}},
        {"state_schema": {"a": 1}},
        {"state_schema": LONG},
    ],
    ids=lambda greeting: str(greeting)[:50],
)
def test_an_odd_greeting_is_answered_in_words(base_url: str, greeting: object) -> None:
    with raw_socket(base_url, greeting=greeting) as tab:
        assert NOT_UNDERSTOOD in str(tab.refusal())
        assert tab.is_open()


@pytest.mark.usefixtures("quiet_log")
def test_nothing_is_heard_before_the_greeting(base_url: str) -> None:
    with raw_socket(base_url, greeting=None) as tab:
        for frame in ('42/_event,["event",{}]', "41/_event,", "x", b"\xff"):
            tab.send(frame)
        assert not tab.is_open()


@pytest.mark.usefixtures("quiet_log")
@pytest.mark.parametrize("token", ["", "a b", "\0", "x" * 65, "{}", "é"])
def test_a_token_that_no_tab_has_opens_no_socket(base_url: str, token: str) -> None:
    assert handshake(base_url, token) == 403


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
    answered = handshake(base_url, "a-tab", Origin=origin, Cookie=somebody.header)
    assert answered == status


def handshake(url: str, token: str, **headers: str) -> int:
    """Ask for a socket and return the status of the answer."""
    site = urlsplit(url)
    assert site.hostname
    with contextlib.closing(HTTPConnection(site.hostname, site.port)) as asked:
        path = f"/_event/?EIO=4&transport=websocket&token={quote(token)}"
        headers |= {
            "Connection": "Upgrade",
            "Upgrade": "websocket",
            "Sec-WebSocket-Version": "13",
            "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
        }
        headers["Origin"] = headers.get("Origin") or url
        asked.request("GET", path, headers=headers)
        return asked.getresponse().status


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
