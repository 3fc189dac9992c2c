"""Every module with logic has its tests at the same path."""

import ast
from pathlib import Path

from climact_issy.settings import ROOT
from tests.support.sources import PACKAGE, modules, tree

SUITES = ("unit", "integration")

ELSEWHERE = {
    "climact_issy.py": "imported by the guards, driven by the journeys",
    "cli/preparing.py": "its steps are services; the journeys start it",
    "pages/": "binding only: the page guards build each, the journeys open each",
    "models/": "tables: the integration tests of the services write to them",
}
"""Prefix of a path in the package, and where its tests are instead."""


def has_logic(path: Path) -> bool:
    functions = ast.FunctionDef | ast.AsyncFunctionDef
    return any(isinstance(node, functions) for node in ast.walk(tree(path)))


def expected(path: Path) -> list[Path]:
    """The files that may hold a module's tests."""
    module = path.relative_to(PACKAGE)
    if module.name == "__init__.py":
        module = module.parent.with_suffix(".py")
    name = f"test_{module.name}"
    return [ROOT / "tests" / suite / module.parent / name for suite in SUITES]


def test_every_module_with_logic_has_its_test_file() -> None:
    missing = [
        path.relative_to(PACKAGE).as_posix()
        for path in modules()
        if has_logic(path)
        and not path.relative_to(PACKAGE).as_posix().startswith(tuple(ELSEWHERE))
        and not any(test.is_file() for test in expected(path))
    ]

    assert not missing


def test_every_exception_is_still_needed() -> None:
    names = [path.relative_to(PACKAGE).as_posix() for path in modules()]

    assert all(any(n.startswith(prefix) for n in names) for prefix in ELSEWHERE)


def test_every_test_file_mirrors_a_module() -> None:
    lost = []
    for suite in SUITES:
        folder = ROOT / "tests" / suite
        for path in sorted(folder.rglob("test_*.py")):
            module = path.relative_to(folder)
            name = module.name.removeprefix("test_")
            source = PACKAGE / module.parent / name
            if not source.is_file() and not source.with_suffix("").is_dir():
                lost.append(path.relative_to(ROOT).as_posix())

    assert not lost
