"""Not found, and the view of a page that broke.

An address that leads nowhere is answered in its language: web/lost.py puts the
finished page there. A page that breaks does so in the one script of all pages,
which does not know the language: so that view says its sentence twice.
"""

from collections.abc import Callable

import reflex as rx
from reflex_components_core.base.error_boundary import ErrorBoundary

from climact_issy import routes, texts
from climact_issy.components.frame import frame
from climact_issy.components.landscape import scene
from climact_issy.routes import Language
from climact_issy.texts import Translator
from climact_issy.ui.button import button


def not_found_page(language: Language) -> rx.Component:
    """Build the page of an address that leads nowhere.

    Its built file has no script of the app (build.py): it stands at addresses
    that the app does not know. Everything in it is text and plain links.
    """
    t = texts.for_language(language)
    title = not_found_title(language)
    return frame(
        t,
        routes.HOME,
        rx.el.div(
            rx.el.div(scene("empty"), class_name="stage"),
            rx.el.h1(title),
            rx.el.p(
                t(
                    "L’adresse a peut-être changé, ou s’est perdue en chemin. Vos "
                    "points et vos gestes sont intacts."
                )
            ),
            rx.el.p(
                _back(t),
                button(
                    t("Regarder les gestes"),
                    rank="three",
                    href=routes.ACT.to(language),
                ),
                class_name="row wraps",
            ),
            class_name="wrap lost-page stack",
        ),
        title=title,
        is_live=False,
    )


def not_found_title(language: Language) -> str:
    """Return the title of the page of an address that leads nowhere."""
    t = texts.for_language(language)
    return t("Cette page n’existe pas")


def broken_page() -> rx.Component:
    """Build the view shown in place of a page that broke.

    It stands alone: nothing in it depends on the state of the page.
    """
    french, english = (texts.for_language(name) for name in routes.LANGUAGES)
    return frame(
        french,
        routes.HOME,
        rx.el.div(
            rx.el.div(scene("error"), class_name="stage"),
            rx.el.div(
                _broken(french, rx.el.h1),
                _broken(english, rx.el.h2),
                class_name="two-tongues",
            ),
            class_name="wrap lost-page",
        ),
        title=" · ".join(_cannot_be_shown(t) for t in (french, english)),
        is_live=False,
    )


def error_boundary() -> rx.Component:
    """Build what catches a page that breaks in the browser and shows our own view."""
    return ErrorBoundary.create(
        fallback_render=rx.Var.create(broken_page()),
    )


def _broken(t: Translator, heading: Callable[..., rx.Component]) -> rx.Component:
    return rx.el.section(
        heading(_cannot_be_shown(t)),
        rx.el.p(t("La panne vient de nous. Vos points et vos gestes sont intacts.")),
        rx.el.p(_back(t)),
        class_name="stack",
        custom_attrs={"lang": t.language},
    )


def _cannot_be_shown(t: Translator) -> str:
    return t("Cette page ne s’affiche pas")


def _back(t: Translator) -> rx.Component:
    home = routes.HOME.to(t.language)
    return button(t("Je reviens à l’accueil"), rank="two", href=home)
