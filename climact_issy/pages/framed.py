"""The frame of a page, bound to who is signed in."""

import reflex as rx

from climact_issy.components.demo import demo_tag
from climact_issy.components.frame import Section, frame
from climact_issy.components.notice import notice
from climact_issy.components.points_chip import points_chip
from climact_issy.routes import Route
from climact_issy.states.citizen.session import SessionState
from climact_issy.texts import Translator
from climact_issy.ui.values import Content


def framed(
    t: Translator,
    route: Route,
    *children: Content,
    title: str,
    current: Section | None = None,
    top_class: str = "",
    main_class: str = "",
) -> rx.Component:
    """Put a page in the frame, with the visitor's points and notice.

    Args:
        t: the page's translator.
        route: the page's addresses.
        children: what stands in main.
        title: name of the page.
        current: its tab, None when it belongs to none.
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
        points_chip=points_chip(t, viewer, route.to(t.language)),
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
