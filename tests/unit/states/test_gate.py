"""The gate refuses what is unmarked, unparsed or not allowed."""

import json
from dataclasses import replace

import pytest
import reflex as rx
from hypothesis import given
from hypothesis import strategies as st
from reflex.state import StateUpdate
from reflex_base.event import Event
from reflex_base.registry import RegistrationContext

from climact_issy.access import access
from climact_issy.domain.errors import BadInput, NotAllowed, SignInNeeded
from climact_issy.domain.people import Actor
from climact_issy.states import gate
from climact_issy.states.citizen.session import SessionState

CITIZEN = Actor(citizen_id=1, member_ref="m")


class _Handlers:
    @access("citizen")
    def log(self, slug: str, quantity: float, seen: int) -> None:
        """Stand for a handler with every scalar type."""

    @access("public")
    def save(self, form: dict[str, str]) -> None:
        """Stand for a form handler."""

    @access("public")
    def odd(self, thing: list[str]) -> None:
        """Take a type that the gate does not parse."""

    def unmarked(self) -> None:
        """Stand for a forgotten mark."""


GOOD = {"slug": "velo", "quantity": 5, "seen": 0}
BAD = [
    {},
    {"slug": "velo", "quantity": 5},
    {**GOOD, "more": 1},
    {**GOOD, "quantity": "5"},
    {**GOOD, "quantity": float("nan")},
    {**GOOD, "quantity": float("inf")},
    {**GOOD, "quantity": None},
    {**GOOD, "quantity": [5]},
    {**GOOD, "quantity": {"evil": 1}},
    {**GOOD, "seen": True},
    {**GOOD, "seen": 1.5},
    {**GOOD, "seen": 10**30},
    {**GOOD, "seen": 2**31},
    {**GOOD, "slug": ["velo"]},
    {**GOOD, "slug": {"$ne": ""}},
    {**GOOD, "slug": "x" * 900_000},
]


def test_a_good_payload_passes() -> None:
    gate.parse(_Handlers.log, GOOD)


@pytest.mark.parametrize("payload", BAD, ids=lambda p: json.dumps(p)[:60])
def test_a_bad_payload_is_refused(payload: dict[str, object]) -> None:
    with pytest.raises(BadInput):
        gate.parse(_Handlers.log, payload)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3)
    ),
)


@given(st.dictionaries(st.text(), JSON, max_size=4))
def test_any_payload_is_parsed_or_refused_never_a_crash(
    payload: dict[str, object],
) -> None:
    try:
        gate.parse(_Handlers.save, payload)
    except BadInput:
        return

    assert list(payload) == ["form"]


@pytest.mark.parametrize(
    ("entries", "is_read"),
    [
        ([["pseudonym", "Lina"]], True),
        ([["a", "1"], ["a", "2"]], True),
        ([], True),
        ("pseudonym", False),
        ([["pseudonym"]], False),
        ([["pseudonym", ["Lina"]]], False),
        ([[["pseudonym"], "Lina"]], False),
        ([["a", "x" * 501]], False),
        ([[str(n), ""] for n in range(21)], False),
    ],
)
def test_a_form_is_read_as_the_browser_sends_it(
    entries: object, *, is_read: bool
) -> None:
    payload: dict[str, object] = {"form": {"__reflex_form_data__": entries}}
    if is_read:
        gate.parse(_Handlers.save, payload)
        return
    with pytest.raises(BadInput):
        gate.parse(_Handlers.save, payload)


def test_a_form_takes_only_short_texts() -> None:
    gate.parse(_Handlers.save, {"form": {"pseudonym": "Lina"}})
    for form in ({"a": 1}, {"a": "x" * 501}, {str(n): "" for n in range(21)}):
        with pytest.raises(BadInput):
            gate.parse(_Handlers.save, {"form": form})


def test_an_unmarked_handler_is_refused_to_everybody() -> None:
    with pytest.raises(NotAllowed):
        gate.check(_Handlers.unmarked, CITIZEN)


def test_a_citizen_handler_asks_a_stranger_to_sign_in() -> None:
    with pytest.raises(SignInNeeded):
        gate.check(_Handlers.log, None)
    gate.check(_Handlers.log, CITIZEN)


def test_a_handler_with_an_unparsed_type_cannot_exist() -> None:
    with pytest.raises(TypeError, match="thing"):
        gate.payload_model(_Handlers.odd)


def test_only_the_events_reflex_needs_pass_unasked() -> None:
    registered = RegistrationContext.ensure_context().event_handlers
    theirs = {name for name in registered if "climact_issy" not in name}

    assert theirs >= gate.FRAMEWORK_EVENTS
    assert {n for n in theirs - gate.FRAMEWORK_EVENTS if not n.endswith(".setvar")} <= {
        name for name in theirs if ".tests___" in name
    }


