"""`climact thank` and `climact unthank` on a real database."""

import pytest
from typer.testing import CliRunner

from climact_issy import cli
from climact_issy.settings import get_settings

DAYS = ["--from", "2026-12-01", "--until", "2026-12-07", "--signed", "La Ville"]


@pytest.fixture(autouse=True)
def _settings(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLIMACT_DATABASE_URL", address)
    get_settings.cache_clear()


def test_a_note_is_written_and_taken_away() -> None:
    run = CliRunner().invoke
    made = run(cli.app, ["thank", "Merci !", "Thank you!", *DAYS])
    gone = run(cli.app, ["unthank", "1"])
    again = run(cli.app, ["unthank", "1"])

    assert made.exit_code == 0, made.output
    assert made.output == "note 1, 2026-12-01 to 2026-12-07\n"
    assert gone.output == "note 1 is gone\n"
    assert again.exit_code == 2


def test_an_unknown_neighbourhood_is_refused_in_words() -> None:
    made = CliRunner().invoke(
        cli.app, ["thank", "Merci", "Thanks", *DAYS, "--neighbourhood", "atlantis"]
    )

    assert made.exit_code == 2
    assert "does not exist" in made.output
