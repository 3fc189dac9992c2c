"""Progress towards something that can be counted, in words and as a bar."""

from typing import Any

import reflex as rx

from climact_issy.ui.values import Text


def progress(label: Text, percent: int | rx.Var[int], value_text: Text) -> rx.Component:
    """Build a bar.

    Args:
        label: what progresses.
        percent: 0 to 100.
        value_text: the progress in words, e.g. "812 gestes sur 1 000".
    """
    return rx.el.div(
        # A Var inside a plain dict would not be seen, nor its state subscribed to.
        rx.el.i(custom_attrs={"style": rx.Var.create({"width": f"{percent}%"})}),
        **progress_attributes(label, percent, value_text),
        class_name="bar",
    )


def progress_attributes(
    label: Text, percent: int | rx.Var[int], value_text: Text
) -> dict[str, Any]:
    """Return what makes any drawing a progress bar for assistive technology."""
    return {
        "role": "progressbar",
        "custom_attrs": {
            "aria-label": label,
            "aria-valuemin": 0,
            "aria-valuemax": 100,
            "aria-valuenow": percent,
            "aria-valuetext": value_text,
        },
    }
