"""One page of the site: what the table lists, and how an entry is made."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

import reflex as rx

from climact_issy import routes
from climact_issy.presenters import embeds
from climact_issy.routes import Language
from climact_issy.settings import get_settings
from climact_issy.states.citizen.session import SessionState

SITE = "Clim’Act Issy"
_LOADS = [SessionState.load]
_NOT_A_NAME = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class Page:
    """One page in one language.

    Attributes:
        route: its address.
        language: its language.
        title: of the browser tab, with the site's name.
        description: one sentence for search engines and share cards.
        build: makes the component, at compile time.
        on_load: handlers that run at every load and reconnect.
        card: address of its card for social networks, on this site.
        oembed: address that says how to embed it, "" for most pages.
    """

    route: str
    language: Language
    title: str
    description: str
    build: Callable[[], rx.Component]
    on_load: list[rx.event.EventCallback]
    card: str = "/share.png"
    oembed: str = ""


def entry(
    language: Language,
    route: routes.Route,
    words: tuple[str, str],
    build: Callable[[], rx.Component],
    on_load: list[rx.event.EventCallback] | None = None,
) -> Page:
    """Make the page of a route in a language.

    Args:
        language: its language.
        route: its address in each language.
        words: title and description, in its language.
        build: makes the component; it gets a module name of its own.
        on_load: handlers beside those of every page.
    """
    title, description = words
    shown = f"{title} · {SITE}" if route is not routes.HOME else f"{SITE} · {title}"
    loads = [*_LOADS, *(on_load or [])]
    address = route.to(language)
    # Reflex keeps the live pieces of all pages made in one module in one script;
    # with a name of its own, a page loads only its own pieces.
    build.__module__ = (
        f"{__name__}.{_NOT_A_NAME.sub('_', address.strip('/')) or 'home'}"
    )
    return Page(address, language, shown, description, build, loads)


def with_discovery(page: Page) -> Page:
    """Let other sites find out how to embed the figure of a page."""
    address = embeds.discovery(get_settings().address, page.route)
    return replace(page, oembed=address)
