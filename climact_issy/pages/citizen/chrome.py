"""The frame of the citizen pages, with what only the visitor's session knows."""

import reflex as rx

from climact_issy import routes
from climact_issy.components.demo import demo_tag
from climact_issy.components.frame import Section, frame
from climact_issy.routes import Route
from climact_issy.states.citizen.session import SessionState
from climact_issy.texts import Translator
from climact_issy.ui.icons import icon
from climact_issy.ui.link import link
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
    """Put a citizen page in the frame: points, demo label and notice are live."""
    return frame(
        t,
        route,
        *children,
        title=title,
        current=current,
        points_chip=_points(t),
        demo_tag=viewer_demo_tag(t),
        notice=_notice(t),
        top_class=top_class,
        main_class=main_class,
    )


def viewer_demo_tag(t: Translator) -> rx.Component:
    """Label what belongs to a demo person; nothing for a real one."""
    return rx.cond(SessionState.viewer.is_demo, demo_tag(t), rx.fragment())


def _points(t: Translator) -> rx.Component:
    """Show the points of who is signed in, or the way to sign in."""
    viewer = SessionState.viewer
    return rx.cond(
        viewer.is_signed_in,
        link(
            icon("mill", "s20"),
            viewer.points,
            rx.el.span(t(" points cette saison"), class_name="sr"),
            href=routes.ME.to(t.language),
            class_name="chip num",
        ),
        link(
            t("Me connecter"), href=routes.SIGN_IN.to(t.language), class_name="chip"
        ),
    )


def _notice(t: Translator) -> rx.Component:
    """Say what the last event could not do, until it is put away."""
    return rx.el.div(
        rx.cond(
            SessionState.notice != "",
            rx.el.div(
                rx.el.div(
                    rx.el.span(SessionState.notice, class_name="grow"),
                    rx.el.button(
                        icon("close"),
                        type="button",
                        aria_label=t("Fermer le message"),
                        class_name="ib",
                        on_click=SessionState.dismiss_notice,
                    ),
                    class_name="toast",
                ),
                class_name="notice " + SessionState.notice_kind,
            ),
            rx.fragment(),
        ),
        role="status",
        aria_live="polite",
    )
