from collections.abc import Iterator

import pytest

from climact_issy.pages.information.legal import legal_page
from climact_issy.settings import get_settings
from tests.support.rendered import rendered


@pytest.fixture(autouse=True)
def _fresh_settings() -> Iterator[None]:
    get_settings.cache_clear()
    yield
    get_settings.cache_clear()


def test_unset_names_are_to_be_completed() -> None:
    assert rendered(legal_page("fr")).count("à compléter") == 4


def test_the_host_comes_from_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLIMACT_HOSTING_PROVIDER", "Hébergeur, 1 rue X")
    page = rendered(legal_page("fr"))
    assert "Hébergeur, 1 rue X" in page
    assert page.count("à compléter") == 3
