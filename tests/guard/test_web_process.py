"""What the web process loads: never the tools of ingestion."""

import json
import subprocess
import sys

import pytest

from climact_issy.settings import ROOT

HEAVY = ("pandas", "numpy", "authlib", "alembic", "typer", "openpyxl")
PROGRAM = f"""
import json, sys
import climact_issy.climact_issy
print(json.dumps([name for name in {HEAVY!r} if name in sys.modules]))
"""


@pytest.fixture(scope="module")
def loaded() -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_the_web_process_never_loads_pandas(loaded: list[str]) -> None:
    assert "pandas" not in loaded
    assert "numpy" not in loaded
    assert "openpyxl" not in loaded


def test_the_web_process_loads_no_command_line_tool(loaded: list[str]) -> None:
    assert "typer" not in loaded
