"""The visitor's points at the end of the top bar, or the way in."""

import reflex as rx

from climact_issy import routes
from climact_issy.presenters.viewer import ViewerView
from climact_issy.texts import Translator
from climact_issy.ui.link import link
from climact_issy.ui.mark import tag


def points_chip(t: Translator, viewer: ViewerView, here: str) -> rx.Component:
    """Show the points of the season to who is signed in, else "Connexion".

    Args:
        t: the page's translator.
        viewer: who is signed in; a Var on a live page.
        here: address to come back to after signing in.
    """
    points = link(
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
    return rx.cond(viewer.is_signed_in, points, way_in)
