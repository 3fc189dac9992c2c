"""Whatever a socket sends, Reflex meets an event of a page or nothing at all."""

import json

import engineio.packet
import pytest
import socketio.packet
from hypothesis import given
from hypothesis import strategies as st
from reflex_base.event import Event
from reflex_base.registry import RegistrationContext
from starlette.types import Message, Receive, Scope, Send

from climact_issy.states import envelopes
from climact_issy.states.envelopes import UNREAD, Frame, Reader, understood

PLACE = {"pathname": "/en/me", "asPath": "/en/me?a=1", "query": {"a": "1"}}
GOOD = {"name": "known", "payload": {"n": 1}, "router_data": PLACE}
NOWHERE = {"pathname": "/", "asPath": "/", "query": {}}


def event(content: object) -> str:
    return f"42/_event,{json.dumps(content)}"


def joined() -> Reader:
    reader = Reader({"known", UNREAD}.__contains__)
    assert reader.read("40/_event,{}") is not None
    return reader


def heard(passed: str | None) -> object:
    """What Socket.IO makes of a frame that was passed on."""
    assert passed is not None
    outer = engineio.packet.Packet(encoded_packet=passed)
    assert outer.packet_type == engineio.packet.MESSAGE
    inner = socketio.packet.Packet(encoded_packet=outer.data)
    assert inner.namespace == "/_event"
    return inner.data


def refused(place: object) -> list[object]:
    return ["event", {"name": UNREAD, "payload": {}, "router_data": place}]


def test_an_event_passes_with_nothing_but_what_reflex_reads() -> None:
    said = {**GOOD, "token": "somebody", "router_data": {**PLACE, "ip": "1.2.3.4"}}

    assert heard(joined().read(event(["event", said]))) == ["event", GOOD]


def test_the_greeting_carries_the_first_event_and_the_schema() -> None:
    greeting = {"event": GOOD, "state_schema": "a1"}
    passed = Reader({"known"}.__contains__).read(f"40/_event,{json.dumps(greeting)}")

    assert heard(passed) == greeting


@pytest.mark.parametrize("frame", ["3", "41/_event,"])
def test_a_pong_and_a_goodbye_pass_as_they_are(frame: str) -> None:
    assert joined().read(frame) == frame


def test_the_report_of_a_browser_passes_without_what_it_says_too_much() -> None:
    report = {"message": "no such state", "error_type": "x", "substate": "y"}

    passed = joined().read(event(["client_error", {**report, "more": [1]}]))

    assert heard(passed) == ["client_error", report]


@pytest.mark.parametrize(
    "content",
    [
        {**GOOD, "name": "unknown"},
        {**GOOD, "name": ["known"]},
        {**GOOD, "payload": None},
        {**GOOD, "payload": [1]},
        {**GOOD, "payload": {"n": "\ud800"}},
        {**GOOD, "payload": {"n": "x" * envelopes.MAX_READ}},
    ],
    ids=lambda content: str(content)[:60],
)
def test_an_event_not_understood_is_answered_where_the_tab_is(content: object) -> None:
    reader = joined()
    reader.read(event(["event", GOOD]))

    assert heard(reader.read(event(["event", content]))) == refused(PLACE)


def test_the_first_event_not_understood_tells_where_the_tab_is() -> None:
    passed = joined().read(event(["event", {**GOOD, "payload": 5}]))

    assert heard(passed) == refused(PLACE)


@pytest.mark.parametrize("path", ["//evil.example", "/\\[", "moi"])
def test_an_address_stays_on_this_site(path: str) -> None:
    place = {"pathname": path, "asPath": path}
    said = heard(joined().read(event(["event", {**GOOD, "router_data": place}])))

    assert isinstance(said, list)
    for found in (said[1]["router_data"]["pathname"], said[1]["router_data"]["asPath"]):
        assert found.startswith("/")
        assert not found.startswith(("//", "/\\"))


def test_nothing_passes_before_the_greeting_nor_after_the_goodbye() -> None:
    reader = Reader({"known"}.__contains__)
    assert reader.read(event(["event", GOOD])) is None
    assert reader.read("41/_event,") is None
    assert reader.read("40/_event,") is not None
    assert reader.read("41/_event,") is not None
    assert reader.read(event(["event", GOOD])) is None


def test_a_second_greeting_opens_no_second_tab() -> None:
    assert heard(joined().read("40/_event,{}")) == refused(NOWHERE)


