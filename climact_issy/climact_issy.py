"""The composition root: settings, pages, gate, live board, jobs and HTTP make the app.

The database engine opens in the worker's lifespan, never at import: Reflex
compiles the pages, then forks.
"""

import contextlib
import functools
from collections.abc import AsyncIterator

import reflex as rx
import structlog
from starlette.types import ASGIApp

from climact_issy import database, logs, routes
from climact_issy.jobs.lifespan import lifespan_jobs
from climact_issy.pages.entry import SITE
from climact_issy.pages.information.not_found import (
    error_boundary,
    not_found_page,
    not_found_title,
)
from climact_issy.pages.table import pages
from climact_issy.services import deployment
from climact_issy.settings import get_settings
from climact_issy.states import live
from climact_issy.states.envelopes import understood
from climact_issy.states.gate import Gate
from climact_issy.web.app import http_app
from climact_issy.web.security import secure

_log = structlog.get_logger(__name__)
logs.configure(get_settings().log_level, is_json=get_settings().is_production)


def backend_fault(exception: Exception) -> rx.event.EventSpec | None:
    """Log what no handler caught; the page re-reads the truth at its next load."""
    _log.error("event_failed", exc_info=exception)
    return None


@contextlib.asynccontextmanager
async def lifespan() -> AsyncIterator[None]:
    """Open the engine in this worker, then run its jobs and its live board."""
    settings = get_settings()
    database.open(settings.database_address)
    async with contextlib.AsyncExitStack() as stack:
        stack.callback(database.close)
        kind = deployment.kind_of(settings)
        await database.read(lambda s: deployment.refuse_other(s, kind))
        await stack.enter_async_context(lifespan_jobs())
        await stack.enter_async_context(live.lifespan(app))
        yield


def discovery(address: str) -> rx.Component:
    """Tell other sites, in the head of a page, how to embed it."""
    return rx.el.link(rel="alternate", type="application/json+oembed", href=address)


class App(rx.App):
    """Reflex's app behind our wrapper: what the framework adds last, it sees."""

    def __call__(self) -> ASGIApp:
        """Build what the server calls."""
        return secure(super().__call__())


app = App(
    html_lang="fr",
    stylesheets=["/climact.css"],
    reset_style=False,
    toaster=None,
    # Reflex's own overlay and error boundary speak English only: the frame of
    # every page carries our banner, and a page that breaks shows our own view.
    app_wraps={(55, "ErrorBoundary"): lambda _is_stateful: error_boundary()},
    backend_exception_handler=backend_fault,
    api_transformer=[http_app(), understood],
    head_components=[
        rx.el.link(rel="icon", href="/favicon.svg", type="image/svg+xml"),
        rx.el.link(rel="manifest", href="/manifest.webmanifest"),
        rx.el.meta(name="theme-color", content="#0B5A6B"),
        rx.el.meta(name="viewport", content="width=device-width, initial-scale=1"),
    ],
)
app.add_middleware(Gate())
app.register_lifespan_task(lifespan)

for page in pages():
    app.add_page(
        page.build,
        route=page.route,
        title=page.title,
        description=page.description,
        image=get_settings().address + page.card,
        on_load=page.on_load,
        meta=[discovery(page.oembed)] if page.oembed else [],
    )
for language in routes.LANGUAGES:
    app.add_page(
        functools.partial(not_found_page, language),
        route=routes.NOT_FOUND.to(language),
        title=f"{not_found_title(language)} · {SITE}",
    )
# Reflex adds its own in English otherwise; a finished build never shows it.
app.add_page(functools.partial(not_found_page, "fr"), route="404", title=SITE)
