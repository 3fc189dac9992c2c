"""One season that is over: who won or the tie, the shared goal, the final table."""

import reflex as rx

from climact_issy.components.demo import demo_mark
from climact_issy.components.shares import shares
from climact_issy.presenters.archive import ArchivedRow, ArchivedView
from climact_issy.texts import Translator
from climact_issy.ui.icons import icon
from climact_issy.ui.mark import tag


def archived_season(t: Translator, season: ArchivedView) -> rx.Component:
    """Draw one season, a Var inside a foreach; its anchor leads to it."""
    return rx.el.article(
        rx.el.h2(season.title, *demo_mark(t), id=season.anchor),
        rx.el.p(season.dates, class_name="small soft"),
        rx.el.p(icon("quarters", "s20"), rx.el.b(season.headline), class_name="row"),
        rx.el.p(
            icon("flag", "s20"),
            rx.el.span(season.goal, class_name="grow"),
            rx.cond(season.is_goal_reached, tag(t("atteint")), rx.fragment()),
            class_name="row",
        ),
        _table(t, season),
        shares(t, season.shares),
        rx.el.p(season.rule, class_name="small soft"),
        class_name="card in stack",
    )


def _table(t: Translator, season: ArchivedView) -> rx.Component:
    def row(found: ArchivedRow) -> rx.Component:
        return rx.el.tr(
            rx.el.th(
                found.name,
                scope="row",
            ),
            rx.el.td(found.place, class_name="n"),
            rx.el.td(
                found.score,
                rx.cond(
                    found.progress,
                    rx.el.p(found.progress, class_name="small soft"),
                    rx.fragment(),
                ),
                class_name="n",
            ),
            rx.el.td(found.people, class_name="n"),
        )

    return rx.el.table(
        rx.el.caption(season.caption, class_name="sr"),
        rx.el.thead(
            rx.el.tr(
                rx.el.th(t("Quartier"), scope="col"),
                rx.el.th(t("Place"), scope="col", class_name="n"),
                rx.el.th(t("Score"), scope="col", class_name="n"),
                rx.el.th(t("Actifs"), scope="col", class_name="n"),
            )
        ),
        rx.el.tbody(rx.foreach(season.rows, row)),
    )
