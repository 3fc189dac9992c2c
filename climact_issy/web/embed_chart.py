"""A chart as plain HTML: the geometry and the classes of the indicator's page."""

from typing import Final

from climact_issy.presenters.drawing import Chart, Label, Tick
from climact_issy.web.html import esc

MOST_KEYS: Final = 6


def chart(drawn: Chart, *, is_mini: bool) -> str:
    """Write a chart; a screen reader hears its description instead.

    Args:
        drawn: the geometry.
        is_mini: without axis and levels.
    """
    levels = () if is_mini else drawn.levels
    size = ("mini " if is_mini else "") + ("leveled" if levels else "")
    marks = "".join(
        f'<path class="{mark.classes}" d="{mark.path}"/>' for mark in drawn.marks
    )
    words = "".join(_label(label) for label in drawn.labels)
    words += "".join(
        f'<span class="level" style="top:{level.at}">{esc(level.text)}</span>'
        for level in levels
    )
    return (
        f'<div class="graph {size}"><div class="plot p-{drawn.shape}" role="img" '
        f'style="--rows:{drawn.rows}" aria-label="{esc(drawn.description)}">'
        f'<svg viewBox="0 0 {drawn.width} {drawn.height}" preserveAspectRatio="none" '
        f'aria-hidden="true">{marks}</svg><div aria-hidden="true">{words}</div></div>'
        f"{_axis(drawn, is_mini=is_mini)}{_key(drawn)}</div>"
    )


def _axis(drawn: Chart, *, is_mini: bool) -> str:
    if is_mini or not drawn.ticks:
        return ""
    return (
        f'<div class="axis" aria-hidden="true">{"".join(map(_tick, drawn.ticks))}</div>'
    )


def _key(drawn: Chart) -> str:
    if not drawn.key or len(drawn.key) > MOST_KEYS:
        return ""
    items = (
        f'<span><i class="{item.classes}"></i>{esc(item.text)}</span>'
        for item in drawn.key
    )
    return f'<p class="key mini">{"".join(items)}</p>'


def _label(label: Label) -> str:
    place = f"left:{label.left};top:{label.top}"
    return f'<span class="{label.classes}" style="{place}">{esc(label.text)}</span>'


def _tick(tick: Tick) -> str:
    return (
        f'<span class="a-{tick.anchor}" style="left:{tick.at}">{esc(tick.text)}</span>'
    )
