"""The collective goal: a barge travels the bend of the Seine."""

import reflex as rx

from climact_issy.presenters import bend
from climact_issy.presenters.leaderboards import GoalView
from climact_issy.texts import Translator
from climact_issy.ui.art import piece
from climact_issy.ui.progress import progress_attributes
from climact_issy.ui.waiting import skeleton


def goal(
    t: Translator,
    view: GoalView,
    *,
    is_loaded: bool | rx.Var[bool] = True,
    is_wide: bool = False,
    demo_tag: rx.Component | None = None,
    detail: rx.Component | None = None,
) -> rx.Component:
    """Build the strip of the river with the goal.

    Args:
        t: the page's translator.
        view: the goal; a Var on a live page.
        is_loaded: whether it has been read.
        is_wide: whether it has the whole width of a desk.
        demo_tag: the word "démo" in a demo database.
        detail: where the points behind it come from, or the way there.
    """
    return rx.el.section(
        rx.el.div(
            rx.el.p(
                t("Ensemble, tous quartiers réunis"),
                *([" ", demo_tag] if demo_tag is not None else []),
                class_name="small b soft",
            ),
            rx.el.h2(
                rx.cond(is_loaded, view.headline, t("Un objectif commun")), id="goal"
            ),
            rx.el.div(
                _drawing(view),
                **progress_attributes(t("Gestes notés"), view.percent, view.value_text),
            ),
            rx.cond(is_loaded, _words(view), skeleton("58px")),
            *([] if detail is None else [detail]),
            class_name="wrap pad stack wide-goal" if is_wide else "wrap pad stack",
        ),
        aria_labelledby="goal",
        class_name="band river",
    )


def _words(view: GoalView) -> rx.Component:
    return rx.fragment(
        rx.el.p(
            rx.el.b(view.done, class_name="num big"),
            rx.el.span(view.out_of, class_name="soft"),
            class_name="row base",
        ),
        rx.el.p(view.today, class_name="small"),
        rx.el.p(view.pace, class_name="small soft"),
    )


def _drawing(view: GoalView) -> rx.Component:
    river = bend.path()
    return rx.el.svg(
        piece("city-quay"),
        rx.el.svg.path(d=river, class_name="bend-river"),
        rx.el.svg.path(
            d=river,
            class_name="bend-done",
            custom_attrs={"pathLength": 100, "strokeDasharray": view.dash},
        ),
        rx.el.svg.path(d=river, class_name="bend-dots"),
        piece("city-isle"),
        piece("city-barge", view.boat),
        view_box=bend.VIEW_BOX,
        aria_hidden="true",
        class_name="bend",
    )
