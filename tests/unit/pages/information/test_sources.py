import pytest

from climact_issy.content import actions, indicators, release
from climact_issy.pages.information.sources import sources_page
from climact_issy.presenters import sources
from tests.support.rendered import rendered


@pytest.fixture(scope="module")
def page() -> str:
    return rendered(sources_page("fr"))


def test_every_indicator_is_listed(page: str) -> None:
    for indicator in indicators.indicators():
        assert indicator.title[0] in page


def test_every_factor_in_use_is_listed(page: str) -> None:
    for factor in sources.factors_in_use(actions.catalogue()):
        assert factor.label[0] in page


def test_the_editorial_statements_of_the_release_are_said(page: str) -> None:
    for key in ("boundary", "effort", "best_before", "yearly", "shapes"):
        assert release.statement(key)[0] in page


def test_what_was_not_found_is_said(page: str) -> None:
    assert 'id:"missing"' in page
    assert "Les indicateurs de smartLINA." in page
