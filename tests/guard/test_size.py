"""The size budget: small modules, short functions, thin States."""

import ast
import statistics
from collections.abc import Iterator
from pathlib import Path

from climact_issy.settings import ROOT
from tests.support.sources import PACKAGE, modules, place, tree

MODULE_MAX, MODULE_P90, MODULE_MEDIAN = 400, 300, 120
FUNCTION_P90 = 35
STATE_LINES, STATE_VARS, STATE_HANDLERS = 150, 8, 12
TEST_MODULE_MAX = 500


def lines(path: Path) -> int:
    return len(path.read_text("utf-8").splitlines())


def functions() -> Iterator[tuple[Path, ast.FunctionDef | ast.AsyncFunctionDef]]:
    for path in modules():
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield path, node


def states() -> Iterator[tuple[Path, ast.ClassDef]]:
    for path in modules(PACKAGE / "states"):
        for node in tree(path).body:
            if isinstance(node, ast.ClassDef) and any(
                ast.unparse(base).endswith("State") for base in node.bases
            ):
                yield path, node


def p90(sizes: list[int]) -> float:
    return statistics.quantiles(sizes, n=10, method="inclusive")[-1]


def test_no_module_is_longer_than_the_maximum() -> None:
    found = {place(p): lines(p) for p in modules() if lines(p) > MODULE_MAX}

    assert not found


def test_modules_are_mostly_short() -> None:
    # An empty __init__ would make every median look good.
    sizes = [lines(path) for path in modules() if lines(path) > 1]

    assert statistics.median(sizes) <= MODULE_MEDIAN
    assert p90(sizes) <= MODULE_P90


def test_functions_are_mostly_short() -> None:
    sizes = [(node.end_lineno or 0) - node.lineno + 1 for _, node in functions()]

    assert p90(sizes) <= FUNCTION_P90


def test_states_are_thin() -> None:
    found: dict[str, tuple[int, int, int]] = {}

    for path, node in states():
        length = (node.end_lineno or 0) - node.lineno + 1
        held = sum(isinstance(item, ast.AnnAssign) for item in node.body)
        handlers = sum(
            "rx.event" in ast.unparse(decorator)
            for item in node.body
            if isinstance(item, ast.FunctionDef | ast.AsyncFunctionDef)
            for decorator in item.decorator_list
        )
        if length > STATE_LINES or held > STATE_VARS or handlers > STATE_HANDLERS:
            found[place(path, node)] = (length, held, handlers)

    assert not found


def test_test_modules_stay_readable() -> None:
    tests = modules(ROOT / "tests")

    assert not {place(p): lines(p) for p in tests if lines(p) > TEST_MODULE_MAX}
