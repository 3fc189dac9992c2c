"""The environment of what `climact` starts."""

import os
from pathlib import Path

import pytest

from climact_issy.cli import surroundings
from climact_issy.settings import Mode, Settings


def test_the_tools_of_this_environment_come_first_on_path() -> None:
    path = surroundings.for_children(Settings())["PATH"].split(os.pathsep)

    assert path[0] == str(surroundings.TOOLS)


def test_a_child_works_with_the_settings_of_its_parent(tmp_path: Path) -> None:
    settings = Settings(mode=Mode.DEMO, port=3456, data_dir=tmp_path)

    environment = surroundings.for_children(settings)

    assert environment["CLIMACT_MODE"] == "demo"
    assert environment["CLIMACT_PORT"] == "3456"
    assert environment["CLIMACT_DATA_DIR"] == str(tmp_path)


def test_a_child_works_on_the_build_of_its_address(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("REFLEX_WEB_WORKDIR", raising=False)

    environment = surroundings.for_children(Settings(port=3456))

    assert environment["REFLEX_WEB_WORKDIR"].endswith(".web-localhost-3456")


def test_reflex_asks_nobody_and_tells_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NPM_CONFIG_REGISTRY", raising=False)

    environment = surroundings.for_children(Settings())

    assert environment["REFLEX_TELEMETRY_ENABLED"] == "false"
    assert environment["REFLEX_CHECK_LATEST_VERSION"] == "false"
    assert "NPM_CONFIG_REGISTRY" not in environment


def test_the_server_compiles_nothing() -> None:
    environment = surroundings.for_server(Settings())

    assert environment["__REFLEX_SKIP_COMPILE"] == "true"
    assert environment["REFLEX_ENV_MODE"] == "prod"
