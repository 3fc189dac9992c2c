"""How the browser tests read and walk the pages."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page, Response, WebSocket

_LIVE = '"is_hydrated_rx_state_":true'
_DIGITS = re.compile(r"\d[\d\u00a0\u202f ,.]*")


def go(page: Page, path: str) -> Response:
    """Open a page of the site and wait until what is live has come."""
    with live(page):
        answer = page.goto(path)
    assert answer is not None
    return answer


@contextmanager
def live(page: Page) -> Iterator[None]:
    """Wait, after what the block does, until a page has loaded its live parts."""
    loaded: list[bool] = []

    def listen(socket: WebSocket) -> None:
        socket.on(
            "framereceived",
            lambda frame: loaded.append(True) if _LIVE in str(frame) else None,
        )

    page.on("websocket", listen)
    try:
        yield
        for _ in range(1500):
            if loaded:
                break
            page.wait_for_timeout(20)
        assert loaded, f"{page.url}: the live parts never came"
        painted(page)
    finally:
        page.remove_listener("websocket", listen)


def painted(page: Page) -> None:
    """Wait until the browser has painted what it knows."""
    page.evaluate(
        "() => new Promise(done => requestAnimationFrame(() =>"
        " requestAnimationFrame(() => setTimeout(done, 0))))"
    )


def focused(page: Page) -> str:
    """Return the id of what has the focus, else its words."""
    return page.evaluate(
        "() => document.activeElement.id || document.activeElement.innerText.trim()"
    )


def number(words: str) -> int:
    """Return the first whole number in a sentence, written in French or English."""
    found = _DIGITS.search(words)
    assert found, f"no number in {words!r}"
    return int(re.sub(r"\D", "", found[0]))


def is_too_wide(page: Page) -> bool:
    """Whether the page scrolls sideways."""
    return page.evaluate(
        "() => { const root = document.documentElement;"
        " return root.scrollWidth > root.clientWidth; }"
    )
