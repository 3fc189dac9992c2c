"""One tab of a browser as its states see it: an address, a person, the database."""

from dataclasses import replace
from typing import Any, TypeVar

import pytest
import reflex as rx
from reflex.istate.data import RouterData

from climact_issy.domain.people import Actor
from climact_issy.states import acting
from climact_issy.states.citizen.session import SessionState

S = TypeVar("S", bound=rx.State)

_ORIGIN = "http://localhost:3000"


class Tab:
    """A tab whose person is named directly instead of by a cookie."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, path: str = "/") -> None:
        self.root = rx.State(_reflex_internal_init=True)  # pyright: ignore[reportCallIssue] - Reflex's own way for tests
        self.viewer: Actor | None = None
        self.open(path)

        async def resolve(_cookie: str) -> Actor | None:
            return self.viewer

        monkeypatch.setattr(acting.access, "resolve", resolve)

    def open(self, path: str) -> None:
        """Go to an address of the site."""
        self.root.router = RouterData.from_router_data(
            {
                "asPath": path,
                "token": "tab-1",
                "headers": {"origin": _ORIGIN, "cookie": ""},
            }
        )

    def sign_in(self, actor: Actor) -> None:
        """Be somebody from now on."""
        self.viewer = replace(actor, session_id=1)

    async def see(self, kind: type[S]) -> S:
        """Return one state of this tab."""
        return await self.root.get_state(kind)

    async def do(self, kind: type[rx.State], handler: object, *given: object) -> Any:  # noqa: ANN401 - a handler takes and returns what it likes
        """Run a handler to its end."""
        # Typed as an event of the browser, in truth Reflex's object around it.
        assert isinstance(handler, rx.EventHandler)
        made: Any = handler.fn(await self.see(kind), *given)
        if hasattr(made, "__aiter__"):
            return [step async for step in made]
        return await made

    async def notice(self) -> str:
        """Read the sentence that the tab shows."""
        return (await self.see(SessionState)).notice
