from collections.abc import Iterator

import pytest

from climact_issy.pages.information.about import about_page
from climact_issy.settings import get_settings
from tests.support.rendered import rendered


@pytest.fixture(autouse=True)
def _fresh_settings() -> Iterator[None]:
    get_settings.cache_clear()
    yield
    get_settings.cache_clear()


def test_the_site_says_that_it_is_no_service_of_the_city(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("CLIMACT_IS_ADOPTED_BY_CITY", "false")
    assert "pas un service de la Ville" in rendered(about_page("fr"))
    assert "not a service of the City" in rendered(about_page("en"))


def test_adoption_by_the_city_is_a_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLIMACT_IS_ADOPTED_BY_CITY", "true")
    page = rendered(about_page("en"))
    assert "A service of the City of Issy-les-Moulineaux." in page
    assert "not a service" not in page


def test_a_demonstration_says_that_its_people_are_invented(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("CLIMACT_MODE", "demo")
    assert "This copy is a demonstration" in rendered(about_page("en"))
    get_settings.cache_clear()
    monkeypatch.setenv("CLIMACT_MODE", "development")
    assert "This copy is a demonstration" not in rendered(about_page("en"))


@pytest.mark.parametrize("name", ["CLIMABOROUGH", "Clim’Act Issy", "smartLINA"])
def test_the_three_names_are_explained(name: str) -> None:
    assert name in rendered(about_page("fr"))
