"""The published study is what the rule in force says today."""

import tomllib

import pytest
from typer.testing import CliRunner

from climact_issy.cli import study as command
from climact_issy.content import rules
from climact_issy.content import study as published
from climact_issy.domain import study


@pytest.mark.slow
def test_living_the_seasons_again_gives_the_published_results() -> None:
    assert command.text(rules.first()) == published.FILE.read_text("utf-8")


def test_a_few_seasons_are_told_like_many(monkeypatch: pytest.MonkeyPatch) -> None:
    found = published.parsed(tomllib.loads(command.text(rules.first(), seasons=3)))

    assert found.seasons == 3
    assert found.sizes == tuple(study.SIZES.values())
    assert list(found.findings) == [scenario.slug for scenario in study.SCENARIOS]
    assert all(sum(f.first["sum"].values()) == 3 for f in found.findings.values())

    monkeypatch.setattr(study, "SCENARIOS", study.SCENARIOS[:1])
    monkeypatch.setattr(study, "SEASONS", 2)
    printed = CliRunner().invoke(command.app, [])
    assert printed.exit_code == 0
    assert 'slug = "equal"' in printed.output
