"""The race as terraces: those who stand together are ex aequo."""

import reflex as rx

from climact_issy.components.landscape import barge, crown
from climact_issy.components.neighbourhood_chip import neighbourhood_chip
from climact_issy.presenters.leaderboards import BoardView, QuarterView, TerraceView
from climact_issy.texts import Translator
from climact_issy.ui.mark import tag
from climact_issy.ui.waiting import skeleton


def terraces(
    t: Translator,
    board: BoardView,
    *,
    is_loaded: bool | rx.Var[bool] = True,
    has_scores: bool = True,
) -> rx.Component:
    """Draw the terraces and the quay, or what breathes in their place.

    Args:
        t: the page's translator.
        board: the board; a Var on a live page.
        is_loaded: whether the board has been read.
        has_scores: whether the chips carry their points (not on home).
    """
    waiting = rx.el.div(
        skeleton("240px", label=t("La course se charge")),
        skeleton("180px"),
        class_name="wrap stack",
    )
    return rx.cond(is_loaded, _drawn(t, board, has_scores=has_scores), waiting)


def _drawn(t: Translator, board: BoardView, *, has_scores: bool) -> rx.Component:
    def chip(quarter: QuarterView) -> rx.Component:
        return rx.el.li(neighbourhood_chip(quarter, has_score=has_scores))

    def terrace(found: TerraceView, index: int) -> rx.Component:
        return rx.el.li(
            rx.cond(index == 0, crown(), rx.fragment()),
            rx.el.h3(
                rx.el.span(found.number, rx.el.sup(found.suffix), " ", found.title),
                rx.cond(found.is_tied, tag(t("ex æquo")), rx.fragment()),
            ),
            rx.el.ul(rx.foreach(found.chips, chip)),
            class_name=f"terrace {found.css}",
        )

    quay = rx.el.li(
        barge(),
        rx.el.h3(t("À quai")),
        rx.el.p(board.quay_line, class_name="small"),
        rx.el.ul(rx.foreach(board.quay, chip)),
        class_name="terrace q",
    )
    return rx.el.ol(
        rx.foreach(board.terraces, terrace),
        rx.cond(board.quay, quay, rx.fragment()),
        class_name="terraces",
    )
