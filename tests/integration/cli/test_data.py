"""Commands on a database say a refusal in one sentence."""

import pytest
from typer.testing import CliRunner

from climact_issy import cli
from climact_issy.settings import get_settings


@pytest.fixture(autouse=True)
def _settings(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLIMACT_DATABASE_URL", address)
    get_settings.cache_clear()


def test_a_refusal_is_one_sentence_and_code_2() -> None:
    refused = CliRunner().invoke(cli.app, ["team", "create", "x"])

    assert refused.exit_code == 2
    assert refused.output == "A team’s name has 2 to 60 characters.\n"
