from collections.abc import Iterator

import pytest

from climact_issy.services.clients import client_of
from climact_issy.settings import get_settings


@pytest.fixture(autouse=True)
def _settings(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    yield
    monkeypatch.undo()
    get_settings.cache_clear()


@pytest.mark.parametrize(
    ("peer", "client"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("[2001:db8::1]", "2001:db8::/64"),
        ("unix", "unix"),
        ("", ""),
    ],
)
def test_a_subscriber_counts_as_one(peer: str, client: str) -> None:
    assert client_of(peer, "203.0.113.9") == client


def test_only_our_own_proxies_are_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLIMACT_TRUSTED_PROXY_HOPS", "1")
    get_settings.cache_clear()
    assert client_of("10.0.0.1", "203.0.113.9, 192.0.2.7") == "192.0.2.7"
    assert client_of("10.0.0.1", "") == "10.0.0.1"
