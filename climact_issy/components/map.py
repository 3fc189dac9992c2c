"""The seven neighbourhoods and the Seine, as a map of links."""

import reflex as rx

from climact_issy import routes
from climact_issy.presenters import shapes
from climact_issy.presenters.leaderboards import BoardView
from climact_issy.texts import Translator
from climact_issy.ui.art import piece
from climact_issy.ui.region_map import Region, region_map
from climact_issy.ui.values import Content, Event, Text


def race_map(t: Translator, board: BoardView) -> rx.Component:
    """Draw the race on the map: the number on a label is the terrace.

    The shapes and the names are in the page before any script runs; only
    colours and numbers are live.
    """

    def region(view: shapes.RegionView) -> Region:
        tone = board.map_classes[view.slug]
        number = board.by_slug[view.slug].terrace
        return Region(
            view.path,
            view.name,
            view.left,
            view.top,
            href=routes.neighbourhood(view.slug).to(t.language),
            css=rx.cond(tone, tone, ""),
            badge=rx.fragment(
                rx.el.span(t("palier"), " ", class_name="sr"),
                rx.cond(number, number, "–"),
            ),
            is_yours=rx.cond(board.yours == view.slug, "you", ""),
        )

    return _map([region(view) for view in shapes.regions()], "bleed")


def neighbourhood_map(t: Translator, slug: str) -> rx.Component:
    """Draw where one neighbourhood is; the others lead to their pages."""
    return _map(
        [
            Region(
                view.path,
                view.name,
                view.left,
                view.top,
                href=routes.neighbourhood(view.slug).to(t.language),
                css="t1" if view.slug == slug else "",
                is_yours="here" if view.slug == slug else "",
            )
            for view in shapes.regions()
        ]
    )


def choice_map(
    on_choose: dict[str, Event], chosen: Text = "", class_name: str = ""
) -> rx.Component:
    """Draw the map on which a person chooses where they live.

    Args:
        on_choose: slug -> event of choosing it.
        chosen: slug of the current choice, "" when none.
        class_name: classes of the box.
    """

    def marked(slug: str, yes: str) -> Text:
        if isinstance(chosen, rx.Var):
            return rx.cond(chosen == slug, yes, "")
        return yes if chosen == slug else ""

    return _map(
        [
            Region(
                view.path,
                view.name,
                view.left,
                view.top,
                on_click=on_choose.get(view.slug),
                css=marked(view.slug, "t1"),
                is_yours=marked(view.slug, "you"),
            )
            for view in shapes.regions()
        ],
        class_name,
    )


def map_legend(t: Translator, *more: Content) -> rx.Component:
    """Say what the drawing is not: an official map."""
    return rx.el.p(
        *more, t("Contours indicatifs, Seine schématique."), class_name="mini soft"
    )


def _map(regions: list[Region], class_name: str = "") -> rx.Component:
    return region_map(
        regions,
        view_box=shapes.VIEW_BOX,
        under=[
            rx.el.svg.rect(width="100%", height="100%", class_name="land"),
            piece("map-seine"),
        ],
        over=[piece("map-places")],
        class_name=class_name,
    )
