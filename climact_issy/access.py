"""Who asks and may they: the mark on event handlers and HTTP routes."""

from collections.abc import Callable
from typing import Literal, TypeVar

Level = Literal["public", "citizen", "captain", "moderator"]
MARK = "__climact_access__"

F = TypeVar("F", bound=Callable[..., object])


def access(level: Level) -> Callable[[F], F]:
    """Mark a handler with who may call it; an unmarked one is refused.

    Put it BELOW `@rx.event`, so that Reflex keeps the attribute.
    """

    def mark(handler: F) -> F:
        setattr(handler, MARK, level)
        return handler

    return mark
