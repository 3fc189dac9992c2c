"""`climact rules schedule` starts the process that knows the database."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from climact_issy import cli
from climact_issy.cli import rules


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    found: list[list[str]] = []

    def run(command: list[str], _environment: dict[str, str]) -> int:
        found.append(command[1:])
        return 2 if "bad.toml" in command[3] else 0

    monkeypatch.setattr(rules, "run", run)
    return found


def test_what_was_typed_reaches_the_process(
    started: list[list[str]], tmp_path: Path
) -> None:
    file = tmp_path / "next.toml"
    file.touch()

    typed = ["rules", "schedule", str(file), "--from", "2026-12-07", "--dry-run"]
    result = CliRunner().invoke(cli.app, [*typed, "--reason", "Plus juste"])

    assert result.exit_code == 0
    assert started == [
        [
            "-m",
            "climact_issy.cli.scheduling",
            str(file),
            "2026-12-07",
            "Plus juste",
            "--dry-run",
        ]
    ]


def test_a_refusal_is_the_exit_code(started: list[list[str]], tmp_path: Path) -> None:
    file = tmp_path / "bad.toml"
    file.touch()

    typed = ["rules", "schedule", str(file), "--from", "2026-12-07"]

    assert CliRunner().invoke(cli.app, typed).exit_code == 2
    assert len(started) == 1


@pytest.mark.parametrize(
    "typed",
    [
        ["nowhere.toml", "--from", "2026-12-07"],
        [__file__, "--from", "7/12"],
        [__file__],
    ],
)
def test_what_is_no_file_or_no_day_starts_nothing(
    started: list[list[str]], typed: list[str]
) -> None:
    assert CliRunner().invoke(cli.app, ["rules", "schedule", *typed]).exit_code == 2
    assert not started
