"""The gate: nothing reaches a handler unless it is marked, parsed and allowed.

It runs before every event, foreground, background or chained. An unmarked
handler is refused; the payload is parsed by a strict model built once from the
handler's signature; the right level of the person is checked. A refusal is a
sentence in the visitor's language, never a traceback.
"""

import inspect
import secrets
from collections.abc import Callable
from functools import lru_cache
from typing import Annotated, Any, Final

import reflex as rx
import structlog
from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StrictStr,
    TypeAdapter,
    ValidationError,
    create_model,
)
from reflex.middleware.middleware import Middleware
from reflex.state import BaseState, StateUpdate
from reflex_base.event import Event
from reflex_base.registry import RegistrationContext
from reflex_base.utils.form import FORM_DATA_ENTRIES_KEY

from climact_issy import access, routes, texts
from climact_issy.domain.errors import BadInput, ClimactError, NotAllowed
from climact_issy.domain.people import Actor
from climact_issy.presenters import errors
from climact_issy.states.citizen.session import SessionState

_log = structlog.get_logger(__name__)

ROOT: Final = "reflex___state____state"
_FAULT: Final = (
    f"{ROOT}.reflex___state____frontend_event_exception_state.handle_frontend_exception"
)
_LOADED: Final = f"{ROOT}.reflex___state____on_load_internal_state"
_STORED: Final = f"{ROOT}.reflex___state____update_vars_internal_state"
_NOTHING: Final[Any] = Annotated[dict[str, object], Field(max_length=0)]
"""We keep nothing in the browser's storage, so none of it is ever sent back."""

_HASHES: Final[Any] = Annotated[list[str], Field(max_length=200)]

_FRAMEWORK_PAYLOADS: Final[dict[str, dict[str, Any]]] = {
    f"{ROOT}.hydrate": {},
    f"{ROOT}.hydrate_and_load": {
        "vars": (_NOTHING | None, None),
        "hashes": (_HASHES | None, None),
    },
    f"{ROOT}.set_is_hydrated": {"value": (bool, ...)},
    f"{_LOADED}.on_load_internal": {},
    f"{_LOADED}.set_is_hydrated": {"value": (bool, ...)},
    f"{_STORED}.update_vars_internal": {"vars": (_NOTHING, ...)},
    _FAULT: {
        "info": (Annotated[str, Field(max_length=5_000)], ...),
        "component_stack": (Annotated[str, Field(max_length=50_000)], ...),
    },
}
FRAMEWORK_EVENTS: Final = frozenset(_FRAMEWORK_PAYLOADS)
"""The only events of Reflex itself that may pass; a test compares the names."""

MAX_TEXT: Final = 500
MAX_FIELDS: Final = 20
_Text = Annotated[str, Field(max_length=MAX_TEXT)]
_ENTRIES: Final = TypeAdapter(list[tuple[StrictStr, StrictStr]])


def _fields(value: object) -> object:
    """Read a submitted form, which comes as its ordered [name, value] entries."""
    if isinstance(value, dict) and set(value) == {FORM_DATA_ENTRIES_KEY}:
        return dict(_ENTRIES.validate_python(value[FORM_DATA_ENTRIES_KEY]))
    return value


_Form = Annotated[
    dict[_Text, _Text], Field(max_length=MAX_FIELDS), BeforeValidator(_fields)
]
_PARSED: Final[dict[object, object]] = {
    str: _Text,
    # Numbers of rows are 32-bit on PostgreSQL: a larger one is nobody's row.
    int: Annotated[int, Field(ge=-(2**31), lt=2**31)],
    float: Annotated[float, Field(allow_inf_nan=False)],
    bool: bool,
    dict[str, str]: _Form,
}


@lru_cache(maxsize=256)
def payload_model(handler: Callable[..., object]) -> type[BaseModel]:
    """Build the strict model of a handler's payload from its signature.

    Raises:
        TypeError: a parameter is not one of str, int, float, bool and
            dict[str, str]; found at start-up, by the handler guard.
    """
    fields: dict[str, Any] = {}
    for parameter in list(inspect.signature(handler).parameters.values())[1:]:
        parsed = _PARSED.get(parameter.annotation)
        if parsed is None:
            message = f"{handler.__qualname__}({parameter.name}): type not allowed"
            raise TypeError(message)
        default = parameter.default
        fields[parameter.name] = (
            parsed,
            ... if default is inspect.Parameter.empty else default,
        )
    return _model(handler.__qualname__, fields)


@lru_cache(maxsize=len(_FRAMEWORK_PAYLOADS))
def framework_model(name: str) -> type[BaseModel]:
    """Build the strict model of the payload of an event of Reflex itself."""
    return _model(name, _FRAMEWORK_PAYLOADS[name])


def _model(name: str, fields: dict[str, Any]) -> type[BaseModel]:
    return create_model(
        f"{name} payload",
        __config__=ConfigDict(extra="forbid", strict=True),
        **fields,
    )


