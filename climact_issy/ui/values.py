"""What the components of the design system accept: plain values or live Vars."""

from collections.abc import Callable
from typing import Any

import reflex as rx
from reflex.event import EventSpec

Text = str | rx.Var[str]
"""Words, in the language of the page."""

Flag = bool | rx.Var[bool]
"""A yes or no that may change while the page is open."""

Content = str | rx.Var[Any] | rx.Component
"""Anything that can stand inside an element."""

Event = rx.EventHandler | EventSpec | Callable[..., Any] | list[Any] | None
"""What happens on a click; None when the element does nothing."""
