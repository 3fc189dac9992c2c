"""`climact observations import` hands its options to a process of its own."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from climact_issy import cli
from climact_issy.cli import observations

Given = list[dict[str, object]]


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> Given:
    found: Given = []

    def run(command: list[str], _environment: dict[str, str]) -> int:
        assert command[1:3] == ["-m", "climact_issy.cli.importing"]
        found.append(json.loads(command[3]))
        return 0

    monkeypatch.setattr(observations, "run_child", run)
    return found


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "no2.csv"
    path.write_text("Date;Valeur\n")
    return str(path)


def invoke(*words: str) -> int:
    return CliRunner().invoke(cli.app, ["observations", "import", *words]).exit_code


def test_every_option_is_passed_on(given: Given, file: str) -> None:
    words = ("--map", "period=Date", "--map", "value=Valeur", "--unit", "µg/m³")
    more = ("--place", "p", "--series", "s", "--sheet", "Mesures", "--decimal", ",")
    last = ("--kind", "consolidated", "--as", "a@b.fr", "--skip-bad-rows", "--dry-run")

    assert invoke(file, "--indicator", "dioxyde-azote", *words, *more, *last) == 0
    assert given == [
        {
            "file": file,
            "indicator": "dioxyde-azote",
            "columns": ["period=Date", "value=Valeur"],
            "place": "p",
            "series": "s",
            "unit": "µg/m³",
            "kind": "consolidated",
            "sheet": "Mesures",
            "mark": ",",
            "email": "a@b.fr",
            "is_partial": True,
            "is_dry": True,
        }
    ]


def test_what_is_not_said_is_left_to_the_figure_and_the_file(
    given: Given, file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(Path(file).parent)

    assert invoke("no2.csv", "--indicator", "dioxyde-azote") == 0
    assert given[0] | {"file": "", "indicator": "", "kind": ""} == {
        "file": "",
        "indicator": "",
        "columns": [],
        "place": "",
        "series": "",
        "unit": "",
        "kind": "",
        "sheet": "",
        "mark": "",
        "email": "",
        "is_partial": False,
        "is_dry": False,
    }
    assert (given[0]["file"], given[0]["kind"]) == (file, "published")


@pytest.mark.parametrize(
    "words",
    [
        ("nowhere.csv", "--indicator", "a"),
        ("FILE",),
        ("FILE", "--indicator", "a", "--decimal", ";"),
        ("FILE", "--indicator", "a", "--kind", "guessed"),
    ],
)
def test_what_cannot_be_is_refused_before_anything_starts(
    given: Given, file: str, words: tuple[str, ...]
) -> None:
    assert invoke(*(file if word == "FILE" else word for word in words)) == 2
    assert given == []


def test_the_code_of_a_refusal_is_passed_on(
    monkeypatch: pytest.MonkeyPatch, file: str
) -> None:
    monkeypatch.setattr(observations, "run_child", lambda *_: 2)

    assert invoke(file, "--indicator", "a") == 2