def parse(handler: Callable[..., object], payload: dict[str, object]) -> None:
    """Check a payload against the handler's signature.

    Raises:
        BadInput: missing or extra key, wrong type, too long, not finite.
    """
    _validate(payload_model(handler), payload)


def _validate(model: type[BaseModel], payload: dict[str, object]) -> None:
    try:
        model.model_validate(payload)
    except (ValidationError, RecursionError) as error:
        raise BadInput from error


def check(handler: Callable[..., object], actor: Actor | None) -> None:
    """Check that the person may call the handler.

    Raises:
        NotAllowed: unmarked handler, or not the right.
        SignInNeeded: nobody is signed in and somebody must be.
    """
    level = getattr(handler, access.MARK, None)
    if level is None:
        raise NotAllowed
    access.check(actor, level)


class Gate(Middleware):
    """Deny by default, for every event of every tab."""

    async def preprocess(
        self, app: rx.App, state: BaseState, event: Event
    ) -> StateUpdate | None:
        """Let the event pass (None) or answer it with a refusal."""
        del app
        if event.name in FRAMEWORK_EVENTS:
            return await _pass_framework(state, event)
        registered = RegistrationContext.get().event_handlers.get(event.name)
        if registered is None:
            return StateUpdate()
        handler = registered.handler.fn
        try:
            actor = await access.resolve(state.rx_router_headers.cookie)
            await _bind(state, actor)
            check(handler, actor)
            parse(handler, dict(event.payload))
        except ClimactError as refusal:
            _log.info("event_refused", handler=event.name, code=refusal.code)
            sentence = errors.sentence(_translator(state), refusal)
            return await _answer(state, sentence, "info")
        except Exception:  # noqa: BLE001 - a database that is away is said, not hidden
            fault = secrets.token_hex(4)
            _log.exception("gate_failed", fault=fault, handler=event.name)
            sentence = errors.fault_sentence(_translator(state), fault)
            return await _answer(state, sentence, "error")
        return None


async def _pass_framework(state: BaseState, event: Event) -> StateUpdate | None:
    """Let an event of Reflex itself pass, once the tab belongs to who looks.

    Hydrating sends the whole tab to the browser: what another person left in it
    must be gone before.
    """
    try:
        actor = await access.resolve(state.rx_router_headers.cookie)
    except Exception:  # noqa: BLE001 - without a database nobody is known, pages still open
        _log.exception("viewer_unknown")
        actor = None
    await _bind(state, actor)
    try:
        _validate(framework_model(event.name), dict(event.payload))
    except BadInput as refusal:
        _log.info("event_refused", handler=event.name, code=refusal.code)
        if event.name == _FAULT:
            # The report of a page that broke: its visitor asked for nothing.
            return StateUpdate()
        sentence = errors.sentence(_translator(state), refusal)
        return await _answer(state, sentence, "info")
    return None


async def _bind(state: BaseState, actor: Actor | None) -> None:
    """Forget everything of the tab when another session looks through it.

    The tab's token outlives a sign-out: without this, the next person would
    find the previous one's page in it.
    """
    session = await state.get_state(SessionState)
    current = actor.session_id if actor else 0
    if session._session_id not in {0, current}:  # noqa: SLF001 - the gate keeps it
        state._get_root_state().reset()  # noqa: SLF001 - Reflex offers no public way to the root
        session = await state.get_state(SessionState)
    session._session_id = current  # noqa: SLF001 - the gate keeps it


def _translator(state: BaseState) -> texts.Translator:
    return texts.for_language(routes.language_of(state.rx_router_url.path or "/"))


async def _answer(state: BaseState, sentence: str, kind: str) -> StateUpdate:
    session = await state.get_state(SessionState)
    session.notice = sentence
    session.notice_kind = kind
    session.answers += 1
    root = state._get_root_state()  # noqa: SLF001 - Reflex offers no public way to the root
    delta = await root._get_resolved_delta()  # noqa: SLF001 - what Reflex itself sends after a handler
    root._clean()  # noqa: SLF001 - marks the delta as sent
    return StateUpdate(delta=delta)


def is_framework(name: str) -> bool:
    """Whether an event belongs to Reflex itself."""
    return name in FRAMEWORK_EVENTS


def unmarked() -> list[str]:
    """Return the handlers of ours that nobody marked or that take odd types.

    Used by the guard test and at start-up: an empty list is the only good one.
    """
    found: list[str] = []
    for name, registered in RegistrationContext.get().event_handlers.items():
        if is_framework(name) or name.endswith(".setvar"):
            continue
        handler = registered.handler.fn
        if getattr(handler, access.MARK, None) is None:
            found.append(name)
            continue
        try:
            payload_model(handler)
        except TypeError as error:
            found.append(str(error))
    return found
