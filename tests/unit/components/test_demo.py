"""The word "démo" stands wherever the whole database is one, and nowhere else."""

from collections.abc import Iterator

import pytest

from climact_issy import texts
from climact_issy.components.demo import database_demo_tag, demo_mark
from climact_issy.settings import get_settings

FRENCH = texts.for_language("fr")


@pytest.fixture(autouse=True)
def fresh_settings() -> Iterator[None]:
    get_settings.cache_clear()
    yield
    get_settings.cache_clear()


def test_a_demo_database_is_labelled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLIMACT_MODE", "demo")

    assert 'className:"demo"' in str(database_demo_tag(FRENCH))
    assert len(demo_mark(FRENCH)) == 2


def test_a_real_database_carries_no_label(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLIMACT_MODE", "development")

    assert database_demo_tag(FRENCH) is None
    assert demo_mark(FRENCH) == []
