from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from climact_issy import access
from climact_issy.database import Database
from climact_issy.settings import get_settings
from climact_issy.web.app import http_app
from climact_issy.web.built import Build
from climact_issy.web.security import secure

ORIGIN = "http://localhost:3000"


@pytest.fixture
def configured(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[Callable[..., None]]:
    """Set CLIMACT_ variables for one test."""

    def configure(**values: str) -> None:
        for name, value in values.items():
            monkeypatch.setenv(f"CLIMACT_{name.upper()}", value)
        get_settings.cache_clear()

    configure(data_dir=str(tmp_path))
    access.forget_all()
    yield configure
    monkeypatch.undo()
    get_settings.cache_clear()


@pytest.fixture
def new_browser(
    database: Database, configured: Callable[..., None], tmp_path: Path
) -> Callable[..., httpx.AsyncClient]:
    """Make browsers in front of the whole HTTP app, on an empty database."""
    assert database.engine
    assert configured
    app = secure(http_app(), Build(tmp_path / "client"))

    def make(origin: str = ORIGIN, **headers: str) -> httpx.AsyncClient:
        return httpx.AsyncClient(
            transport=httpx.ASGITransport(app=app, raise_app_exceptions=False),
            base_url=origin,
            headers={"Origin": origin, **headers},
        )

    return make


@pytest.fixture
def browser(new_browser: Callable[..., httpx.AsyncClient]) -> httpx.AsyncClient:
    """Give one browser, without any cookie yet."""
    return new_browser()
