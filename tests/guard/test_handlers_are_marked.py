"""Every event handler of ours says who may call it and what it accepts."""

from collections.abc import Callable

import pytest
from reflex_base.registry import RegistrationContext

from climact_issy import access
from climact_issy.climact_issy import app
from climact_issy.states.gate import FRAMEWORK_EVENTS, payload_model

Handlers = dict[str, Callable[..., object]]


@pytest.fixture(scope="module")
def handlers() -> Handlers:
    assert app is not None  # importing it registers every handler
    return {
        name: registered.handler.fn
        for name, registered in RegistrationContext.get().event_handlers.items()
    }


@pytest.fixture(scope="module")
def ours(handlers: Handlers) -> Handlers:
    return {
        name: fn
        for name, fn in handlers.items()
        if fn.__module__.startswith("climact_issy.")
    }


def test_every_handler_is_marked(ours: Handlers) -> None:
    assert ours
    assert not [name for name, fn in ours.items() if not hasattr(fn, access.MARK)]


def test_every_handler_accepts_only_plain_bounded_values(ours: Handlers) -> None:
    for fn in ours.values():
        payload_model(fn)  # raises TypeError on a type that the gate cannot parse


def test_no_handler_of_a_library_is_marked(handlers: Handlers, ours: Handlers) -> None:
    theirs = {name: fn for name, fn in handlers.items() if name not in ours}

    assert not [name for name, fn in theirs.items() if hasattr(fn, access.MARK)]


def test_the_framework_events_that_may_pass_exist(handlers: Handlers) -> None:
    assert set(handlers) >= FRAMEWORK_EVENTS
