"""A quantity with a button on either side; the new value is read out."""

import reflex as rx

from climact_issy.ui.icons import icon
from climact_issy.ui.values import Event, Flag, Text


def stepper(  # noqa: PLR0913 - two buttons, their names, their bounds
    label: Text,
    value: Text,
    *,
    less_label: Text,
    more_label: Text,
    on_less: Event = None,
    on_more: Event = None,
    is_at_minimum: Flag = False,
    is_at_maximum: Flag = False,
) -> rx.Component:
    """Build a stepper.

    Args:
        label: name of the whole control: "Nombre de kilomètres".
        value: the quantity with its unit.
        less_label: name of the "-" button.
        more_label: name of the "+" button.
        on_less: event of the "-" button.
        on_more: event of the "+" button.
        is_at_minimum: whether "-" has nothing left to take.
        is_at_maximum: whether "+" has nothing left to add.
    """
    return rx.el.div(
        _knob("minus", less_label, on_less, is_at_minimum),
        rx.el.output(value, aria_live="polite"),
        _knob("plus", more_label, on_more, is_at_maximum),
        role="group",
        aria_label=label,
        class_name="step",
    )


def _knob(
    icon_name: str, label: Text, on_click: Event, is_at_bound: Flag
) -> rx.Component:
    return rx.el.button(
        icon(icon_name),
        type="button",
        aria_label=label,
        on_click=on_click,
        disabled=is_at_bound,
    )