class _Tab:
    """The state of one tab, and who its cookie names."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.root = rx.State(_reflex_internal_init=True)  # pyright: ignore[reportCallIssue] - Reflex's own way for tests
        self.viewer: Actor | Exception | None = None

        async def resolve(_cookie: str) -> Actor | None:
            if isinstance(self.viewer, Exception):
                raise self.viewer
            return self.viewer

        monkeypatch.setattr(gate.access, "resolve", resolve)

    async def send(self, name: str, **payload: object) -> StateUpdate | None:
        event = Event(name=f"{gate.ROOT}.{name}", payload=payload)
        return await gate.Gate().preprocess(None, self.root, event)  # pyright: ignore[reportArgumentType] - the gate asks nothing of the app

    async def session(self) -> SessionState:
        return await self.root.get_state(SessionState)


@pytest.fixture
def tab(monkeypatch: pytest.MonkeyPatch) -> _Tab:
    return _Tab(monkeypatch)


async def _left_by_lina(tab: _Tab) -> None:
    tab.viewer = replace(CITIZEN, session_id=7)
    assert await tab.send("hydrate_and_load") is None
    (await tab.session()).notice = "Lina"


async def test_a_tab_keeps_its_state_while_the_same_person_looks(tab: _Tab) -> None:
    await _left_by_lina(tab)

    assert await tab.send("hydrate_and_load", hashes=["a"], vars={}) is None
    assert (await tab.session()).notice == "Lina"


@pytest.mark.parametrize(
    "viewer",
    [None, replace(CITIZEN, session_id=8), RuntimeError("no database")],
    ids=["nobody", "somebody else", "nobody knows"],
)
async def test_a_tab_is_emptied_before_it_is_sent_to_another_person(
    tab: _Tab, viewer: Actor | Exception | None
) -> None:
    await _left_by_lina(tab)
    tab.viewer = viewer

    assert await tab.send("hydrate_and_load") is None
    assert not (await tab.session()).notice


@pytest.mark.parametrize(
    ("name", "payload"),
    [
        ("hydrate", {"extra": 1}),
        ("hydrate_and_load", {"vars": {"reflex___state____state.x": 1}}),
        ("hydrate_and_load", {"vars": "x"}),
        ("hydrate_and_load", {"hashes": "x"}),
        ("set_is_hydrated", {"value": "yes"}),
        ("set_is_hydrated", {}),
        (
            "reflex___state____update_vars_internal_state.update_vars_internal",
            {"vars": {"nowhere": 1}},
        ),
    ],
)
async def test_an_odd_payload_of_a_framework_event_is_refused_in_words(
    tab: _Tab, name: str, payload: dict[str, object]
) -> None:
    answer = await tab.send(name, **payload)

    assert answer is not None
    assert answer.delta
    assert "pas compris" in (await tab.session()).notice


async def test_an_odd_report_of_a_broken_page_is_dropped(tab: _Tab) -> None:
    name = "reflex___state____frontend_event_exception_state.handle_frontend_exception"

    answer = await tab.send(name, info="x" * 900_000, component_stack="")

    assert answer == StateUpdate()
    assert not (await tab.session()).notice


async def test_a_refused_event_tells_nothing_that_another_person_left(
    tab: _Tab,
) -> None:
    await _left_by_lina(tab)
    tab.viewer = None

    answer = await tab.send("hydrate_and_load", hashes="x")

    assert answer is not None
    assert "Lina" not in json.dumps(answer.delta, default=str)


async def test_every_framework_event_passes_as_reflex_sends_it(tab: _Tab) -> None:
    await tab.send("hydrate")
    sent = {
        "set_is_hydrated": {"value": True},
        "reflex___state____on_load_internal_state.on_load_internal": {},
        "reflex___state____on_load_internal_state.set_is_hydrated": {"value": True},
        "reflex___state____frontend_event_exception_state.handle_frontend_exception": {
            "info": "TypeError",
            "component_stack": "at Page",
        },
    }
    for name, payload in sent.items():
        assert await tab.send(name, **payload) is None


async def test_a_fault_at_the_gate_is_said_to_the_visitor(tab: _Tab) -> None:
    handler = SessionState.dismiss_notice
    tab.viewer = RuntimeError("no database")
    name = f"{SessionState.get_full_name()}.{handler.fn.__name__}"

    answer = await tab.send(name.removeprefix(f"{gate.ROOT}."))

    session = await tab.session()
    assert answer is not None
    assert answer.delta
    assert session.notice_kind == "error"
    assert "incident" in session.notice
