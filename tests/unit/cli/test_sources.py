"""The commands start a process of their own, which alone loads pandas."""

import pytest
from typer.testing import CliRunner

from climact_issy.cli import app, sources


@pytest.mark.parametrize(
    ("typed", "passed"),
    [
        (["ingest"], ["ingest"]),
        (["ingest", "--due"], ["ingest", "--due"]),
        (
            ["ingest", "--source", "a", "--source", "b", "--since", "2024-01-31"],
            ["ingest", "--source", "a", "--source", "b", "--since", "2024-01-31"],
        ),
        (["probe", "a"], ["probe", "a"]),
        (["sources"], ["sources"]),
    ],
)
def test_words_are_passed_on(
    monkeypatch: pytest.MonkeyPatch, typed: list[str], passed: list[str]
) -> None:
    started: list[list[str]] = []

    def child(command: list[str], _environment: dict[str, str]) -> int:
        started.append(command)
        return 0

    monkeypatch.setattr(sources, "run_child", child)

    assert CliRunner().invoke(app, typed).exit_code == 0
    assert started[0][1:] == ["-m", "climact_issy.cli.ingesting", *passed]


def test_a_failure_is_the_exit_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "run_child", lambda *_: 1)

    assert CliRunner().invoke(app, ["ingest"]).exit_code == 1
