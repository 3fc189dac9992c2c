"""`climact team` on a real database."""

import pytest
from typer.testing import CliRunner

from climact_issy import cli
from climact_issy.settings import get_settings


@pytest.fixture(autouse=True)
def _settings(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLIMACT_DATABASE_URL", address)
    get_settings.cache_clear()


def test_a_made_team_is_listed_with_its_code() -> None:
    made = CliRunner().invoke(cli.app, ["team", "create", "Vélo-Club d’Issy"])
    listed = CliRunner().invoke(cli.app, ["team", "list"])

    assert made.exit_code == 0, made.output
    assert made.output.startswith("velo-club-d-issy: Vélo-Club d’Issy, join code ")
    assert listed.output == made.output
