"""`climact challenge` on a real database: a life in commands."""

import pytest
from typer.testing import CliRunner, Result

from climact_issy import cli
from climact_issy.settings import get_settings

CREATE = ["create", "velo", "--template", "but-commun", "--starts", "2026-12-01"]


@pytest.fixture(autouse=True)
def _settings(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLIMACT_DATABASE_URL", address)
    get_settings.cache_clear()


def run(*words: str) -> Result:
    return CliRunner().invoke(cli.app, ["challenge", *words])


def test_a_challenge_is_made_asked_to_change_approved_and_scheduled() -> None:
    said = [
        run(*CREATE, "--days", "10", "--title", "Cent trajets", "A hundred trips"),
        run("submit", "velo"),
        run("request-changes", "velo", "--reason", "Trop court."),
        run("submit", "velo"),
        run("approve", "velo"),
        run("list"),
    ]

    assert [each.output for each in said] == [
        "velo is a draft, from 2026-12-01 to 2026-12-10.\n",
        "velo is now submitted.\n",
        "velo is now changes requested.\n",
        "velo is now submitted.\n",
        "velo is now approved.\n",
        "velo: goal, approved, 2026-12-01 to 2026-12-10\n",
    ]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["approve", "rien"], "This does not exist, or no longer does."),
        (
            ["create", "x", "--template", "rien", "--starts", "2026-12-01"],
            "no template",
        ),
        ([*CREATE, "--days", "1"], "These dates do not work"),
    ],
)
def test_a_refusal_is_one_sentence(words: list[str], sentence: str) -> None:
    found = run(*words)

    assert found.exit_code == 2
    assert sentence in found.output
    assert "Traceback" not in found.output


def test_an_illegal_move_says_so() -> None:
    run(*CREATE)
    found = run("approve", "velo")

    assert found.exit_code == 2
    assert "not possible now" in found.output


def test_a_draft_is_archived_by_hand() -> None:
    run(*CREATE)

    assert run("archive", "velo").output == "velo is now archived.\n"
    assert run("close", "velo", "--reason", "Fini.").exit_code == 2
    assert run("schedule", "velo").exit_code == 2


def test_the_templates_are_listed() -> None:
    assert "ecole-a-pied: goal, 28 days, Walking to school" in run("templates").output
