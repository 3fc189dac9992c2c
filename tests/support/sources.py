"""The repository as data, for the tests about the repository itself."""

import ast
import functools
import subprocess
from collections.abc import Iterator
from pathlib import Path

from climact_issy.settings import ROOT

PACKAGE = ROOT / "climact_issy"


def modules(folder: Path = PACKAGE) -> list[Path]:
    """Every Python file of a folder, sorted."""
    return sorted(p for p in folder.rglob("*.py") if "__pycache__" not in p.parts)


@functools.cache
def tree(path: Path) -> ast.Module:
    """The syntax tree of a file."""
    return ast.parse(path.read_text("utf-8"), str(path))


def place(path: Path, node: ast.AST | None = None) -> str:
    """Where something is, clickable: climact_issy/x.py:12."""
    line = f":{getattr(node, 'lineno', 1)}" if node is not None else ""
    return f"{path.relative_to(ROOT).as_posix()}{line}"


def imported(module: ast.Module) -> Iterator[str]:
    """Every module name that a file imports, wherever the statement stands."""
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


@functools.cache
def committed() -> tuple[Path, ...]:
    """Every file that is in the repository, or would be after `git add`."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    paths = (ROOT / name for name in listed.split("\0") if name)
    return tuple(path for path in paths if path.is_file())
