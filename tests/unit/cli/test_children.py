"""No process outlives the one that started it."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from climact_issy.cli import children
from climact_issy.settings import ROOT

FAMILY = """
import subprocess, sys, time
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
open(sys.argv[1], "w").write(str(child.pid))
time.sleep(60)
"""
PARENT = """
import os, sys
from climact_issy.cli import children
try:
    children.run([sys.executable, "-c", sys.argv[2], sys.argv[1]], dict(os.environ))
except KeyboardInterrupt:
    sys.exit(130)
"""


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    # A zombie that nobody has waited for yet no longer runs.
    state = Path(f"/proc/{pid}/stat")
    return not (
        state.exists() and state.read_text().rsplit(")", 1)[1].split()[0] == "Z"
    )


def pid_in(file: Path) -> int:
    deadline = time.monotonic() + 10
    while not (file.exists() and file.read_text()):
        assert time.monotonic() < deadline
        time.sleep(0.02)
    return int(file.read_text())


def wait_until_gone(pid: int) -> bool:
    deadline = time.monotonic() + 10
    while is_alive(pid) and time.monotonic() < deadline:
        time.sleep(0.02)
    return not is_alive(pid)


def test_the_exit_code_of_a_command_is_returned() -> None:
    command = [sys.executable, "-c", "raise SystemExit(7)"]

    assert children.run(command, dict(os.environ)) == 7


def test_a_grandchild_ends_with_the_block(tmp_path: Path) -> None:
    written = tmp_path / "pid"
    command = [sys.executable, "-c", FAMILY, str(written)]

    with children.child(command, dict(os.environ)):
        grandchild = pid_in(written)
        assert is_alive(grandchild)

    assert wait_until_gone(grandchild)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_the_whole_family(tmp_path: Path, number: signal.Signals) -> None:
    written = tmp_path / "pid"
    command = [sys.executable, "-c", PARENT, str(written), FAMILY]
    with subprocess.Popen(command, cwd=ROOT, start_new_session=True) as parent:
        grandchild = pid_in(written)

        parent.send_signal(number)

        assert parent.wait(15) == 130
    assert wait_until_gone(grandchild)
