"""The `climact` command: what it refuses and what it starts."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from climact_issy import cli
from climact_issy.cli import building, serving
from climact_issy.settings import Mode, Settings, get_settings

Started = list[tuple[Settings, str]]


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PORT", "LAN", "CLIMACT_PORT", "CLIMACT_MODE", "CLIMACT_PUBLIC_URL"):
        monkeypatch.delenv(name, raising=False)
    get_settings.cache_clear()


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> Started:
    found: Started = []
    monkeypatch.setattr(cli, "_start", lambda s, kind: found.append((s, kind)))
    return found


def test_demo_listens_on_the_loopback_in_demo_mode(started: Started) -> None:
    assert CliRunner().invoke(cli.app, ["demo"]).exit_code == 0

    settings, kind = started[0]
    assert (settings.mode, settings.host, kind) == (Mode.DEMO, "127.0.0.1", "demo")
    assert settings.origins == ["http://localhost:3000", "http://127.0.0.1:3000"]


def test_demo_takes_its_port_from_the_environment(started: Started) -> None:
    CliRunner().invoke(cli.app, ["demo"], env={"PORT": "3456"})

    assert started[0][0].address == "http://localhost:3456"


def test_on_the_network_exactly_the_own_addresses_are_origins(
    started: Started, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serving, "own_addresses", lambda: ["192.168.1.7"])

    CliRunner().invoke(cli.app, ["demo"], env={"LAN": "1"})

    settings = started[0][0]
    assert settings.host == "0.0.0.0"  # noqa: S104 - what the test is about
    assert settings.origins == [
        "http://localhost:3000",
        "http://192.168.1.7:3000",
        "http://127.0.0.1:3000",
    ]


def test_no_network_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "own_addresses", list)

    answer = CliRunner().invoke(cli.app, ["demo", "--lan"])

    assert answer.exit_code == cli.REFUSED
    assert len(answer.output.splitlines()) == 1


def test_production_says_what_is_missing_one_sentence_a_line() -> None:
    answer = CliRunner().invoke(cli.app, ["run"])

    production = get_settings().model_copy(update={"mode": Mode.PRODUCTION})
    assert answer.exit_code == cli.REFUSED
    assert answer.output.splitlines() == production.refusals()


def test_a_taken_port_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "is_port_free", lambda _host, _port: False)

    answer = CliRunner().invoke(cli.app, ["demo", "--port", "3456"])

    assert answer.exit_code == cli.REFUSED
    assert answer.output.strip() == cli.TAKEN.format(port=3456)


def test_a_finished_build_is_not_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    built: list[Settings] = []
    monkeypatch.setattr(building, "is_current", lambda _settings: True)
    monkeypatch.setattr(building, "build", lambda s: built.append(s) or 0)

    CliRunner().invoke(cli.app, ["build", "--demo"])
    assert not built

    CliRunner().invoke(cli.app, ["build", "--demo", "--force"])
    assert [settings.mode for settings in built] == [Mode.DEMO]


def test_a_failed_step_ends_with_its_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "is_current", lambda _settings: False)
    monkeypatch.setattr(building, "build", lambda _settings: 7)

    assert CliRunner().invoke(cli.app, ["build"]).exit_code == 7


@pytest.mark.parametrize(
    ("name", "value"),
    [("CLIMACT_MODE", "party"), ("CLIMACT_PORT", "99999"), ("CLIMACT_WORKERS", "two")],
)
def test_an_impossible_setting_is_one_sentence_with_its_name(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)

    answer = CliRunner().invoke(cli.app, ["demo"])

    assert answer.exit_code == cli.REFUSED
    assert answer.output.startswith(f"{name}: ")
    assert len(answer.output.splitlines()) == 1


@pytest.mark.parametrize("port", ["0", "99999", "abc"])
def test_an_impossible_port_is_refused(port: str) -> None:
    answer = CliRunner().invoke(cli.app, ["demo", "--port", port])

    assert answer.exit_code == 2
    assert "--port" in answer.output


def test_a_folder_that_cannot_be_made_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("CLIMACT_DATA_DIR", str(tmp_path / "file" / "data"))

    answer = CliRunner().invoke(cli.app, ["migrate"])

    assert answer.exit_code == cli.REFUSED
    assert "CLIMACT_DATA_DIR" in answer.output
    assert len(answer.output.splitlines()) == 1
