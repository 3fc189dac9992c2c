"""A slider over a few steps; the browser's own, so the arrow keys move it."""

import reflex as rx

from climact_issy.ui.values import Event, Text


def slider(  # noqa: PLR0913 - its name, its steps, its words, its event
    label: Text,
    value_text: Text,
    *,
    last: int,
    at: int | rx.Var[int],
    on_change: Event,
    slider_key: Text | rx.Var[int] = "",
    ends: tuple[str, str] = ("", ""),
) -> rx.Component:
    """Build a slider.

    The browser moves it by itself; `slider_key` makes a new one when something else
    than a hand has moved it.

    Args:
        label: name of the whole control.
        value_text: the value in words, shown and read out.
        last: position of the last step; the first is 0.
        at: position where it starts.
        on_change: event that takes the new position, a whole number.
        slider_key: changes when `at` must be read again.
        ends: what stands under its first and its last step.
    """
    return rx.el.label(
        rx.el.span(label, class_name="soft small b"),
        # A screen reader hears the same words on the slider itself.
        rx.el.b(value_text, class_name="num big", aria_hidden="true"),
        rx.el.input(
            type="range",
            min=0,
            max=last,
            step=1,
            default_value=at,
            on_change=on_change,
            key=slider_key,
            custom_attrs={"aria-label": label, "aria-valuetext": value_text},
        ),
        rx.el.span(
            *(rx.el.span(end) for end in ends),
            class_name="ends mini soft",
            aria_hidden="true",
        ),
        class_name="slide",
    )
