"""The repository tests its own words: commands, settings and targets exist."""

import re

import pytest

from climact_issy.cli import app
from climact_issy.settings import ROOT, Settings

TARGET = re.compile(r"^([a-z][a-z0-9-]*):(?!=)(.*)$", re.MULTILINE)
MAKE = re.compile(r"\bmake ([a-z][a-z0-9-]*)")
CLIMACT = re.compile(r"`climact ([a-z][a-z-]*)")


def read(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


@pytest.fixture(scope="module")
def targets() -> dict[str, str]:
    return dict(TARGET.findall(read("Makefile")))


def test_every_make_command_in_the_docs_exists(targets: dict[str, str]) -> None:
    pages = ["README.md", *(f"docs/{p.name}" for p in (ROOT / "docs").glob("*.md"))]
    unknown = [
        (page, name)
        for page in pages
        for quoted in re.findall(r"`[^`]+`|```.*?```", read(page), re.DOTALL)
        for name in MAKE.findall(quoted)
        if name not in targets
    ]

    assert not unknown


def test_every_make_target_says_what_it_does(targets: dict[str, str]) -> None:
    silent = {name for name, rest in targets.items() if "## " not in rest}

    # Steps of check and test, no commands of their own.
    assert silent == {"lint", "types", "quick", "pages"}


def test_the_readme_names_the_commands_of_a_day(targets: dict[str, str]) -> None:
    readme = set(MAKE.findall(read("README.md")))

    assert {"demo", "test", "check", "run", "e2e", "bench", "migrate"} <= set(targets)
    assert {"demo", "test", "help"} <= readme


def test_every_setting_is_documented() -> None:
    operations = read("docs/operations.md")
    names = [f"CLIMACT_{name.upper()}" for name in Settings.model_fields]

    assert not [name for name in names if f"`{name}`" not in operations]


def test_every_documented_setting_exists() -> None:
    named = set(re.findall(r"`CLIMACT_([A-Z_]+)`", read("docs/operations.md")))

    assert named <= {name.upper() for name in Settings.model_fields}


def test_the_documented_climact_commands_are_those_that_exist() -> None:
    existing = {
        command.callback.__name__
        for command in app.registered_commands
        if command.callback
    } | {str(group.name) for group in app.registered_groups}
    documented = set(CLIMACT.findall(read("docs/operations.md")))

    assert documented == existing
