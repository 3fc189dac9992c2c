"""Fields: a visible label, 52 px high, help and error tied to the input."""

from collections.abc import Sequence
from typing import Any

import reflex as rx

from climact_issy.ui.icons import icon
from climact_issy.ui.values import Content, Text


def field(
    label: Text,
    name: str,
    *,
    help_text: Text = "",
    error: Text = "",
    icon_name: str = "",
    is_label_hidden: bool = False,
    **attributes: Any,  # noqa: ANN401 - attributes of the HTML input
) -> rx.Component:
    """Build a labelled text input.

    Args:
        label: its label.
        name: name and id of the input.
        help_text: one sentence under it, "" when none.
        error: what is wrong with it, "" when nothing.
        icon_name: icon before the input.
        is_label_hidden: read the label out without showing it (a search).
        attributes: attributes of the input, such as type or value.
    """
    tied = f"{name}-help" if isinstance(help_text, rx.Var) or help_text else ""
    parts: list[Content] = [
        rx.el.label(
            label, html_for=name, class_name="sr" if is_label_hidden else "small b"
        ),
        rx.el.div(
            *([icon(icon_name, "s20")] if icon_name else []),
            rx.el.input(
                id=name,
                name=name,
                custom_attrs={"aria-describedby": f"{tied} {name}-error".strip()},
                **attributes,
            ),
            class_name="field",
        ),
    ]
    if tied:
        parts.append(rx.el.p(help_text, id=tied, class_name="mini soft"))
    parts.append(
        rx.el.p(error, id=f"{name}-error", role="alert", class_name="mini lv act")
    )
    return rx.el.div(*parts, class_name="stack g4")


def choice(
    label: Text, name: str, given: Text, options: Sequence[tuple[str, str]]
) -> rx.Component:
    """Build a labelled list to choose one thing from.

    Args:
        label: its label.
        name: name and id of the list.
        given: value that is chosen already; another one is chosen anew.
        options: (value, words) of each thing.
    """
    return rx.el.div(
        rx.el.label(label, html_for=name, class_name="b small"),
        rx.el.div(
            rx.el.select(
                *(rx.el.option(word, value=value) for value, word in options),
                id=name,
                name=name,
                default_value=given,
                key=given,
            ),
            icon("down", "s20"),
            class_name="field",
        ),
        class_name="stack g4",
    )