def test_a_greeting_not_understood_joins_and_is_answered() -> None:
    reader = Reader({"known"}.__contains__)
    passed = reader.read('40/_event,{"event":5}')

    assert heard(passed) == {"event": refused(NOWHERE)[1]}
    assert heard(reader.read(event(["event", GOOD]))) == ["event", GOOD]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner),
)
EVENTS = st.fixed_dictionaries(
    {"name": st.just("known") | JSON, "payload": JSON, "router_data": JSON}
)
FRAMES: st.SearchStrategy[Frame] = st.one_of(
    st.text(),
    st.binary(),
    st.builds(lambda head, tail: head + tail, st.sampled_from("0123456b"), st.text()),
    st.builds("42/_event,{}".format, st.text()),
    st.builds("40/_event,{}".format, JSON.map(json.dumps)),
    JSON.map(event),
    st.tuples(st.sampled_from(["event", "connect", "client_error"]), JSON).map(event),
    st.tuples(st.just("event"), EVENTS).map(event),
)


@given(st.lists(FRAMES, max_size=5))
def test_whatever_comes_reflex_meets_an_event_it_can_take(frames: list[Frame]) -> None:
    reader = joined()
    for frame in frames:
        passed = reader.read(frame)
        if passed in {None, "3", "41/_event,"}:
            continue
        said = heard(passed)
        if isinstance(said, dict):
            assert set(said) <= {"event", "state_schema"}
            continue
        assert isinstance(said, list)
        kind, content = said
        if kind == "client_error":
            assert all(isinstance(value, str) for value in content.values())
            continue
        met = Event(**content)
        assert kind == "event"
        assert met.name in {"known", UNREAD}
        assert isinstance(met.payload, dict)
        assert {type(key) for key in met.router_data} == {str}


@pytest.mark.parametrize("levels", [150, 300, 900, 5_000])
def test_deep_nesting_is_passed_on_or_refused_never_a_crash(levels: int) -> None:
    nested = "[" * levels + "]" * levels
    text = json.dumps(["event", {**GOOD, "payload": {"n": 0}}])
    passed = joined().read("42/_event," + text.replace('"n": 0', f'"n": {nested}'))

    said = heard(passed)
    assert isinstance(said, list)
    assert said[1]["name"] == ("known" if levels == 150 else UNREAD)


def test_the_event_of_a_refusal_exists() -> None:
    assert UNREAD in RegistrationContext.ensure_context().event_handlers


class _Socket:
    """A socket, what comes over it, and what the app heard and answered."""

    def __init__(self, *frames: Frame, query: bytes = b"token=a-tab") -> None:
        self.scope: Scope = {"type": "websocket", "query_string": query}
        self.coming: list[Message] = [{"type": "websocket.connect"}]
        for frame in frames:
            kind = "text" if isinstance(frame, str) else "bytes"
            self.coming.append({"type": "websocket.receive", kind: frame})
        self.coming.append({"type": "websocket.disconnect", "code": 1000})
        self.heard: list[Message] = []
        self.answered: list[Message] = []

    async def run(self) -> None:
        async def receive() -> Message:
            return self.coming.pop(0)

        async def send(message: Message) -> None:
            self.answered.append(message)

        await understood(self._app)(self.scope, receive, send)

    async def _app(self, _scope: Scope, receive: Receive, _send: Send) -> None:
        while not self.heard or self.heard[-1]["type"] != "websocket.disconnect":
            self.heard.append(await receive())


async def test_a_socket_hears_only_what_was_understood() -> None:
    socket = _Socket("40/_event,", b"\xff", "x")
    await socket.run()

    kinds = [message["type"] for message in socket.heard]
    assert kinds == [
        "websocket.connect",
        *["websocket.receive"] * 3,
        "websocket.disconnect",
    ]
    for message in socket.heard[2:4]:
        assert heard(message["text"]) == refused(NOWHERE)


async def test_a_frame_over_the_limit_ends_its_socket() -> None:
    socket = _Socket("40/_event,", "x" * (envelopes.MAX_FRAME + 1), "3")
    await socket.run()

    assert socket.heard[-1] == {"type": "websocket.disconnect", "code": 1009}
    assert len(socket.coming) == 2


@pytest.mark.parametrize(
    "query", [b"", b"token=", b"token=a%00b", b"token=%FF", b"token=" + b"x" * 65]
)
async def test_a_socket_without_the_token_of_a_tab_is_refused(query: bytes) -> None:
    socket = _Socket(query=query)
    await socket.run()

    assert socket.heard == []
    assert socket.answered == [{"type": "websocket.close", "code": 1008}]
