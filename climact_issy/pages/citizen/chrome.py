"""The frame of the citizen pages, with what only the visitor's session knows."""

import reflex as rx

from climact_issy import routes
from climact_issy.components.demo import demo_tag
from climact_issy.components.frame import Section, frame
from climact_issy.components.notice import notice
from climact_issy.routes import Route
from climact_issy.states.citizen.session import SessionState
from climact_issy.texts import Translator
from climact_issy.ui.link import link
from climact_issy.ui.mark import tag
from climact_issy.ui.values import Content


def citizen_frame(
    t: Translator,
    route: Route,
    *children: Content,
    title: str,
    current: Section | None = None,
    top_class: str = "",
    main_class: str = "",
) -> rx.Component:
    """Put a citizen page in the frame: points, demo label and notice are live.

    Args:
        t: the page's translator.
        route: the page's addresses.
        children: what stands in main.
        title: name of the page.
        current: its tab.
        top_class: "sky" when the page starts with the sky.
        main_class: classes of main.
    """
    viewer = SessionState.viewer
    return frame(
        t,
        route,
        *children,
        title=title,
        current=current,
        points_chip=_points(t, route.to(t.language)),
        demo_tag=rx.cond(viewer.is_demo, demo_tag(t), rx.fragment()),
        notice=notice(
            t,
            SessionState.notice,
            SessionState.notice_kind,
            on_close=SessionState.dismiss_notice,
        ),
        top_class=top_class,
        main_class=main_class,
    )


def _points(t: Translator, here: str) -> rx.Component:
    """Show the points of who is signed in, else the way in and back here."""
    viewer = SessionState.viewer
    mine = link(
        tag(
            viewer.points,
            rx.el.span(" ", t("points"), class_name="sr"),
            icon_name="mill",
        ),
        href=routes.ME.to(t.language),
        class_name="tap",
    )
    way_in = link(
        t("Connexion"),
        href=f"{routes.SIGN_IN.to(t.language)}?next={here}",
        class_name="tap small b",
    )
    return rx.cond(viewer.is_signed_in, mine, way_in)
