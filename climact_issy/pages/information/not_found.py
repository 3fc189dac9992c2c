"""Not found, and the view of a page that broke: both languages on one page.

The address that failed does not always tell the language, and the server's
fallback page is one file for all: so each of the two says its sentence twice.
"""

from collections.abc import Callable

import reflex as rx
from reflex_components_core.base.error_boundary import ErrorBoundary

from climact_issy import routes, texts
from climact_issy.components.frame import frame
from climact_issy.components.landscape import Scene, scene
from climact_issy.texts import Translator
from climact_issy.ui.button import button

Half = Callable[[Translator], tuple[str, str, str]]


def not_found_page() -> rx.Component:
    """Build the page of an address that leads nowhere."""
    return _bilingual("empty", _lost)


def broken_page() -> rx.Component:
    """Build the view shown in place of a page that broke.

    It stands alone: nothing in it depends on the state of the page.
    """
    return _bilingual("error", _broken, is_live=False)


def error_boundary() -> rx.Component:
    """Build what catches a page that breaks in the browser and shows our own view."""
    return ErrorBoundary.create(
        fallback_render=rx.Var.create(broken_page()),
    )


def _bilingual(name: Scene, half: Half, *, is_live: bool = True) -> rx.Component:
    french, english = (texts.for_language(name) for name in routes.LANGUAGES)
    titles = [half(t)[0] for t in (french, english)]
    return frame(
        french,
        routes.HOME,
        rx.el.div(
            rx.el.div(scene(name), class_name="stage"),
            rx.el.div(
                _said(french, half, rx.el.h1),
                _said(english, half, rx.el.h2),
                class_name="two-tongues",
            ),
            class_name="wrap lost-page",
        ),
        title=" · ".join(titles),
        is_live=is_live,
    )


def _said(
    t: Translator, half: Half, heading: Callable[..., rx.Component]
) -> rx.Component:
    title, sentence, way = half(t)
    return rx.el.section(
        heading(title),
        rx.el.p(sentence),
        rx.el.p(button(way, rank="two", href=routes.HOME.to(t.language))),
        class_name="stack",
        custom_attrs={"lang": t.language},
    )


def _lost(t: Translator) -> tuple[str, str, str]:
    return (
        t("Cette page n’existe pas"),
        t(
            "L’adresse a peut-être changé, ou s’est perdue en chemin. Vos "
            "points et vos gestes sont intacts."
        ),
        t("Je reviens à l’accueil"),
    )


def _broken(t: Translator) -> tuple[str, str, str]:
    return (
        t("Cette page ne s’affiche pas"),
        t("La panne vient de nous. Vos points et vos gestes sont intacts."),
        t("Je reviens à l’accueil"),
    )
