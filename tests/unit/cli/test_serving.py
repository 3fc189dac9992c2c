"""Ports and addresses of the machine."""

import socket
import sys

import pytest

from climact_issy.cli import serving
from climact_issy.settings import Settings


def test_a_port_somebody_listens_on_is_not_free() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        assert not serving.is_port_free("127.0.0.1", port)

    assert serving.is_port_free("127.0.0.1", port)


@pytest.mark.allow_hosts([serving._ELSEWHERE[0]])  # asks for a route, sends nothing
def test_own_addresses_are_the_networks_without_the_loopback(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    named = ("here", [], ["127.0.1.1", "192.168.1.7", "192.168.1.7"])
    monkeypatch.setattr(serving.socket, "gethostbyname_ex", lambda _name: named)

    found = serving.own_addresses()

    assert found.count("192.168.1.7") == 1
    assert "127.0.1.1" not in found


def test_a_server_that_ends_at_once_is_never_announced(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    announced: list[bool] = []
    command = [sys.executable, "-c", "raise SystemExit(3)"]
    monkeypatch.setattr(serving, "_command", lambda _settings: command)

    code = serving.serve(Settings(port=9), lambda: announced.append(True))

    assert code == 3
    assert not announced
