from collections.abc import Callable, Iterator

import pytest

from climact_issy.settings import get_settings


@pytest.fixture
def configured(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., None]]:
    """Set CLIMACT_ variables for one test."""

    def configure(**values: str) -> None:
        for name, value in values.items():
            monkeypatch.setenv(f"CLIMACT_{name.upper()}", value)
        get_settings.cache_clear()

    get_settings.cache_clear()
    yield configure
    monkeypatch.undo()
    get_settings.cache_clear()
