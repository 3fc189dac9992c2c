"""Every source says who it is, and every one that is asked has a recorded answer."""

import pytest

from climact_issy.connectors.base import Source
from climact_issy.connectors.sources import SOURCES, by_name, is_configured
from climact_issy.settings import Settings
from tests.support.source_cases import CASES, PAYLOADS

EACH = pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)


@EACH
def test_it_names_producer_licence_and_what_it_feeds(source: Source) -> None:
    assert source.producer
    assert source.licence
    assert all(source.title)
    assert source.title[0] != source.title[1]
    # A table that the team brings may be of any figure.
    assert bool(source.indicators) is not source.is_brought
    assert source.address == "" or source.address.startswith("https://")
    assert len(source.name) <= 60
    assert by_name(source.name) is source


def test_names_are_told_apart() -> None:
    assert len({source.name for source in SOURCES}) == len(SOURCES)
    assert by_name("nobody") is None


def test_every_source_of_the_network_can_be_broken_by_the_tests() -> None:
    asked = {
        source.name for source in SOURCES if source.address or source.needs_address
    }

    assert {case.source.name for case in CASES} == asked
    assert all((PAYLOADS / case.payload).is_file() for case in CASES)


@EACH
def test_a_source_that_needs_something_is_connected_by_the_settings(
    source: Source,
) -> None:
    needs = source.needs_address or source.needs_key or source.is_pushed
    full = Settings(
        source_addresses=f'{{"{source.name}": "http://127.0.0.1:9"}}',  # pyright: ignore[reportArgumentType] - read as JSON
        source_keys=f'{{"{source.name}": "key"}}',  # pyright: ignore[reportArgumentType] - read as JSON
        feed_secret="shared",  # pyright: ignore[reportArgumentType] - becomes a secret
    )

    assert is_configured(source, Settings()) is not needs
    assert is_configured(source, full)
    assert not source.needs_key or source.key_header
