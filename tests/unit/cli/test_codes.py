"""`climact codes` hands each command to a process of its own."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from climact_issy import cli
from climact_issy.cli import codes

Steps = list[tuple[str, dict[str, object]]]


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> Steps:
    found: Steps = []

    def run(command: list[str], _environment: dict[str, str]) -> int:
        assert command[1:3] == ["-m", "climact_issy.cli.coding"]
        found.append((command[3], json.loads(command[4])))
        return 0

    monkeypatch.setattr(codes, "run_child", run)
    return found


def invoke(*words: str) -> int:
    return CliRunner().invoke(cli.app, ["codes", *words]).exit_code


def test_a_batch_is_asked_with_its_days(steps: Steps) -> None:
    days = ("--from", "2026-11-24", "--until", "2026-11-26")
    assert invoke("create", "atelier", "--count", "20", "--uses", "3", *days) == 0
    assert steps == [
        (
            "create",
            {
                "event": "atelier",
                "count": 20,
                "uses": 3,
                "first": "2026-11-24",
                "last": "2026-11-26",
                "label": "",
            },
        )
    ]


def test_files_are_written_where_the_command_is_typed(
    steps: Steps, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    invoke("print", "3")
    invoke("print", "3", "-o", "a.html")
    invoke("paper", "atelier", "-o", "/elsewhere/b.html")
    assert [given["output"] for _, given in steps] == [
        str(tmp_path / "codes-3.html"),
        str(tmp_path / "a.html"),
        "/elsewhere/b.html",
    ]


def test_an_import_writes_nothing_unless_asked(steps: Steps, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("email;event;day\n")
    invoke("import", str(file))
    invoke("import", str(file), "--apply", "--partial")
    assert [(given["is_applied"], given["is_partial"]) for _, given in steps] == [
        (False, False),
        (True, True),
    ]


@pytest.mark.parametrize(
    "words",
    [
        ("create", "atelier", "--count", "0"),
        ("create", "atelier", "--from", "24/11/2026"),
        ("print", "0"),
        ("import", "nowhere.csv"),
    ],
)
def test_what_cannot_be_is_refused_before_anything_starts(
    steps: Steps, words: tuple[str, ...]
) -> None:
    assert invoke(*words) == 2
    assert steps == []


def test_the_code_of_a_refusal_is_passed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(codes, "run_child", lambda _command, _environment: 2)
    assert invoke("paper", "atelier") == 2
