"""`climact ledger …` starts one process with the right words, and ends as it does."""

import pytest
from typer.testing import CliRunner

from climact_issy import cli
from climact_issy.cli import ledger

Ran = list[list[str]]


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> Ran:
    found: Ran = []

    def run(command: list[str], _environment: dict[str, str]) -> int:
        found.append(command[2:])
        return 1 if "verify" in command else 0

    monkeypatch.setattr(ledger, "run_child", run)
    return found


@pytest.mark.parametrize(
    ("words", "started"),
    [
        (["ledger", "replay"], ["replay"]),
        (["ledger", "replay", "--repair"], ["replay", "--repair"]),
        (["ledger", "seal"], ["seal"]),
        (["user", "erase", "abc", "--yes"], ["erase", "abc"]),
        (["signals"], ["signals"]),
    ],
)
def test_each_command_starts_its_work(
    ran: Ran, words: list[str], started: list[str]
) -> None:
    assert CliRunner().invoke(cli.app, words).exit_code == 0
    assert ran == [["climact_issy.cli.keeping", *started]]


def test_the_exit_code_is_that_of_the_work(ran: Ran) -> None:
    assert CliRunner().invoke(cli.app, ["ledger", "verify"]).exit_code == 1
    assert len(ran) == 1


def test_erasing_asks_again_and_can_be_refused(ran: Ran) -> None:
    answer = CliRunner().invoke(cli.app, ["user", "erase", "abc"], input="n\n")

    assert answer.exit_code == 1
    assert not ran
